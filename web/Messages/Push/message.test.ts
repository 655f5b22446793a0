import assert from "node:assert/strict";
import { test } from "node:test";
import { messageIn } from "./message";

const origin = "https://board.example";
const sent = { title: "Alderbeck House", body: "Can you take this person?", path: "/stockport/alderbeck#enquiries", count: 3, tag: "answer-enquiry|stockport/alderbeck|1" };
const pathOf = (path: unknown): string => messageIn(JSON.stringify({ ...sent, path }), origin).path;

test("a message is read as it was sent", () => {
  assert.deepEqual(messageIn(JSON.stringify(sent), origin), sent);
});

test("malformed data says that something waits, and leads to My work", () => {
  for (const text of [undefined, "", "no JSON", "null", "[]", "3", "{}", '{"title":3}', '{"title":""}']) {
    const message = messageIn(text, origin);
    assert.deepEqual([message.title, message.path], ["Something waits for you", "/work"], text);
  }
});

test("nobody is led to another origin", () => {
  for (const path of ["https://elsewhere.example/work", "//elsewhere.example/work", "/\\elsewhere.example", "\\\\elsewhere.example", "javascript:alert(1)", "work", "", null, 3]) {
    assert.equal(pathOf(path), "/work", String(path));
  }
  assert.equal(pathOf("/stockport?type=general-nursing#free"), "/stockport?type=general-nursing#free");
});

test("a count that is none leaves the badge alone", () => {
  for (const count of [-1, 1.5, "3", null]) {
    assert.equal(messageIn(JSON.stringify({ ...sent, count }), origin).count, undefined);
  }
});
