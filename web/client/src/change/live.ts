// Shows what others changed at this site as it happens, without taking anything from under the person's fingers.
import { keepAges } from "../board/ages";
import { setServerTime } from "../board/clock";
import { BoardConnection } from "../board/connection";
import { inPlace, isSending, pageOf, say, show, showParts, showsProblems } from "./region";

/** A page of several sites, of which one changes every moment, is asked for at most so often. */
const betweenLooks = 1_500;
const byOthers = "Updated just now: someone else changed or confirmed these figures.";

/** What one reads, but for ages, which change by themselves. */
const textOf = (region: HTMLElement): string => {
  const copy = region.cloneNode(true) as HTMLElement;
  copy.querySelectorAll("time, select, .nhsuk-radios").forEach(time => time.remove());
  return copy.textContent;
};

/** What is being typed or chosen would be lost, so the newer page waits. */
const isInUse = (region: HTMLElement): boolean =>
  isSending() ||
  showsProblems(region) ||
  "typed" in region.dataset ||
  (region.contains(document.activeElement) && !!document.activeElement?.matches("input, select"));

/** True for a page of several sites: it says itself what is new. */
const isOfMany = (region: HTMLElement): boolean => region.dataset["site"]?.endsWith("/") === true;

const refresh = async (region: HTMLElement, isStillDue: () => boolean): Promise<boolean> => {
  try {
    const page = await pageOf(await fetch(location.href, { cache: "no-store" }));
    if (page && isStillDue() && !isInUse(region)) {
      const before = textOf(region);
      inPlace(() => {
        show(page);
        if (!isOfMany(region) && textOf(region) !== before) {
          say(byOthers);
        }
      });
      return true;
    }
  } catch {
    // The next change asks again; what is sent from an old page is refused, never wrongly done.
  }
  return false;
};

/** What may be shown anew beside a form that is being filled in. */
const refreshParts = async (): Promise<void> => {
  try {
    const page = await pageOf(await fetch(location.href, { cache: "no-store" }));
    if (page && !isSending()) {
      showParts(page);
    }
  } catch {
    // As above.
  }
};

export const followsItsSite = (region: HTMLElement): void => {
  const { site, locality, version, at } = region.dataset;
  if (!site || !locality || !version || !at) {
    return;
  }
  let due = 0;
  let waiting = 0;
  const refreshWhereDue = async (): Promise<void> => {
    const asked = due;
    if (due > 0 && !isInUse(region) && (await refresh(region, () => asked === due || isOfMany(region)))) {
      due = due === asked ? 0 : due;
    }
  };
  const look = (): void => {
    waiting = 0;
    void (isInUse(region) && region.querySelector("[data-part]") ? refreshParts() : refreshWhereDue());
  };
  region.addEventListener("input", () => (region.dataset["typed"] = ""));
  region.addEventListener("focusout", () => setTimeout(() => void refreshWhereDue()));
  setServerTime(at);
  keepAges();
  new BoardConnection(
    locality,
    {
      show: update => {
        if (update.from === 0 || update.rows.some(row => (isOfMany(region) ? row.site.startsWith(site) : row.site === site))) {
          due++;
          waiting ||= setTimeout(look, isOfMany(region) ? betweenLooks : 0);
        }
      },
      live: () => {},
      notLive: () => {},
    },
    { version: Number(version), at },
  ).start();
};
