// However places lie, each is in exactly one marker and no two markers cover each other.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clustersOf } from "./clusters";
import type { MapPlace } from "./place";

const placeAt = (latitude: number, longitude: number, id = `${latitude},${longitude}`): MapPlace => ({
  id, name: id, position: { latitude, longitude }, free: 1, expected: 0, about: "", lines: [], freshness: "Fresh", tag: "",
});

/** Across Stockport, to about a metre. */
const somewhere = fc.record({ latitude: fc.integer({ min: 53_330_00, max: 53_450_00 }), longitude: fc.integer({ min: -2_250_00, max: -2_020_00 }) });
const anywhere = fc.array(somewhere, { maxLength: 60 }).map(all => all.map(({ latitude, longitude }, i) => placeAt(latitude / 100_000, longitude / 100_000, `p${i}`)));
const anyZoom = fc.double({ min: 6, max: 16, noNaN: true });

const pixels = ({ latitude, longitude }: MapPlace["position"], zoom: number): [number, number] => {
  const world = 512 * 2 ** zoom;
  return [(world * longitude) / 360, (world * Math.asinh(Math.tan((latitude * Math.PI) / 180))) / (2 * Math.PI)];
};

test("each place is in one cluster", () => {
  fc.assert(fc.property(anywhere, anyZoom, (places, zoom) => {
    const clustered = clustersOf(places, zoom).flatMap(cluster => cluster.places.map(({ id }) => id));
    assert.deepEqual(clustered.sort(), places.map(({ id }) => id).sort());
  }));
});

test("no marker covers another", () => {
  fc.assert(fc.property(anywhere, anyZoom, (places, zoom) => {
    const spots = clustersOf(places, zoom).map(({ position, places }) => ({ at: pixels(position, zoom), isOne: places.length === 1 }));
    spots.forEach((left, i) => spots.slice(i + 1).forEach(right => {
      const room = left.isOne && right.isOne ? 36 : 60;
      const [east, north] = [Math.abs(left.at[0] - right.at[0]), Math.abs(left.at[1] - right.at[1])];
      assert.ok(east >= (left.isOne !== right.isOne ? 48 : room) || north >= 36, `${east} by ${north}`);
    }));
  }));
});

test("places far apart are alone, and those at one point never are", () => {
  const [north, south, here] = [placeAt(53.43, -2.15), placeAt(53.36, -2.15), placeAt(53.36, -2.15, "here")];
  assert.deepEqual(clustersOf([north, south, here], 11).map(({ key }) => key), [north.id, `${south.id} here`]);
  assert.equal(clustersOf([south, here], 16).length, 1);
});
