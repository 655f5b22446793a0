import { HubConnectionBuilder, type HubConnection } from "@microsoft/signalr";
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { BoardConnection } from "./connection";
import type { BoardUpdate } from "./wire";
import type { WireUpdate } from "./wire-reader";

const codes = JSON.stringify({ types: ["general", "nursing"], freshnesses: ["fresh", "stale"] });
const policy = JSON.stringify({ longStayMidnights: 7 });
const at = (version: number): number => Date.parse("2026-03-02T09:00:00Z") + version * 1000;
const whole = (version: number): WireUpdate => ["stockport", 0, version, at(version), [], [], [], "[]", 1, policy, null, codes];
const push = (version: number): WireUpdate => ["stockport", version - 1, version, at(version), [], [], [], null, 1, null, null, null];

/** A server that is asked and answers when the test says so. */
class FakeHub {
  serverTimeoutInMilliseconds = 0;
  changed: (update: WireUpdate) => void = () => {};
  readonly asked: ((answer: WireUpdate) => void)[] = [];

  on(_: string, changed: (update: WireUpdate) => void): void {
    this.changed = changed;
  }

  onclose(): void {}

  start(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  invoke(): Promise<WireUpdate> {
    return new Promise(resolve => this.asked.push(resolve));
  }
}

test("a screen that is pushed to all the time goes live", async () => {
  mock.timers.enable({ apis: ["setInterval", "setTimeout"] });
  const hub = new FakeHub();
  mock.method(HubConnectionBuilder.prototype, "build", () => hub as unknown as HubConnection);
  Object.assign(globalThis, { document: { addEventListener: () => {}, hidden: false }, window: { addEventListener: () => {} } });
  const shown: number[] = [];
  let isLive = false;
  new BoardConnection("stockport", { show: (update: BoardUpdate) => shown.push(update.version), live: () => (isLive = true), notLive: () => {} }).start();

  await settled();
  hub.changed(push(8));
  hub.asked[0]!(whole(7));
  await settled();
  assert.deepEqual(shown, [7]);

  hub.changed(push(8));
  hub.asked[1]!(whole(8));
  await settled();
  assert.deepEqual([shown.at(-1), isLive], [8, true]);
});

function settled(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
