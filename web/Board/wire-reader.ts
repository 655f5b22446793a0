// Reads what the server's BoardUpdateFormatter writes. What an update leaves out, because it was sent before, is put back from
// what was read until then.
import type { BoardLine, BoardRow, BoardTotals, BoardUpdate, ElsewhereTotal, Freshness, HospitalTotal, PeopleFigures, Policy, Stamp, Suspended, TypeTotal } from "./wire";

type Nil<T> = T | null;
type WireStamp = [at: number, by: string];
type WireSuspended = [reason: string, until: Nil<number>];
type WirePeople = [stays: number, longStays: number, superStranded: number, optimised: number, midnights: number, longest: number, going: number, overdue: number, own: number];
type WireDetails = [
  kind: string, name: string, hospital: Nil<string>, neighbourhood: Nil<string>, postcode: Nil<string>, latitude: Nil<number>, longitude: Nil<number>,
  telephone: Nil<string>, rating: string,
];
type WireLine = [
  type: number, total: number, occupied: number, closed: number, held: number, available: number, expected: number, due: number, arriving: number,
  vacantUnderSuspension: number, closedBecause: Nil<string>, suspended: Nil<WireSuspended>,
];
type WireRow = [
  site: string, details: Nil<WireDetails>, freshness: number, declared: Nil<WireStamp>, suspended: Nil<WireSuspended>, lines: WireLine[], people: Nil<WirePeople>,
  unreadableSince: Nil<number>, closed: Nil<string>, figuresRequested?: Nil<WireStamp>,
];
type WireType = [
  type: number, total: number, occupied: number, closed: number, held: number, available: number, staleAvailable: number, expected: number,
  staleExpected: number, due: number, vacantUnderSuspension: number, waiting?: number, waitingSoon?: number,
];
type WireHospital = [
  hospital: string, name: string, wards: number, staleWards: number, total: number, closed: number, held: number, available: number, staleAvailable: number,
  people: WirePeople, oldestDeclared: Nil<number>,
];
export type WireUpdate = [
  locality: string, from: number, version: number, at: number, rows: WireRow[], types: WireType[], hospitals: WireHospital[], elsewhere: Nil<string>,
  sites: number, policy: Nil<string>, behindSince: Nil<number>, codes: Nil<string>,
];

type Details = Pick<BoardRow, "kind" | "name" | "hospital" | "neighbourhood" | "postcode" | "position" | "telephone" | "rating">;

interface Known {
  totals: BoardTotals;
  policy: Policy;
  codes: { types: string[]; freshnesses: Freshness[] };
}

/** Of a row that is not shown, or is to be removed. */
const notNeeded: Details = { kind: "", name: "", rating: "" };

export function headOf([locality, from, version, at]: WireUpdate): { locality: string; from: number; version: number; at: string } {
  return { locality, from, version, at: instant(at) };
}

export class WireReader {
  private readonly details = new Map<string, Details>();
  private known: Known | undefined;

  /** @param sitesOnly Rows are not shown, so their details may be missing. */
  constructor(private readonly sitesOnly: boolean) {}

  /** Undefined if the update leaves out what was never read. */
  read(wire: WireUpdate): BoardUpdate | undefined {
    const [locality, , , , wireRows, , , , , , behindSince] = wire;
    const known = this.knownAfter(wire);
    const rows = known && wireRows.map(row => this.row(row, locality, known.codes));
    if (!known || !rows?.every(row => row !== undefined)) {
      return undefined;
    }
    this.known = known;
    return { ...headOf(wire), rows, totals: known.totals, policy: known.policy, ...(behindSince !== null && { behindSince: instant(behindSince) }) };
  }

  /** Takes in the sites of a board that came in another way. */
  learn({ rows }: BoardUpdate): void {
    rows.forEach(({ site, kind, name, hospital, neighbourhood, postcode, position, telephone, rating }) =>
      this.details.set(site, {
        ...{ kind, name, rating },
        ...(hospital !== undefined && { hospital }),
        ...(neighbourhood !== undefined && { neighbourhood }),
        ...(postcode !== undefined && { postcode }),
        ...(position && { position }),
        ...(telephone !== undefined && { telephone }),
      }));
  }

  /** An update that follows none brings the codes, and is whole apart from its rows. */
  private knownAfter([, , , , , types, hospitals, elsewhere, sites, policy, , codes]: WireUpdate): Known | undefined {
    if (codes !== null) {
      const all = JSON.parse(codes) as Known["codes"];
      const totals = { types: types.map(total => typeTotal(total, all.types)), hospitals: hospitals.map(hospitalTotal), elsewhere: JSON.parse(elsewhere!) as ElsewhereTotal[], sites: { sites } };
      return { codes: all, policy: JSON.parse(policy!) as Policy, totals };
    }
    const before = this.known;
    return before && {
      codes: before.codes,
      policy: policy === null ? before.policy : (JSON.parse(policy) as Policy),
      totals: {
        types: updated(before.totals.types, types.map(total => typeTotal(total, before.codes.types)), ({ type }) => type),
        hospitals: updated(before.totals.hospitals, hospitals.map(hospitalTotal), ({ hospital }) => hospital),
        elsewhere: elsewhere === null ? before.totals.elsewhere : (JSON.parse(elsewhere) as ElsewhereTotal[]),
        sites: { sites },
      },
    };
  }

  private row([key, details, freshness, declared, suspended, lines, people, unreadableSince, closed, figuresRequested]: WireRow, locality: string, codes: Known["codes"]): BoardRow | undefined {
    const site = `${locality}/${key}`;
    if (details) {
      this.details.set(site, detailsOf(details));
    }
    const about = this.details.get(site) ?? (this.sitesOnly || closed !== null ? notNeeded : undefined);
    return about && {
      ...about,
      site,
      freshness: codes.freshnesses[freshness]!,
      lines: lines.map(line => boardLine(line, codes.types)),
      ...(declared && { declared: stamp(declared) }),
      ...(suspended && { suspended: suspension(suspended) }),
      ...(people && { people: figures(people) }),
      ...(unreadableSince !== null && { unreadableSince: instant(unreadableSince) }),
      ...(closed !== null && { closed: { reason: closed } }),
      ...(figuresRequested && { figuresRequested: stamp(figuresRequested) }),
    };
  }
}

/** Totals with those that changed in their places. */
function updated<T>(before: T[], changed: T[], keyOf: (total: T) => string): T[] {
  const byKey = new Map(changed.map(total => [keyOf(total), total]));
  return before.map(total => byKey.get(keyOf(total)) ?? total);
}

function detailsOf([kind, name, hospital, neighbourhood, postcode, latitude, longitude, telephone, rating]: WireDetails): Details {
  return {
    kind,
    name,
    ...(hospital !== null && { hospital }),
    ...(neighbourhood !== null && { neighbourhood }),
    ...(postcode !== null && { postcode }),
    ...(latitude !== null && longitude !== null && { position: { latitude, longitude } }),
    ...(telephone !== null && { telephone }),
    rating,
  };
}

function boardLine([type, total, occupied, closed, held, available, expected, due, arriving, vacantUnderSuspension, closedBecause, suspended]: WireLine, types: string[]): BoardLine {
  return {
    ...{ type: types[type]!, total, occupied, closed, held, available, expected, due, arriving, vacantUnderSuspension },
    ...(closedBecause !== null && { closedBecause }),
    ...(suspended && { suspended: suspension(suspended) }),
  };
}

/** Servers of the version before do not count who waits. */
function typeTotal(
  [type, total, occupied, closed, held, available, staleAvailable, expected, staleExpected, due, vacantUnderSuspension, waiting = 0, waitingSoon = 0]: WireType,
  types: string[],
): TypeTotal {
  return { type: types[type]!, total, occupied, closed, held, available, staleAvailable, expected, staleExpected, due, vacantUnderSuspension, waiting, waitingSoon };
}

function hospitalTotal([hospital, name, wards, staleWards, total, closed, held, available, staleAvailable, people, oldest]: WireHospital): HospitalTotal {
  return { hospital, name, wards, staleWards, total, closed, held, available, staleAvailable, people: figures(people), ...(oldest !== null && { oldestDeclared: instant(oldest) }) };
}

function figures([stays, longStays, superStranded, medicallyOptimised, optimisedMidnights, longestOptimised, expectedToGo, overdue, own]: WirePeople): PeopleFigures {
  return { stays, longStays, superStranded, medicallyOptimised, optimisedMidnights, longestOptimised, expectedToGo, overdue, own };
}

function suspension([reason, until]: WireSuspended): Suspended {
  return { reason, ...(until !== null && { until: instant(until) }) };
}

function stamp([at, by]: WireStamp): Stamp {
  return { at: instant(at), by };
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
