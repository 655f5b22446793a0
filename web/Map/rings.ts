// Rings of distance around the place that was searched.
import type { Feature, LineString } from "geojson";
import { miles } from "../Ui/format";
import type { Point } from "./place";

const kilometresInAMile = 1.609344;
const kilometresInADegree = 111.195;
const steps = 96;
/** In miles; only those that the places reach are drawn. */
const radii = [1, 2, 5, 10, 20, 50];

export function ringsAround(near: Point, places: Point[]): Feature<LineString>[] {
  const farthest = Math.max(0, ...places.map(place => kilometresBetween(near, place))) / kilometresInAMile;
  return radii.filter((_, i) => i === 0 || radii[i - 1]! < farthest).map(radius => ({
    type: "Feature",
    properties: { words: miles(radius * kilometresInAMile) },
    geometry: { type: "LineString", coordinates: circle(near, radius * kilometresInAMile) },
  }));
}

/** From the south round by the west, so that the words along it, in its middle, are in the north and upright. */
function circle({ latitude, longitude }: Point, kilometres: number): [number, number][] {
  const degrees = kilometres / kilometresInADegree;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / steps;
    return [longitude - (Math.sin(angle) * degrees) / Math.cos((latitude * Math.PI) / 180), latitude - Math.cos(angle) * degrees];
  });
}

/** Exact enough for a drawing. */
function kilometresBetween(from: Point, to: Point): number {
  const east = (to.longitude - from.longitude) * Math.cos((from.latitude * Math.PI) / 180);
  return Math.hypot(to.latitude - from.latitude, east) * kilometresInADegree;
}
