// The parts of the hub's and API's messages that the pages read. Times are ISO 8601 in UTC; values that are null on the server
// are left out.

export type Freshness = "fresh" | "ageing" | "stale" | "never-declared" | "unreadable";

export interface Stamp {
  at: string;
  by: string;
}

export interface Suspended {
  reason: string;
  until?: string;
}

export interface Position {
  latitude: number;
  longitude: number;
}

export interface BoardLine {
  type: string;
  total: number;
  occupied: number;
  closed: number;
  closedBecause?: string;
  held: number;
  available: number;
  expected: number;
  due: number;
  arriving: number;
  vacantUnderSuspension: number;
  suspended?: Suspended;
}

export interface PeopleFigures {
  stays: number;
  longStays: number;
  superStranded: number;
  medicallyOptimised: number;
  optimisedMidnights: number;
  longestOptimised: number;
  expectedToGo: number;
  overdue: number;
  own: number;
}

export interface BoardRow {
  site: string;
  kind: string;
  name: string;
  hospital?: string;
  neighbourhood?: string;
  postcode?: string;
  position?: Position;
  telephone?: string;
  rating: string;
  freshness: Freshness;
  declared?: Stamp;
  /** Who last asked for an update of the figures. */
  figuresRequested?: Stamp;
  suspended?: Suspended;
  lines: BoardLine[];
  people?: PeopleFigures;
  /** The server cannot read something recorded then, so there are no lines and no people. */
  unreadableSince?: string;
  /** The site is off the board: remove its row. */
  closed?: { reason: string };
}

export interface TypeTotal {
  type: string;
  total: number;
  occupied: number;
  closed: number;
  held: number;
  available: number;
  staleAvailable: number;
  expected: number;
  staleExpected: number;
  due: number;
  vacantUnderSuspension: number;
  waiting: number;
  waitingSoon: number;
}

export interface HospitalTotal {
  hospital: string;
  name: string;
  wards: number;
  staleWards: number;
  total: number;
  closed: number;
  held: number;
  available: number;
  staleAvailable: number;
  people: PeopleFigures;
  oldestDeclared?: string;
}

export interface ElsewhereTotal {
  locality: string;
  place: string;
  name: string;
  stays: number;
  medicallyOptimised: number;
}

export interface BoardTotals {
  types: TypeTotal[];
  hospitals: HospitalTotal[];
  elsewhere: ElsewhereTotal[];
  sites: { sites: number };
}

export interface FreshnessPolicy {
  freshForHours: number;
  staleAfterHours: number;
}

export interface Policy {
  careHome: FreshnessPolicy;
  intermediateCareUnit: FreshnessPolicy;
  ward: FreshnessPolicy;
  homeCareProvider: FreshnessPolicy;
  longStayMidnights: number;
  superStrandedMidnights: number;
}

export interface BoardUpdate {
  locality: string;
  from: number;
  version: number;
  at: string;
  rows: BoardRow[];
  totals: BoardTotals;
  policy: Policy;
  /** Anything recorded since may be missing, because the answering server lags behind. */
  behindSince?: string;
}
