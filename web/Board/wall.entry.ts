// A locality's board on a wall screen.
import { keepAges } from "../Ui/ages";
import { now, setServerTime } from "../Ui/clock";
import { BoardConnection } from "./connection";
import { dayAndTime } from "../Ui/format";
import { LiveStrip } from "./live-strip";
import { Rotation } from "./rotation";
import { readSettings } from "./settings";
import { showList } from "./totals";
import { keepTrends } from "./wall-trends";
import { columns, freeBeds, freeEntry, hospitalTile, typeTiles, type FreeBeds, type Hospital } from "./wall-view";
import type { BoardRow, BoardUpdate } from "./wire";

const root = document.body;
const list = (name: string) => root.querySelector<HTMLElement>(`[data-list=${name}]`)!;
const pause = document.getElementById("pause") as HTMLButtonElement;
const settings = readSettings(root);
setServerTime(settings.at);

let isPaused = false;
pause.addEventListener("click", () => {
  isPaused = !isPaused;
  pause.textContent = isPaused ? "Continue" : "Pause";
});

const rows = new Map<string, BoardRow>();
const types = list("types");
const free = new Rotation<FreeBeds>(list("free"), beds => freeEntry(beds, settings), () => isPaused, document.getElementById("free-pages"));
const hospitals = new Rotation<Hospital>(list("hospitals"), hospitalTile, () => isPaused);

function show(update: BoardUpdate): void {
  if (update.from === 0) {
    rows.clear();
  }
  update.rows.forEach(row => (row.closed ? rows.delete(row.site) : rows.set(row.site, row)));
  const tiles = typeTiles(update.totals.types, settings);
  types.dataset["columns"] = `${columns(tiles.length)}`;
  showList(types, tiles);
  free.show(freeBeds(rows.values(), settings));
  hospitals.show(update.totals.hospitals.map(total => ({ total, policy: update.policy })));
  pause.hidden = !free.hasPages && !hospitals.hasPages;
}

function tick(): void {
  const [day, time] = dayAndTime(now());
  document.getElementById("day")!.textContent = day;
  document.getElementById("clock")!.textContent = time;
}

const strip = new LiveStrip(settings.at);
keepAges();
keepTrends();
tick();
setInterval(tick, 1_000);
new BoardConnection(settings.locality, {
  show: update => {
    show(update);
    strip.refreshed(update.behindSince ?? update.at);
  },
  live: () => strip.live(),
  notLive: () => strip.notLive(),
  refused: isSignedOut => strip.refused(isSignedOut),
}).start();
