// Replaces a page with its newer version from the server, without a reload. It keeps what is the same for the person: open
// details, the scroll position and the focus.
import { initAll } from "nhsuk-frontend";

const regionOf = (page: ParentNode) => page.querySelector<HTMLElement>("[data-region]");
const whenSent: (() => void)[] = [];
let sending = 0;

/** True while a form is being submitted; a newer page that arrives meanwhile is not shown. */
export const isSending = () => sending > 0;

export const whileSending = async (act: () => Promise<void>): Promise<void> => {
  sending++;
  try {
    await act();
  } finally {
    sending--;
    whenSent.forEach(each => each());
  }
};

/** Runs an action after every submission, answered or not. */
export const afterSending = (act: () => void): void => void whenSent.push(act);

const saidOf = (page: ParentNode) => page.querySelector<HTMLElement>("[data-said]");

/** The page in a response; null if it is not one that can be put in place. */
export const pageOf = async (response: Response): Promise<Document | null> => {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return regionOf(page) && saidOf(page) ? page : null;
};

/** True if a form is shown again with its problems. */
export const showsProblems = (page: ParentNode): boolean => page.querySelector("[data-module=nhsuk-error-summary]") !== null;

/** False if nothing with that id can be focused: it is gone, folded away or disabled. */
const focus = (id: string | undefined): boolean => {
  const element = id ? document.getElementById(id) : null;
  element?.focus({ preventScroll: true });
  return element !== null && document.activeElement === element;
};

const whenFramed: ((page: Document) => void)[] = [];

/** Runs an action with every page that has renewed what stands around the region. */
export const afterFrame = (act: (page: Document) => void): void => void whenFramed.push(act);

/** Renews what stands around the region and changes with it, such as how much waits for the person. */
export const showFrame = (page: Document): void => {
  for (const part of document.querySelectorAll<HTMLElement>("[data-frame]")) {
    const newer = page.getElementById(part.id);
    if (newer && newer.innerHTML !== part.innerHTML) {
      part.replaceChildren(...newer.childNodes);
    }
  }
  whenFramed.forEach(each => each(page));
};

/** Shows a page in place of this one. `done` is a form that succeeded: its details may close, and it may name what gets the focus. */
export const show = (page: Document, done?: HTMLFormElement): void => {
  const region = regionOf(document)!;
  const focused = document.activeElement instanceof HTMLElement && region.contains(document.activeElement) ? document.activeElement : null;
  const focusedId = focused?.id ?? "";
  const fallbackId = focused?.closest<HTMLElement>("[data-fallback]")?.dataset["fallback"];
  const open = [...region.querySelectorAll<HTMLDetailsElement>("details[open][id]")].filter(each => !done || !each.contains(done));
  region.replaceChildren(...regionOf(page)!.childNodes);
  delete region.dataset["typed"];
  document.title = page.title;
  showFrame(page);
  for (const { id } of open) {
    document.getElementById(id)?.setAttribute("open", "");
  }
  initAll({ scope: region });
  if (focused && !showsProblems(region)) {
    void [done?.dataset["then"], focusedId, fallbackId, saidOf(document)!.id].some(focus);
  }
};

/**
 * Replaces only the marked parts of a page, each in place, while a form beside them is being filled in. The part with the
 * focus stays as it is.
 */
export const showParts = (page: Document): void => {
  for (const part of regionOf(document)!.querySelectorAll<HTMLElement>("[data-part]")) {
    const newer = page.getElementById(part.id);
    if (newer && newer.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) {
      part.replaceWith(newer);
    }
  }
};

/**
 * Keeps the focused element where it is on the screen, so that a second tap hits the same button. If it names an element
 * from which to read on, that is scrolled into view.
 */
export const inPlace = (act: () => void): void => {
  const before = document.activeElement?.getBoundingClientRect().top;
  act();
  const after = document.activeElement?.getBoundingClientRect().top;
  const start = document.activeElement instanceof HTMLElement ? document.getElementById(document.activeElement.dataset["from"] ?? "") : null;
  if (start) {
    start.scrollIntoView({ block: "start", behavior: "instant" });
  } else if (before !== undefined && after !== undefined && !showsProblems(document) && document.activeElement !== saidOf(document)) {
    scrollBy({ top: after - before, behavior: "instant" });
  }
};

/** Announces what was done, or was not, visibly and to screen readers. */
export const say = (words: readonly Node[] | string, isProblem = false): void => {
  const said = saidOf(document)!;
  said.classList.toggle("cb-said--problem", isProblem);
  const paragraph = document.createElement("p");
  paragraph.append(words as string);
  said.replaceChildren(...(typeof words === "string" ? [paragraph] : words));
};

export const sayAsOn = (page: Document): void => say([...saidOf(page)!.childNodes]);
