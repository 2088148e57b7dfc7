/* A changed choice is a new address: the value of every option is the address it leads to. */
(function () {
  "use strict";

  document.addEventListener("change", (event) => {
    const select = event.target;
    if (!(select instanceof HTMLSelectElement) || !select.closest("form.choices")) return;
    const there = new URL(select.value, window.location.href);
    if (there.origin !== window.location.origin || there.href === window.location.href) return;
    window.history.pushState({}, "", there.href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  });
  document.addEventListener("submit", (event) => {
    if (event.target instanceof Element && event.target.closest("form.choices")) event.preventDefault();
  });
})();
