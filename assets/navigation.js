/* Turns a click on an internal link into Dash navigation, and tells the document its language and where focus is.

   Links stay plain <a href>, so that they can carry aria-current, open in a new tab and work without this file. */
(function () {
  "use strict";

  let leaving = null; // what stood on the page that a link was followed on, until the next one stands

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
    go(link.href);
  });

  function go(address) {
    leaving = standing();
    for (const menu of document.querySelectorAll("details.nav-small[open]")) menu.open = false;
    window.history.pushState({}, "", address);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  /* A search is an address too; the form also works without this file. */
  document.addEventListener("submit", (event) => {
    const form = event.target instanceof Element ? event.target.closest("form.search") : null;
    if (!form) return;
    event.preventDefault();
    const there = new URL(form.action);
    for (const [name, value] of new FormData(form)) if (value) there.searchParams.set(name, value);
    if (there.href !== window.location.href) go(there.href);
  });

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof Element && event.target.closest("input, select, textarea");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
    const menu = document.querySelector("details.nav-small");
    if (menu && menu.offsetParent) menu.open = true;
    const field = [...document.querySelectorAll("form.search input[name=q]")].find((one) => one.offsetParent);
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  function standing() {
    const title = document.querySelector("main h1");
    return { content: document.querySelector("main"), title: title ? title.textContent : "" };
  }

  /* React may keep the element and change what is in it, or make another one: either way the page has changed. */
  new MutationObserver(() => {
    const frame = document.querySelector(".frame[lang]");
    if (!frame) return;
    if (document.documentElement.lang !== frame.lang) document.documentElement.lang = frame.lang;
    const { content, title } = standing();
    if (!leaving || !content || (content === leaving.content && title === leaving.title)) return;
    leaving = null;
    window.scrollTo(0, 0);
    content.focus({ preventScroll: true });
  }).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
})();
