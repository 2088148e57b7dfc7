/* Draws every figure in the theme, the text size and the width of the reader's screen.

   A figure arrives light, for a 16 px root, and carries in layout.meta.narrow what differs on a narrow plot.
   All drawing goes through Plotly.react, whichever bundle is loaded (assets/vendor or Dash's own), so that one
   function is wrapped as soon as a bundle announces itself. */
(function () {
  "use strict";

  const TWIN = {
    "#ffffff": "--paper", "#f7f6f3": "--wash", "#16191d": "--ink", "#4a4f57": "--ink-2", "#63666b": "--ink-3",
    "#cfcdc6": "--rule", "#e6e4de": "--grid", "#6d2160": "--accent", "#0072b2": "--better", "#c2510a": "--worse",
    "#6b6b6b": "--neutral", "#2b3a55": "--series", "#8793a8": "--interval", "#eceef2": "--band-95",
    "#d9dee7": "--band-80", "#8c929c": "--faint",
  };
  const ROOT = 16;
  const NARROW = 560;
  const SMALLEST = 13;
  const drawn = new Map(); // element -> the figure as it came, and how it was drawn
  let react = null;

  function themed(value, styles) {
    if (typeof value === "string") {
      const token = TWIN[value.toLowerCase()];
      return token ? styles.getPropertyValue(token).trim() : value;
    }
    if (Array.isArray(value)) return value.map((item) => themed(item, styles));
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, themed(item, styles)]));
    }
    return value;
  }

  function merged(base, extra) {
    const result = { ...base };
    for (const [key, value] of Object.entries(extra)) {
      const both = value && typeof value === "object" && !Array.isArray(value) && typeof base[key] === "object";
      result[key] = both ? merged(base[key], value) : value;
    }
    return result;
  }

  /* Sizes of text, margins and distances of labels follow the root font. */
  function scaled(node, factor) {
    for (const [key, value] of Object.entries(node)) {
      if (value && typeof value === "object") scaled(value, factor);
      else if (typeof value === "number" && (key === "size" || /^[lrtb]$/.test(key) || /shift$/.test(key))) {
        node[key] = value * factor;
      }
    }
  }

  /* What is small at a desk is as large as all other words on a projector. */
  function enlarged(node) {
    for (const [key, value] of Object.entries(node)) {
      if (value && typeof value === "object") enlarged(value);
      else if (key === "size" && typeof value === "number") node[key] = Math.max(value, SMALLEST);
    }
  }

  /* From six metres a thin line is no line. */
  function thickened(node, factor) {
    for (const [key, value] of Object.entries(node)) {
      if (value && typeof value === "object" && !(key === "size" && Array.isArray(value))) thickened(value, factor);
      else if (key === "width" || key === "size" || key === "thickness") {
        node[key] = Array.isArray(value) ? value.map((one) => one * factor) : value * factor;
      }
    }
  }

  function manner(element) {
    const styles = getComputedStyle(document.documentElement);
    const factor = parseFloat(styles.fontSize) / ROOT;
    return { styles, factor, narrow: element.clientWidth > 0 && element.clientWidth < NARROW * factor };
  }

  function draw(element) {
    const { figure, rest } = drawn.get(element);
    const { styles, factor, narrow } = manner(element);
    const light = figure.layout || {};
    const extra = narrow && light.meta && light.meta.narrow;
    const layout = themed(extra ? merged(light, extra) : light, styles);
    const data = figure.data.map((trace, place) => ({ ...trace, ...(extra && extra.data ? extra.data[place] : {}) }));
    const traces = themed(data, styles);
    if (element.closest(".proj")) enlarged(layout);
    if (factor !== 1) scaled(layout, factor);
    if (element.closest(".proj")) thickened([traces, layout.shapes || []], factor);
    const paper = window.matchMedia("print").matches; /* there the box is as high as what is drawn in it */
    layout.height = (paper && layout.height * factor) || element.clientHeight || layout.height;
    layout.autosize = true;
    drawn.set(element, { figure, rest, look: look(element) });
    return react(element, { ...figure, data: traces, layout }, ...rest).then(printable);
  }

  /* On paper a figure takes the width there is: assets/theme_print.css. */
  function printable(element) {
    for (const svg of element.querySelectorAll("svg.main-svg")) {
      const { width, height } = element._fullLayout;
      svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    }
    return element;
  }

  /* What decides how a figure is drawn; as long as it is the same, Plotly's own resizing is enough. */
  function look(element) {
    const { styles, factor, narrow } = manner(element);
    return [styles.getPropertyValue("--paper").trim(), factor, narrow].join();
  }

  function redrawChanged() {
    for (const [element, { look: before }] of drawn) {
      if (!element.isConnected) drawn.delete(element);
      else if (before !== look(element)) draw(element);
    }
  }

  function wrap(plotly) {
    if (!plotly || plotly.react === drawThemed) return plotly;
    react = plotly.react.bind(plotly);
    plotly.react = drawThemed;
    window.smartDashboard = { figureOf: (element) => drawn.has(element) && drawn.get(element).figure };
    return plotly;
  }

  function drawThemed(target, figure, ...rest) {
    const element = typeof target === "string" ? document.getElementById(target) : target;
    const isFigure = figure && !Array.isArray(figure) && figure.data;
    if (!isFigure) return react(element, figure, ...rest);
    drawn.set(element, { figure, rest });
    return draw(element);
  }

  let current = wrap(window.Plotly);
  Object.defineProperty(window, "Plotly", {
    configurable: true,
    enumerable: true,
    get: () => current,
    set: (plotly) => { current = wrap(plotly); },
  });

  let wait;
  window.addEventListener("resize", () => {
    clearTimeout(wait);
    wait = setTimeout(redrawChanged, 120);
  });
  for (const query of ["(prefers-color-scheme: dark)", "print"]) {
    window.matchMedia(query).addEventListener("change", redrawChanged);
  }
})();
