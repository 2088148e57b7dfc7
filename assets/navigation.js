/* Turns a click on an internal link into Dash navigation, and tells the document its language and where focus is.

   Links stay plain <a href>, so that they can carry aria-current, open in a new tab and work without this file. */
(function () {
  "use strict";

  let arriving = false;

  function isOurs(event, link) {
    const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (!link || event.defaultPrevented || modified || link.target || link.hasAttribute("download")) return false;
    const here = new URL(window.location.href);
    const there = new URL(link.href, here);
    const sameView = there.pathname === here.pathname && there.search === here.search;
    return there.origin === here.origin && there.protocol === here.protocol && !(sameView && there.hash);
  }

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!isOurs(event, link)) return;
    event.preventDefault();
    arriving = true;
    for (const menu of document.querySelectorAll("details.nav-small[open]")) menu.open = false;
    window.history.pushState({}, "", link.href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  });

  let seen = null;
  new MutationObserver(() => {
    const frame = document.querySelector(".frame[lang]");
    if (!frame) return;
    if (document.documentElement.lang !== frame.lang) document.documentElement.lang = frame.lang;
    const title = frame.querySelector("h1");
    const page = `${window.location.href} ${title ? title.textContent : ""}`;
    if (page === seen) return;
    seen = page;
    if (!arriving) return;
    arriving = false;
    window.scrollTo(0, 0);
    const content = frame.querySelector("main");
    if (content) content.focus({ preventScroll: true });
  }).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
})();
