// Puts the newer self of a page in its place: what its server would show, without a reload. What stays the
// same for the person is kept: open details, the place on the page and the focus.
import { initAll } from "nhsuk-frontend";

const regionOf = (page: ParentNode) => page.querySelector<HTMLElement>("[data-region]");
const saidOf = (page: ParentNode) => page.querySelector<HTMLElement>("[data-said]");

/** The page that a response carries; null where it is not one of the pages that can be put in place. */
export const pageOf = async (response: Response): Promise<Document | null> => {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return regionOf(page) && saidOf(page) ? page : null;
};

/** Shows a page in place of this one. `done` says that something was done, and the fold it was done in may close. */
export const show = (page: Document, done?: HTMLFormElement): void => {
  const region = regionOf(document)!;
  const focused = document.activeElement instanceof HTMLElement && region.contains(document.activeElement) ? document.activeElement : null;
  const focusedId = focused?.id ?? "";
  const fallbackId = focused?.closest<HTMLElement>("[data-fallback]")?.dataset["fallback"];
  const open = [...region.querySelectorAll<HTMLDetailsElement>("details[open][id]")].filter(each => !done || !each.contains(done));
  region.replaceChildren(...regionOf(page)!.childNodes);
  document.title = page.title;
  for (const { id } of open) {
    document.getElementById(id)?.setAttribute("open", "");
  }
  initAll({ scope: region });
  const hasProblems = region.querySelector("[data-module=nhsuk-error-summary]");
  if (focused && !hasProblems) {
    const target = [focusedId, fallbackId].map(id => (id ? document.getElementById(id) : null)).find(each => each && !each.matches(":disabled"));
    (target ?? saidOf(document)!).focus({ preventScroll: !!target });
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
