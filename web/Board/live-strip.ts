// Says whether the figures are live and, if they are not, how old they are.
import { now } from "../Ui/clock";
import { clock } from "../Ui/format";

const briefly = 10_000;

export class LiveStrip {
  private readonly element = document.getElementById("live")!;
  private isLive = false;
  private hasBeenLive = false;
  private whyRefused = "";
  private since: number;
  private asOf: number;

  /** @param rendered When the page's figures were true. */
  constructor(rendered: string) {
    this.since = this.asOf = Date.parse(rendered);
    this.element.dataset["live"] = "connecting";
    this.element.textContent = "Connecting…";
    setTimeout(() => this.say(), briefly);
  }

  live(): void {
    this.isLive = this.hasBeenLive = true;
    this.whyRefused = "";
    this.say();
  }

  notLive(): void {
    if (this.isLive) {
      this.isLive = false;
      this.since = this.asOf = now();
      setTimeout(() => this.say(), briefly);
    }
    this.say();
  }

  refused(isSignedOut: boolean): void {
    this.whyRefused = isSignedOut ? "You are signed out" : "You no longer have permission to see this board";
    this.say();
  }

  /** New figures were fetched without a live connection. */
  refreshed(at: string): void {
    if (!this.isLive) {
      this.asOf = Date.parse(at);
      this.say();
    }
  }

  private say(): void {
    const [state, text] = this.words();
    if (this.element.textContent !== text) {
      this.element.dataset["live"] = state;
      this.element.textContent = text;
    }
  }

  private words(): [string, string] {
    if (this.isLive) {
      return ["live", "Live"];
    }
    if (this.whyRefused) {
      return ["off", `${this.whyRefused} – the figures below are from ${clock(this.asOf, now())}`];
    }
    if (now() - this.since < briefly) {
      return this.hasBeenLive ? ["connecting", "Reconnecting…"] : ["connecting", "Connecting…"];
    }
    const [since, asOf] = [clock(this.since, now()), clock(this.asOf, now())];
    return ["off", `Not live since ${since} – the figures below are from ${since === asOf ? "then" : asOf}`];
  }
}
