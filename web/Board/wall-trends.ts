// The lines of the last 28 days on a wall screen. They change once a day and are never pushed: they are taken from the page, anew each hour.

/** A page that was the first to ask may have none yet. */
const firstAfter = 60_000;
const eachAfter = 3_600_000;
const longestAnswer = 20_000;

export function keepTrends(): void {
  setTimeout(() => void renew(), firstAfter);
  setInterval(() => void renew(), eachAfter);
}

async function renew(): Promise<void> {
  try {
    const answer = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(longestAnswer) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const newer of page.querySelectorAll<HTMLElement>("[data-trend]")) {
      document.querySelector(`[data-trend="${newer.dataset["trend"]}"]`)?.replaceWith(newer);
    }
  } catch {
    // There is no connection: the next hour asks again.
  }
}
