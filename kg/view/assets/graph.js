// The drawing: which actors and edges are in it, and how vis-network shows them.
"use strict";

KG.graph = (() => {
  const D = KG.data, S = KG.style, { raw, typed, actors } = D;
  const container = document.getElementById("graph");
  const nodes = new vis.DataSet(), edges = new vis.DataSet();
  let network = null, view = null, drawn = [], lines = [], possible = 0, inDrawing = new Uint8Array(D.n), handlers = {};
  let camera = null; // where the reader has moved the picture to; null while it is fitted
  let emphasis = null; // { actors: Set, edges: Set, first, says: [[edge, text]] }
  let placed = 0; // grows whenever names must look for room anew
  // Asked of the browser at each frame, the size would make it lay out the whole page.
  let wide = container.clientWidth, high = container.clientHeight;
  new ResizeObserver(([{ contentRect }]) => { wide = contentRect.width; high = contentRect.height; }).observe(container);
  const moved = new Map(); // where the reader dragged actors

  const FEW = 12;

  // ---- where: the place that the program gave, where the reader put it, or around the one in focus ---------
  let around = null, focused = null;
  const placeOf = (a) => around?.get(a) || moved.get(a) || [actors.x[a], actors.y[a]];
  // Rings around the one in focus, those with the strongest ties inside, in the order of their usual directions.
  const rings = (focus) => {
    const [x, y] = [actors.x[focus], actors.y[focus]], places = new Map([[focus, [x, y]]]);
    let rest = D.neighbours(focus, view).map((entry) => entry.actor).filter((a) => inDrawing[a]);
    for (let ring = 0; rest.length; ring++) {
      const part = rest.slice(0, 9 + 7 * ring), reach = 150 + 105 * ring;
      rest = rest.slice(part.length);
      const angle = (a) => Math.atan2(actors.y[a] - y, actors.x[a] - x);
      part.sort((p, q) => angle(p) - angle(q) || p - q).forEach((a, i) => {
        const turn = ((i + ring / 2) / part.length) * 2 * Math.PI - Math.PI;
        places.set(a, [Math.round(x + 1.45 * reach * Math.cos(turn)), Math.round(y + reach * Math.sin(turn))]);
      });
    }
    return places;
  };
  // What the names are drawn from.
  const picture = () => ({ network, drawn, emphasis, view, wide, high, placed, inDrawing });
  const takePlaces = (state) => {
    const before = focused;
    focused = state.focus;
    around = focused === null ? null : rings(focused);
    if (network === null || (before === null && focused === null)) return;
    for (const a of drawn) put(a, ...placeOf(a));
  };
  // Network.moveNode would draw the whole picture for each of them.
  const put = (a, x, y) => { const node = network.body.nodes[a]; if (node) { node.x = x; node.y = y; } };

  // ---- what is drawn -----------------------------------------------------------------------------------
  // The most active that pass the filters (or the surroundings of one), those asked for, not those hidden.
  const choose = (state, v) => {
    const chosen = new Set();
    const wanted = state.focus === null ? v.ranked
      : [state.focus, ...D.neighbours(state.focus, v).map((entry) => entry.actor)];
    // Who deals with nobody comes after all others, and at first only where the others are few.
    const linked = v.ranked.findLastIndex((a) => v.linked[a]) + 1;
    const limit = state.limit === raw.first && linked >= FEW ? Math.min(state.limit, linked) : state.limit;
    for (const a of wanted) {
      if (chosen.size >= limit) break;
      if (!state.hidden.has(a)) chosen.add(a);
    }
    for (const a of state.added) if (!state.hidden.has(a)) chosen.add(a);
    return [...chosen].sort((a, b) => a - b);
  };

  const label = (a) => {
    const name = D.name(a), most = wide < 600 ? 20 : 28;
    return KG.i18n.isolate(name.length > most ? name.slice(0, most - 2) + "…" : name);
  };

  let most = 1;
  const share = (a) => Math.sqrt(Math.min(1, view.activity[a] / most));
  const size = (a) => Math.round(6 + 18 * share(a));
  const nodeOf = (a, fresh) => {
    const colour = S.type(typed.type[a]), now = S.now();
    const [x, y] = placeOf(a);
    return {
      id: a, group: raw.types[typed.type[a]], size: size(a), ...(fresh ? { x, y } : {}),
      color: { background: colour, border: now.background, highlight: { background: colour, border: now.selected }, hover: { background: colour, border: now.selected } },
    };
  };

  const edgeOf = (b, bend) => {
    const colour = S.quad(typed.quad[b]), status = raw.statuses[D.edges.status[b]];
    return {
      id: b, from: typed.from[b], to: typed.to[b], width: S.width(view.outlets[b]), dashes: S.dashes[status],
      color: { color: colour, highlight: colour, hover: colour, opacity: 0.82 },
      arrows: { to: { enabled: !D.edges.symmetric[b] } },
      smooth: bend === 0 ? false : { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) },
    };
  };

  // A straight line through a third actor would seem to end there; with more actors than this it cannot be helped.
  const CLEAR = 80;
  const blocked = (b) => {
    const [x, y] = placeOf(typed.from[b]), [u, v] = placeOf(typed.to[b]), length = Math.hypot(u - x, v - y) || 1;
    return drawn.some((a) => {
      if (a === typed.from[b] || a === typed.to[b]) return false;
      const [p, q] = placeOf(a), along = ((p - x) * (u - x) + (q - y) * (v - y)) / length;
      return along > 0 && along < length && Math.abs((p - x) * (v - y) - (q - y) * (u - x)) / length < size(a);
    });
  };
  // Lines between the same two actors are bent apart, so that conflict does not hide cooperation.
  const bends = (list) => {
    const together = new Map(), result = new Map();
    for (const b of list) {
      const key = Math.min(typed.from[b], typed.to[b]) * D.n + Math.max(typed.from[b], typed.to[b]);
      if (together.has(key)) together.get(key).push(b); else together.set(key, [b]);
    }
    for (const group of together.values()) {
      const aside = drawn.length <= CLEAR && group.length % 2 === 1 && blocked(group[0]) ? 0.24 : 0;
      group.forEach((b, i) => {
        const offset = aside + (i - (group.length - 1) / 2) * 0.16;
        // Seen from the other end, clockwise is the other way round.
        result.set(b, typed.from[b] < typed.to[b] ? offset : -offset);
      });
    }
    return result;
  };

  // Only what changed is handed to vis-network: that is what keeps a filter quick. ``look`` is a number that
  // differs where two pictures of the same thing differ, and ``known`` that of what is drawn.
  const sync = (dataset, known, ids, look, make) => {
    const keep = new Set(ids), changed = [], fresh = [];
    for (const id of ids) {
      const now = look(id), before = known.get(id);
      if (before === now) continue;
      known.set(id, now);
      (before === undefined ? fresh : changed).push(make(id, before === undefined));
    }
    const gone = [...known.keys()].filter((id) => !keep.has(id));
    for (const id of gone) known.delete(id);
    if (gone.length) dataset.remove(gone);
    if (changed.length) dataset.updateOnly(changed);
    if (fresh.length) dataset.add(fresh);
  };
  const nodeLooks = new Map(), edgeLooks = new Map();
  let theme = 0;

  const draw = (state, v) => {
    view = v;
    placed++;
    drawn = choose(state, v);
    inDrawing = new Uint8Array(D.n);
    for (const a of drawn) inDrawing[a] = 1;
    most = v.ranked.reduce((top, a) => Math.max(top, v.activity[a]), 1);
    if (state.focus !== null) around = rings(state.focus);
    together(() => { syncAll(state); });
    if (network === null) create();
  };
  // Each change of the data would make vis-network look through everything and draw; this lets it do so once.
  const together = (work) => {
    if (network === null) { work(); return; }
    const { emitter } = network.body, { emit } = emitter;
    emitter.emit = (name, ...rest) => (name === "_dataChanged" || name === "_dataUpdated" ? emitter : emit.call(emitter, name, ...rest));
    emitter.emit("_blockRedraw");
    try { work(); } finally { emitter.emit = emit; }
    emitter.emit("_dataChanged");
    emitter.emit("_allowRedraw");
    redrawSoon();
  };
  const syncAll = (state) => {
    sync(nodes, nodeLooks, drawn, (a) => size(a) + 100 * theme, nodeOf);
    takePlaces(state);
    syncEdges(state);
  };
  const drawEdges = (state) => together(() => syncEdges(state));
  const syncEdges = (state) => {
    lines = state.allLines ? possibleEdges() : strongest(possibleEdges(), state);
    const bend = bends(lines);
    sync(edges, edgeLooks, lines, (b) => view.outlets[b] + 10000 * (Math.round((bend.get(b) + 3) * 100) + 1000 * theme), (b) => edgeOf(b, bend.get(b)));
  };
  const redrawSoon = () => network.body.emitter.emit("_requestRedraw");

  // All edges between actors in the drawing.
  const possibleEdges = () => {
    const list = [];
    for (const a of drawn) {
      for (const b of D.edgesOfActor(a)) {
        if (typed.from[b] === a && view.outlets[b] && inDrawing[typed.to[b]]) list.push(b);
      }
    }
    possible = list.length;
    return list.sort((p, q) => p - q);
  };
  // More lines than this are a grey ball in which nobody sees anything. Then those that most outlets and events
  // stand for are drawn, the strongest of each actor in any case, and all those of what is selected.
  const LINES = 500;
  const strongest = (list, state) => {
    if (list.length <= LINES) return list;
    const order = list.slice().sort((p, q) => view.outlets[q] - view.outlets[p] || view.events[q] - view.events[p] || p - q);
    const kept = new Set(), connected = new Set(), s = state.selection;
    const wanted = (b) => s !== null && ((s.kind === "actor" && (typed.from[b] === s.actor || typed.to[b] === s.actor))
      || (s.kind === "pair" && [s.a, s.b].includes(typed.from[b]) && [s.a, s.b].includes(typed.to[b]))
      || (s.kind === "path" && s.steps && s.steps.includes(typed.from[b]) && s.steps.includes(typed.to[b])));
    for (const b of order) {
      if (connected.has(typed.from[b]) && connected.has(typed.to[b]) && !wanted(b)) continue;
      kept.add(b); connected.add(typed.from[b]); connected.add(typed.to[b]);
    }
    for (const b of order) { if (kept.size >= LINES) break; kept.add(b); }
    return list.filter((b) => kept.has(b));
  };

  // ---- vis-network -------------------------------------------------------------------------------------
  const create = () => {
    network = new vis.Network(container, { nodes, edges }, raw.options);
    network.on("click", ({ nodes: [node], edges: [edge], pointer }) => {
      // An actor lies on top of its lines; a click beside everything goes back to the overview.
      const at = node ?? network.getNodeAt(pointer.DOM);
      if (at !== undefined) handlers.actor(at);
      else {
        const line = edge ?? network.getEdgeAt(pointer.DOM);
        if (line !== undefined) handlers.edge(line); else handlers.nothing();
      }
    });
    network.on("doubleClick", ({ nodes: [node] }) => { if (node !== undefined) handlers.expand(node); });
    network.on("hoverNode", ({ node, pointer }) => tip(pointer.DOM, D.name(node), `${D.typeName(typed.type[node])} · ${KG.i18n.t("events")}: ${view.activity[node]}`));
    network.on("hoverEdge", ({ edge, pointer }) => {
      if (network.getNodeAt(pointer.DOM) === undefined) tip(pointer.DOM, edgeTitle(edge), edgeRelations(edge).join("، "));
    });
    for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(name, () => { tipNode.hidden = true; });
    network.on("beforeDrawing", () => { if (moving()) placed++; });
    network.on("afterDrawing", (context) => { paintEmphasis(context); paintCrosses(context); KG.labels.paint(context, picture()); });
    network.on("dragStart", grab);
    network.on("dragging", pull);
    network.on("dragEnd", drop);
    network.once("afterDrawing", () => { KG.firstDrawing = performance.now(); });
    if (camera) look(camera); else fit();
    for (const name of ["zoom", "dragEnd"]) {
      network.on(name, () => { placed++; camera = { ...network.getViewPosition(), scale: network.getScale() }; handlers.moved(); });
    }
    container.querySelector("canvas").setAttribute("aria-hidden", "true");
  };

  const edgeTitle = (b) => `${KG.i18n.isolate(D.name(typed.from[b]))} ${D.edges.symmetric[b] ? "↔" : KG.i18n.lang === "ar" ? "←" : "→"} ${KG.i18n.isolate(D.name(typed.to[b]))}`;
  // The relations that an edge stands for, the most frequent first.
  const edgeRelations = (b) => {
    const count = new Map();
    for (const e of D.between(typed.from[b], typed.to[b], view)) {
      for (const c of D.claimsOfEvent(e)) {
        if (typed.edge[c] === b && view.pass[c]) { const r = D.events.relation[e]; count.set(r, (count.get(r) || 0) + 1); break; }
      }
    }
    return [...count].sort((p, q) => q[1] - p[1] || p[0] - q[0]).map(([r, k]) => D.relationName(r) + (k > 1 ? ` (${k})` : ""));
  };

  const tipNode = document.getElementById("tip");
  const tip = (at, title, text) => {
    tipNode.replaceChildren(KG.el("bdi", { class: "strong", text: title }), KG.el("div", { dir: "auto", text }));
    tipNode.hidden = false;
    const room = wide - tipNode.offsetWidth - 8;
    tipNode.style.left = Math.max(8, Math.min(at.x + 14, room)) + "px";
    tipNode.style.top = Math.max(8, at.y + 16) + "px";
  };

  // ---- dragging: neighbours follow, those with few ties more than those with many -------------------------
  let grip = null;
  const moving = () => grip !== null;
  const grab = ({ nodes: [node] }) => {
    if (node === undefined) { grip = null; return; }
    const others = [...new Set(network.getConnectedNodes(node))].filter((a) => a !== node);
    const start = network.getPositions([node, ...others]);
    grip = { node, start, others: others.map((a) => [a, 0.9 / Math.max(1, new Set(network.getConnectedNodes(a)).size)]) };
  };
  const pull = () => {
    if (!grip) return;
    const { x, y } = network.getPosition(grip.node), from = grip.start[grip.node];
    for (const [a, part] of grip.others) put(a, grip.start[a].x + (x - from.x) * part, grip.start[a].y + (y - from.y) * part);
  };
  const drop = () => {
    if (!grip) return;
    const places = network.getPositions([grip.node, ...grip.others.map(([a]) => a)]);
    for (const [a, { x, y }] of Object.entries(places)) (around || moved).set(Number(a), [Math.round(x), Math.round(y)]);
    grip = null;
  };

  // ---- emphasis: what is selected stands out, the rest fades ---------------------------------------------
  const paintEmphasis = (context) => {
    if (!emphasis) return;
    const corner = network.DOMtoCanvas({ x: 0, y: 0 }), far = network.DOMtoCanvas({ x: wide, y: high });
    context.save();
    context.globalAlpha = 0.8;
    context.fillStyle = S.now().background;
    context.fillRect(corner.x, corner.y, far.x - corner.x, far.y - corner.y);
    context.restore();
    const body = network.body;
    for (const b of emphasis.edges) if (body.edges[b]?.connected) { body.edges[b].draw(context); body.edges[b].drawArrows(context); }
    for (const a of emphasis.actors) if (body.nodes[a]) body.nodes[a].draw(context);
  };

  // ---- struck through: a cross on the middle of what is denied, of one size at any scale ---------------------
  const paintCrosses = (context) => {
    const now = S.now(), reach = 5.5 / network.getScale(), denied = raw.statuses.indexOf("negated");
    for (const b of emphasis ? emphasis.edges : lines) {
      const edge = network.body.edges[b];
      if (D.edges.status[b] !== denied || !edge?.connected) continue;
      const { x, y } = edge.edgeType.getPoint(0.5);
      for (const [colour, width] of [[now.background, 4.5], [S.quad(typed.quad[b]), 2]]) {
        context.beginPath();
        context.moveTo(x - reach, y - reach); context.lineTo(x + reach, y + reach);
        context.moveTo(x - reach, y + reach); context.lineTo(x + reach, y - reach);
        context.strokeStyle = colour;
        context.lineWidth = width / network.getScale();
        context.setLineDash([]);
        context.stroke();
      }
    }
  };
  const emphasise = (actorSet, edgeSet, first = null) => {
    emphasis = actorSet ? { actors: actorSet, edges: edgeSet, first, says: [] } : null;
    placed++;
    if (emphasis && edgeSet.size <= 40) emphasis.says = [...edgeSet].map((b) => [b, KG.i18n.isolate(edgeRelations(b)[0] ?? "")]);
    if (network) redrawSoon();
  };
  const selectActor = (a) => {
    if (!network) return;
    const near = new Set([a]), own = new Set();
    for (const b of D.edgesOfActor(a)) {
      if (!edges.get(b)) continue;
      own.add(b); near.add(typed.from[b]); near.add(typed.to[b]);
    }
    if (inDrawing[a]) network.selectNodes([a], false); else network.unselectAll();
    emphasise(inDrawing[a] ? near : null, own, a);
  };
  const selectEdges = (list, pair) => {
    const present = list.filter((b) => edges.get(b));
    network.setSelection({ nodes: [], edges: present }, { highlightEdges: false });
    emphasise(present.length ? new Set(pair) : null, new Set(present));
  };
  const selectPath = (steps) => {
    const own = new Set();
    for (let i = 1; i < steps.length; i++) {
      for (const b of D.edgesOfActor(steps[i])) {
        if (edges.get(b) && (typed.from[b] === steps[i - 1] || typed.to[b] === steps[i - 1])) own.add(b);
      }
    }
    network.unselectAll();
    emphasise(new Set(steps), own);
    fit(steps);
  };
  const clear = () => {
    if (!network || (emphasis === null && !network.getSelectedEdges().length && !network.getSelectedNodes().length)) return;
    network.unselectAll();
    emphasise(null);
  };

  // Bring an actor into sight without moving when it is in sight already.
  const reveal = (a) => {
    if (!network || !inDrawing[a]) return;
    const { x, y } = network.canvasToDOM(network.getPosition(a));
    const inside = x > 60 && y > 60 && x < wide - 60 && y < high - 40;
    if (!inside || network.getScale() < 0.5) network.moveTo({ position: network.getPosition(a), scale: Math.max(0.8, network.getScale()), animation: calm() });
  };
  // After a filter has brought in quite other actors the reader must not be left before an empty sheet.
  const keepInSight = () => {
    const inSight = drawn.some((a) => {
      const node = network.body.nodes[a], { x, y } = network.canvasToDOM({ x: node.x, y: node.y });
      return x > 0 && y > 0 && x < wide && y < high;
    });
    if (!inSight && drawn.length) fit();
  };
  // All in sight, with room for names at the rim and for what stands above the drawing.
  const look = ({ x, y, scale }) => network.moveTo({ position: { x, y }, scale, animation: false });
  const fit = (nodes) => {
    camera = null;
    handlers.moved();
    network.fit({ ...(nodes ? { nodes } : {}), animation: false, maxZoomLevel: nodes ? 1.1 : 1.6 });
    network.moveTo({ position: network.getViewPosition(), scale: network.getScale() * 0.93, offset: { x: 0, y: 10 } });
  };
  const calm = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 250, easingFunction: "easeOutQuad" });
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: calm() });

  return {
    draw, selectActor, selectEdges, selectPath, clear, reveal, keepInSight, get camera() { return camera; }, set camera(c) { camera = c; if (network && c) look(c); }, zoom, drawEdges, edgeTitle, edgeRelations, label,
    fit, on: (h) => { handlers = h; }, restyle: () => { theme = S.theme === "dark" ? 1 : 2; },
    get held() { return grip !== null; }, isDrawn: (a) => inDrawing[a] === 1, get drawn() { return drawn; }, get view() { return view; }, get network() { return network; },
    get lines() { return lines; }, get possible() { return possible; }, get bends() { return bends(lines); }, LINES, share,
  };
})();
