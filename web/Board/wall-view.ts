// What a wall screen shows, built from the same cells as the server's Wall.cshtml.
import { shortAge } from "../Ui/ages";
import { h } from "../Ui/dom";
import { counted, nights } from "../Ui/format";
import { orMore } from "./rules";
import type { Settings } from "./settings";
import { waitingNow } from "./totals";
import type { BoardLine, BoardRow, HospitalTotal, Policy, TypeTotal } from "./wire";

const mostInOneRow = 6;

export interface FreeBeds {
  row: BoardRow;
  line: BoardLine;
}

export interface Hospital {
  total: HospitalTotal;
  policy: Policy;
}

export function columns(types: number): number {
  return types <= mostInOneRow ? Math.max(1, types) : Math.ceil(types / 2);
}

export function typeTiles(types: TypeTotal[], settings: Settings): HTMLElement[] {
  return types.filter(total => total.type !== "inpatient").map(total =>
    h(
      "li",
      { class: "cb-wall__type", "data-key": total.type },
      h("h3", {}, settings.types[total.type]),
      h("p", {}, h("strong", { "data-cell": "available" }, `${total.available}`), " ", h("span", { class: "cb-hidden" }, "available now")),
      h(
        "p",
        { class: "cb-wall__notes" },
        h("span", { "data-cell": "expected" }, total.expected > 0 && `+${total.expected} in 24 h`),
        " ",
        h("span", { "data-cell": "stale", class: "cb-stale" }, total.staleAvailable > 0 && `+${total.staleAvailable} stale`),
        " ",
        h("span", { "data-cell": "waiting" }, waitingNow(total)),
      ),
    ),
  );
}

/** What is available now according to figures that are not stale, most first. */
export function freeBeds(rows: Iterable<BoardRow>, settings: Settings): FreeBeds[] {
  const order = Object.keys(settings.types);
  return [...rows]
    .filter(row => row.kind !== "ward" && (row.freshness === "fresh" || row.freshness === "ageing"))
    .flatMap(row => row.lines.filter(line => line.available > 0).map(line => ({ row, line })))
    .sort((a, b) => b.line.available - a.line.available || compare(a.row.name, b.row.name) || order.indexOf(a.line.type) - order.indexOf(b.line.type));
}

export function freeEntry({ row, line }: FreeBeds, settings: Settings): HTMLElement {
  return h(
    "li",
    { "data-key": `${row.site} ${line.type}` },
    h("strong", { "data-cell": "available" }, `${line.available}`),
    " ",
    h("span", { class: "cb-wall__site", "data-cell": "name" }, row.name),
    " ",
    h("span", { class: "cb-wall__of", "data-cell": "of" }, h("span", {}, settings.types[line.type]), " ", row.declared && shortAge(row.declared.at)),
  );
}

export function hospitalTile({ total, policy }: Hospital): HTMLElement {
  return h(
    "li",
    { "data-key": total.hospital },
    h("h3", { "data-cell": "name" }, total.name),
    h("strong", { "data-cell": "optimised" }, `${total.people.medicallyOptimised}`),
    h("p", { class: "cb-wall__beside", "data-cell": "waiting" }, waiting(total)),
    h("p", { "data-cell": "stale", class: "cb-stale" }, total.staleWards > 0 && `${total.staleWards} of ${total.wards} wards stale`),
    h("p", { "data-cell": "long" }, `${total.people.longStays} in for ${orMore(policy)}`),
    h("p", { "data-cell": "going" }, `${total.people.expectedToGo} expected to leave in 24 h`),
    h("p", { "data-cell": "beds" }, `${counted(total.available)} of ${counted(total.total)} beds available`),
  );
}

function waiting({ people }: HospitalTotal): string {
  const { medicallyOptimised, optimisedMidnights, longestOptimised } = people;
  return medicallyOptimised === 0 ? "" : `${counted(optimisedMidnights)} ${nights(optimisedMidnights)} in total, longest ${longestOptimised} ${nights(longestOptimised)}`;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
