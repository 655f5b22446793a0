// A list with more than fits on a screen that nobody scrolls: shown a page at a time.
import { showList } from "./totals";

const eachPageFor = 12_000;

export class Rotation {
  private items: HTMLElement[] = [];
  private first = 0;

  /** @param pages Where to say which part of the list is shown. */
  constructor(private readonly list: HTMLElement, private readonly pages: HTMLElement | null, private readonly isPaused: () => boolean) {
    setInterval(() => this.isPaused() || this.turn(), eachPageFor);
    window.addEventListener("resize", () => this.render());
  }

  get hasPages(): boolean {
    return this.items.length > this.size();
  }

  show(items: HTMLElement[]): void {
    this.items = items;
    this.render();
  }

  private turn(): void {
    if (this.hasPages) {
      this.first += this.size();
      this.render();
    }
  }

  private render(): void {
    const size = this.size();
    if (this.first >= this.items.length || !this.hasPages) {
      this.first = 0;
    }
    const shown = this.items.slice(this.first, this.first + size);
    showList(this.list, shown);
    if (this.pages) {
      this.pages.textContent = this.hasPages ? `${this.first + 1} to ${this.first + shown.length} of ${this.items.length}` : "";
    }
  }

  /** As many as the style sheet has made room for; all where the page scrolls. */
  private size(): number {
    const style = getComputedStyle(this.list);
    if (style.overflowY !== "hidden") {
      return Number.MAX_SAFE_INTEGER;
    }
    const rows = style.gridTemplateRows.split(" ").length;
    return rows * Number(style.getPropertyValue("--columns"));
  }
}
