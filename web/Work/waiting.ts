// What waits for the person, on an open page: the count in the title and on the installed app, and a strip for what is new.
import { CatchUp } from "../Ui/catch-up";
import { afterPush } from "../Ui/pushes";
import { afterFrame, afterSending, inPlace, isSending, showFrame } from "../Ui/region";
import { playIfOn } from "./sound";
import { titled } from "./title";

/** The least milliseconds between two requests. Randomness spreads screens, which all hear of a change at once. */
const betweenLooks = 2_000 * (1 + Math.random());
const longestAnswer = 20_000;

const marksIn = (page: ParentNode): string[] => (page.querySelector<HTMLElement>("[data-waiting]")?.dataset["waiting"] ?? "").split(" ").filter(mark => mark !== "");

const areSame = (some: readonly string[], others: readonly string[]): boolean => some.join() === others.join();

const request = async (news: readonly string[]): Promise<Document | null> => {
  const address = `/work?handler=Waiting&first=${news[0] ?? ""}&count=${news.length}`;
  const response = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(longestAnswer) });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return page.querySelector("[data-waiting]") ? page : null;
};

const sayOutside = (count: number): void => {
  document.title = titled(document.title, count);
  if ("setAppBadge" in navigator) {
    // A browser that shows no badge for this app refuses, and nothing is lost.
    (count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge()).catch(() => {});
  }
};

class Waiting {
  /** What was there when the page was loaded, or has been dismissed. */
  private known = new Set(marksIn(document));
  private shown: string[] = [];
  private readonly catchUp = new CatchUp<Document>(
    { ask: () => this.ask(), mayShow: () => (isSending() ? "nothing" : "all"), show: page => showFrame(page), showParts: () => {} },
    betweenLooks,
  );

  constructor(private readonly strip: HTMLElement) {
    strip.addEventListener("click", event => event.target instanceof Element && event.target.closest("[data-dismiss]") && this.dismiss());
    afterPush(() => this.catchUp.changed());
    afterSending(() => this.catchUp.wasReplaced());
    afterFrame(page => this.renewed(page));
  }

  /** Asks for the words of the first new matter too, of which one learns by the answer. */
  private async ask(): Promise<Document | null> {
    const page = await request(this.shown);
    const news = page ? this.newsIn(page) : [];
    return areSame(news, this.shown) ? page : request(news);
  }

  private newsIn(page: ParentNode): string[] {
    return marksIn(page).filter(mark => !this.known.has(mark));
  }

  private renewed(page: Document): void {
    const marks = marksIn(document);
    sayOutside(marks.length);
    // The answer to one's own form is a page as if loaded anew. What is gone and comes again is new.
    this.known = new Set(marks.filter(mark => this.known.has(mark) || (isSending() && !this.shown.includes(mark))));
    const news = this.newsIn(document);
    const words = page.getElementById("new-matter");
    if (areSame(news, this.shown)) {
      return;
    }
    if (news.length > 0 && !words) {
      this.catchUp.changed();
    } else {
      this.show(news, words);
    }
  }

  private show(news: string[], words: HTMLElement | null): void {
    const hadFocus = this.strip.contains(document.activeElement);
    const isMore = news.some(mark => !this.shown.includes(mark));
    this.shown = news;
    inPlace(() => this.strip.replaceChildren(...(words && news.length > 0 ? [words] : [])));
    if (hadFocus) {
      (this.strip.querySelector("a") ?? this.strip).focus();
    }
    if (isMore) {
      playIfOn();
    }
  }

  private dismiss(): void {
    this.shown.forEach(mark => this.known.add(mark));
    this.show([], null);
  }
}

export const tellsOfWork = (): void => {
  const strip = document.getElementById("news");
  sayOutside(marksIn(document).length);
  if (strip) {
    new Waiting(strip);
  }
};
