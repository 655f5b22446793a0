// Reports: the charts above their tables.
import { draws } from "./chart";

for (const figure of document.querySelectorAll<HTMLElement>("[data-chart]")) {
  const table = document.getElementById(figure.dataset["chart"]!);
  if (table instanceof HTMLTableElement && table.tBodies[0]!.rows.length > 1) {
    draws(figure, table);
  }
}
