// The pages on which sites, wards and the transfer team make changes.
import { sendsInPlace } from "../Ui/forms";
import { followsItsSite } from "../Ui/live";

const region = document.querySelector<HTMLElement>("[data-region]");
if (region) {
  sendsInPlace(region);
  followsItsSite(region);
}
