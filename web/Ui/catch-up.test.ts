// Whatever the answers and their order, a pushed change is shown in the end and nothing older replaces it.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import fc from "fast-check";
import { CatchUp } from "./catch-up";

type May = "all" | "parts" | "nothing";
type Step = "change" | "answer" | "fail" | "no page" | "send" | "wait" | May;

const between = 1_500;
/** Longer than any pause after failures. */
const long = 20_000;

/** A server, one of its pages, and the network between them. */
class World {
  version = 0;
  shown = 0;
  partsShown = 0;
  may: May = "all";
  isSending = false;
  asked: { version: number; resolve: (version: number | null) => void; reject: (reason: Error) => void }[] = [];
  questions = 0;
  readonly wrong: string[] = [];
  readonly catchUp = new CatchUp<number>(
    {
      ask: () => {
        this.questions++;
        return new Promise((resolve, reject) => this.asked.push({ version: this.version, resolve, reject }));
      },
      mayShow: () => (this.isSending ? "nothing" : this.may),
      show: page => {
        this.note(page, this.shown);
        this.shown = this.partsShown = page;
      },
      showParts: page => {
        this.note(page, this.partsShown);
        this.partsShown = page;
      },
    },
    between,
  );

  async take(step: Step): Promise<void> {
    switch (step) {
      case "change":
        this.version++;
        this.catchUp.changed();
        break;
      case "answer":
      case "no page": {
        const one = this.asked.shift();
        one?.resolve(step === "answer" ? one.version : null);
        break;
      }
      case "fail":
        this.asked.shift()?.reject(new Error("No connection."));
        break;
      case "send":
        this.isSending = true;
        await settle();
        this.shown = this.partsShown = this.version;
        this.isSending = false;
        this.catchUp.wasReplaced();
        break;
      case "wait":
        mock.timers.tick(between);
        break;
      default:
        if (this.may !== step) {
          this.may = step;
          this.catchUp.lookAgain();
        }
    }
    await settle();
  }

  private note(page: number, before: number): void {
    if (page < before) {
      this.wrong.push(`showed ${page} after ${before}`);
    }
  }

  async answerAll(): Promise<void> {
    for (let round = 0; round < 20; round++) {
      mock.timers.tick(long);
      await settle();
      await this.take("answer");
    }
  }
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) {
    await Promise.resolve();
  }
};

const steps = fc.array(fc.constantFrom<Step>("change", "change", "answer", "answer", "fail", "no page", "send", "wait", "wait", "all", "parts", "nothing"), { maxLength: 60 });

test("what was pushed is shown in the end, and then nothing more is asked", async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.constantFrom<May>("all", "parts"), async (history, end) => {
      mock.timers.enable({ apis: ["setTimeout"] });
      try {
        const world = new World();
        for (const step of history) {
          await world.take(step);
        }
        await world.take(end);
        await world.answerAll();
        assert.deepEqual(world.wrong, []);
        assert.equal(end === "all" ? world.shown : world.partsShown, world.version);
        const { questions } = world;
        await world.answerAll();
        assert.equal(world.questions, questions, "asked again without a change");
      } finally {
        mock.timers.reset();
      }
    }),
    { numRuns: 1_000 },
  );
});
