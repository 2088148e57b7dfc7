/* The arrow keys walk through the cells of the comparison, beside the Tab key that every link has.

   A cell may have no link; the next one in that direction is taken. Home and End are the ends of a row. */
(function () {
  "use strict";

  const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    const cell = event.target instanceof Element ? event.target.closest(".matrix :is(th, td)") : null;
    if (!cell || !event.target.matches("a")) return;
    const link = next(cell, event.key);
    if (!link) return;
    event.preventDefault();
    link.focus();
    link.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  function next(cell, key) {
    const rows = [...cell.closest("table").rows];
    const row = rows.indexOf(cell.parentElement), column = cell.cellIndex;
    if (key === "Home" || key === "End") {
      const links = [...rows[row].querySelectorAll("a")];
      return key === "Home" ? links[0] : links[links.length - 1];
    }
    if (!STEPS[key]) return null;
    const [down, along] = STEPS[key];
    for (let y = row + down, x = column + along; rows[y] && rows[y].cells[x]; y += down, x += along) {
      const link = rows[y].cells[x].querySelector("a");
      if (link) return link;
    }
    return null;
  }
})();
