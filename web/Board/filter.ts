// Decides which sites the page shows, by the same rules as the server's BoardView.
import type { Filter, Settings } from "./settings";
import type { BoardLine, BoardRow, Position } from "./wire";

export interface Shown {
  row: BoardRow;
  lines: BoardLine[];
  kilometres?: number;
  sortKey: number;
  nameKey: string;
  /** Nothing is or will be free here in 24 hours, and nothing is to be asked. */
  isFull: boolean;
}

const last = 1e15;
const earthRadiusInKilometres = 6371;

/** The site as the filter shows it; undefined if the filter hides it or it is closed. */
export function show(row: BoardRow, settings: Settings): Shown | undefined {
  const { filter, near } = settings;
  const lines = filter.type === undefined ? row.lines : row.lines.filter(line => line.type === filter.type);
  const kilometres = near && row.position ? distance(row.position, near.position) : undefined;
  if (!matches(row, lines, filter) || (near && filter.within !== undefined && !(kilometres !== undefined && kilometres <= filter.within))) {
    return undefined;
  }
  return {
    row,
    lines,
    ...(kilometres !== undefined && { kilometres }),
    sortKey: sortKey(row, lines, kilometres, settings.order),
    nameKey: row.name.toUpperCase().replace(/[0-9]+/g, number => number.replace(/^0+/, "").padStart(20, "0")),
    isFull: isFull(row, lines),
  };
}

export function isBefore(left: { sortKey: number; nameKey: string }, right: { sortKey: number; nameKey: string }): boolean {
  return left.sortKey === right.sortKey ? left.nameKey < right.nameKey : left.sortKey < right.sortKey;
}

function isFull(row: BoardRow, lines: BoardLine[]): boolean {
  return isRecent(row) && !row.suspended && lines.every(line => line.available === 0 && line.expected === 0 && !line.suspended);
}

function isRecent(row: BoardRow): boolean {
  return row.freshness === "fresh" || row.freshness === "ageing";
}

function matches(row: BoardRow, lines: BoardLine[], filter: Filter): boolean {
  return (
    !row.closed &&
    isTrusted(row, filter) &&
    (filter.kind === undefined || filter.kind === row.kind) &&
    (filter.neighbourhood === undefined || filter.neighbourhood === row.neighbourhood) &&
    (filter.type === undefined || lines.length > 0) &&
    (filter.available === undefined || lines.some(line => line.available + (filter.available === "24h" ? line.expected : 0) > 0))
  );
}

function isTrusted(row: BoardRow, filter: Filter): boolean {
  switch (filter.freshness) {
    case "fresh":
      return row.freshness === "fresh";
    case "not-stale":
      return isRecent(row);
    case "to-chase":
      return !isRecent(row);
    default:
      return true;
  }
}

function sortKey(row: BoardRow, lines: BoardLine[], kilometres: number | undefined, order: Settings["order"]): number {
  switch (order) {
    case "available":
      return -lines.reduce((sum, line) => sum + line.available, 0);
    case "distance":
      return kilometres ?? last;
    case "age":
      return row.declared ? -Date.parse(row.declared.at) : last;
    case "oldest":
      return row.declared ? Date.parse(row.declared.at) : -last;
    default:
      return 0;
  }
}

function distance(from: Position, to: Position): number {
  const [north, east] = [radians(to.latitude - from.latitude), radians(to.longitude - from.longitude)];
  const half = Math.sin(north / 2) ** 2 + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * earthRadiusInKilometres * Math.asin(Math.sqrt(half));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
