// The table of sites. It changes only what is different and keeps what is shown in place.
import { mark, updateCells } from "../Ui/dom";
import { isBefore, show, type Shown } from "./filter";
import type { Settings } from "./settings";
import { siteRows } from "./site-row";
import type { BoardRow, BoardUpdate } from "./wire";

export class Sites {
  private readonly table: HTMLTableElement;
  private readonly shown: Map<string, HTMLElement>;
  private readonly leaving = new Set<string>();

  constructor(private readonly root: HTMLElement, private readonly settings: Settings) {
    this.table = root.querySelector<HTMLTableElement>("table.cb-sites")!;
    this.shown = new Map([...this.table.tBodies].map(body => [body.dataset["site"]!, body]));
  }

  show(update: BoardUpdate): void {
    if (update.from === 0) {
      this.keepOnly(new Set(update.rows.map(row => row.site)));
    }
    for (const row of update.rows) {
      this.showSite(row);
    }
    this.count(update.totals.sites.sites);
  }

  /** A whole board lists all sites, so any other row is removed. */
  private keepOnly(sites: Set<string>): void {
    [...this.shown].filter(([key]) => !sites.has(key)).forEach(([key, body]) => this.remove(key, body));
  }

  private showSite(row: BoardRow): void {
    const site = show(row, this.settings);
    const before = this.shown.get(row.site);
    this.leaving.delete(row.site);
    if (!site) {
      this.remove(row.site, before);
    } else if (!before) {
      this.insert(site);
    } else if (!updateCells(before, siteRows(site, this.settings))) {
      this.replace(before, site);
    }
  }

  /** A site that no longer matches stays while it has the focus. */
  private remove(key: string, body: HTMLElement | undefined): void {
    if (body?.contains(document.activeElement)) {
      this.leaving.add(key);
      body.addEventListener("focusout", () => this.leaving.has(key) && this.remove(key, body), { once: true });
      return;
    }
    body?.remove();
    this.shown.delete(key);
  }

  private insert(site: Shown): void {
    const body = siteRows(site, this.settings);
    const next = [...this.table.tBodies].find(each => isBefore(site, { sortKey: Number(each.dataset["sort"]), nameKey: each.dataset["name"]! }));
    this.table.insertBefore(body, next ?? null);
    this.shown.set(site.row.site, body);
    mark(body);
  }

  private replace(before: HTMLElement, site: Shown): void {
    const body = siteRows(site, this.settings);
    before.replaceWith(body);
    this.shown.set(site.row.site, body);
    mark(body);
  }

  private count(all: number): void {
    this.setCount("shown", this.shown.size);
    this.setCount("all", all);
    this.table.hidden = this.shown.size === 0;
    this.root.querySelector<HTMLElement>("[data-none]")!.hidden = this.shown.size > 0;
  }

  private setCount(name: string, count: number): void {
    const element = this.root.querySelector(`[data-count=${name}]`)!;
    if (element.textContent !== `${count}`) {
      element.textContent = `${count}`;
    }
  }
}
