// The filters: kind of tie, status, type, outlet, relation, number of outlets, and time with its histogram.
"use strict";

KG.filters = (() => {
  const D = KG.data, S = KG.style, { raw, typed } = D, { el } = KG;
  const t = (...words) => KG.i18n.t(...words);
  const root = document.getElementById("filters"), time = document.getElementById("time");
  let state = null, changed = () => {}, boxes = [];

  // ---- how often each choice occurs, once for all --------------------------------------------------------
  const tally = (size, of) => {
    const count = new Int32Array(size);
    for (let c = 0; c < D.claimCount; c++) count[of(c)]++;
    return count;
  };
  const counts = {
    quad: tally(raw.quads.length, (c) => D.relations.quad[typed.relation[c]]),
    status: tally(raw.statuses.length, (c) => typed.status[c]),
    outlet: tally(raw.outlets.length, (c) => typed.outlet[c]),
    relation: tally(D.relations.id.length, (c) => typed.relation[c]),
    type: new Int32Array(raw.types.length),
  };
  for (let a = 0; a < D.n; a++) if (D.takingPart[a]) counts.type[typed.type[a]]++;

  const check = (kind, i, text, icon) => {
    const box = el("input", { type: "checkbox", onchange: () => { state.filters[kind][i] = box.checked ? 1 : 0; changed(); } });
    boxes.push({ box, read: () => state.filters[kind][i] === 1 });
    return el("label", { class: "check" }, box, icon, el("bdi", { class: "grow", text }), el("span", { class: "dim count", text: KG.i18n.number(counts[kind][i]) }));
  };

  const setAll = (kind, members, value) => { for (const i of members) state.filters[kind][i] = value; show(); changed(); };
  const choices = (kind, legend, members, text, icon, open = true) => {
    const used = members.filter((i) => counts[kind][i]);
    if (!used.length) return null;
    const many = used.length > 3;
    return el("details", { class: "facet", open }, el("summary", { text: legend }),
      el("fieldset", {}, el("legend", { class: "hidden", text: legend }), ...used.map((i) => check(kind, i, text(i), icon ? icon(i) : null))),
      many ? el("div", { class: "both" },
        el("button", { type: "button", class: "link", text: t("all"), onclick: () => setAll(kind, used, 1) }),
        el("button", { type: "button", class: "link", text: t("none"), onclick: () => setAll(kind, used, 0) })) : null);
  };
  const indexes = (list) => list.map((_, i) => i);

  const relationChoices = () => {
    const groups = new Map();
    for (const r of indexes(D.relations.id)) {
      const g = D.relations.group[r];
      if (groups.has(g)) groups.get(g).push(r); else groups.set(g, [r]);
    }
    const blocks = [...groups].map(([g, members]) => el("fieldset", { class: "group" }, el("legend", { text: D.groupName(g) }),
      ...members.map((r) => check("relation", r, D.relationName(r), S.swatch(D.relations.quad[r])))));
    return el("details", { class: "facet", open: false }, el("summary", { text: t("relation") }), ...blocks, el("div", { class: "both" },
      el("button", { type: "button", class: "link", text: t("all"), onclick: () => setAll("relation", indexes(D.relations.id), 1) }),
      el("button", { type: "button", class: "link", text: t("none"), onclick: () => setAll("relation", indexes(D.relations.id), 0) })));
  };

  const outletOrder = () => indexes(raw.outlets).sort((p, q) => counts.outlet[q] - counts.outlet[p] || p - q);
  // The most outlets that report any one line; a slider beyond that would only empty the drawing.
  const mostOutlets = () => {
    const view = D.evaluate({ ...D.freshFilters(), status: new Uint8Array(raw.statuses.length).fill(1) });
    return view.outlets.reduce((most, k) => Math.max(most, k), 1);
  };
  const most = mostOutlets();

  const sources = () => {
    if (most < 2) return null;
    const output = el("output", { class: "strong" });
    const slider = el("input", { type: "range", min: 1, max: most, step: 1, "aria-label": t("sources"),
      oninput: () => { state.filters.sources = Number(slider.value); output.textContent = slider.value; changed(); } });
    boxes.push({ slider, read: () => { slider.value = state.filters.sources; output.textContent = slider.value; } });
    return el("div", { class: "facet slider" }, el("div", { class: "row" }, el("span", { class: "grow", text: t("sources") }), output), slider);
  };

  const reset = () => { state.filters = D.freshFilters(); show(); changed(); };
  const build = () => {
    boxes = [];
    root.replaceChildren(...[
      choices("quad", t("quad"), indexes(raw.quads), (i) => t(raw.quads[i]), S.swatch),
      choices("status", t("status"), indexes(raw.statuses), (i) => t(raw.statuses[i]), S.line),
      choices("type", t("type"), indexes(raw.types), D.typeName, S.glyph),
      sources(),
      choices("outlet", t("outlet"), outletOrder(), (i) => raw.outlets[i] || t("noOutlet"), null, raw.outlets.length <= 8),
      relationChoices(),
      el("button", { type: "button", id: "reset", text: t("reset"), onclick: reset }),
    ].filter(Boolean));
    buildTime();
    show();
  };

  // ---- time ----------------------------------------------------------------------------------------------
  const span = D.last - D.first + 1;
  const step = [1, 7, 28, 91, 365].find((days) => span / days <= 90) || Math.ceil(span / 90);
  const bins = Math.ceil(span / step);
  let bars = [], low = null, high = null, rangeText = null;

  const buildTime = () => {
    time.hidden = span < 2;
    bars = Array.from({ length: bins }, () => el("span", { class: "bar" }, el("i", { class: "conflict" }), el("i", { class: "neutral" }), el("i", { class: "cooperation" })));
    const handle = (key, label) => {
      const input = el("input", { type: "range", min: D.first, max: D.last, step: 1, "aria-label": label });
      input.addEventListener("input", () => {
        const day = Number(input.value);
        state.filters[key] = key === "since" ? Math.min(day, state.filters.until) : Math.max(day, state.filters.since);
        showTime(); changed();
      });
      return input;
    };
    low = handle("since", t("from"));
    high = handle("until", t("to"));
    rangeText = el("span", { class: "range" });
    const note = D.undated ? el("span", { class: "dim", text: `${t("undated")}: ${KG.i18n.number(D.undated)}` }) : null;
    time.replaceChildren(
      el("div", { class: "row" }, rangeText, note, el("span", { class: "grow" }), el("span", { class: "dim", text: [1, 7, 28, 91, 365].includes(step) ? t("bin" + step) : t("bins", step) })),
      el("div", { class: "bars", "aria-hidden": "true" }, ...bars), el("div", { class: "handles" }, low, high));
  };

  const showTime = () => {
    if (!low) return;
    const { since, until } = state.filters;
    low.value = since; high.value = until;
    low.setAttribute("aria-valuetext", KG.i18n.iso(since));
    high.setAttribute("aria-valuetext", KG.i18n.iso(until));
    rangeText.replaceChildren(t("since") + " ", el("bdi", { dir: "ltr", text: KG.i18n.iso(since) }), " " + t("until") + " ", el("bdi", { dir: "ltr", text: KG.i18n.iso(until) }));
    bars.forEach((bar, i) => {
      const from = D.first + i * step;
      bar.classList.toggle("off", from + step - 1 < since || from > until);
    });
  };

  const histogram = (view) => {
    const rows = { conflict: new Int32Array(bins), neutral: new Int32Array(bins), cooperation: new Int32Array(bins) };
    let lastEvent = -1;
    for (let c = 0; c < D.claimCount; c++) {
      if (!view.anyTime[c] || D.dayOf[c] === D.NO_DAY || typed.event[c] === lastEvent) continue;
      lastEvent = typed.event[c];
      rows[sides[D.relations.quad[typed.relation[c]]]][Math.floor((D.dayOf[c] - D.first) / step)]++;
    }
    let top = 1;
    for (let i = 0; i < bins; i++) top = Math.max(top, rows.conflict[i] + rows.neutral[i] + rows.cooperation[i]);
    bars.forEach((bar, i) => {
      for (const part of bar.children) part.style.height = (100 * rows[part.className][i]) / top + "%";
    });
  };
  const sides = raw.quads.map((_, q) => D.side(q));

  const show = () => {
    for (const { box, read } of boxes) { if (box) box.checked = read(); else read(); }
    showTime();
  };

  return { build, show, reset, histogram, used: (kind, i) => counts[kind][i] > 0, start: (s, onChange) => { state = s; changed = onChange; build(); } };
})();
