// The pages on which sites, wards and the transfer team make changes.
import { sendsInPlace } from "../Ui/forms";
import { followsItsSite } from "../Ui/live";

const region = document.querySelector<HTMLElement>("[data-region]");
if (region) {
  sendsInPlace(region);
  const said = document.querySelector<HTMLElement>("[data-said]");
  if (said) {
    // It may offer to undo what was done.
    sendsInPlace(said);
  }
  followsItsSite(region);
}
