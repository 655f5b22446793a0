// The tables of sites. They change only what is different and keep what is shown in place.
import { mark, updateCells } from "../Ui/dom";
import { isBefore, show, type Shown } from "./filter";
import type { Settings } from "./settings";
import { siteRows } from "./site-row";
import type { BoardRow, BoardUpdate } from "./wire";

export class Sites {
  private readonly shown: Map<string, HTMLElement>;
  private readonly leaving = new Set<string>();

  constructor(private readonly root: HTMLElement, private readonly settings: Settings) {
    this.shown = new Map([...root.querySelectorAll<HTMLElement>("tbody.cb-site")].map(body => [body.dataset["site"]!, body]));
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
    } else if (updateCells(before, siteRows(site, this.settings))) {
      before.classList.toggle("cb-site--full", site.isFull);
    } else {
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
    const table = this.tableOf(site.row);
    const next = [...table.tBodies].find(each => isBefore(site, { sortKey: Number(each.dataset["sort"]), nameKey: each.dataset["name"]! }));
    table.insertBefore(body, next ?? null);
    this.shown.set(site.row.site, body);
    mark(body);
  }

  private replace(before: HTMLElement, site: Shown): void {
    const body = siteRows(site, this.settings);
    before.replaceWith(body);
    this.shown.set(site.row.site, body);
    mark(body);
  }

  /** Its kind's table, or the only one. */
  private tableOf(row: BoardRow): HTMLTableElement {
    return this.root.querySelector<HTMLTableElement>(`[data-kind="${row.kind}"] table.cb-sites, :not([data-kind]) > table.cb-sites`)!;
  }

  private count(all: number): void {
    setCount(this.root, "shown", this.shown.size);
    setCount(this.root, "all", all);
    this.root.querySelector<HTMLElement>("[data-none]")!.hidden = this.shown.size > 0;
    for (const table of this.root.querySelectorAll<HTMLTableElement>("table.cb-sites")) {
      table.hidden = table.tBodies.length === 0;
    }
    for (const kind of this.root.querySelectorAll<HTMLElement>("[data-kind]")) {
      const sites = kind.querySelector("table")!.tBodies.length;
      setCount(kind, "kind", sites);
      kind.hidden = sites === 0;
    }
    this.countFull();
  }

  private countFull(): void {
    const choice = this.root.querySelector<HTMLElement>("div[data-full]");
    if (choice) {
      const full = this.root.querySelectorAll(".cb-site--full").length;
      setCount(choice, "full", full);
      choice.hidden = full === 0;
    }
  }
}

function setCount(within: Element, name: string, count: number): void {
  const element = within.querySelector(`[data-count=${name}]`)!;
  if (element.textContent !== `${count}`) {
    element.textContent = `${count}`;
  }
}
