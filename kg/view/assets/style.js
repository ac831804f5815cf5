// Colours, shapes and marks. As in Okabe and Ito's palette readers with any colour vision tell them apart: blues
// cooperate, oranges conflict; the stronger of each is the act, the lighter the word.
"use strict";

KG.style = (() => {
  const { raw } = KG.data;
  // The colours stand in page.css, once for the page and for the drawing.
  let theme = "light", colours = null;
  const readColours = () => {
    const css = getComputedStyle(document.documentElement), colour = (name) => css.getPropertyValue("--" + name).trim();
    const short = { "verbal-cooperation": "vcoop", "material-cooperation": "mcoop", "verbal-conflict": "vconf", "material-conflict": "mconf", neutral: "neutral" };
    return {
      background: colour("bg"), text: colour("text"), selected: colour("strong"),
      quads: raw.quads.map((quad) => colour(short[quad])), types: raw.types.map(colour),
    };
  };
  const now = () => (colours ??= readColours());
  const shapes = Object.fromEntries(Object.entries(raw.options.groups).map(([type, g]) => [type, g.shape]));

  const NS = "http://www.w3.org/2000/svg";
  const svg = (tag, attributes = {}, ...children) => {
    const node = document.createElementNS(NS, tag);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };
  const corners = (count, turn, r) => Array.from({ length: count }, (_, i) => {
    const angle = turn + (i * 2 * Math.PI) / count;
    return [r * Math.cos(angle), r * Math.sin(angle)];
  });
  // The outline of a shape around (0, 0), as vis-network draws it.
  const outline = (shape, r) => {
    if (shape === "square") return [[-r, -r], [r, -r], [r, r], [-r, r]];
    if (shape === "diamond") return [[0, -r], [r, 0], [0, r], [-r, 0]];
    if (shape === "triangle") return corners(3, -Math.PI / 2, r * 1.15).map(([x, y]) => [x, y + 0.275 * r]);
    if (shape === "hexagon") return corners(6, 0, r);
    return null;
  };
  const mark = (type, r, attributes) => {
    const points = outline(shapes[raw.types[type]], r);
    return points ? svg("polygon", { points: points.map((p) => p.map((v) => v.toFixed(1)).join(",")).join(" "), ...attributes })
      : svg("circle", { r, ...attributes });
  };
  const glyph = (type) => svg("svg", { viewBox: "-10 -10 20 20", class: "glyph type-" + raw.types[type], "aria-hidden": "true" }, mark(type, 7.5, {}));
  const swatch = (quad) => KG.el("span", { class: "swatch quad-" + raw.quads[quad], "aria-hidden": "true" });
  const line = (status) => svg("svg", { viewBox: "0 0 34 10", class: "line line-" + raw.statuses[status], "aria-hidden": "true" },
    svg("path", { d: "M1 5h32" }), ...(raw.statuses[status] === "negated" ? [svg("path", { d: "M13.5 1.5l7 7M20.5 1.5l-7 7", class: "cross" })] : []));
  // Icons of the legend: large and small, thick and thin, and which way.
  const icon = (...parts) => svg("svg", { viewBox: "0 0 34 14", class: "icon-line", "aria-hidden": "true" }, ...parts);
  const sizes = () => icon(svg("circle", { cx: 6, cy: 7, r: 3 }), svg("circle", { cx: 23, cy: 7, r: 6.5 }));
  const widths = () => icon(svg("path", { d: "M1 3h32", "stroke-width": 1.5 }), svg("path", { d: "M1 10h32", "stroke-width": 5 }));
  const arrow = () => (document.documentElement.dir === "rtl" ? icon(svg("path", { d: "M33 7H8", "stroke-width": 2 }), svg("path", { d: "M9 2v10L1 7z" }))
    : icon(svg("path", { d: "M1 7h25", "stroke-width": 2 }), svg("path", { d: "M25 2v10l8-5z" })));

  return {
    now, shapes, svg, mark, glyph, swatch, line, sizes, widths, arrow, outline,
    quad: (q) => now().quads[q], type: (i) => now().types[i],
    dashes: { occurred: false, planned: [12, 7], possible: [2, 6], negated: false },
    width: (outlets) => Math.min(8, 1.7 * Math.max(1, outlets) ** 0.75),
    get theme() { return theme; },
    set theme(value) { theme = value === "dark" ? "dark" : "light"; colours = null; document.documentElement.dataset.theme = theme; },
  };
})();
