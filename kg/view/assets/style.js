// Colours, shapes and marks. Colours follow Okabe and Ito's palette, which readers with any colour vision tell
// apart: blues cooperate, oranges conflict, and the stronger of each is the act, the lighter the word.
"use strict";

KG.style = (() => {
  const { raw } = KG.data;
  const themes = {
    light: {
      background: "#fbfaf7", text: "#1d2228", halo: "#fbfaf7", selected: "#111418",
      quads: { "verbal-cooperation": "#56b4e9", "material-cooperation": "#0072b2", "verbal-conflict": "#e69f00", "material-conflict": "#d55e00", neutral: "#a3a7ad" },
      types: { state: "#3c4657", organization: "#a8628a", person: "#00805e", group: "#8a7a00", place: "#7c8590" },
    },
    dark: {
      background: "#14171c", text: "#e7e9ec", halo: "#14171c", selected: "#ffffff",
      quads: { "verbal-cooperation": "#7cc6f2", "material-cooperation": "#2a93d8", "verbal-conflict": "#f0b429", "material-conflict": "#f0703c", neutral: "#6f7781" },
      types: { state: "#b9c4d6", organization: "#dc9fc3", person: "#3ec49b", group: "#d9c64a", place: "#8e98a4" },
    },
  };
  let theme = "light";
  const now = () => themes[theme];
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

  return {
    now, shapes, svg, mark, glyph, swatch, line, outline,
    quad: (q) => now().quads[raw.quads[q]], type: (i) => now().types[raw.types[i]],
    dashes: { occurred: false, planned: [12, 7], possible: [2, 6], negated: false },
    width: (outlets) => Math.min(8, 1.7 * Math.max(1, outlets) ** 0.75),
    get theme() { return theme; },
    set theme(value) { theme = value === "dark" ? "dark" : "light"; document.documentElement.dataset.theme = theme; },
  };
})();
