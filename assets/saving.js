/* Makes an SVG of a figure in the reader's own browser, with its title, source and publication written in it.

   A picture leaves the page, so it is drawn light and wide whatever the screen is, and says by itself what it shows. */
(function () {
  "use strict";

  const WIDTH = 960, MARGIN = 24, LINE = 1.35;

  document.addEventListener("click", (event) => {
    const asked = event.target instanceof Element ? event.target.closest("button.save-svg") : null;
    if (asked) save(asked.closest("figure.figure"));
  });

  async function save(tile) {
    const plot = tile.querySelector(".js-plotly-plot");
    const light = window.smartDashboard && window.smartDashboard.figureOf(plot);
    if (!light) return;
    const height = light.layout.height || 392;
    const layout = { ...light.layout, width: WIDTH - 2 * MARGIN, height, autosize: false };
    const size = { format: "svg", imageDataOnly: true, width: layout.width, height };
    const drawn = await window.Plotly.toImage({ data: light.data, layout }, size);
    const title = words(tile, ".fig-title");
    hand(framed(tile, title, drawn, height), `${slug(title)}.svg`);
  }

  function framed(tile, title, drawn, height) {
    const page = [words(document, ".context strong")].filter((text) => text && tile.querySelector(".fig-mark"));
    const head = [...lines(title, 22, true), ...lines(words(tile, ".fig-sub"), 14, false)];
    const foot = lines([words(tile, ".fig-source"), ...page].join(" · "), 13, false);
    const top = MARGIN + head.reduce((sum, line) => sum + line.size * LINE, 0) + 8;
    const total = top + height + foot.length * 13 * LINE + MARGIN;
    const space = /xmlns="([^"]+)"/.exec(drawn)[1];
    // Put together as text: a parsed style attribute is what the security policy of the page forbids.
    return [
      `<svg xmlns="${space}" width="${WIDTH}" height="${total}" viewBox="0 0 ${WIDTH} ${total}" role="img" aria-label="${plain(described(tile) || title)}">`,
      '<rect width="100%" height="100%" fill="#ffffff"/>',
      ...written(head, MARGIN),
      ...written(foot, top + height),
      drawn.replace("<svg ", `<svg x="${MARGIN}" y="${top}" `),
      "</svg>",
    ].join("\n");
  }

  /* What the figure says to who does not see it, which goes along with the picture. */
  function described(tile) {
    const drawn = tile.querySelector('[role="img"]');
    return drawn ? drawn.getAttribute("aria-label") : "";
  }

  function plain(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
  }

  /* A picture cannot break lines by itself; the average letter of the system fonts is just over half its size. */
  function lines(text, size, bold) {
    const room = Math.floor((WIDTH - 2 * MARGIN) / (size * (bold ? 0.58 : 0.53)));
    const made = [];
    for (const word of text.split(" ").filter(Boolean)) {
      const last = made[made.length - 1];
      if (last && last.text.length + word.length < room) last.text += ` ${word}`;
      else made.push({ text: word, size, bold });
    }
    return made;
  }

  function written(texts, from) {
    let y = from;
    return texts.map(({ text, size, bold }) => {
      y += size * LINE;
      const face = "Segoe UI, Roboto, Helvetica Neue, Liberation Sans, Arial, sans-serif";
      const look = bold ? 'font-weight="700" fill="#16191d"' : 'fill="#4a4f57"';
      return `<text x="${MARGIN}" y="${y - size * 0.3}" font-size="${size}" font-family="${face}" ${look}>${plain(text)}</text>`;
    });
  }

  function words(from, selector) {
    const found = from.querySelector(selector);
    return found ? found.textContent.trim().replace(/\s+/g, " ") : "";
  }

  function slug(text) {
    const plain = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 80) || "figuur";
  }

  function hand(content, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type: "image/svg+xml" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }
})();
