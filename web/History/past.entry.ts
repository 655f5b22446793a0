// A page as it stood at a past moment. It follows nothing; the slider shows the same page as at other moments.
import { slidesThroughTheDay } from "./slider";

const slider = document.querySelector<HTMLElement>("[data-slider]");
if (slider) {
  slidesThroughTheDay(slider);
}
