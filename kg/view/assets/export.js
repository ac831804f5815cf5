// The view as a file: PNG, SVG and CSV.
"use strict";

KG.export = (() => {
  const D = KG.data, S = KG.style, { raw, typed } = D;

  const save = (blob, name) => {
    const link = KG.el("a", { href: URL.createObjectURL(blob), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  const title = () => document.getElementById("title").textContent;

  // ---- PNG: what stands on the screen, on its background ---------------------------------------------------
  const png = () => {
    const shown = KG.graph.network.canvas.frame.canvas, now = S.now(), scale = shown.width / shown.clientWidth;
    const canvas = KG.el("canvas", { width: shown.width, height: shown.height });
    const context = canvas.getContext("2d");
    context.fillStyle = now.background;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(shown, 0, 0);
    context.direction = document.documentElement.dir;
    context.font = `600 ${16 * scale}px ${raw.options.nodes.font.face}`;
    context.fillStyle = now.text;
    const rtl = context.direction === "rtl";
    context.textAlign = rtl ? "right" : "left";
    const x = rtl ? canvas.width - 14 * scale : 14 * scale;
    context.fillText(title(), x, 28 * scale);
    context.font = `${12 * scale}px ${raw.options.nodes.font.face}`;
    raw.quads.forEach((quad, i) => {
      const y = canvas.height - (14 + 18 * (raw.quads.length - 1 - i)) * scale, step = (rtl ? -1 : 1) * 26 * scale;
      context.fillStyle = S.quad(i);
      context.fillRect(Math.min(x, x + step * 0.75), y - 6 * scale, 19 * scale, 4 * scale);
      context.fillStyle = now.text;
      context.fillText(KG.i18n.t(quad), x + step, y);
    });
    canvas.toBlob((blob) => save(blob, "graph.png"), "image/png");
  };

  // ---- SVG: all that is drawn, whatever part of it is in sight ---------------------------------------------
  // The point that vis-network bends an edge through ("curvedCW" and "curvedCCW"); Q in SVG takes the same.
  const middle = (p, q, bend) => {
    const part = bend / 2 + 0.5, reach = (Math.abs(bend) / 2 + 0.5) * Math.hypot(q.x - p.x, q.y - p.y);
    const angle = Math.atan2(p.y - q.y, q.x - p.x) + part * Math.PI;
    return { x: p.x + reach * Math.sin(angle), y: p.y + reach * Math.cos(angle) };
  };
  const svgText = () => {
    const now = S.now(), network = KG.graph.network, at = network.getPositions(), { svg } = S;
    const list = KG.graph.lines, bends = KG.graph.bends, view = KG.graph.view;
    const size = (a) => network.body.nodes[a].options.size;
    const lines = list.map((b) => {
      const from = typed.from[b], to = typed.to[b], p = at[from], q = at[to], bend = bends.get(b), status = raw.statuses[D.edges.status[b]];
      const colour = S.quad(typed.quad[b]), width = S.width(view.outlets[b]), mid = bend ? middle(p, q, bend) : { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 };
      const toward = bend ? mid : p, reach = Math.hypot(q.x - toward.x, q.y - toward.y) || 1, gap = size(to) + 2;
      const end = { x: q.x - ((q.x - toward.x) * gap) / reach, y: q.y - ((q.y - toward.y) * gap) / reach };
      const f = (v) => v.toFixed(1), group = svg("g", { stroke: colour, fill: "none", "stroke-opacity": 0.82 });
      const route = bend ? `M${f(p.x)} ${f(p.y)}Q${f(mid.x)} ${f(mid.y)} ${f(end.x)} ${f(end.y)}` : `M${f(p.x)} ${f(p.y)}L${f(end.x)} ${f(end.y)}`;
      group.append(svg("path", { d: route, "stroke-width": width.toFixed(1), "stroke-dasharray": (S.dashes[status] || []).join(" ") || "none" }));
      if (!D.edges.symmetric[b]) {
        const ux = (q.x - toward.x) / reach, uy = (q.y - toward.y) / reach, k = 5 + width;
        const wing = (side) => `${f(end.x - ux * k * 1.6 - side * uy * k * 0.6)},${f(end.y - uy * k * 1.6 + side * ux * k * 0.6)}`;
        group.append(svg("polygon", { points: `${f(end.x)},${f(end.y)} ${wing(1)} ${wing(-1)}`, fill: colour, stroke: "none" }));
      }
      if (status === "negated") group.append(svg("path", { d: `M${f(mid.x - 5)} ${f(mid.y - 5)}l10 10M${f(mid.x + 5)} ${f(mid.y - 5)}l-10 10`, "stroke-width": 2 }));
      group.append(svg("title", {}, KG.graph.edgeTitle(b)));
      return group;
    });
    let left = Infinity, right = -Infinity, upper = Infinity, lower = -Infinity;
    const hold = (x, y, wide, high) => { left = Math.min(left, x - wide); right = Math.max(right, x + wide); upper = Math.min(upper, y - high); lower = Math.max(lower, y + high); };
    const bodies = KG.graph.drawn.map((a) => {
      const { x, y } = at[a], r = size(a);
      hold(x, y, r, r);
      return svg("g", { transform: `translate(${x} ${y})` }, S.mark(typed.type[a], r, { fill: S.type(typed.type[a]), stroke: now.background, "stroke-width": 1.5 }), svg("title", {}, D.name(a)));
    });
    const names = KG.labels.places().map(([x, y, font, text]) => {
      hold(x, y, text.length * font * 0.27, font);
      return svg("text", { x: x.toFixed(1), y: y.toFixed(1), "font-size": font.toFixed(1), "text-anchor": "middle", fill: now.text, stroke: now.background, "stroke-width": font / 5, "stroke-linejoin": "round", "paint-order": "stroke" }, text);
    });
    if (left === Infinity) [left, right, upper, lower] = [0, 400, 0, 200];
    const key = raw.quads.map((quad, i) => svg("g", { transform: `translate(${left} ${lower + 60 + i * 24})` },
      svg("rect", { width: 26, height: 5, y: -7, fill: S.quad(i) }), svg("text", { x: 34, "font-size": 15, fill: now.text }, KG.i18n.isolate(KG.i18n.t(quad)))));
    const box = [left - 30, upper - 70, right - left + 60, lower - upper + 130 + raw.quads.length * 24];
    const drawing = svg("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: box.map(Math.round).join(" "), "font-family": raw.options.nodes.font.face, direction: "ltr" },
      svg("title", {}, title()), svg("rect", { x: box[0], y: box[1], width: box[2], height: box[3], fill: now.background }),
      svg("text", { x: (left + right) / 2, y: upper - 30, "font-size": 24, "text-anchor": "middle", fill: now.text }, KG.i18n.isolate(title())), ...lines, ...bodies, ...names, ...key);
    // XML forbids most control characters, even escaped.
    return new XMLSerializer().serializeToString(drawing).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  };

  // ---- CSV: a row a claim, of all actors in the drawing -------------------------------------------------------
  // A cell that begins like a formula would be run by a spreadsheet.
  const cell = (value) => {
    const text = /^[=+\-@\t\r]/.test(value) ? "'" + value : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  const csvText = () => {
    const view = KG.graph.view, { claims, events, docs, actors } = D;
    const id = (a) => (a < 0 ? "" : actors.id[a]), name = (a) => (a < 0 ? "" : actors.ar[a]);
    const rows = [["doc_id", "event_id", "relation", "source_id", "source_name", "target_id", "target_name", "status", "attributed_to_id", "attributed_to_name", "date", "place_id", "place_name", "trigger", "sentence", "outlet", "published", "url"]];
    for (let c = 0; c < D.claimCount; c++) {
      if (!view.pass[c]) continue;
      const e = claims.event[c], s = typed.source[e], to = typed.target[e], d = claims.doc[c];
      if ((s >= 0 && !KG.graph.isDrawn(s)) || (to >= 0 && !KG.graph.isDrawn(to))) continue;
      const sentence = D.quote(claims.quote[c]), trigger = claims.at[c] < 0 ? "" : sentence.slice(claims.at[c], claims.at[c] + claims.length[c]);
      rows.push([docs.id[d], events.id[e], D.relations.id[events.relation[e]], id(s), name(s), id(to), name(to), raw.statuses[claims.status[c]], id(claims.by[c]), name(claims.by[c]),
        KG.i18n.iso(claims.date[c] ?? events.date[e]), id(events.place[e]), name(events.place[e]), trigger, sentence, raw.outlets[docs.outlet[d]], KG.i18n.iso(docs.date[d]), docs.url[d]]);
    }
    // The mark at the beginning tells spreadsheets that the text is UTF-8.
    return "\ufeff" + rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
  };

  const svg = () => save(new Blob([svgText()], { type: "image/svg+xml" }), "graph.svg");
  const csv = () => save(new Blob([csvText()], { type: "text/csv;charset=utf-8" }), "graph.csv");
  return { png, svg, csv, svgText, csvText };
})();
