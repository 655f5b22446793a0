// On every page: the design system's own behaviour (error summary, header menu, double-click prevention …).
import { initAll } from "nhsuk-frontend";
import { switchesSound } from "../Work/sound";
import { tellsOfWork } from "../Work/waiting";

document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
initAll();
tellsOfWork();
document.querySelectorAll<HTMLElement>("[data-sound]").forEach(switchesSound);

// "Print all" leads to the whole list. Without the fragment, a reload does not print it again.
if (location.hash === "#print") {
  history.replaceState(history.state, "", location.pathname + location.search);
  window.addEventListener("load", () => print());
}

// The slash leads to the search box, as elsewhere on the web, unless somebody is typing.
document.addEventListener("keydown", event => {
  const search = document.getElementById("search-field");
  const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]") !== null;
  if (search && event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    search.focus();
  }
});
