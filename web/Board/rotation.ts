// Pages through a list that does not fit on a screen that nobody scrolls.
import { showList } from "./totals";

const eachPageFor = 12_000;

export class Rotation<Item> {
  private items: Item[] = [];
  private first = 0;
  private size = Number.MAX_SAFE_INTEGER;

  /** @param pages The element that says which part of the list is shown. */
  constructor(
    private readonly list: HTMLElement,
    private readonly make: (item: Item) => HTMLElement,
    private readonly isPaused: () => boolean,
    private readonly pages?: HTMLElement | null,
  ) {
    setInterval(() => this.isPaused() || this.turn(), eachPageFor);
    new ResizeObserver(() => this.measure()).observe(list);
  }

  get hasPages(): boolean {
    return this.items.length > this.size;
  }

  show(items: Item[]): void {
    this.items = items;
    this.render();
  }

  private turn(): void {
    if (this.hasPages) {
      this.first += this.size;
      this.render();
    }
  }

  /** As many items as the style sheet has room for; all of them if the page scrolls. */
  private measure(): void {
    const style = getComputedStyle(this.list);
    const rows = style.gridTemplateRows.split(" ").length;
    this.size = style.overflowY === "hidden" ? rows * Number(style.getPropertyValue("--columns")) : Number.MAX_SAFE_INTEGER;
    if (this.items.length > 0) {
      this.render();
    }
  }

  private render(): void {
    if (this.first >= this.items.length || !this.hasPages) {
      this.first = 0;
    }
    const shown = this.items.slice(this.first, this.first + this.size);
    showList(this.list, shown.map(this.make));
    if (this.pages) {
      this.pages.textContent = this.hasPages ? `${this.first + 1} to ${this.first + shown.length} of ${this.items.length}` : "";
    }
  }
}
