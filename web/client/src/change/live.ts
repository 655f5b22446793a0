// Shows what others changed at this site as it happens, without taking anything from under the person's fingers.
import { keepAges } from "../board/ages";
import { setServerTime } from "../board/clock";
import { BoardConnection } from "../board/connection";
import { inPlace, isSending, pageOf, say, show, showsProblems } from "./region";

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

const refresh = async (region: HTMLElement, isStillDue: () => boolean): Promise<boolean> => {
  try {
    const page = await pageOf(await fetch(location.href, { cache: "no-store" }));
    if (page && isStillDue() && !isInUse(region)) {
      const before = textOf(region);
      inPlace(() => {
        show(page);
        if (textOf(region) !== before) {
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

export const followsItsSite = (region: HTMLElement): void => {
  const { site, locality, version, at } = region.dataset;
  if (!site || !locality || !version || !at) {
    return;
  }
  let due = 0;
  const refreshWhereDue = async (): Promise<void> => {
    const asked = due;
    if (due > 0 && !isInUse(region) && (await refresh(region, () => asked === due))) {
      due = due === asked ? 0 : due;
    }
  };
  region.addEventListener("input", () => (region.dataset["typed"] = ""));
  region.addEventListener("focusout", () => setTimeout(() => void refreshWhereDue()));
  setServerTime(at);
  keepAges();
  new BoardConnection(
    locality,
    {
      show: update => {
        if (update.from === 0 || update.rows.some(row => row.site === site)) {
          due++;
          void refreshWhereDue();
        }
      },
      live: () => {},
      notLive: () => {},
    },
    { version: Number(version), at },
  ).start();
};
