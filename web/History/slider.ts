// Replaces the page with that of each time the slider reaches: one request at a time, and then the newest time asked for.
import { initAll } from "nhsuk-frontend";
import { dayAndTime } from "../Ui/format";

const step = 15 * 60_000;
const notShown = "No connection. The page still shows the time given above.";

const partsOf = (page: ParentNode) => [...page.querySelectorAll<HTMLElement>("[data-past]")];

const addressOf = (moment: number): string => {
  const address = new URL(location.href);
  ["version", "at-date", "at-date-day", "at-date-month", "at-date-year", "at-time", "at-clocks"].forEach(field => address.searchParams.delete(field));
  address.searchParams.set("at", new Date(moment).toISOString());
  return address.href;
};

/** The page as at a time; null if the server answered with another page, such as sign-in. */
const pageAt = async (address: string): Promise<Document | null> => {
  const response = await fetch(address, { cache: "no-store" });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return partsOf(page).length === partsOf(document).length ? page : null;
};

const show = (page: Document, address: string): void => {
  const parts = partsOf(page);
  partsOf(document).forEach((part, i) => {
    part.replaceChildren(...parts[i]!.childNodes);
    initAll({ scope: part });
  });
  document.title = page.title;
  history.replaceState(null, "", address);
};

export const slidesThroughTheDay = (root: HTMLElement): void => {
  const input = root.querySelector("input")!;
  const output = root.querySelector("output")!;
  const latest = Date.parse(root.dataset["latest"]!);
  const momentAsked = () => latest - (Number(input.max) - input.valueAsNumber) * step;
  let shown: number | undefined;
  let isAsking = false;

  const say = (words: string): void => {
    output.textContent = words;
    input.setAttribute("aria-valuetext", words);
  };
  const showNewest = async (): Promise<void> => {
    if (isAsking) {
      return;
    }
    isAsking = true;
    try {
      for (let moment = momentAsked(); moment !== shown; moment = momentAsked()) {
        const address = addressOf(moment);
        const page = await pageAt(address);
        if (!page) {
          location.assign(address);
          return;
        }
        show(page, address);
        shown = moment;
      }
    } catch {
      say(notShown);
    } finally {
      isAsking = false;
    }
  };

  input.addEventListener("input", () => {
    say(dayAndTime(momentAsked()).join(", "));
    void showNewest();
  });
  say(dayAndTime(momentAsked()).join(", "));
  root.hidden = false;
};
