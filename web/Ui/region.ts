// Puts the newer self of a page in its place: what its server would show, without a reload. What stays the
// same for the person is kept: open details, the place on the page and the focus.
import { initAll } from "nhsuk-frontend";

const regionOf = (page: ParentNode) => page.querySelector<HTMLElement>("[data-region]");
const whenSent: (() => void)[] = [];
let sending = 0;

/** True while a form is on its way: a newer page that arrives meanwhile is not shown. */
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

/** Does something whenever a form was sent, answered or not. */
export const afterSending = (act: () => void): void => void whenSent.push(act);

const saidOf = (page: ParentNode) => page.querySelector<HTMLElement>("[data-said]");

/** The page that a response carries; null where it is not one of the pages that can be put in place. */
export const pageOf = async (response: Response): Promise<Document | null> => {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return regionOf(page) && saidOf(page) ? page : null;
};

/** True where a form is shown again with what is wrong with it. */
export const showsProblems = (region: ParentNode): boolean => region.querySelector("[data-module=nhsuk-error-summary]") !== null;

/** False where nothing of that id can be focused: it is gone, folded away or disabled. */
const focus = (id: string | undefined): boolean => {
  const element = id ? document.getElementById(id) : null;
  element?.focus({ preventScroll: true });
  return element !== null && document.activeElement === element;
};

/** Shows a page in place of this one. `done` says that something was done, and the fold it was done in may close; it may name what is gone on with. */
export const show = (page: Document, done?: HTMLFormElement): void => {
  const region = regionOf(document)!;
  const focused = document.activeElement instanceof HTMLElement && region.contains(document.activeElement) ? document.activeElement : null;
  const focusedId = focused?.id ?? "";
  const fallbackId = focused?.closest<HTMLElement>("[data-fallback]")?.dataset["fallback"];
  const open = [...region.querySelectorAll<HTMLDetailsElement>("details[open][id]")].filter(each => !done || !each.contains(done));
  region.replaceChildren(...regionOf(page)!.childNodes);
  delete region.dataset["typed"];
  document.title = page.title;
  for (const { id } of open) {
    document.getElementById(id)?.setAttribute("open", "");
  }
  initAll({ scope: region });
  if (focused && !showsProblems(region)) {
    void [done?.dataset["then"], focusedId, fallbackId, saidOf(document)!.id].some(focus);
  }
};

/**
 * Shows only those parts of a page that are marked so, each where it is: for while a form beside them is being filled in. What
 * has the focus stays as it is.
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
 * Keeps what has the focus where it is on the screen, so that a second tap meets the same button. Where it names an
 * element to read on from, that comes into sight.
 */
export const inPlace = (act: () => void): void => {
  const before = document.activeElement?.getBoundingClientRect().top;
  act();
  const after = document.activeElement?.getBoundingClientRect().top;
  const start = document.activeElement instanceof HTMLElement ? document.getElementById(document.activeElement.dataset["from"] ?? "") : null;
  if (start) {
    start.scrollIntoView({ block: "start", behavior: "instant" });
  } else if (before !== undefined && after !== undefined && !showsProblems(regionOf(document)!) && document.activeElement !== saidOf(document)) {
    scrollBy({ top: after - before, behavior: "instant" });
  }
};

/** Says what was done, or that it was not, to whoever looks and to whoever listens. */
export const say = (words: readonly Node[] | string, isProblem = false): void => {
  const said = saidOf(document)!;
  said.classList.toggle("cb-said--problem", isProblem);
  const paragraph = document.createElement("p");
  paragraph.append(words as string);
  said.replaceChildren(...(typeof words === "string" ? [paragraph] : words));
};

export const sayAsOn = (page: Document): void => say([...saidOf(page)!.childNodes]);
