// Opens a page's map when it is unfolded: only then is what draws it loaded. An unfolded map stays so on the next page, and its
// address can be shared.
import type { MapView } from "./place";
import type { SitesMap } from "./sites-map";

/** In the address, and in what the browser remembers of this tab. */
const view = "view";
const map = "map";
const cannotDraw = "The map cannot be shown in this browser. The list below says the same.";
const notLoaded = "The map could not be loaded. Close it and open it again, or use the list below, which says the same.";

/** Shows the places on a map that was just opened. */
type Fill = (map: SitesMap, given: MapView) => void | Promise<void>;

const opened = new WeakSet<HTMLElement>();
let current: SitesMap | undefined;

export const offersMap = (fill: Fill): void => {
  document.addEventListener("toggle", ({ target }) => target instanceof HTMLDetailsElement && "map" in target.dataset && toggled(target, fill), true);
  if (sessionStorage.getItem(view) === map || new URLSearchParams(location.search).get(view) === map) {
    document.querySelector("details[data-map]")?.setAttribute("open", "");
  }
};

const toggled = (section: HTMLDetailsElement, fill: Fill): void => {
  remember(section.open);
  if (section.open && !opened.has(section)) {
    opened.add(section);
    void open(section, fill).catch(() => {
      opened.delete(section);
      bodyOf(section).hidden = true;
      say(section, notLoaded);
    });
  }
};

const open = async (section: HTMLElement, fill: Fill): Promise<void> => {
  if (!document.createElement("canvas").getContext("webgl2")) {
    say(section, cannotDraw);
    return;
  }
  say(section, "Loading the map…");
  const { SitesMap } = await import("./sites-map");
  const given = JSON.parse(section.dataset["map"]!) as MapView;
  current?.remove();
  bodyOf(section).hidden = false;
  current = await SitesMap.open(section, given);
  await fill(current, given);
};

const bodyOf = (section: HTMLElement) => section.querySelector<HTMLElement>("[data-map-body]")!;

const say = (section: HTMLElement, words: string): void => {
  section.querySelector("[data-map-said]")!.textContent = words;
};

const remember = (isOpen: boolean): void => {
  const address = new URL(location.href);
  if (isOpen) {
    sessionStorage.setItem(view, map);
    address.searchParams.set(view, map);
  } else {
    sessionStorage.removeItem(view);
    address.searchParams.delete(view);
  }
  history.replaceState(history.state, "", address);
};
