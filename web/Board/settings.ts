// What the page passes to its script.
import type { Position } from "./wire";

export interface Filter {
  kind?: string;
  type?: string;
  available?: "now" | "24h";
  neighbourhood?: string;
  within?: number;
  freshness?: "fresh" | "not-stale" | "to-chase";
}

export interface Settings {
  locality: string;
  version: number;
  at: string;
  filter: Filter;
  order: "kind" | "name" | "available" | "distance" | "age" | "oldest";
  near?: { name: string; position: Position };
  /** The scopes of sites whose pages may be opened, of those where beds may be held, and of those that may be asked for their figures. */
  access: { sites: string[]; wards: string[]; holds: string[]; asks: string[] };
  types: Record<string, string>;
  kinds: Record<string, string>;
  ratings: Record<string, string>;
}

export function readSettings(root: HTMLElement): Settings {
  return JSON.parse(root.dataset["screen"] ?? "") as Settings;
}
