/* Tells what a reader would not see otherwise: a page that is slow, one that got lost, a newer publication.

   The words and the version of the page stand in data-notices and data-version of the frame. The version in force
   is asked for once a minute, as text of six digits, and only while the page is looked at. */
(function () {
  "use strict";

  const PATIENCE = 500; // a page that comes sooner needs no word
  const EVERY = 60000;
  const bar = document.createElement("div");
  let slow, latest = "", closed = "";

  bar.className = "notice";
  bar.setAttribute("role", "status");

  /* Dash puts an English word where the document said in its own language that the page is coming. */
  const coming = document.querySelector("._dash-loading");
  const said = coming ? coming.cloneNode(true) : null;
  new MutationObserver(() => {
    const other = document.querySelector("._dash-loading");
    if (!other || !said || other.textContent === said.textContent) return;
    other.setAttribute("role", "main");
    other.replaceChildren(...said.cloneNode(true).childNodes);
  }).observe(document.documentElement, { childList: true, subtree: true });

  const frame = () => document.querySelector(".frame[data-notices]");
  const words = () => (frame() ? JSON.parse(frame().dataset.notices) : {});

  function show(kind, text, way, act) {
    if (!bar.isConnected) document.body.append(bar);
    bar.dataset.kind = kind;
    bar.replaceChildren(document.createTextNode(text));
    if (!way) return;
    bar.append(" ", button(way, act), " ", button(words().close, () => { closed = latest; hide(kind); }));
  }

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "link";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  function hide(kind) {
    if (kind && bar.dataset.kind !== kind) return;
    bar.replaceChildren();
    delete bar.dataset.kind;
  }

  /* Every page comes by this one request; whoever made it waits for the answer as before. */
  const fetched = window.fetch;
  window.fetch = function (target, ...rest) {
    const asked = fetched.call(this, target, ...rest);
    if (!String(target.url || target).includes("_dash-update-component")) return asked;
    clearTimeout(slow);
    slow = setTimeout(() => show("loading", words().loading || ""), PATIENCE);
    return asked.then(
      (answer) => { done(answer.ok || answer.status === 204); return answer; },
      (error) => { done(false); throw error; },
    );
  };

  function done(well) {
    clearTimeout(slow);
    hide("loading");
    if (well) hide("lost");
    else if (frame()) show("lost", words().lost, words().again, () => window.location.reload());
  }

  function compare() {
    const own = frame() && frame().dataset.version;
    if (own && latest && own !== latest && latest !== closed) {
      if (!bar.dataset.kind) show("stale", words().stale, words().show, () => window.location.reload());
    } else {
      hide("stale");
    }
  }

  async function ask() {
    if (document.hidden || !frame() || !frame().dataset.version) return;
    try {
      const answer = await fetched.call(window, "/versie", { headers: { Accept: "text/plain" } });
      const text = (await answer.text()).trim();
      if (answer.ok && /^\d{6,}$/.test(text)) latest = text;
    } catch {
      return; // no connection now; the next page says so if it lasts
    }
    compare();
  }

  setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", ask);
  new MutationObserver(compare).observe(document.documentElement, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["data-version"],
  });
})();
