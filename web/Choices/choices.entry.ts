// The print button of the choice list for the family.
document.addEventListener("click", event => {
  if (event.target instanceof Element && event.target.closest("[data-print]")) {
    print();
  }
});
