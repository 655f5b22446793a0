import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { base64UrlOf, bytesOf } from "./subscription";

test("bytes are the same after they were text for an address", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), bytes => {
    const text = base64UrlOf(new Uint8Array(bytes).buffer);
    assert.match(text, /^[A-Za-z0-9_-]*$/);
    assert.deepEqual([...bytesOf(text)], [...bytes]);
  }));
});
