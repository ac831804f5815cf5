// Brings the parts together: what happens when the reader does something.
"use strict";

KG.app = (() => {
  const D = KG.data, G = KG.graph, { state } = KG.state;
  const $ = (id) => document.getElementById(id);
  const app = { themeChosen: false, lastFilter: 0 };
  let view = null;

  const refresh = () => {
    const began = performance.now();
    view = D.evaluate(state.filters);
    const s = state.selection;
    if (s?.kind === "path") s.steps = s.from !== null && s.to !== null ? D.path(s.from, s.to, view) : null;
    G.draw(state, view);
    G.keepInSight();
    KG.filters.histogram(view);
    showCounts();
    showSelection(false);
    KG.state.save();
    app.lastFilter = performance.now() - began;
  };
  // Several movements of a slider within one frame are one change.
  let waiting = false;
  const refreshSoon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; refresh(); });
  };

  const showCounts = () => {
    const t = KG.i18n.t, num = KG.i18n.number, drawn = G.drawn.length;
    const rest = view.ranked.filter((a) => !G.isDrawn(a)).length;
    $("shown").replaceChildren(t("shown", num(drawn), num(drawn + rest)), rest && state.focus === null ? KG.el("span", { class: "only-wide", text: t("hidden", num(rest)) }) : "");
    $("empty").hidden = drawn > 0;
    if (!drawn) {
      const some = D.events.id.length > 0;
      $("empty").replaceChildren(KG.el("p", { text: t(some ? "nothing" : "nothingAtAll") }),
        ...(some ? [KG.el("button", { type: "button", text: t("reset"), onclick: actions.reset })] : []));
    }
    $("more").hidden = !rest || state.focus !== null;
    const cut = G.possible > G.LINES;
    $("all-lines").hidden = !cut;
    $("all-lines").setAttribute("aria-pressed", String(state.allLines));
    $("all-lines").textContent = state.allLines ? t("fewLines") : t("allLines", num(G.lines.length), num(G.possible));
    $("leave-focus").hidden = state.focus === null && !state.hidden.size && !state.added.size;
  };

  const showSelection = (moved) => {
    const s = state.selection;
    document.body.classList.toggle("reading", s !== null);
    // All lines of what is selected are drawn, even where only the strongest of all are.
    if (G.possible > G.LINES && !state.allLines) G.drawEdges(state);
    KG.panel.render(state, view);
    if (s === null) G.clear();
    else if (s.kind === "actor") { G.selectActor(s.actor); if (moved) G.reveal(s.actor); }
    else if (s.kind === "pair") {
      const both = [s.a, s.b], lines = [...D.edgesOfActor(s.a)].filter((b) => both.includes(D.typed.from[b]) && both.includes(D.typed.to[b]) && D.typed.from[b] !== D.typed.to[b]);
      G.selectEdges(s.edge === null ? lines : [s.edge], both);
      if (moved) both.forEach(G.reveal);
    } else {
      if (s.steps) G.selectPath(s.steps); else G.clear();
    }
  };
  const select = (selection, moved = true) => {
    const inside = $("details").contains(document.activeElement);
    state.selection = selection;
    showSelection(moved);
    KG.panel.toTop();
    // The button that was pressed is gone; who uses the keyboard goes on reading where it was.
    if (inside) $("details").focus();
    KG.state.save();
  };

  const actions = {
    actor: (a) => select({ kind: "actor", actor: a }),
    edge: (b) => select({ kind: "pair", a: D.typed.from[b], b: D.typed.to[b], edge: b }),
    pair: (a, b) => select({ kind: "pair", a, b, edge: null }),
    moved: () => KG.state.save(),
    nothing: () => { if (state.selection !== null) select(null); },
    add: (a, stay) => { state.hidden.delete(a); state.added.add(a); refresh(); if (!stay) G.reveal(a); },
    addPair: (a, b) => { for (const x of [a, b]) { state.hidden.delete(x); state.added.add(x); } refresh(); G.reveal(a); },
    reset: () => { state.hidden.clear(); KG.filters.reset(); },
    drop: (a) => { state.hidden.add(a); state.added.delete(a); refresh(); },
    hide: (a) => { state.hidden.add(a); state.added.delete(a); state.selection = null; refresh(); },
    expand: (a) => {
      for (const { actor } of [{ actor: a }, ...D.neighbours(a, view)].slice(0, 101)) { state.hidden.delete(actor); if (!G.isDrawn(actor)) state.added.add(actor); }
      refresh();
    },
    // Neighbours that deal with nobody else in the drawing go; the others would leave holes.
    collapse: (a) => {
      for (const { actor } of D.neighbours(a, view)) {
        if (!G.isDrawn(actor)) continue;
        const others = D.neighbours(actor, view).filter((n) => n.actor !== a && G.isDrawn(n.actor));
        if (!others.length) { state.added.delete(actor); state.hidden.add(actor); }
      }
      refresh();
    },
    focus: (a) => { state.focus = a; state.hidden.delete(a); refresh(); G.fit(); },
    path: (from, to) => {
      const steps = from !== null && to !== null ? D.path(from, to, view) : null;
      if (steps) { for (const a of steps) { state.hidden.delete(a); if (!G.isDrawn(a)) state.added.add(a); } }
      state.selection = { kind: "path", from, to, steps };
      refresh();
      if (!steps) $(from === null ? "path-0" : "path-1").focus();
    },
  };

  const searched = (a) => {
    if (!G.isDrawn(a)) { state.hidden.delete(a); state.added.add(a); refresh(); }
    actions.actor(a);
    $("search").value = "";
  };

  const legend = () => {
    const t = KG.i18n.t, S = KG.style, { raw } = D, el = KG.el;
    const part = (title, ...rows) => el("div", { class: "part" }, el("span", { class: "strong dim", text: title }), ...rows);
    const row = (icon, text) => el("div", { class: "row" }, icon, el("span", { text }));
    const rows = (kind, list, icon, text) => list.flatMap((name, i) => (KG.filters.used(kind, i) ? [row(icon(i), text(name, i))] : []));
    $("legend-body").replaceChildren(
      part(t("colour"), ...rows("quad", raw.quads, S.swatch, (name) => t(name))),
      part(t("shape"), ...rows("type", raw.types, S.glyph, (_, i) => D.typeName(i))),
      part(t("line"), ...rows("status", raw.statuses, S.line, (name) => t(name))),
      part(t("marks"), row(S.sizes(), t("size")), row(S.widths(), t("width")), row(S.arrow(), t("arrow"))));
  };

  const speak = () => {
    KG.i18n.apply(document);
    if (!D.raw.title) document.title = $("title").textContent = KG.i18n.t("title");
    legend();
    KG.filters.build();
  };
  const setLanguage = (lang) => { KG.i18n.lang = lang; speak(); refresh(); };
  const setTheme = (theme) => { KG.style.theme = theme; G.restyle(); };
  const preferred = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

  const load = () => {
    const { lang, theme } = KG.state.load();
    KG.i18n.lang = lang || D.raw.lang;
    app.themeChosen = theme === "light" || theme === "dark";
    setTheme(app.themeChosen ? theme : preferred());
  };

  const openMenu = (open) => { $("export-menu").hidden = !open; $("open-export").setAttribute("aria-expanded", String(open)); };
  const narrow = () => innerWidth < 1000;
  const openFilters = (open) => { document.body.classList.toggle("no-filters", !open); $("toggle-filters").setAttribute("aria-expanded", String(open)); };

  const listen = () => {
    G.on(actions);
    KG.panel.on(actions);
    KG.search.combobox($("search"), $("search-list"), searched);
    $("language").addEventListener("click", () => setLanguage(KG.i18n.lang === "ar" ? "en" : "ar"));
    $("theme").addEventListener("click", () => { app.themeChosen = true; setTheme(KG.style.theme === "dark" ? "light" : "dark"); refresh(); });
    $("more").addEventListener("click", () => { state.limit += 100; refresh(); });
    $("leave-focus").addEventListener("click", () => { state.focus = null; state.added.clear(); state.hidden.clear(); refresh(); G.fit(); });
    $("all-lines").addEventListener("click", () => { state.allLines = !state.allLines; refresh(); });
    $("zoom-in").addEventListener("click", () => G.zoom(1.4));
    $("zoom-out").addEventListener("click", () => G.zoom(1 / 1.4));
    $("zoom-fit").addEventListener("click", () => G.fit());
    $("open-path").addEventListener("click", () => actions.path(null, null));
    $("toggle-filters").addEventListener("click", () => openFilters(document.body.classList.contains("no-filters")));
    $("open-export").addEventListener("click", () => openMenu($("export-menu").hidden));
    for (const kind of ["png", "svg", "csv"]) $("export-" + kind).addEventListener("click", () => { openMenu(false); KG.export[kind](); });
    $("graph").addEventListener("pointerdown", () => { if (narrow()) openFilters(false); });
    $("skip").addEventListener("click", (event) => { event.preventDefault(); $("details").focus(); });
    document.addEventListener("click", (event) => { if (!event.target.closest(".menu")) openMenu(false); });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { openMenu(false); if (narrow()) openFilters(false); if (!event.target.matches("input")) actions.nothing(); }
      if (event.key === "/" && !event.target.matches("input")) { event.preventDefault(); $("search").focus(); }
    });
    window.addEventListener("hashchange", () => { load(); speak(); refresh(); });
  };

  const start = () => {
    load();
    if (narrow()) { openFilters(false); $("legend").open = false; }
    KG.filters.start(state, refreshSoon);
    speak();
    listen();
    refresh();
    if (state.selection?.kind === "actor") G.reveal(state.selection.actor);
    requestAnimationFrame(() => setTimeout(afterwards, 0));
  };
  const afterwards = async () => {
    await D.unpack();
    if (state.selection !== null) KG.panel.render(state, view);
    await KG.search.prepareAll();
    app.ready = true;
    for (let round = 0; round < 3; round++) { await new Promise((done) => setTimeout(done, 30)); rehearse(); }
  };
  // What has run a few times the browser has compiled by the time that the reader touches the first filter. Between
  // the two drawings there is no frame: nobody sees the first.
  const rehearse = () => {
    if (state.selection !== null || G.held || document.activeElement !== document.body) return;
    const { relation } = state.filters, less = { ...state.filters, relation: relation.map((on, i) => on && i % 2) };
    G.draw(state, D.evaluate(less));
    G.draw(state, view = D.evaluate(state.filters));
    KG.panel.render(state, view);
  };
  return Object.assign(app, { start, refresh });
})();

KG.app.start();
