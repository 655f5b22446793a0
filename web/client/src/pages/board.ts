// The live board of a locality.
import { keepAges } from "../board/ages";
import { setServerTime } from "../board/clock";
import { BoardConnection } from "../board/connection";
import { LiveStrip } from "../board/live-strip";
import { readSettings } from "../board/settings";
import { Sites } from "../board/sites";
import { ruleEntries } from "../board/rules";
import { showList, showTotals } from "../board/totals";

const root = document.getElementById("board")!;
const settings = readSettings(root);
setServerTime(settings.at);

const strip = new LiveStrip(settings.at);
const sites = new Sites(root, settings);
keepAges();
new BoardConnection(
  settings.locality,
  {
    show: update => {
      sites.show(update);
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
