// A place on the map, and how it looks and reads there. A shape and a number say what a colour says.

export interface Point {
  latitude: number;
  longitude: number;
}

export interface MapPlace {
  /** The id of its entry in the list that says the same. */
  id: string;
  name: string;
  /** Its own page, if the reader may open it. */
  path?: string;
  position: Point;
  neighbourhood?: string;
  /** Its number in the list, if the list has numbers. */
  number?: number;
  free: number;
  expected: number;
  /** Figures that no total counts: not confirmed recently, or none at all. */
  doubt?: "stale" | "unknown";
  about: string;
  /** A line for each type of bed. */
  lines: string[];
  freshness: string;
  /** The class of the tag that says the freshness. */
  tag: string;
  /** When the figures were last confirmed and by whom: in words, or to keep up to date. */
  updated?: string;
  declared?: { at: string; by: string };
}

/** What the server gives a page for its map. */
export interface MapView {
  /** The name of the page's locality. */
  locality: string;
  /** The place from which distances are measured. */
  near?: { name: string; position: Point };
  places?: MapPlace[];
  /** How many more are in the list, at positions that are not known. */
  unplaced?: number;
}

export type Shape = "free" | "expected" | "none" | "doubtful";

export function shapeOf(places: MapPlace[]): Shape {
  const sure = places.filter(place => !place.doubt);
  if (sure.some(place => place.free > 0)) {
    return "free";
  }
  if (sure.some(place => place.expected > 0)) {
    return "expected";
  }
  return sure.length < places.length ? "doubtful" : "none";
}

/** What stands in the marker: a number in the list, or free beds; of several places, both their beds and how many they are. */
export function textOf(places: MapPlace[]): string[] {
  const [place] = places;
  if (!place || places.length > 1) {
    return [`${freeIn(places)} free`, `${places.length} ${nounFor(places)}`];
  }
  if (place.number !== undefined) {
    return [`${place.number}`];
  }
  switch (shapeOf(places)) {
    case "doubtful":
      return [place.doubt === "stale" ? `${place.free}?` : "?"];
    case "expected":
      return [`+${place.expected}`];
    default:
      return [`${place.free}`];
  }
}

/** The marker's accessible name. */
export function nameOf(places: MapPlace[]): string {
  const [place] = places;
  if (place && places.length === 1) {
    return `${numbered(place)}: ${figuresOf(place)}`;
  }
  const stale = places.reduce((sum, { doubt, free }) => sum + (doubt === "stale" ? free : 0), 0);
  const more = stale > 0 ? `, ${stale} more not confirmed recently` : "";
  return `${freeIn(places)} free now at ${places.length} ${nounFor(places)}${numbersOf(places)}${more}. Show each`;
}

export function numbered({ name, number }: MapPlace): string {
  return number === undefined ? name : `${number}. ${name}`;
}

export function figuresOf(place: MapPlace): string {
  if (place.doubt === "unknown") {
    return place.freshness.toLowerCase();
  }
  const expected = place.expected > 0 ? `, ${place.expected} expected in 24 hours` : "";
  return `${place.free} free now${expected}${place.doubt ? ", not confirmed recently" : ""}`;
}

function freeIn(places: MapPlace[]): number {
  return places.reduce((sum, { doubt, free }) => sum + (doubt ? 0 : free), 0);
}

function nounFor([first]: MapPlace[]): string {
  return first?.number === undefined ? "sites" : "places";
}

function numbersOf(places: MapPlace[]): string {
  const numbers = places.flatMap(({ number }) => number ?? []).sort((left, right) => left - right);
  return numbers.length > 0 ? ` (${numbers.join(", ")})` : "";
}
