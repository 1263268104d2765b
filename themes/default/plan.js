// Extras of drawings of the plan.

// --- Gantt: what a row waits for and what waits for it, while it is pointed at or has the focus ---
(() => {
  const gantt = document.querySelector(".gantt");
  if (!gantt) return;
  const rows = new Map();
  const after = new Map();
  for (const row of gantt.querySelectorAll("li[data-n]")) rows.set(row.dataset.n, row);
  for (const [n, row] of rows) {
    for (const p of (row.dataset.p || "").split(" ")) {
      if (rows.has(p)) after.set(p, [...(after.get(p) || []), n]);
    }
  }
  const space = "http://www.w3.org/2000/svg";
  const over = document.createElementNS(space, "svg");
  over.setAttribute("class", "g-over");
  over.setAttribute("aria-hidden", "true");
  gantt.append(over);
  const chart = gantt.querySelector(".g-head .g-c");

  // Where the shapes of a row begin and end; null if it is folded away.
  const span = (row) => {
    const boxes = [...row.querySelectorAll(".gv .m")].map((shape) => shape.getBoundingClientRect());
    const seen = boxes.filter((box) => box.width > 0);
    if (!seen.length) return null;
    const base = gantt.getBoundingClientRect();
    const window = chart.getBoundingClientRect();
    const within = (x) => Math.min(Math.max(x, window.left), window.right) - base.left;
    return {
      from: within(Math.min(...seen.map((box) => box.left))),
      to: within(Math.max(...seen.map((box) => box.right))),
      y: seen[0].top + seen[0].height / 2 - base.top,
    };
  };
  const elbow = (a, b) => {
    const x = Math.max(a.to + 6, Math.min(b.from - 4, a.to + 6));
    const mid = b.from - 6 > x ? x : a.to + 6;
    const end = b.y + (a.y < b.y ? -12 : 12);
    const d = b.from - 6 > mid
      ? `M${a.to} ${a.y}H${mid}V${b.y}H${b.from - 1}`
      : `M${a.to} ${a.y}H${mid}V${end}H${b.from - 6}V${b.y}H${b.from - 1}`;
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", `${d}m-5-4l5 4-5 4`);
    over.append(path);
  };

  let shown = null;
  const show = (row) => {
    if (row === shown) return;
    shown = row;
    over.replaceChildren();
    for (const one of gantt.querySelectorAll(".near")) one.classList.remove("near");
    const own = row && span(row);
    if (!own) return;
    for (const p of (row.dataset.p || "").split(" ")) {
      const other = rows.get(p) && span(rows.get(p));
      if (!other) continue;
      rows.get(p).classList.add("near");
      elbow(other, own);
    }
    for (const n of after.get(row.dataset.n) || []) {
      const other = span(rows.get(n));
      if (!other) continue;
      rows.get(n).classList.add("near");
      elbow(own, other);
    }
  };
  const row = (event) => event.target.closest && event.target.closest(".gantt li[data-n]");
  gantt.addEventListener("pointerover", (event) => show(row(event)));
  gantt.addEventListener("pointerleave", () => show(row({ target: document.activeElement })));
  gantt.addEventListener("focusin", (event) => show(row(event)));
  gantt.addEventListener("focusout", () => show(null));
})();
