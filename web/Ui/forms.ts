// Submits a page's forms, and follows links that only unfold part of it, without a reload. In any unusual case the browser does
// what it would have done without this script.
import { inPlace, isSending, pageOf, say, sayAsOn, show, showsProblems, whileSending } from "./region";

const notSent = "Not saved: no connection. What you typed is still here. Try again.";

export const bodyOf = (form: HTMLFormElement, submitter: HTMLElement | null): URLSearchParams => {
  const body = new URLSearchParams();
  new FormData(form).forEach((value, name) => body.append(name, String(value)));
  if (submitter instanceof HTMLButtonElement && submitter.name) {
    body.append(submitter.name, submitter.value);
  }
  return body;
};

/** Submits as the browser would, because the server answered with another page, such as an error page. */
const sendPlainly = (form: HTMLFormElement, submitter: HTMLElement | null): void => {
  if (submitter instanceof HTMLButtonElement && submitter.name) {
    const value = document.createElement("input");
    Object.assign(value, { type: "hidden", name: submitter.name, value: submitter.value });
    form.append(value);
  }
  HTMLFormElement.prototype.submit.call(form);
};

/** True if it was done, so that taps made meanwhile may follow. */
const send = async (form: HTMLFormElement, submitter: HTMLElement | null, body: URLSearchParams): Promise<boolean> => {
  let response: Response;
  try {
    response = await fetch(form.action, { method: "post", body });
  } catch {
    say(notSent, true);
    return false;
  }
  const page = await pageOf(response);
  if (!page) {
    sendPlainly(form, submitter);
    return false;
  }
  if (response.redirected) {
    history.replaceState(null, "", response.url);
  }
  inPlace(() => {
    show(page, response.redirected ? form : undefined);
    sayAsOn(page);
  });
  return !showsProblems(document);
};

const follow = async (link: HTMLAnchorElement): Promise<boolean> => {
  try {
    const page = await pageOf(await fetch(link.href));
    if (page) {
      inPlace(() => {
        show(page);
        say([]);
      });
      history.replaceState(null, "", link.href);
      return true;
    }
  } catch {
    // The browser's own navigation will report the connection problem.
  }
  location.assign(link.href);
  return false;
};

interface Tap {
  readonly target: HTMLElement;
  /** True if it was done. */
  act(): Promise<boolean>;
}

const turns: Tap[] = [];

/**
 * Runs one tap at a time. A repeated tap on the same target meanwhile is accidental and ignored; taps on other targets
 * follow, unless the one before was refused, which the person must see first.
 */
const inTurn = async (region: HTMLElement, tap: Tap): Promise<void> => {
  if (!turns.some(each => each.target === tap.target)) {
    turns.push(tap);
  }
  if (isSending()) {
    return;
  }
  region.setAttribute("aria-busy", "true");
  await whileSending(async () => {
    for (let each = turns[0]; each; each = turns[0]) {
      const isDone = await each.act();
      turns.splice(0, isDone ? 1 : turns.length);
    }
  });
  region.removeAttribute("aria-busy");
};

/** The second click of a double click would hit what the first has put there. Stepper buttons are exempt, since people click them fast. */
const isSecondOfTwo = (event: MouseEvent): boolean =>
  event.detail > 1 && event.target instanceof Element && event.target.closest("button:not(.cb-step), a[data-in-place]") !== null;

export const sendsInPlace = (region: HTMLElement): void => {
  region.addEventListener("submit", event => {
    const form = event.target as HTMLFormElement;
    event.preventDefault();
    const body = bodyOf(form, event.submitter);
    void inTurn(region, { target: event.submitter ?? form, act: () => send(form, event.submitter, body) });
  });
  region.addEventListener("click", event => {
    if (isSecondOfTwo(event)) {
      event.preventDefault();
      return;
    }
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-in-place]") : null;
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      void inTurn(region, { target: link, act: () => follow(link) });
    }
  });
};
