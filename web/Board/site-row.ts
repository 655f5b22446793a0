// A site's rows, built from the same cells as the server's _Site.cshtml.
import { ago } from "../Ui/ages";
import { now } from "../Ui/clock";
import { h } from "../Ui/dom";
import type { Shown } from "./filter";
import { clock, joined, miles, nights, taken } from "../Ui/format";
import type { Settings } from "./settings";
import type { BoardLine, BoardRow, Suspended } from "./wire";

export const freshnessWords = { fresh: "Fresh", ageing: "Ageing", stale: "Stale", "never-declared": "Never declared", unreadable: "Cannot be shown" };

export function siteRows(site: Shown, settings: Settings): HTMLElement {
  const rows = site.lines.map(line => h("tr", { class: "cb-line", role: "row" }, ...lineCells(line, site.row, settings)));
  if (rows.length === 0) {
    rows.push(h("tr", { class: "cb-line", role: "row" }, nothing(site.row)));
  }
  rows[0]!.prepend(about(site, rows.length, settings));
  return h("tbody", { class: `cb-site${site.isFull ? " cb-site--full" : ""}`, role: "rowgroup", id: site.row.site, "data-site": site.row.site, "data-sort": `${site.sortKey}`, "data-name": site.nameKey }, ...rows);
}

function about(site: Shown, lines: number, settings: Settings): HTMLElement {
  const { row } = site;
  return h(
    "th",
    { class: "cb-about", scope: "rowgroup", role: "rowheader", rowspan: `${lines}` },
    mayOpen(row, settings)
      ? h("a", { class: "cb-about__name", "data-cell": "name", href: pathOf(row) }, row.name)
      : h("span", { class: "cb-about__name", "data-cell": "name" }, row.name),
    " ",
    h("span", { "data-cell": "about" }, aboutWords(site, settings, settings.order !== "kind")),
    " ",
    h("span", { "data-cell": "telephone" }, row.telephone && h("a", { href: `tel:${row.telephone.replaceAll(" ", "")}` }, row.telephone)),
    " ",
    h("span", { "data-cell": "people" }, people(row)),
    " ",
    h(
      "span",
      { "data-cell": "suspended" },
      ...(row.suspended ? [h("strong", { class: "nhsuk-tag nhsuk-tag--red" }, "Placements suspended"), ` ${until(row.suspended)}`] : []),
    ),
    " ",
    h(
      "span",
      { "data-cell": "age" },
      h("strong", { class: `nhsuk-tag cb-freshness cb-freshness--${row.freshness}` }, freshnessWords[row.freshness]),
      " ",
      ...(row.declared ? [ago(row.declared.at), row.declared.by && ` by ${row.declared.by}`] : []),
    ),
    " ",
    h("span", { "data-cell": "asked" }, ...asked(row, settings)),
  );
}

/** Who asked for figures that are stale or were never given, and the way to ask. The page's one form for all sites sends it. */
function asked(row: BoardRow, settings: Settings): (HTMLElement | string | false)[] {
  const { figuresRequested: request } = row;
  if (row.freshness !== "stale" && row.freshness !== "never-declared") {
    return [];
  }
  return [request ? `Asked by ${request.by} at ${clock(Date.parse(request.at), now())}` : "", " ", covered(row, settings.access.asks) && askButton(row)];
}

function askButton(row: BoardRow): HTMLElement {
  const formaction = `/${row.site.split("/")[0]}/chase?handler=Ask&site=${encodeURIComponent(row.site)}`;
  return h("button", { class: "cb-chase-one", type: "submit", form: "ask", formaction }, row.figuresRequested ? "Ask again" : "Ask for an update", h("span", { class: "nhsuk-u-visually-hidden" }, `: ${row.name}`));
}

export function aboutWords({ row, kilometres }: Shown, settings: Settings, withKind: boolean): string {
  return joined(
    withKind && (settings.kinds[row.kind] ?? row.kind),
    row.hospital,
    row.neighbourhood,
    row.postcode,
    kilometres !== undefined && `${miles(kilometres)} away`,
    row.rating !== "not-rated" && `CQC: ${settings.ratings[row.rating] ?? row.rating}`,
  );
}

function lineCells(line: BoardLine, row: BoardRow, settings: Settings): HTMLElement[] {
  const type = settings.types[line.type] ?? line.type;
  const isDoubtful = row.freshness === "stale" || line.suspended !== undefined;
  const available = `cb-figure cb-available${line.available > 0 ? " cb-available--some" : ""}${isDoubtful ? " cb-available--doubtful" : ""}`;
  return [
    h("td", { role: "cell", class: "cb-type", "data-cell": "type" }, `${type} `, h("small", {}, suspensionNote(line, row)), " ", h("small", {}, closedNote(line))),
    h(
      "td",
      { role: "cell", class: available, "data-label": "Available", "data-cell": "available" },
      h("strong", {}, `${line.available}`),
      " ",
      h("small", {}, availableNote(line, row)),
    ),
    figure("In 24 hours", "expected", `${line.expected}`, line.due > 0 && `${line.due} due`),
    figure("Held", "held", `${line.held}`, line.arriving > 0 && `${line.arriving} arriving`),
    figure("Closed", "closed", `${line.closed}`),
    figure(taken(line.type) === "occupied" ? "Occupied" : "In use", "occupied", `${line.occupied} of ${line.total}`),
    h("td", { role: "cell", class: "cb-hold", "data-cell": "hold" }, ...(line.available > 0 && covered(row, settings.access.holds) ? [holdLink(line, row, type), ...(row.kind === "ward" ? [] : [" ", suitedLink(row)])] : [])),
  ];
}

function figure(label: string, cell: string, count: string, note?: string | false): HTMLElement {
  const notes = note === undefined ? [] : [" ", h("small", {}, note)];
  return h("td", { role: "cell", class: "cb-figure", "data-label": label, "data-cell": cell }, count, ...notes);
}

function holdLink(line: BoardLine, row: BoardRow, type: string): HTMLElement {
  const href = `/${row.site.split("/")[0]}/hold?site=${encodeURIComponent(row.site)}&type=${line.type}`;
  return h("a", { href }, "Hold", h("span", { class: "nhsuk-u-visually-hidden" }, ` a bed: ${type} at ${row.name}`));
}

function suitedLink(row: BoardRow): HTMLElement {
  return h("a", { href: `${pathOf(row)}/suited` }, "Who fits", h("span", { class: "nhsuk-u-visually-hidden" }, `: who could come to ${row.name}`));
}

function nothing(row: BoardRow): HTMLElement {
  return h("td", { class: "cb-nothing", role: "cell", colspan: "7", "data-cell": "nothing" }, whyNothing(row));
}

export function whyNothing(row: BoardRow): string {
  if (row.unreadableSince) {
    return `This server cannot read changes made here since ${clock(Date.parse(row.unreadableSince), now())}, so this site is not in any total.`;
  }
  return row.freshness === "never-declared" ? "No figures yet" : "No beds";
}

/** A scope is everywhere, or the prefix of the keys it covers. */
function covered({ site }: BoardRow, scopes: string[]): boolean {
  return scopes.some(scope => scope === "*" || site === scope || site.startsWith(`${scope}/`));
}

export function mayOpen(row: BoardRow, { access }: Settings): boolean {
  return covered(row, row.kind === "ward" ? access.wards : access.sites);
}

export function pathOf(row: BoardRow): string {
  const [locality, ...rest] = row.site.split("/");
  return `/${locality}/sites/${rest.join("/")}`;
}

function people({ people }: BoardRow): string {
  if (!people || people.stays === 0) {
    return "";
  }
  const { medicallyOptimised, longestOptimised, expectedToGo } = people;
  return joined(
    medicallyOptimised === 0 ? "Nobody medically optimised" : `${medicallyOptimised} medically optimised, longest ${longestOptimised} ${nights(longestOptimised)}`,
    expectedToGo > 0 && `${expectedToGo} expected to leave in 24 hours`,
  );
}

function until(suspended: Suspended): string {
  return [suspended.reason, suspended.until && `until ${clock(Date.parse(suspended.until), now())}`].filter(part => part).join(", ");
}

/** Why placements on one line are suspended, unless the whole site is. */
function suspensionNote(line: BoardLine, row: BoardRow): string {
  return line.suspended && !row.suspended ? `Suspended: ${until(line.suspended)}`.replace(/: $/, "") : "";
}

function closedNote(line: BoardLine): string {
  return line.closedBecause ? `Closed: ${line.closedBecause}` : "";
}

export function availableNote(line: BoardLine, row: BoardRow): string {
  if (line.suspended) {
    return line.vacantUnderSuspension > 0 ? `suspended, ${line.vacantUnderSuspension} vacant` : "suspended";
  }
  return line.available > 0 && row.freshness === "stale" ? "not confirmed recently" : "";
}
