// Shows what others changed at this site as it happens, without disturbing what the person is doing.
import { keepAges } from "./ages";
import { setServerTime } from "./clock";
import { BoardConnection } from "../Board/connection";
import { LiveStrip } from "../Board/live-strip";
import { CatchUp } from "./catch-up";
import { afterSending, inPlace, isSending, pageOf, say, show, showParts, showsProblems } from "./region";

/** The least milliseconds between requests, since a page of several sites changes every moment. */
const betweenLooks = 1_500;
const longestAnswer = 20_000;
const byOthers = "Updated just now: someone else changed or confirmed these figures.";

/** The visible text without ages, which change by themselves. */
const textOf = (region: HTMLElement): string => {
  const copy = region.cloneNode(true) as HTMLElement;
  copy.querySelectorAll("time, select, .nhsuk-radios").forEach(time => time.remove());
  return copy.textContent;
};

/** A newer page waits, because what is being typed or chosen would be lost. */
const isInUse = (region: HTMLElement): boolean =>
  showsProblems(region) ||
  "typed" in region.dataset ||
  (region.contains(document.activeElement) && !!document.activeElement?.matches("input, select"));

/** True for a page of several sites, which announces news itself. */
const isOfMany = (region: HTMLElement): boolean => region.dataset["site"]?.endsWith("/") === true;

const mayShow = (region: HTMLElement): "all" | "parts" | "nothing" => {
  if (isSending()) {
    return "nothing";
  }
  return isInUse(region) ? (region.querySelector("[data-part]") ? "parts" : "nothing") : "all";
};

const showWhole = (region: HTMLElement, page: Document): void => {
  const before = textOf(region);
  inPlace(() => {
    show(page);
    if (!isOfMany(region) && textOf(region) !== before) {
      say(byOthers);
    }
  });
};

/** A strip above the page, visible only while the page is not live. */
const quietStrip = (region: HTMLElement, at: string): LiveStrip => {
  const element = document.createElement("p");
  element.id = "live";
  element.className = "cb-live cb-live--quiet";
  element.setAttribute("role", "status");
  region.before(element);
  return new LiveStrip(at);
};

export const followsItsSite = (region: HTMLElement): void => {
  const { site, locality, version, at } = region.dataset;
  if (!site || !locality || !version || !at) {
    return;
  }
  const catchUp = new CatchUp<Document>(
    {
      ask: async () => pageOf(await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(longestAnswer) })),
      mayShow: () => mayShow(region),
      show: page => showWhole(region, page),
      showParts,
    },
    isOfMany(region) ? betweenLooks : 0,
  );
  region.addEventListener("input", () => (region.dataset["typed"] = ""));
  region.addEventListener("focusout", () => catchUp.lookAgain());
  afterSending(() => catchUp.wasReplaced());
  setServerTime(at);
  keepAges();
  const strip = quietStrip(region, at);
  new BoardConnection(
    locality,
    {
      needsSitesOnly: true,
      show: update => {
        if (update.from === 0 || update.rows.some(row => (isOfMany(region) ? row.site.startsWith(site) : row.site === site))) {
          catchUp.changed();
        }
        strip.refreshed(update.behindSince ?? update.at);
      },
      live: () => strip.live(),
      notLive: () => strip.notLive(),
      refused: isSignedOut => strip.refused(isSignedOut),
    },
    { version: Number(version), at },
  ).start();
};
