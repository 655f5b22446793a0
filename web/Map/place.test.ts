// What a marker shows and says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { nameOf, shapeOf, textOf, type MapPlace } from "./place";

const place = (differently: Partial<MapPlace> = {}): MapPlace => ({
  id: "a", name: "The Limes", position: { latitude: 53.4, longitude: -2.1 }, free: 0, expected: 0, about: "", lines: [], freshness: "Fresh", tag: "", ...differently,
});

const shown = (...places: MapPlace[]) => [shapeOf(places), textOf(places).join(" / "), nameOf(places)];

test("one place shows what is free, or else what is expected", () => {
  assert.deepEqual(shown(place({ free: 2, expected: 1 })), ["free", "2", "The Limes: 2 free now, 1 expected in 24 hours"]);
  assert.deepEqual(shown(place({ expected: 1 })), ["expected", "+1", "The Limes: 0 free now, 1 expected in 24 hours"]);
  assert.deepEqual(shown(place()), ["none", "0", "The Limes: 0 free now"]);
});

test("figures that nobody stands behind are marked", () => {
  assert.deepEqual(shown(place({ free: 2, doubt: "stale" })), ["doubtful", "2?", "The Limes: 2 free now, not confirmed recently"]);
  assert.deepEqual(shown(place({ doubt: "unknown", freshness: "Never declared" })), ["doubtful", "?", "The Limes: never declared"]);
});

test("several places show the sum that totals count, and say what they leave out", () => {
  const places = [place({ free: 2 }), place({ free: 3, doubt: "stale" }), place({ free: 1 })];
  assert.deepEqual(shown(...places), ["free", "3 free / 3 sites", "3 free now at 3 sites, 3 more not confirmed recently. Show each"]);
});

test("places of a numbered list show their numbers", () => {
  assert.deepEqual(shown(place({ free: 2, number: 4 })), ["free", "4", "4. The Limes: 2 free now"]);
  assert.deepEqual(shown(place({ number: 9 }), place({ number: 4 })), ["none", "0 free / 2 places", "0 free now at 2 places (4, 9). Show each"]);
});
