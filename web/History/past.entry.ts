// A page as at a past time. It does not update itself; the slider shows the same page at other times.
import { slidesThroughTheDay } from "./slider";

const slider = document.querySelector<HTMLElement>("[data-slider]");
if (slider) {
  slidesThroughTheDay(slider);
}
