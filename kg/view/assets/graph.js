// The drawing: which actors and edges are in it, and how vis-network shows them.
"use strict";

KG.graph = (() => {
  const D = KG.data, S = KG.style, { raw, typed, actors } = D;
  const container = document.getElementById("graph");
  const nodes = new vis.DataSet(), edges = new vis.DataSet();
  let network = null, view = null, drawn = [], inDrawing = new Uint8Array(D.n), handlers = {};
  let emphasis = null; // { actors: Set, edges: Set, names: bool }
  const moved = new Map(); // where the reader dragged actors

  // ---- what is drawn -----------------------------------------------------------------------------------
  // The most active that pass the filters (or the surroundings of one), those asked for, not those hidden.
  const choose = (state, v) => {
    const chosen = new Set();
    const wanted = state.focus === null ? v.ranked
      : [state.focus, ...D.neighbours(state.focus, v).map((entry) => entry.actor)];
    for (const a of wanted) {
      if (chosen.size >= state.limit) break;
      if (!state.hidden.has(a)) chosen.add(a);
    }
    for (const a of state.added) if (!state.hidden.has(a)) chosen.add(a);
    return [...chosen].sort((a, b) => a - b);
  };

  const label = (a) => {
    const name = D.name(a);
    return KG.i18n.isolate(name.length > 28 ? name.slice(0, 26) + "…" : name);
  };

  const nodeOf = (a, top) => {
    const share = Math.sqrt(Math.min(1, view.activity[a] / top));
    const colour = S.type(typed.type[a]), now = S.now();
    return {
      id: a, label: label(a), group: raw.types[typed.type[a]], size: Math.round(7 + 23 * share),
      font: { size: Math.round(13 + 13 * share), color: now.text, strokeWidth: 4, strokeColor: now.halo },
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
      label: status === "negated" ? "✕" : undefined,
      font: status === "negated" ? { size: 18, color: colour, strokeWidth: 3, strokeColor: S.now().halo, align: "horizontal" } : undefined,
    };
  };

  // Lines between the same two actors are bent apart, so that conflict does not hide cooperation.
  const bends = (list) => {
    const together = new Map(), result = new Map();
    for (const b of list) {
      const key = Math.min(typed.from[b], typed.to[b]) * D.n + Math.max(typed.from[b], typed.to[b]);
      if (together.has(key)) together.get(key).push(b); else together.set(key, [b]);
    }
    for (const group of together.values()) {
      group.forEach((b, i) => {
        const offset = group.length === 1 ? 0 : (i - (group.length - 1) / 2) * 0.16;
        // Seen from the other end, clockwise is the other way round.
        result.set(b, typed.from[b] < typed.to[b] ? offset : -offset);
      });
    }
    return result;
  };

  const signature = new Map();
  // Only what changed is handed to vis-network: that is what keeps a filter quick.
  const sync = (dataset, items, kind) => {
    const keep = new Set(), changed = [];
    for (const item of items) {
      const key = kind + item.id, text = JSON.stringify(item);
      keep.add(item.id);
      if (signature.get(key) === text) continue;
      signature.set(key, text);
      if (kind === "n" && !dataset.get(item.id)) [item.x, item.y] = moved.get(item.id) || [actors.x[item.id], actors.y[item.id]];
      changed.push(item);
    }
    const gone = dataset.getIds().filter((id) => !keep.has(id));
    for (const id of gone) signature.delete(kind + id);
    if (gone.length) dataset.remove(gone);
    if (changed.length) dataset.update(changed);
  };

  const draw = (state, v) => {
    view = v;
    drawn = choose(state, v);
    inDrawing = new Uint8Array(D.n);
    for (const a of drawn) inDrawing[a] = 1;
    const top = v.ranked.reduce((most, a) => Math.max(most, v.activity[a]), 1);
    const list = visibleEdges(), bend = bends(list);
    const fresh = network === null;
    sync(nodes, drawn.map((a) => nodeOf(a, top)), "n");
    sync(edges, list.map((b) => edgeOf(b, bend.get(b))), "e");
    if (fresh) create();
    else network.redraw();
  };

  const visibleEdges = () => {
    const list = [];
    for (const a of drawn) {
      for (const b of D.edgesOfActor(a)) {
        if (typed.from[b] === a && view.outlets[b] && inDrawing[typed.to[b]]) list.push(b);
      }
    }
    return list.sort((p, q) => p - q);
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
    network.on("afterDrawing", paintEmphasis);
    network.on("dragStart", grab);
    network.on("dragging", pull);
    network.on("dragEnd", drop);
    network.once("afterDrawing", () => { KG.firstDrawing = performance.now(); });
    network.fit({ animation: false });
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
    const room = container.clientWidth - tipNode.offsetWidth - 8;
    tipNode.style.left = Math.max(8, Math.min(at.x + 14, room)) + "px";
    tipNode.style.top = Math.max(8, at.y + 16) + "px";
  };

  // ---- dragging: neighbours follow, those with few ties more than those with many -------------------------
  let grip = null;
  const grab = ({ nodes: [node] }) => {
    if (node === undefined) { grip = null; return; }
    const around = [...new Set(network.getConnectedNodes(node))].filter((a) => a !== node);
    const start = network.getPositions([node, ...around]);
    grip = { node, start, around: around.map((a) => [a, 0.9 / Math.max(1, new Set(network.getConnectedNodes(a)).size)]) };
  };
  const pull = () => {
    if (!grip) return;
    const { x, y } = network.getPosition(grip.node), from = grip.start[grip.node];
    for (const [a, part] of grip.around) network.moveNode(a, grip.start[a].x + (x - from.x) * part, grip.start[a].y + (y - from.y) * part);
  };
  const drop = () => {
    if (!grip) return;
    const places = network.getPositions([grip.node, ...grip.around.map(([a]) => a)]);
    for (const [a, { x, y }] of Object.entries(places)) moved.set(Number(a), [Math.round(x), Math.round(y)]);
    grip = null;
  };

  // ---- emphasis: what is selected stands out, the rest fades ---------------------------------------------
  const paintEmphasis = (context) => {
    if (!emphasis) return;
    const size = network.canvas.frame.canvas, corner = network.DOMtoCanvas({ x: 0, y: 0 });
    const far = network.DOMtoCanvas({ x: size.clientWidth, y: size.clientHeight });
    context.save();
    context.globalAlpha = 0.8;
    context.fillStyle = S.now().background;
    context.fillRect(corner.x, corner.y, far.x - corner.x, far.y - corner.y);
    context.restore();
    const body = network.body, later = [];
    for (const b of emphasis.edges) if (body.edges[b]?.connected) { body.edges[b].draw(context); body.edges[b].drawArrows(context); }
    for (const a of emphasis.actors) {
      const node = body.nodes[a];
      if (node) later.push(node.draw(context).drawExternalLabel);
    }
    for (const paint of later) if (paint) paint();
  };
  const emphasise = (actorSet, edgeSet) => {
    emphasis = actorSet ? { actors: actorSet, edges: edgeSet } : null;
    if (network) network.redraw();
  };
  const selectActor = (a) => {
    if (!network) return;
    const around = new Set([a]), lines = new Set();
    for (const b of D.edgesOfActor(a)) {
      if (!edges.get(b)) continue;
      lines.add(b); around.add(typed.from[b]); around.add(typed.to[b]);
    }
    if (inDrawing[a]) network.selectNodes([a], false); else network.unselectAll();
    emphasise(inDrawing[a] ? around : null, lines);
  };
  const selectEdges = (list, pair) => {
    const present = list.filter((b) => edges.get(b));
    network.setSelection({ nodes: [], edges: present }, { highlightEdges: false });
    emphasise(present.length ? new Set(pair) : null, new Set(present));
  };
  const selectPath = (steps) => {
    const lines = new Set();
    for (let i = 1; i < steps.length; i++) {
      for (const b of D.edgesOfActor(steps[i])) {
        if (edges.get(b) && (typed.from[b] === steps[i - 1] || typed.to[b] === steps[i - 1])) lines.add(b);
      }
    }
    network.unselectAll();
    emphasise(new Set(steps), lines);
    network.fit({ nodes: steps, animation: false, maxZoomLevel: 1.2 });
  };
  const clear = () => { if (network) { network.unselectAll(); emphasise(null); } };

  // Bring an actor into sight without moving when it is in sight already.
  const reveal = (a) => {
    if (!network || !inDrawing[a]) return;
    const { x, y } = network.canvasToDOM(network.getPosition(a));
    const inside = x > 60 && y > 60 && x < container.clientWidth - 60 && y < container.clientHeight - 140;
    if (!inside || network.getScale() < 0.5) network.moveTo({ position: network.getPosition(a), scale: Math.max(0.8, network.getScale()), animation: calm() });
  };
  const calm = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 250, easingFunction: "easeOutQuad" });
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: calm() });

  return {
    draw, selectActor, selectEdges, selectPath, clear, reveal, zoom, visibleEdges, edgeTitle, edgeRelations, label,
    fit: () => network.fit({ animation: calm() }), on: (h) => { handlers = h; }, restyle: () => signature.clear(),
    isDrawn: (a) => inDrawing[a] === 1, get drawn() { return drawn; }, get view() { return view; }, get network() { return network; },
    get bends() { return bends(visibleEdges()); },
  };
})();
