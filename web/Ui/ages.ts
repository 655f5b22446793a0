// Keeps every age on the page up to date.
import { now } from "./clock";
import { h } from "./dom";
import { age } from "./format";

const betweenTicks = 10_000;

export function ago(instant: string): HTMLElement {
  return h("time", { "data-age": "ago", datetime: new Date(instant).toISOString() }, age(Date.parse(instant), now()));
}

/** Without "ago", for small spaces. */
export function shortAge(instant: string): HTMLElement {
  return h("time", { "data-age": "short", datetime: new Date(instant).toISOString() }, shortened(age(Date.parse(instant), now())));
}

export function keepAges(): void {
  setInterval(tick, betweenTicks);
  document.addEventListener("visibilitychange", tick);
}

function tick(): void {
  if (document.hidden) {
    return;
  }
  for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-age]")) {
    const words = age(Date.parse(time.dateTime), now());
    const text = time.dataset["age"] === "short" ? shortened(words) : words;
    if (time.textContent !== text) {
      time.textContent = text;
    }
  }
}

function shortened(age: string): string {
  return age.replace(" ago", "");
}
