// Decides when to ask for a page again. A pushed change stays due until a page that was requested after it is shown.

/** The pause after an unusable answer; it doubles with each further one, up to the longest. Randomness spreads screens. */
const shortestPause = 1_000;
const longestPause = 10_000;
const pauseAfter = (failures: number): number => Math.min(longestPause, shortestPause * 2 ** (failures - 1)) * (0.5 + Math.random() / 2);

/** The page on screen, which can be fetched again and shown whole, or in part while someone is typing beside it. */
export interface LivePage<T> {
  /** The page now; null, or a rejection, if there is no usable answer. */
  ask(): Promise<T | null>;
  /** What may be replaced now. */
  mayShow(): "all" | "parts" | "nothing";
  show(page: T): void;
  showParts(page: T): void;
}

export class CatchUp<T> {
  /** Changes heard of, and how many of them the whole page and its parts show at least. */
  private heard = 0;
  private shown = 0;
  private partsShown = 0;
  /** How often something else replaced the page, which makes any answer requested before that outdated. */
  private replaced = 0;
  private failures = 0;
  private isAsking = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param between The least time between two requests, in milliseconds. */
  constructor(private readonly page: LivePage<T>, private readonly between: number) {}

  /** Something that the page may show has changed. */
  changed(): void {
    this.heard++;
    this.plan(this.between);
  }

  /** Whatever prevented showing a newer page may be over. */
  lookAgain(): void {
    this.plan(0);
  }

  /** Something else replaced the page. */
  wasReplaced(): void {
    this.replaced++;
    this.lookAgain();
  }

  private isDue(): boolean {
    const may = this.page.mayShow();
    return (may === "all" && this.shown < this.heard) || (may === "parts" && this.partsShown < this.heard);
  }

  private plan(wait: number): void {
    if (this.timer === undefined && !this.isAsking) {
      this.timer = setTimeout(() => {
        this.timer = undefined;
        void this.look();
      }, wait);
    }
  }

  private async look(): Promise<void> {
    if (this.isAsking || !this.isDue()) {
      return;
    }
    const { heard, replaced } = this;
    this.isAsking = true;
    const page = await this.page.ask().catch(() => null);
    this.isAsking = false;
    this.failures = page ? 0 : this.failures + 1;
    if (page && replaced === this.replaced) {
      this.take(page, heard);
    }
    if (this.isDue()) {
      this.plan(this.failures > 0 ? pauseAfter(this.failures) : this.between);
    }
  }

  private take(page: T, heard: number): void {
    const may = this.page.mayShow();
    if (may === "all") {
      this.page.show(page);
      this.shown = heard;
      this.partsShown = heard;
    } else if (may === "parts") {
      this.page.showParts(page);
      this.partsShown = heard;
    }
  }
}
