import assert from "node:assert/strict";
import { test } from "node:test";
import { WireReader, type WireUpdate } from "./wire-reader";

const at = Date.parse("2026-03-02T09:00:00Z");
const codes = JSON.stringify({ types: ["general", "nursing"], freshnesses: ["fresh", "stale"] });
const policy = JSON.stringify({ longStayMidnights: 7 });
const whole: WireUpdate = [
  "stockport", 0, 7, at,
  [["the-limes", ["care-home", "The Limes", null, "Bramhall", "SK7 1AA", 53.4, -2.1, null, "good"], 0, [at, "The manager"], ["Outbreak", null], [[1, 20, 18, 0, 0, 2, 1, 0, 0, 0, null, null]], null, null, null]],
  [[0, 5, 5, 0, 0, 0, 0, 0, 0, 0, 0], [1, 20, 18, 0, 0, 2, 0, 1, 0, 0, 0]], [], "[]", 1, policy, null, codes,
];
const push: WireUpdate = [
  "stockport", 7, 8, at + 1000,
  [["the-limes", null, 1, [at, "The manager"], null, [[1, 20, 19, 0, 0, 1, 1, 0, 0, 0, null, null]], null, null, null, [at, "Ama Osei"]]],
  [[1, 20, 19, 0, 0, 1, 0, 1, 0, 0, 0]], [], null, 1, null, null, null,
];

test("a push is put together with what was sent before", () => {
  const reader = new WireReader(false);
  reader.read(whole);

  const update = reader.read(push)!;

  assert.deepEqual(update.rows, [
    {
      site: "stockport/the-limes", kind: "care-home", name: "The Limes", neighbourhood: "Bramhall", postcode: "SK7 1AA", position: { latitude: 53.4, longitude: -2.1 }, rating: "good",
      freshness: "stale", declared: { at: "2026-03-02T09:00:00.000Z", by: "The manager" }, figuresRequested: { at: "2026-03-02T09:00:00.000Z", by: "Ama Osei" },
      lines: [{ type: "nursing", total: 20, occupied: 19, closed: 0, held: 0, available: 1, expected: 1, due: 0, arriving: 0, vacantUnderSuspension: 0 }],
    },
  ]);
  assert.deepEqual(update.totals.types.map(({ type, available }) => [type, available]), [["general", 0], ["nursing", 1]]);
  assert.deepEqual(update.policy, { longStayMidnights: 7 });
});

test("a push is not read by a screen that was never sent what it leaves out", () => {
  assert.equal(new WireReader(false).read(push), undefined);
});

test("a site whose details were never sent is not shown, but may be named", () => {
  const changes: WireUpdate = [...push];
  changes[9] = policy;
  changes[7] = "[]";
  changes[11] = codes;

  assert.equal(new WireReader(false).read(changes), undefined);
  assert.deepEqual(new WireReader(true).read(changes)?.rows.map(row => row.site), ["stockport/the-limes"]);
});

test("a site that was closed before the screen knew it is only taken away", () => {
  const reader = new WireReader(false);
  reader.read(whole);
  const closing: WireUpdate = [...push];
  closing[4] = [["the-old-house", null, 0, null, null, [], null, null, "Sold"]];

  assert.deepEqual(reader.read(closing)?.rows.map(({ site, closed }) => [site, closed?.reason]), [["stockport/the-old-house", "Sold"]]);
});

test("details are known from a board that was polled, and no more of it than they are", () => {
  const polled = new WireReader(false).read(whole)!;
  const reader = new WireReader(false);
  reader.learn(polled);
  const changes: WireUpdate = [...push];
  changes[9] = policy;
  changes[7] = "[]";
  changes[11] = codes;

  const [row] = reader.read(changes)!.rows;

  assert.equal(row!.name, "The Limes");
  assert.equal(row!.suspended, undefined);
});
