// Decides when a page is asked for again. A change that was pushed stays due until a page that was asked for after it is shown.

/** After an answer that could not be used; each further one doubles it, up to the longest. Screens spread within it. */
const shortestPause = 1_000;
const longestPause = 10_000;
const pauseAfter = (failures: number): number => Math.min(longestPause, shortestPause * 2 ** (failures - 1)) * (0.5 + Math.random() / 2);

/** The page on screen, which can be asked for anew and shown whole, or in part while something is being typed beside it. */
export interface LivePage<T> {
  /** The page as of now; null, or a rejection, where the answer is none. */
  ask(): Promise<T | null>;
  /** What may be shown at this moment. */
  mayShow(): "all" | "parts" | "nothing";
  show(page: T): void;
  showParts(page: T): void;
}

export class CatchUp<T> {
  /** Changes heard of, and how many of them the whole page, and its parts, show at least. */
  private heard = 0;
  private shown = 0;
  private partsShown = 0;
  /** How often something else put a page in place: an answer asked for before that is older. */
  private replaced = 0;
  private failures = 0;
  private isAsking = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param between The least time between two questions in milliseconds. */
  constructor(private readonly page: LivePage<T>, private readonly between: number) {}

  /** Something changed that the page may show. */
  changed(): void {
    this.heard++;
    this.plan(this.between);
  }

  /** Something that kept a newer page from being shown may be over. */
  lookAgain(): void {
    this.plan(0);
  }

  /** A page was put in place that did not come from here. */
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
