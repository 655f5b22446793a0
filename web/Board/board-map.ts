// The sites that the board shows, on its map. The page itself has no whole board, so the map asks for one when it is opened, and
// follows the same changes as the page from then on.
import type { MapPlace } from "../Map/place";
import type { SitesMap } from "../Map/sites-map";
import { isOlder } from "./connection";
import { show, type Shown } from "./filter";
import type { Settings } from "./settings";
import { aboutWords, availableNote, freshnessWords, mayOpen, pathOf, whyNothing } from "./site-row";
import type { BoardLine, BoardRow, BoardUpdate } from "./wire";

const longestAnswer = 20_000;

export class BoardMap {
  private readonly rows = new Map<string, BoardRow>();
  private map: SitesMap | undefined;
  private shown: BoardUpdate | undefined;
  /** Changes that arrive while the whole board is asked for. */
  private waiting: BoardUpdate[] = [];

  constructor(private readonly settings: Settings) {}

  async showOn(map: SitesMap): Promise<void> {
    this.map = map;
    this.waiting = [];
    const answer = await fetch(`/api/localities/${this.settings.locality}/board`, { signal: AbortSignal.timeout(longestAnswer), cache: "no-store" });
    if (!answer.ok) {
      throw new Error(`The board was answered with ${answer.status}.`);
    }
    this.take((await answer.json()) as BoardUpdate);
    this.waiting.forEach(update => this.take(update));
    this.draw();
  }

  show(update: BoardUpdate): void {
    if (this.shown && this.map && update.from > this.shown.version) {
      void this.showOn(this.map);
    } else if (this.shown) {
      this.take(update);
      this.draw();
    } else if (this.map) {
      this.waiting.push(update);
    }
  }

  /** An update older than the whole board is in it already. */
  private take(update: BoardUpdate): void {
    if (this.shown && update.from !== 0 && isOlder(update, this.shown)) {
      return;
    }
    this.shown = update;
    if (update.from === 0) {
      this.rows.clear();
    }
    update.rows.forEach(row => this.rows.set(row.site, row));
  }

  private draw(): void {
    const sites = [...this.rows.values()].flatMap(row => show(row, this.settings) ?? []).sort((left, right) => (left.row.site < right.row.site ? -1 : 1));
    const places = sites.flatMap(site => placeOf(site, this.settings) ?? []);
    this.map?.show(places, sites.length - places.length);
  }
}

function placeOf(site: Shown, settings: Settings): MapPlace | undefined {
  const { row, lines } = site;
  if (!row.position) {
    return undefined;
  }
  const isKnown = row.freshness !== "never-declared" && row.freshness !== "unreadable";
  return {
    id: row.site,
    name: row.name,
    ...(mayOpen(row, settings) && { path: pathOf(row) }),
    position: row.position,
    ...(row.neighbourhood && { neighbourhood: row.neighbourhood }),
    free: sum(lines, ({ available }) => available),
    expected: sum(lines, ({ expected }) => expected),
    ...(isKnown ? row.freshness === "stale" && { doubt: "stale" as const } : { doubt: "unknown" as const }),
    about: aboutWords(site, settings, true),
    lines: lines.length > 0 ? lines.map(line => lineWords(line, row, settings)) : [whyNothing(row)],
    freshness: freshnessWords[row.freshness],
    tag: `cb-freshness cb-freshness--${row.freshness}`,
    ...(row.declared && { declared: row.declared }),
  };
}

function sum(lines: BoardLine[], count: (line: BoardLine) => number): number {
  return lines.reduce((total, line) => total + count(line), 0);
}

function lineWords(line: BoardLine, row: BoardRow, settings: Settings): string {
  const type = settings.types[line.type] ?? line.type;
  const note = availableNote(line, row);
  return `${type}: ${line.available} free now${note && ` (${note})`}${line.expected > 0 ? `, ${line.expected} expected in 24 hours` : ""}`;
}
