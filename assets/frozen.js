/* Fills every element that carries its content as HTML in data-html (see components/frozen.py). */
(function () {
  "use strict";

  const filled = new WeakMap();

  function fill(host) {
    const content = host.getAttribute("data-html");
    if (filled.get(host) === content) return;
    filled.set(host, content);
    const template = document.createElement("template");
    template.innerHTML = content;
    for (const element of template.content.querySelectorAll("[data-style]")) {
      for (const [name, value] of Object.entries(JSON.parse(element.dataset.style))) {
        element.style.setProperty(name, value);
      }
      element.removeAttribute("data-style");
    }
    host.replaceChildren(template.content);
  }

  function look(node) {
    if (!(node instanceof Element)) return;
    if (node.hasAttribute("data-html")) fill(node);
    for (const host of node.querySelectorAll("[data-html]")) fill(host);
  }

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") fill(change.target);
      else change.addedNodes.forEach(look);
    }
  }).observe(document.documentElement, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["data-html"],
  });
})();
