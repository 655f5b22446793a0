// The pages by which a site, a ward or the transfer team changes things.
import { sendsInPlace } from "../Ui/forms";
import { followsItsSite } from "../Ui/live";

const region = document.querySelector<HTMLElement>("[data-region]");
if (region) {
  sendsInPlace(region);
  followsItsSite(region);
}
