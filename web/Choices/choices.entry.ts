// The choice list's map, and the print button of the list for the family.
import { offersMap } from "../Map/map";

offersMap((map, { places, unplaced }) => map.show(places ?? [], unplaced ?? 0));

document.addEventListener("click", event => {
  if (event.target instanceof Element && event.target.closest("[data-print]")) {
    print();
  }
});
