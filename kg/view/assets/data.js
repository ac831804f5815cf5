// The data of the page, its indexes, and what passes the filters.
"use strict";

KG.data = (() => {
  const raw = JSON.parse(document.getElementById("kg-data").textContent);
  const { actors, events, claims, edges, docs, relations } = raw;
  const n = actors.id.length;

  // The sentences are most of the file. They are unpacked after the first drawing, since nobody reads one before.
  let quotes = null;
  const unpack = async () => {
    const node = document.getElementById("kg-quotes");
    let text = node.textContent;
    if (node.type === "text/plain") {
      const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
      text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
    }
    quotes = JSON.parse(text);
    node.textContent = "";
  };
  const quote = (i) => (quotes === null ? "…" : quotes[i]);

  const byId = new Map(actors.id.map((id, i) => [id, i]));

  // The day a claim is filtered by: of the happening, else of the claim, else of publication.
  const claimCount = claims.event.length;
  const dayOf = new Int32Array(claimCount);
  const NO_DAY = -2147483648;
  for (let c = 0; c < claimCount; c++) {
    const day = events.date[claims.event[c]] ?? claims.date[c] ?? docs.date[claims.doc[c]];
    dayOf[c] = day ?? NO_DAY;
  }
  const typed = {
    event: Int32Array.from(claims.event), edge: Int32Array.from(claims.edge), status: Uint8Array.from(claims.status),
    outlet: Int32Array.from(claims.doc, (d) => docs.outlet[d]),
    voice: Int32Array.from(claims.doc, (d) => docs.voice[d]), // the outlet, or that of the article copied
    relation: Int32Array.from(claims.event, (e) => events.relation[e]),
    source: Int32Array.from(events.source), target: Int32Array.from(events.target),
    from: Int32Array.from(edges.source), to: Int32Array.from(edges.target), quad: Uint8Array.from(edges.quad),
    type: Uint8Array.from(actors.type),
  };
  const edgeCount = typed.from.length;

  // Lists of numbers by key, in two flat arrays: quick to make for any number of claims.
  const group = (size, visit) => {
    const start = new Int32Array(size + 1);
    visit((key) => { start[key + 1]++; });
    for (let i = 0; i < size; i++) start[i + 1] += start[i];
    const fill = start.slice();
    const items = new Int32Array(start[size]);
    visit((key, value) => { items[fill[key]++] = value; });
    return (key) => items.subarray(start[key], start[key + 1]);
  };
  const claimsOfEvent = group(events.id.length, (add) => { for (let c = 0; c < claimCount; c++) add(typed.event[c], c); });
  const eventsOfActor = group(n, (add) => {
    for (let e = 0; e < events.id.length; e++) {
      const s = typed.source[e], t = typed.target[e];
      if (s >= 0) add(s, e);
      if (t >= 0 && t !== s) add(t, e);
    }
  });
  const edgesOfActor = group(n, (add) => {
    for (let b = 0; b < edgeCount; b++) {
      add(typed.from[b], b);
      if (typed.to[b] !== typed.from[b]) add(typed.to[b], b);
    }
  });
  const officesOfActor = group(n, (add) => raw.offices.holder.forEach((a, o) => add(a, o)));

  let first = Infinity, last = -Infinity, undated = 0;
  for (let c = 0; c < claimCount; c++) {
    if (dayOf[c] === NO_DAY) { undated++; continue; }
    if (dayOf[c] < first) first = dayOf[c];
    if (dayOf[c] > last) last = dayOf[c];
  }
  if (first === Infinity) { first = 0; last = 0; }

  const takingPart = new Uint8Array(n);
  for (let e = 0; e < events.id.length; e++) {
    if (typed.source[e] >= 0) takingPart[typed.source[e]] = 1;
    if (typed.target[e] >= 0) takingPart[typed.target[e]] = 1;
  }

  const name = (a) => (a < 0 ? KG.i18n.t("unknown") : (KG.i18n.lang === "en" && actors.en[a]) || actors.ar[a] || actors.id[a]);
  const otherName = (a) => (KG.i18n.lang === "en" ? actors.ar[a] : actors.en[a]);
  const relationName = (r) => (KG.i18n.lang === "en" ? relations.en[r] : relations.ar[r]) || relations.id[r];
  const groupName = (g) => { const key = "g_" + g; const text = KG.i18n.t(key); return text === key ? g : text; };
  const typeName = (i) => KG.i18n.t(raw.types[i] === "place" ? "placeType" : raw.types[i]);

  // ---- filters -----------------------------------------------------------------------------------------
  const set = (size, value) => new Uint8Array(size).fill(value);
  const freshFilters = () => ({
    status: Uint8Array.from(raw.statuses, (s) => (s === "occurred" || s === "planned" ? 1 : 0)),
    quad: set(raw.quads.length, 1), relation: set(relations.id.length, 1), type: set(raw.types.length, 1),
    outlet: set(raw.outlets.length, 1), since: first, until: last, sources: 1,
  });

  const seenEvent = new Int32Array(events.id.length);
  const seenOutlet = new Int32Array(raw.outlets.length);
  let stamp = 0, outletStamp = 0;

  // Events that pass the filters as they are at first.
  let atFirst_ = null;
  const atFirst = () => (atFirst_ ??= evaluate(freshFilters()).eventCount);

  // One pass over all claims: which pass, and from them the outlets and events of each edge and the activity
  // of each actor. Claims are sorted by edge, so the outlets of an edge are counted with one stamp for it.
  const evaluate = (f) => {
    const pass = new Uint8Array(claimCount), anyTime = new Uint8Array(claimCount), outlets = new Int32Array(edgeCount), events_ = new Int32Array(edgeCount);
    const whole = f.since <= first && f.until >= last;
    stamp++;
    let current = -1, lastEvent = -1;
    for (let c = 0; c < claimCount; c++) {
      if (!f.status[typed.status[c]] || !f.relation[typed.relation[c]] || !f.outlet[typed.outlet[c]]) continue;
      if (!f.quad[relations.quad[typed.relation[c]]]) continue;
      const e = typed.event[c], s = typed.source[e], t = typed.target[e];
      if ((s >= 0 && !f.type[typed.type[s]]) || (t >= 0 && !f.type[typed.type[t]])) continue;
      anyTime[c] = 1;
      const day = dayOf[c];
      if (!whole && (day < f.since || day > f.until)) continue;
      pass[c] = 1;
      const b = typed.edge[c];
      if (b >= edgeCount) continue;
      if (b !== current) { current = b; outletStamp++; lastEvent = -1; }
      if (seenOutlet[typed.voice[c]] !== outletStamp) { seenOutlet[typed.voice[c]] = outletStamp; outlets[b]++; }
      if (e !== lastEvent) { lastEvent = e; events_[b]++; }
    }
    const activity = new Int32Array(n), linked = new Uint8Array(n);
    let eventCount = 0;
    for (let c = 0; c < claimCount; c++) {
      if (!pass[c]) continue;
      const b = typed.edge[c], e = typed.event[c];
      if (f.sources > 1 && (b >= edgeCount || outlets[b] < f.sources)) { pass[c] = 0; continue; }
      const s = typed.source[e], t = typed.target[e];
      if (b < edgeCount) { linked[s] = 1; linked[t] = 1; }
      if (seenEvent[e] === stamp) continue;
      seenEvent[e] = stamp;
      eventCount++;
      if (s >= 0) activity[s]++;
      if (t >= 0 && t !== s) activity[t]++;
    }
    let drawnEdges = 0;
    for (let b = 0; b < edgeCount; b++) {
      if (outlets[b] < f.sources) outlets[b] = 0;
      if (outlets[b]) drawnEdges++;
    }
    // With an edge first, then by activity; numbers break ties, so the order is always the same.
    const ranked = [];
    for (let a = 0; a < n; a++) if (activity[a]) ranked.push(a);
    ranked.sort((a, b) => linked[b] - linked[a] || activity[b] - activity[a] || a - b);
    return { pass, anyTime, outlets, events: events_, activity, linked, ranked, eventCount, edgeCount: drawnEdges };
  };

  const neighbours = (a, view) => {
    const found = new Map();
    for (const b of edgesOfActor(a)) {
      if (!view.outlets[b]) continue;
      const other = typed.from[b] === a ? typed.to[b] : typed.from[b];
      if (other === a) continue;
      const entry = found.get(other) || { actor: other, events: 0, cooperation: 0, conflict: 0, neutral: 0 };
      entry.events += view.events[b];
      entry[side(typed.quad[b])] += view.events[b];
      found.set(other, entry);
    }
    return [...found.values()].sort((p, q) => q.events - p.events || p.actor - q.actor);
  };

  const sides = raw.quads.map((quad) => quad.replace(/^.*-/, ""));
  const side = (quad) => sides[quad];

  // The two actors of each edge, whichever way it points, numbered once.
  let pairOf = null, pairEnds = [];
  const numberPairs = () => {
    const numbers = new Map();
    pairOf = new Int32Array(edgeCount).fill(-1);
    for (let b = 0; b < edgeCount; b++) {
      const s = Math.min(typed.from[b], typed.to[b]), t = Math.max(typed.from[b], typed.to[b]), key = s * n + t;
      if (s === t) continue;
      if (!numbers.has(key)) { numbers.set(key, pairEnds.length); pairEnds.push([s, t]); }
      pairOf[b] = numbers.get(key);
    }
  };
  const pairs = (view, limit) => {
    if (pairOf === null) numberPairs();
    const total = new Int32Array(pairEnds.length);
    for (let b = 0; b < edgeCount; b++) if (view.outlets[b] && pairOf[b] >= 0) total[pairOf[b]] += view.events[b];
    // The least of the leading totals lets almost all pairs be passed over without sorting them.
    const least = total.slice().sort().at(-limit) ?? 0;
    const best = [];
    for (let p = 0; p < total.length; p++) if (total[p] && total[p] >= least) best.push(p);
    best.sort((p, q) => total[q] - total[p] || pairEnds[p][0] - pairEnds[q][0] || pairEnds[p][1] - pairEnds[q][1]);
    return best.slice(0, limit).map((p) => {
      const [a, b] = pairEnds[p], entry = { a, b, events: total[p], cooperation: 0, conflict: 0, neutral: 0 };
      for (const e of edgesOfActor(a)) if (pairOf[e] === p && view.outlets[e]) entry[side(typed.quad[e])] += view.events[e];
      return entry;
    });
  };

  // Fewest steps between two actors over the edges that pass the filters, whichever way they point.
  const path = (from, to, view) => {
    const came = new Int32Array(n).fill(-1);
    came[from] = from;
    let front = [from];
    while (front.length && came[to] < 0) {
      const next = [];
      for (const a of front) {
        for (const { actor } of neighbours(a, view)) {
          if (came[actor] < 0) { came[actor] = a; next.push(actor); }
        }
      }
      front = next;
    }
    if (came[to] < 0) return null;
    const steps = [to];
    while (steps[0] !== from) steps.unshift(came[steps[0]]);
    return steps;
  };

  const between = (a, b, view) => {
    const found = [];
    for (const e of eventsOfActor(a)) {
      const s = typed.source[e], t = typed.target[e];
      if ((s === a && t === b) || (s === b && t === a)) {
        if (claimsOfEvent(e).some((c) => view.pass[c])) found.push(e);
      }
    }
    return found;
  };

  return {
    raw, n, actors, events, claims, edges, docs, relations, typed, edgeCount, claimCount, byId, dayOf, NO_DAY,
    first, last, undated, takingPart, quote, unpack, get unpacked() { return quotes !== null; }, claimsOfEvent, eventsOfActor, edgesOfActor, officesOfActor, name, otherName,
    relationName, groupName, typeName, freshFilters, evaluate, atFirst, neighbours, pairs, path, between, side,
  };
})();
