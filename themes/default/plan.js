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

// --- graphs: size, moving, and the lines of one node ---
(() => {
  const words = window.milepostWords || {};
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

  const lines = (svg) => {
    const nodes = new Map([...svg.querySelectorAll(".n")].map((node) => [node.dataset.n, node]));
    const edges = [...svg.querySelectorAll(".e[data-e]")].map((edge) => [edge, ...edge.dataset.e.split(" ")]);
    let shown = null;
    const show = (node) => {
      if (node === shown) return;
      shown = node;
      for (const one of svg.querySelectorAll(".near")) one.classList.remove("near");
      svg.classList.toggle("picked", Boolean(node));
      if (!node) return;
      node.classList.add("near");
      for (const [edge, from, to] of edges) {
        if (from !== node.dataset.n && to !== node.dataset.n) continue;
        edge.classList.add("near");
        for (const end of [from, to]) nodes.get(end)?.classList.add("near");
      }
    };
    const node = (target) => target?.closest?.(".n") || null;
    svg.addEventListener("pointerover", (event) => show(node(event.target)));
    svg.addEventListener("pointerleave", () => show(node(document.activeElement)));
    svg.addEventListener("focusin", (event) => show(node(event.target)));
    svg.addEventListener("focusout", () => show(null));
  };

  const sizes = (box, svg) => {
    const wide = Number(svg.getAttribute("width"));
    const high = Number(svg.getAttribute("height"));
    let scale = 1;
    // What is at `x`, `y` of the box stays there.
    const zoom = (to, x = box.clientWidth / 2, y = box.clientHeight / 2) => {
      const next = clamp(to, 0.1, 3);
      const left = (box.scrollLeft + x) * (next / scale) - x;
      const top = (box.scrollTop + y) * (next / scale) - y;
      scale = next;
      svg.style.width = `${wide * scale}px`;
      svg.style.height = `${high * scale}px`;
      box.scrollTo(left, top);
    };
    const whole = () => zoom(Math.min(1, box.clientWidth / wide, box.clientHeight / high));
    const actions = [
      ["graph.larger", () => zoom(scale * 1.25)],
      ["graph.smaller", () => zoom(scale / 1.25)],
      ["graph.whole", whole],
      ["graph.actual", () => zoom(1)],
    ];
    const bar = document.createElement("p");
    bar.className = "zoom";
    for (const [word, act] of actions) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words[word] || word;
      button.addEventListener("click", act);
      bar.append(button);
    }
    const keys = document.createElement("span");
    keys.textContent = words["graph.keys"] || "";
    bar.append(keys);
    box.before(bar);
    if (box.classList.contains("whole")) bar.classList.add("whole");
    if (box.classList.contains("kept")) bar.classList.add("kept");

    box.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = { "+": 0, "=": 0, "-": 1, 0: 2, 1: 3 }[event.key];
      if (act === undefined) return;
      event.preventDefault();
      actions[act][1]();
    });
    box.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const base = box.getBoundingClientRect();
      zoom(scale * Math.exp(-event.deltaY / 400), event.clientX - base.left, event.clientY - base.top);
    }, { passive: false });

    let held = null;
    box.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || event.pointerType !== "mouse") return;
      if (event.offsetX > box.clientWidth || event.offsetY > box.clientHeight) return;
      held = { x: event.clientX, y: event.clientY, left: box.scrollLeft, top: box.scrollTop, moved: false };
    });
    window.addEventListener("pointermove", (event) => {
      if (!held) return;
      const x = event.clientX - held.x;
      const y = event.clientY - held.y;
      held.moved ||= Math.abs(x) + Math.abs(y) > 5;
      if (held.moved) box.scrollTo(held.left - x, held.top - y);
    });
    window.addEventListener("pointerup", () => setTimeout(() => (held = null)));
    // To drag is not to follow the link it began on.
    box.addEventListener("click", (event) => held?.moved && event.preventDefault(), true);
    svg.addEventListener("dragstart", (event) => event.preventDefault());
  };

  for (const box of document.querySelectorAll("[data-graph]")) {
    const svg = box.querySelector("svg");
    lines(svg);
    sizes(box, svg);
    // Where the path begins is more than where the drawing does.
    const first = svg.querySelector(".n.crit .box");
    if (!first) continue;
    const at = first.getBoundingClientRect();
    const base = box.getBoundingClientRect();
    box.scrollTo(at.left - base.left - 60, at.top - base.top - box.clientHeight / 2);
  }
})();
