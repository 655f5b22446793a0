import assert from "node:assert/strict";
import { test } from "node:test";
import { titled } from "./title";

test("a title begins with how much waits, and with nothing if nothing does", () => {
  assert.equal(titled("Board: Stockport – Capacity board", 3), "(3) Board: Stockport – Capacity board");
  assert.equal(titled("(3) Board: Stockport – Capacity board", 12), "(12) Board: Stockport – Capacity board");
  assert.equal(titled("(3) Board: Stockport – Capacity board", 0), "Board: Stockport – Capacity board");
});

test("a page with problems says so first", () => {
  assert.equal(titled("Error: Alderbeck House", 3), "Error: Alderbeck House");
});
