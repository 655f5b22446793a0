// The pages by which a site, a ward or the transfer team changes things.
import { sendsInPlace } from "../change/forms";
import { followsItsSite } from "../change/live";

const region = document.querySelector<HTMLElement>("[data-region]");
if (region) {
  sendsInPlace(region);
  followsItsSite(region);
}
