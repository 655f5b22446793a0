// One screen's connection to the board. It never gives up: it keeps reconnecting, resumes by version, and polls the API while
// there is no connection.
import { HttpTransportType, HubConnectionBuilder, LogLevel, type HubConnection, type IHttpConnectionOptions } from "@microsoft/signalr";
import { MessagePackHubProtocol } from "@microsoft/signalr-protocol-msgpack";
import { ownBoards, pushed, type OwnBoard } from "../Ui/pushes";
import type { BoardUpdate } from "./wire";
import { headOf, WireReader, type WireUpdate } from "./wire-reader";

/** After this many milliseconds of silence the connection is dead. The server pings at least every 15 seconds. */
const longestSilence = 20_000;
const shortestPause = 500;
const longestPause = 15_000;
const betweenPolls = 60_000;
const longestAnswer = 20_000;
const longestStart = 10_000;
/** One of this many attempts in a row is made without WebSockets. */
const attemptsInTurn = 3;
/** A refused connection gives no reason, but the API does; it is asked only after a replaced server would be back. */
const failuresBeforeAsking = 3;

/** A single connection without negotiation, so that it works whichever server a load balancer sends it to. */
const webSocketsOnly = { transport: HttpTransportType.WebSockets, skipNegotiation: true };

const within = <T>(longest: number, work: Promise<T>): Promise<T> =>
  Promise.race([work, new Promise<never>((_, reject) => setTimeout(() => reject(new Error("It took too long.")), longest))]);

export interface Screen {
  /** Set if it shows no rows, only that sites have changed. */
  readonly needsSitesOnly?: true;
  show(update: BoardUpdate): void;
  live(): void;
  notLive(): void;
  /** The viewer is signed out, or may no longer see this board. */
  refused?(isSignedOut: boolean): void;
}

/** Which board a screen shows. */
interface Seen {
  version: number;
  at: string;
}

/** Time alone may change rows, so the later of two updates with the same version is newer. */
export function isOlder(update: Seen, than: Seen): boolean {
  return update.version < than.version || (update.version === than.version && Date.parse(update.at) < Date.parse(than.at));
}

export class BoardConnection {
  private hub: HubConnection;
  private ended: Promise<void> = Promise.resolve();
  private webSocketsWorked = false;
  private seen: Seen | undefined;
  private isLive = false;
  private isAsking = false;
  private missed = false;
  private needsWhole = false;
  private readonly reader: WireReader;
  private readonly others: OwnBoard[];
  private wake: () => void = () => {};

  /** @param seen The version that the page already shows; left out if it needs the whole board. */
  constructor(private readonly locality: string, private readonly screen: Screen, seen?: Seen) {
    this.seen = seen;
    this.reader = new WireReader(screen.needsSitesOnly ?? false);
    this.others = seen ? ownBoards(seen.at).filter(board => board.locality !== locality) : [];
    this.hub = this.newHub(webSocketsOnly);
  }

  start(): void {
    void this.run();
    setInterval(() => void this.poll(), betweenPolls);
    document.addEventListener("visibilitychange", () => this.lookAgain());
    window.addEventListener("online", () => this.lookAgain());
    window.addEventListener("offline", () => void this.hub.stop());
  }

  private async run(): Promise<never> {
    for (let failures = 0; ; failures++) {
      try {
        await this.connect(failures);
        await this.catchUp();
        this.others.forEach(board => void this.hear(board));
        this.isLive = true;
        this.screen.live();
        failures = 0;
        await this.ended;
      } catch {
        void this.hub.stop();
      }
      this.isLive = false;
      this.screen.notLive();
      if (failures === failuresBeforeAsking) {
        void this.askTheApi();
      }
      await this.pause(Math.min(longestPause, shortestPause * 2 ** failures));
    }
  }

  /**
   * If WebSockets have never worked on this page, because a proxy may block them, every third attempt uses any transport.
   * That takes several requests, which a load balancer must send to one server.
   */
  private async connect(failures: number): Promise<void> {
    const anyTransport = !this.webSocketsWorked && failures % attemptsInTurn === attemptsInTurn - 1;
    this.hub = this.newHub(anyTransport ? {} : webSocketsOnly);
    this.ended = new Promise(resolve => this.hub.onclose(() => resolve()));
    await within(longestStart, this.hub.start());
    this.webSocketsWorked ||= !anyTransport;
  }

  private newHub(options: IHttpConnectionOptions): HubConnection {
    const hub = new HubConnectionBuilder().withUrl("/hubs/board", options).withHubProtocol(new MessagePackHubProtocol()).configureLogging(LogLevel.None).build();
    hub.serverTimeoutInMilliseconds = longestSilence;
    hub.on("Changed", (update: WireUpdate) => this.changed(update));
    return hub;
  }

  /** Random pauses, so that screens that lost their connection together do not all reconnect at once. */
  private pause(longest: number): Promise<void> {
    return new Promise(resolve => {
      this.wake = resolve;
      setTimeout(resolve, longest * (0.5 + Math.random() / 2));
    });
  }

  private lookAgain(): void {
    if (document.hidden) {
      return;
    }
    this.wake();
    if (this.isLive) {
      this.catchUpOrReconnect();
    }
  }

  private changed(wire: WireUpdate): void {
    const update = headOf(wire);
    if (update.locality !== this.locality) {
      this.heard(update);
      return;
    }
    if (this.seen === undefined || update.from > this.seen.version) {
      this.catchUpOrReconnect();
    } else if (!this.isOlder(update) && !this.read(wire)) {
      this.catchUpOrReconnect();
    }
  }

  /** Hears of another board's changes, which are not shown here. Without an answer one hears of them on the next page. */
  private async hear(board: OwnBoard): Promise<void> {
    const answer = await this.hub.invoke<WireUpdate>("Watch", board.locality, board.version, Date.parse(board.at)).catch(() => undefined);
    if (answer && headOf(answer).version > board.version) {
      this.heard(headOf(answer));
    }
  }

  private heard(update: Seen & { locality: string }): void {
    const board = this.others.find(each => each.locality === update.locality);
    if (board && isOlder(board, update)) {
      Object.assign(board, { version: update.version, at: update.at });
      pushed();
    }
  }

  private isOlder(update: Seen): boolean {
    return this.seen !== undefined && isOlder(update, this.seen);
  }

  /** Applies an update; false if it builds on something that this screen was never sent, so that it needs the whole board. */
  private read(wire: WireUpdate): boolean {
    const update = this.reader.read(wire);
    this.needsWhole = update === undefined;
    if (update) {
      this.apply(update);
    }
    return update !== undefined;
  }

  private catchUpOrReconnect(): void {
    this.catchUp().catch(() => void this.hub.stop());
  }

  /**
   * Asks for what is missing, and again if a push that does not follow arrived meanwhile. If a push that follows
   * arrived, the answer is older than what is shown and is ignored, unless it is the whole board.
   */
  private async catchUp(): Promise<void> {
    if (this.isAsking) {
      this.missed = true;
      return;
    }
    this.isAsking = true;
    try {
      do {
        this.missed = false;
        const since = this.needsWhole ? undefined : this.seen;
        const answer = await this.hub.invoke<WireUpdate>("Watch", this.locality, since?.version ?? null, since ? Date.parse(since.at) : null);
        const head = headOf(answer);
        if ((head.from === 0 || !this.isOlder(head)) && !this.read(answer)) {
          this.missed = true;
        }
      } while (this.missed);
    } finally {
      this.isAsking = false;
    }
  }

  private async poll(): Promise<void> {
    if (this.isLive || document.hidden) {
      return;
    }
    const answer = await this.askTheApi();
    try {
      const update = answer?.ok ? ((await answer.json()) as BoardUpdate) : undefined;
      if (update && !this.isLive && !this.isOlder(update)) {
        this.reader.learn(update);
        this.apply(update);
      }
    } catch {
      // The connection broke off: the next poll asks again.
    }
  }

  /** The API's answer, which also says whether the viewer may see the board; undefined if there is no connection. */
  private async askTheApi(): Promise<Response | undefined> {
    try {
      const answer = await fetch(`/api/localities/${this.locality}/board`, { signal: AbortSignal.timeout(longestAnswer), cache: "no-store" });
      if (answer.status === 401 || answer.status === 403) {
        this.screen.refused?.(answer.status === 401);
      }
      return answer;
    } catch {
      // Still no connection: the live strip says so, and the next poll asks again.
      return undefined;
    }
  }

  private apply(update: BoardUpdate): void {
    this.seen = { version: update.version, at: update.at };
    this.screen.show(update);
    if (update.from === 0 || update.rows.length > 0) {
      pushed();
    }
  }
}
