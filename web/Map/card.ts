// What the map says of the place that was chosen, or of several at one point.
import { ago } from "../Ui/ages";
import { h, updateCells } from "../Ui/dom";
import { figuresOf, numbered, type MapPlace } from "./place";

export class Card {
  private keys: string[] = [];
  private opener: HTMLElement | undefined;

  constructor(private readonly element: HTMLElement, private readonly changed: () => void) {
    element.addEventListener("keydown", event => event.key === "Escape" && this.close());
  }

  /** The places that it is about. */
  get ids(): string[] {
    return this.keys;
  }

  get bounds(): DOMRect {
    return this.element.getBoundingClientRect();
  }

  open(places: MapPlace[], opener: HTMLElement): void {
    this.keys = places.map(({ id }) => id);
    this.opener = opener;
    this.element.hidden = false;
    this.element.replaceChildren(...this.content(places));
    this.element.focus();
    this.changed();
  }

  /** Shows newer figures in place; if a place is no longer shown, closes. */
  update(places: MapPlace[]): void {
    if (this.element.hidden) {
      return;
    }
    const shown = this.keys.flatMap(id => places.find(place => place.id === id) ?? []);
    if (shown.length < this.keys.length) {
      this.close();
      return;
    }
    const made = h("div", {}, ...this.content(shown));
    if (!updateCells(this.element, made)) {
      this.element.replaceChildren(...made.childNodes);
    }
  }

  close(): void {
    const hadFocus = this.element.contains(document.activeElement);
    this.element.hidden = true;
    this.element.replaceChildren();
    this.keys = [];
    this.changed();
    if (hadFocus) {
      this.opener?.focus();
    }
  }

  private content(places: MapPlace[]): HTMLElement[] {
    const close = h("button", { type: "button", class: "cb-map__close" }, "Close");
    close.addEventListener("click", () => this.close());
    return [...(places.length === 1 ? about(places[0]!) : [inShort(places)]), close];
  }
}

function about(place: MapPlace): HTMLElement[] {
  return [
    h("h3", { class: "nhsuk-heading-s" }, place.path ? h("a", { href: place.path }, numbered(place)) : numbered(place)),
    h("p", { "data-cell": "about" }, place.about),
    h("ul", { class: "nhsuk-list", "data-cell": "lines" }, ...place.lines.map(line => h("li", {}, line))),
    h("p", { "data-cell": "age" }, h("strong", { class: `nhsuk-tag ${place.tag}` }, place.freshness), " ", ...updated(place)),
    h("p", {}, inTheList(place, "Show in the list")),
  ];
}

function updated({ updated, declared }: MapPlace): (Node | string)[] {
  return declared ? [ago(declared.at), declared.by && ` by ${declared.by}`] : [updated ?? ""];
}

function inShort(places: MapPlace[]): HTMLElement {
  return h("ul", { class: "nhsuk-list", "data-cell": "places" }, ...places.map(place => h("li", {}, inTheList(place, numbered(place)), `: ${figuresOf(place)}`)));
}

/** Unfolds what the entry is folded away in, since not every browser does. */
function inTheList({ id }: MapPlace, words: string): HTMLElement {
  const link = h("a", { href: `#${id}` }, words);
  link.addEventListener("click", () => document.getElementById(id)?.closest("details")?.setAttribute("open", ""));
  return link;
}
