// The totals above the sites, built from the same cells as the server's _TypeTotal.cshtml and _HospitalTotal.cshtml.
import { ago } from "../Ui/ages";
import { h, updateCells } from "../Ui/dom";
import { counted, joined, nameOf, nights, taken } from "../Ui/format";
import { orMore } from "./rules";
import type { Settings } from "./settings";
import type { BoardUpdate, ElsewhereTotal, HospitalTotal, Policy, TypeTotal } from "./wire";

export function showTotals(root: HTMLElement, { totals, policy, locality }: BoardUpdate, settings: Settings): void {
  showList(root.querySelector("[data-list=types]"), totals.types.map(total => typeTile(total, settings)));
  showList(root.querySelector("[data-list=hospitals]"), totals.hospitals.map(total => hospitalTile(total, policy, locality)));
  showList(root.querySelector("[data-list=elsewhere]"), totals.elsewhere.map(elsewhereItem));
  root.querySelector("[data-elsewhere]")?.toggleAttribute("hidden", totals.elsewhere.length === 0);
}

/** Updates a list, leaving existing tiles in place. */
export function showList(list: Element | null, made: HTMLElement[]): void {
  if (!list) {
    return;
  }
  const shown = new Map([...list.children].map(tile => [tile.getAttribute("data-key"), tile]));
  const tiles = made.map(tile => {
    const before = shown.get(tile.getAttribute("data-key"));
    return before && updateCells(before, tile) ? before : tile;
  });
  shown.forEach(tile => tiles.includes(tile as HTMLElement) || tile.remove());
  tiles.forEach((tile, i) => list.children[i] === tile || list.insertBefore(tile, list.children[i] ?? null));
}

function typeTile(total: TypeTotal, settings: Settings): HTMLElement {
  const query = new URLSearchParams(location.search);
  const isChosen = settings.filter.type === total.type;
  return h(
    "li",
    { class: "cb-tile", "data-key": total.type },
    h("a", { class: "cb-tile__type", href: tileAddress(query, total.type, isChosen), "aria-current": isChosen ? "true" : undefined }, settings.types[total.type]),
    h(
      "p",
      { class: "cb-tile__now" },
      h("strong", { "data-cell": "available" }, `${total.available}`),
      " ",
      h("span", { class: "nhsuk-u-visually-hidden" }, "available now"),
      " ",
      h("span", { "data-cell": "expected" }, total.expected > 0 && `+${total.expected} in 24 hours`),
    ),
    h("p", { "data-cell": "waiting" }, waitingFor(total)),
    h("p", { "data-cell": "stale", class: "cb-stale" }, stale(total)),
    h("p", { "data-cell": "rest", class: "cb-tile__rest" }, rest(total)),
  );
}

/** Who waits for the type, in words: "5 waiting, 1 more in 24 hours". */
function waitingFor(total: TypeTotal): string {
  return total.waitingSoon === 0 ? waitingNow(total) : `${counted(total.waiting)} waiting, ${counted(total.waitingSoon)} more in 24 hours`;
}

export function waitingNow({ waiting }: TypeTotal): string {
  return waiting === 0 ? "" : `${counted(waiting)} waiting`;
}

function tileAddress(query: URLSearchParams, type: string, isChosen: boolean): string {
  query.delete("type");
  query.delete("available");
  if (!isChosen) {
    query.set("type", type);
    query.set("available", "24h");
  }
  return `?${query}`;
}

function stale(total: TypeTotal): string {
  const now = total.staleAvailable > 0 && `${total.staleAvailable} more${total.staleExpected > 0 ? " now" : ""}`;
  const later = total.staleExpected > 0 && `${total.staleExpected} more in 24 hours`;
  return now || later ? `${[now, later].filter(part => part).join(", ")}, not confirmed recently` : "";
}

function rest(total: TypeTotal): string {
  return joined(
    total.total === 0 ? "None here" : `${counted(total.occupied)} of ${counted(total.total)} ${taken(total.type)}`,
    total.held > 0 && `${total.held} held`,
    total.closed > 0 && `${total.closed} closed`,
    total.vacantUnderSuspension > 0 && `${total.vacantUnderSuspension} suspended`,
    total.due > 0 && `${total.due} due, not confirmed`,
  );
}

function elsewhereItem(total: ElsewhereTotal): HTMLElement {
  const words = `${total.name}, ${nameOf(total.locality)}: ${counted(total.stays)}, ${counted(total.medicallyOptimised)} of them medically optimised`;
  return h("li", { "data-key": `${total.locality}/${total.place}` }, h("span", { "data-cell": "words" }, words));
}

function hospitalTile(total: HospitalTotal, policy: Policy, locality: string): HTMLElement {
  const { people } = total;
  return h(
    "li",
    { class: "cb-hospital", "data-key": total.hospital },
    h("h3", { class: "cb-hospital__name", "data-cell": "name" }, total.name),
    h("p", { class: "cb-tile__now" }, h("strong", { "data-cell": "optimised" }, `${people.medicallyOptimised}`), " ", h("span", {}, "medically optimised now")),
    h("p", { "data-cell": "waiting" }, waiting(total)),
    h("p", { "data-cell": "own" }, people.stays > 0 && `${counted(people.own)} of ${counted(people.stays)} people live in ${nameOf(locality)}`),
    h("p", { "data-cell": "going" }, joined(`${people.expectedToGo} expected to leave in 24 hours`, people.overdue > 0 && `${people.overdue} past their expected date`)),
    h("p", { "data-cell": "long" }, `${people.longStays} in hospital for ${orMore(policy)}, ${people.superStranded} of them ${policy.superStrandedMidnights} or more`),
    h("p", { "data-cell": "beds" }, beds(total)),
    h("p", { "data-cell": "stale", class: "cb-stale" }, staleWards(total)),
    h("p", { "data-cell": "age", class: "cb-tile__rest" }, ...(total.oldestDeclared ? ["Oldest figure ", ago(total.oldestDeclared)] : [])),
  );
}

function waiting({ people }: HospitalTotal): string {
  const { medicallyOptimised, optimisedMidnights, longestOptimised } = people;
  return medicallyOptimised === 0
    ? ""
    : `${counted(optimisedMidnights)} ${nights(optimisedMidnights)} since then in total, longest ${longestOptimised} ${nights(longestOptimised)}`;
}

function beds(total: HospitalTotal): string {
  return joined(
    `${counted(total.available)} of ${counted(total.total)} beds available`,
    total.held > 0 && `${total.held} held`,
    total.closed > 0 && `${total.closed} closed`,
  );
}

function staleWards(total: HospitalTotal): string {
  return total.staleWards > 0 ? `${total.staleWards} of ${total.wards} wards stale: ${total.staleAvailable} more available, not confirmed recently` : "";
}
