// Rings of distance around the place that was searched.
import type { Feature } from "geojson";
import { pointAt } from "./ground";
import type { Point } from "./place";

const kilometresInAMile = 1.609344;
const kilometresInADegree = 111.195;
const steps = 96;
/** In miles; only those that the places reach are drawn. */
const radii = [1, 2, 5, 10, 20, 50];

/** Each as a line, and its words as points in the north and south of it, one of which is mostly in sight. */
export function ringsAround(near: Point, places: Point[]): Feature[] {
  const farthest = Math.max(0, ...places.map(place => kilometresBetween(near, place))) / kilometresInAMile;
  return radii.filter((_, i) => i === 0 || radii[i - 1]! < farthest).flatMap(radius => {
    const degrees = (radius * kilometresInAMile) / kilometresInADegree;
    const name = radius === 1 ? "1 mile" : `${radius} miles`;
    const ends = [near.latitude + degrees, near.latitude - degrees];
    return [circle(near, degrees), ...ends.map(latitude => pointAt({ ...near, latitude }, { name }))];
  });
}

function circle({ latitude, longitude }: Point, degrees: number): Feature {
  const coordinates = Array.from({ length: steps + 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / steps;
    return [longitude + (Math.sin(angle) * degrees) / Math.cos((latitude * Math.PI) / 180), latitude + Math.cos(angle) * degrees];
  });
  return { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } };
}

/** Exact enough for a drawing. */
function kilometresBetween(from: Point, to: Point): number {
  const east = (to.longitude - from.longitude) * Math.cos((from.latitude * Math.PI) / 180);
  return Math.hypot(to.latitude - from.latitude, east) * kilometresInADegree;
}
