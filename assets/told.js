/* Shows the sentence behind a sign where it is tapped, clicked or reached by keyboard.

   A mouse has the title of the browser, and a screen reader reads the sentence in the page itself. It stays until
   the focus or a tap goes elsewhere, or until Escape. */
(function () {
  "use strict";

  const EDGE = 8;
  const bubble = document.createElement("div");
  let host = null;

  bubble.className = "told-say";
  bubble.hidden = true;
  bubble.setAttribute("aria-hidden", "true");

  const hostOf = (target) => (target instanceof Element ? target.closest("[title]:has(> .told), .cell[title]") : null);

  function show(found) {
    host = document.querySelector(".frame.proj") ? null : found;
    bubble.hidden = !host;
    if (!host) return;
    if (!bubble.isConnected) document.body.append(bubble);
    bubble.textContent = host.title;
    place();
  }

  /* Below the sign, or above it where there is no room; never over the edge of the window. */
  function place() {
    if (!host) return;
    const sign = host.getBoundingClientRect(), box = bubble.getBoundingClientRect();
    const width = document.documentElement.clientWidth, below = sign.bottom + EDGE;
    bubble.hidden = sign.bottom < 0 || sign.top > window.innerHeight; // scrolled away
    const top = below + box.height > window.innerHeight ? sign.top - EDGE - box.height : below;
    const left = Math.min(sign.left, width - box.width - EDGE);
    bubble.style.setProperty("top", `${Math.max(top, EDGE)}px`);
    bubble.style.setProperty("left", `${Math.max(left, EDGE)}px`);
  }

  document.addEventListener("focusin", (event) => {
    const found = hostOf(event.target);
    if (found !== host) show(found && event.target.matches(":focus-visible") ? found : null);
  });

  document.addEventListener("pointerdown", (event) => {
    if (host && !bubble.contains(event.target) && hostOf(event.target) !== host) show(null);
  });

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || bubble.contains(event.target)) return;
    const found = event.target.closest("a") ? null : hostOf(event.target);
    show(found === host ? null : found);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && host) show(null);
  });

  document.addEventListener("scroll", place, { capture: true, passive: true });
  window.addEventListener("resize", place);

  new MutationObserver(() => {
    if (host && !host.isConnected) show(null);
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
