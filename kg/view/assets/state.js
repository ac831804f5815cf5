// What the reader sees, and its short form in the fragment of the address, so that a view can be passed on.
"use strict";

KG.state = (() => {
  const D = KG.data, { raw } = D;
  const state = { filters: D.freshFilters(), limit: raw.first, focus: null, added: new Set(), hidden: new Set(), selection: null, allLines: false };
  const ids = (set) => [...set].map((a) => D.actors.id[a]).join(" ");
  const parse = (iso) => { const at = Date.parse(iso + "T00:00:00Z"); return Number.isNaN(at) ? null : at / 86400000; };
  // Relations, types and so on are written by name, so that a link outlives a new build of the graph.
  const kinds = { status: raw.statuses, quad: raw.quads, type: raw.types, relation: D.relations.id, outlet: raw.outlets };

  const write = () => {
    const out = new URLSearchParams(), f = state.filters, fresh = D.freshFilters(), s = state.selection;
    if (KG.i18n.lang !== raw.lang) out.set("lang", KG.i18n.lang);
    if (KG.app.themeChosen) out.set("theme", KG.style.theme);
    for (const [kind, names] of Object.entries(kinds)) {
      if (f[kind].every((v, i) => v === fresh[kind][i])) continue;
      const off = names.filter((_, i) => !f[kind][i]), on = names.filter((_, i) => f[kind][i]);
      const [key, list] = on.length <= off.length ? [kind, on] : ["no-" + kind, off];
      out.set(key, list.map(encodeURIComponent).join(" "));
    }
    if (f.since > D.first) out.set("since", KG.i18n.iso(f.since));
    if (f.until < D.last) out.set("until", KG.i18n.iso(f.until));
    if (f.sources > 1) out.set("sources", f.sources);
    if (state.limit !== raw.first) out.set("limit", state.limit);
    if (state.allLines) out.set("lines", "all");
    if (state.focus !== null) out.set("focus", D.actors.id[state.focus]);
    if (KG.graph.camera) out.set("at", [KG.graph.camera.x, KG.graph.camera.y, KG.graph.camera.scale * 1000].map(Math.round).join(" "));
    if (state.added.size) out.set("add", ids(state.added));
    if (state.hidden.size) out.set("hide", ids(state.hidden));
    if (s?.kind === "actor") out.set("actor", D.actors.id[s.actor]);
    if (s?.kind === "pair") out.set("pair", ids([s.a, s.b]));
    if (s?.kind === "pair" && s.edge !== null) out.set("line", [raw.quads[D.typed.quad[s.edge]], raw.statuses[D.edges.status[s.edge]], D.edges.symmetric[s.edge], D.actors.id[D.typed.from[s.edge]]].join(" "));
    if (s?.kind === "path" && s.from !== null && s.to !== null) out.set("path", ids([s.from, s.to]));
    return out.toString();
  };

  const actorsIn = (text) => (text || "").split(" ").map((id) => D.byId.get(id)).filter((a) => a !== undefined);
  const read = (text) => {
    const given = new URLSearchParams(text), f = D.freshFilters();
    for (const [kind, names] of Object.entries(kinds)) {
      for (const [key, inside] of [[kind, 1], ["no-" + kind, 0]]) {
        if (!given.has(key)) continue;
        const listed = new Set(given.get(key).split(" ").map((name) => { try { return decodeURIComponent(name); } catch { return name; } }));
        names.forEach((name, i) => { f[kind][i] = listed.has(name) ? inside : 1 - inside; });
      }
    }
    const clamp = (day) => Math.min(D.last, Math.max(D.first, day));
    const since = parse(given.get("since")), until = parse(given.get("until"));
    if (since !== null) f.since = clamp(since);
    if (until !== null) f.until = Math.max(f.since, clamp(until));
    f.sources = Math.max(1, Number.parseInt(given.get("sources"), 10) || 1);
    state.filters = f;
    state.limit = Math.max(1, Number.parseInt(given.get("limit"), 10) || raw.first);
    state.allLines = given.get("lines") === "all";
    state.focus = actorsIn(given.get("focus"))[0] ?? null;
    const [x, y, scale] = (given.get("at") || "").split(" ").map((v) => Number.parseInt(v, 10));
    KG.graph.camera = [x, y, scale].every(Number.isFinite) && scale > 0 ? { x, y, scale: scale / 1000 } : null;
    state.added = new Set(actorsIn(given.get("add")));
    state.hidden = new Set(actorsIn(given.get("hide")));
    const [actor] = actorsIn(given.get("actor")), pair = actorsIn(given.get("pair")), path = actorsIn(given.get("path"));
    state.selection = actor !== undefined ? { kind: "actor", actor }
      : pair.length === 2 ? { kind: "pair", a: pair[0], b: pair[1], edge: lineOf(pair, given.get("line")) }
        : path.length === 2 ? { kind: "path", from: path[0], to: path[1] } : null;
    return { lang: given.get("lang"), theme: given.get("theme") };
  };
  const lineOf = ([a, b], text) => {
    const [quad, status, symmetric, from] = (text || "").split(" ");
    for (const e of D.edgesOfActor(a)) {
      if ((D.typed.from[e] === b || D.typed.to[e] === b) && raw.quads[D.typed.quad[e]] === quad && raw.statuses[D.edges.status[e]] === status
        && String(D.edges.symmetric[e]) === symmetric && D.actors.id[D.typed.from[e]] === from) return e;
    }
    return null;
  };

  // What the program was asked to show when it wrote the page.
  const start = () => {
    const { actor, relation, since, until } = raw.start, out = new URLSearchParams();
    if (actor !== null) { out.set("actor", actor); out.set("focus", actor); }
    if (relation !== null) out.set("relation", encodeURIComponent(relation));
    if (since !== null) out.set("since", KG.i18n.iso(since));
    if (until !== null) out.set("until", KG.i18n.iso(until));
    return out.toString();
  };

  // Inside a notebook the page has no address of its own, and must not touch that of the notebook.
  const framed = location.protocol === "about:";
  // A slider that is dragged changes the view sixty times a second; browsers refuse so many addresses.
  let waiting = 0;
  const save = () => {
    clearTimeout(waiting);
    if (!framed) waiting = setTimeout(saveNow, 100);
  };
  const saveNow = () => {
    const text = write();
    try { history.replaceState(null, "", text ? "#" + text : location.pathname + location.search); } catch { /* an address that may not change is only less handy */ }
  };
  const load = () => read(!framed && location.hash.length > 1 ? location.hash.slice(1) : start());

  return { state, save, load, write };
})();
