// A marker: a button that shows one place, or several that would cover each other.
import { h, mark } from "../Ui/dom";
import { nameOf, shapeOf, textOf, type MapPlace } from "./place";

export function spotOf(places: MapPlace[], pressed: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.addEventListener("click", pressed);
  showSpot(button, places);
  return button;
}

/** Changes only what is different, and marks it briefly. */
export function updateSpot(button: HTMLElement, places: MapPlace[]): void {
  if (button.getAttribute("aria-label") !== nameOf(places)) {
    showSpot(button, places);
    mark(button);
  }
}

function showSpot(button: HTMLElement, places: MapPlace[]): void {
  const added = ["cb-spot", `cb-spot--${shapeOf(places)}`, places.length > 1 && "cb-spot--many"].filter(name => name !== false);
  button.classList.remove("cb-spot--free", "cb-spot--expected", "cb-spot--none", "cb-spot--doubtful");
  button.classList.add(...added);
  button.setAttribute("aria-label", nameOf(places));
  button.replaceChildren(...textOf(places).map(text => h("span", {}, text)));
}
