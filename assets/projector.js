/* The keys of a page on a projector: through its screens, full screen, blank, help, and back to the desk.

   Every screen is an address and its links stand on the page, so a key does what a link would do. */
(function () {
  "use strict";

  const WAYS = {
    ArrowRight: ".proj-next", ArrowDown: ".proj-next", PageDown: ".proj-next", " ": ".proj-next",
    ArrowLeft: ".proj-previous", ArrowUp: ".proj-previous", PageUp: ".proj-previous",
    Home: ".proj-first", End: ".proj-last",
  };

  const NARROW = 1.7; // between 16:10 and 16:9
  let asked = null;

  const stage = () => document.querySelector(".frame.proj");
  const blank = document.createElement("div");
  blank.className = "proj-blank";

  document.addEventListener("keydown", (event) => {
    if (!stage() || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const help = document.querySelector("dialog.proj-help");
    if (help && help.open) {
      if (event.key === "?") help.close();
      return; // Esc closes it by itself
    }
    if (act(event.key)) event.preventDefault();
  });

  function act(key) {
    if (blank.isConnected) {
      blank.remove();
      return true; // any key brings the screen back, and does nothing else
    }
    if (WAYS[key]) return follow(WAYS[key]);
    if (key === "Escape") return follow(".proj-back");
    if (key === "?") return explain();
    if (key.toLowerCase() === "b") return document.body.append(blank), true;
    if (key.toLowerCase() === "f") return fill(), true;
    return false;
  }

  function follow(selector) {
    const link = document.querySelector(`.proj-ways ${selector}`);
    if (link) link.click();
    return true;
  }

  function explain() {
    const help = document.querySelector("dialog.proj-help");
    if (help) help.showModal();
    return true;
  }

  function fill() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen().catch(() => {});
  }

  /* Less fits on a screen of 4:3 (or 16:10) beside each other: that has an address of its own, under the same number. */
  function suit() {
    const isNarrow = window.innerWidth / window.innerHeight < NARROW;
    const other = stage() && stage().dataset[isNarrow ? "narrow" : "wide"];
    if (!other || other === asked) return;
    asked = other;
    window.history.replaceState({}, "", other);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  window.addEventListener("resize", suit);

  new MutationObserver(() => {
    document.documentElement.classList.toggle("is-projected", stage() !== null);
    if (!stage()) blank.remove();
    suit();
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
