// The choice list: its print for the family.
document.addEventListener("click", event => {
  if (event.target instanceof Element && event.target.closest("[data-print]")) {
    print();
  }
});
