/* A changed choice is a new address: the value of every option is the address it leads to.

   The page is made anew for it, so the choice gets its focus back, or a keyboard would start again at the top. */
(function () {
  "use strict";

  let changed = null;

  document.addEventListener("change", (event) => {
    const select = event.target;
    if (!(select instanceof HTMLSelectElement) || !select.closest("form.choices")) return;
    const there = new URL(select.value, window.location.href);
    if (there.origin !== window.location.origin || there.href === window.location.href) return;
    changed = select;
    window.history.pushState({}, "", there.href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  });

  document.addEventListener("submit", (event) => {
    if (event.target instanceof Element && event.target.closest("form.choices")) event.preventDefault();
  });

  new MutationObserver(() => {
    if (!changed || changed.isConnected) return;
    const again = document.getElementById(changed.id);
    if (!again) return;
    changed = null;
    if (document.activeElement === document.body) again.focus({ preventScroll: true });
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
