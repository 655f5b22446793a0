// The live board of a locality.
import { keepAges } from "../Ui/ages";
import { setServerTime } from "../Ui/clock";
import { offersMap } from "../Map/map";
import { BoardMap } from "./board-map";
import { BoardConnection } from "./connection";
import { LiveStrip } from "./live-strip";
import { readSettings } from "./settings";
import { Sites } from "./sites";
import { ruleEntries } from "./rules";
import { showList, showTotals } from "./totals";

const root = document.getElementById("board")!;
const settings = readSettings(root);
setServerTime(settings.at);

const strip = new LiveStrip(settings.at);
const sites = new Sites(root, settings);
const map = new BoardMap(settings);
offersMap(opened => map.showOn(opened));
keepAges();
new BoardConnection(
  settings.locality,
  {
    show: update => {
      sites.show(update);
      map.show(update);
      showTotals(root, update, settings);
      showList(root.querySelector("[data-list=rules]"), ruleEntries(update.policy, settings));
      strip.refreshed(update.behindSince ?? update.at);
    },
    live: () => strip.live(),
    notLive: () => strip.notLive(),
    refused: isSignedOut => strip.refused(isSignedOut),
  },
  settings,
).start();
