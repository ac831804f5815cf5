// The panel: what is known of an actor, of an edge, of a path, each with the sentences that prove it.
"use strict";

KG.panel = (() => {
  const D = KG.data, S = KG.style, { raw, typed, actors, events, claims, docs } = D, { el } = KG;
  const t = (...words) => KG.i18n.t(...words), num = (n) => KG.i18n.number(n);
  const root = document.getElementById("details");
  const CHUNK = 30;
  let view = null, state = null, actions = {};

  // ---- small parts ---------------------------------------------------------------------------------------
  const day = (d) => (d === null || d === D.NO_DAY ? null : el("bdi", { dir: "ltr", class: "day", text: KG.i18n.iso(d) }));
  const actorButton = (a, extra = "") => (a < 0 ? el("span", { class: "dim", text: t("unknown") })
    : el("button", { type: "button", class: "actor " + extra, onclick: () => actions.actor(a) }, S.glyph(typed.type[a]), el("bdi", { text: D.name(a) })));
  const balance = (entry, most) => {
    const bar = el("span", { class: "balance", "aria-hidden": "true" });
    for (const side of ["cooperation", "neutral", "conflict"]) {
      if (!entry[side]) continue;
      const part = el("i", { class: side });
      part.style.width = (100 * entry[side]) / most + "%";
      bar.append(part);
    }
    return bar;
  };
  const sidesText = (entry) => ["cooperation", "neutral", "conflict"].filter((s) => entry[s]).map((s) => `${t(s)}: ${entry[s]}`).join("، ");
  const heading = (text, count) => el("h3", {}, text, count === undefined ? null : el("span", { class: "dim", text: " " + num(count) }));
  const backButton = () => el("button", { type: "button", class: "link back", text: t("back"), onclick: () => actions.nothing() });

  // ---- evidence ------------------------------------------------------------------------------------------
  // The sentence with its trigger marked, and who does it and to whom underlined; of marks that cross, the first.
  const quoteOf = (c) => {
    const text = D.quote(claims.quote[c]), e = claims.event[c], parts = [];
    const marks = [[claims.at[c], claims.length[c], () => el("mark")], [claims.from[c], claims.fromLength[c], () => role("sourceRole", typed.source[e])], [claims.to[c], claims.toLength[c], () => role("targetRole", typed.target[e])]];
    let done = 0;
    for (const [at, length, make] of marks.filter(([at]) => at >= 0).sort((p, q) => p[0] - q[0])) {
      if (at < done) continue;
      const node = make();
      node.textContent = text.slice(at, at + length);
      parts.push(text.slice(done, at), node);
      done = at + length;
    }
    return el("blockquote", { dir: "auto", lang: "ar" }, ...parts, text.slice(done));
  };
  const role = (word, a) => el("u", { class: word, title: `${t(word)}: ${D.name(a)}` });
  const claimOf = (c) => {
    const d = claims.doc[c], url = KG.safeUrl(docs.url[d]), by = claims.by[c];
    const title = docs.title[d] || t("source");
    return el("div", { class: "claim" }, quoteOf(c), el("p", { class: "from" },
      el("bdi", { class: "outlet", text: raw.outlets[docs.outlet[d]] || t("noOutlet") }),
      docs.voice[d] !== docs.outlet[d] ? el("span", { text: t("copyOf", KG.i18n.isolate(raw.outlets[docs.voice[d]] || t("noOutlet"))) }) : null, day(docs.date[d]),
      by >= 0 ? el("span", {}, t("attributed") + " ", actorButton(by, "inline")) : null,
      url ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: docs.title[d] || null }, el("bdi", { text: title })) : docs.title[d] ? el("bdi", { class: "dim", text: title }) : null));
  };
  const eventDay = (e) => {
    if (events.date[e] !== null) return events.date[e];
    let best = D.NO_DAY;
    for (const c of D.claimsOfEvent(e)) if (view.pass[c]) best = Math.max(best, D.dayOf[c]);
    return best;
  };
  const passing = (e) => [...D.claimsOfEvent(e)].filter((c) => view.pass[c]);
  const eventOf = (e) => {
    const r = events.relation[e], own = passing(e), s = typed.source[e], to = typed.target[e];
    const statuses = [...new Set(own.map((c) => claims.status[c]))].sort();
    const outlets = new Set(own.map((c) => docs.voice[claims.doc[c]]));
    const onlyNegated = statuses.length === 1 && raw.statuses[statuses[0]] === "negated";
    return el("article", { class: "event side-" + D.side(D.relations.quad[r]) },
      el("header", {}, S.swatch(D.relations.quad[r]), el(onlyNegated ? "s" : "strong", { text: D.relationName(r) }),
        ...statuses.map((x) => el("span", { class: "badge " + raw.statuses[x], text: t(raw.statuses[x]) })),
        outlets.size > 1 ? el("span", { class: "dim small", text: KG.i18n.plural("outlet", outlets.size) }) : null,
        el("span", { class: "grow" }), day(eventDay(e))),
      el("p", { class: "parties" }, actorButton(s, "inline"), el("span", { class: "arrow", "aria-hidden": "true", text: D.relations.symmetric[r] ? "↔" : KG.i18n.lang === "ar" ? "←" : "→" }),
        to >= 0 ? actorButton(to, "inline") : el("span", { class: "dim", text: t("noTarget") }),
        events.place[e] >= 0 ? el("span", { class: "dim" }, t("place") + ": ", el("bdi", { text: D.name(events.place[e]) })) : null),
      ...own.map(claimOf));
  };
  const inOrder = (list) => list.map((e) => [eventDay(e), e]).sort((p, q) => q[0] - p[0] || p[1] - q[1]).map((p) => p[1]);
  // Long lists are shown a piece at a time, or a state with thousands of events would take seconds.
  const eventList = (list) => {
    const box = el("div", { class: "events" }), ordered = inOrder(list);
    let shown = 0;
    const more = el("button", { type: "button", class: "wide", onclick: () => add() });
    const add = () => {
      const next = ordered.slice(shown, shown + CHUNK);
      more.before(...next.map(eventOf));
      shown += next.length;
      more.hidden = shown >= ordered.length;
      more.textContent = t("moreEvents", num(Math.min(CHUNK, ordered.length - shown)));
    };
    box.append(more);
    add();
    return box;
  };

  // ---- overview ------------------------------------------------------------------------------------------
  const overview = () => {
    const active = view.ranked.slice().sort((a, b) => view.activity[b] - view.activity[a] || a - b).slice(0, 10);
    const top = active.length ? view.activity[active[0]] : 1;
    const pairs = D.pairs(view, 10), most = pairs.length ? pairs[0].events : 1;
    return [
      el("h2", { text: t("overview") }), ...holds(),
      el("p", { text: t(view.eventCount ? "howTo" : events.id.length ? "nothing" : "nothingAtAll") }),
      events.id.length ? el("details", { class: "hints" }, el("summary", { text: t("hints") }),
        el("ul", {}, ...[1, 7, 2, 3, 4, 5, 6].map((i) => el("li", { text: t("hint" + i) })))) : null,
      active.length ? heading(t("topActors")) : null,
      el("ol", { class: "plain" }, ...active.map((a) => {
        const bar = el("i", { class: "amount" });
        bar.style.width = (100 * view.activity[a]) / top + "%";
        return el("li", { class: "row" }, actorButton(a, "grow"), el("span", { class: "balance", "aria-hidden": "true" }, bar), el("span", { class: "count", text: num(view.activity[a]) }));
      })),
      pairs.length ? heading(t("topPairs")) : null,
      el("ol", { class: "plain" }, ...pairs.map((p) => el("li", {}, pairButton(p.a, p.b, p, most)))),
    ];
  };
  // What is in the file, and how much of it the filters leave.
  const holds = () => {
    const { corpus } = raw, { plural } = KG.i18n, iso = (d) => "\u2066" + KG.i18n.iso(d) + "\u2069";
    const inside = [plural("article", corpus.documents), ...(corpus.outlets ? [plural("outlet", corpus.outlets)] : []),
      plural("actor", D.takingPart.reduce((sum, x) => sum + x, 0)), plural("event", events.id.length)];
    const part = view.eventCount === D.atFirst() ? null : t("within", plural("event", view.eventCount), num(events.id.length));
    return [
      el("p", { class: "holds", text: inside.join(" · ") }),
      corpus.first === null ? null : el("p", { class: "dim", text: corpus.first === corpus.last ? iso(corpus.first) : t("published", iso(corpus.first), iso(corpus.last)) }),
      part ? el("p", { class: "dim" }, part + " ", el("button", { type: "button", class: "link", text: t("reset"), onclick: () => actions.reset() })) : null,
    ];
  };
  const pairButton = (a, b, entry, most) => el("button", { type: "button", class: "pair", onclick: () => actions.pair(a, b) },
    el("span", { class: "grow" }, el("bdi", { text: D.name(a) }), el("span", { class: "dim", text: " ↔ " }), el("bdi", { text: D.name(b) })),
    balance(entry, most), el("span", { class: "count", text: num(entry.events) }), el("span", { class: "hidden", text: sidesText(entry) }));

  // ---- one actor -----------------------------------------------------------------------------------------
  const fact = (name, ...values) => el("div", { class: "fact" }, el("dt", { text: name }), el("dd", {}, ...values));
  const facts = (a) => {
    const list = [];
    const offices = [...D.officesOfActor(a)];
    if (offices.length) {
      list.push(fact(t("offices"), ...offices.map((o) => el("div", { class: "office" }, el("bdi", { text: raw.offices.title[o] }),
        raw.offices.former[o] ? el("span", { class: "badge", text: t("former") }) : null,
        raw.offices.doc[o] >= 0 ? day(docs.date[raw.offices.doc[o]]) : null))));
    }
    if (actors.aliases[a].length) list.push(fact(t("aliases"), ...actors.aliases[a].map((name) => el("bdi", { class: "chip", text: name }))));
    if (/^Q\d+$/.test(actors.wikidata[a])) {
      list.push(fact(t("wikidata"), el("a", { href: "https://www.wikidata.org/wiki/" + actors.wikidata[a], target: "_blank", rel: "noopener noreferrer", dir: "ltr", text: actors.wikidata[a] })));
    }
    list.push(fact(t("events"), num(view.activity[a])));
    if (actors.mentions[a]) list.push(fact(t("mentions"), num(actors.mentions[a])));
    return el("dl", { class: "facts" }, ...list);
  };
  const button = (text, onclick) => el("button", { type: "button", text, onclick });
  const actor = (a) => {
    const around = D.neighbours(a, view), most = around.length ? around[0].events : 1;
    const absent = around.filter((n) => !KG.graph.isDrawn(n.actor)).length;
    const did = [], got = [];
    for (const e of D.eventsOfActor(a)) {
      if (!passing(e).length) continue;
      (typed.source[e] === a || D.relations.symmetric[events.relation[e]] ? did : got).push(e);
    }
    const other = D.otherName(a);
    const present = KG.graph.isDrawn(a);
    return [
      backButton(),
      el("h2", {}, S.glyph(typed.type[a]), el("bdi", { text: D.name(a) })),
      el("p", { class: "dim" }, D.typeName(typed.type[a]), other && other !== D.name(a) ? " · " : null, other && other !== D.name(a) ? el("bdi", { text: other }) : null),
      el("div", { class: "actions" },
        state.focus === a ? null : button(t("focus"), () => actions.focus(a)),
        absent ? button(`${t("expand")} (${num(absent)})`, () => actions.expand(a)) : null,
        around.length && !absent ? button(t("collapse"), () => actions.collapse(a)) : null,
        present ? button(t("hide"), () => actions.hide(a)) : button(t("show"), () => actions.add(a)),
        button(t("pathFrom"), () => actions.path(a, null))),
      facts(a),
      ...(around.length ? [heading(t("neighbours"), around.length), neighbourList(a, around, most)] : []),
      ...(did.length ? [heading(t("saidDid"), did.length), eventList(did)] : []),
      ...(got.length ? [heading(t("doneTo"), got.length), eventList(got)] : []),
      did.length + got.length ? null : el("p", { class: "dim", text: t("noEvents") }),
    ];
  };
  const neighbourList = (a, around, most) => {
    const list = el("ul", { class: "plain" });
    const sign = (text, word, other, onclick) => el("button", { type: "button", class: "icon small", title: t(word), "aria-label": `${t(word)}: ${D.name(other)}`, text, onclick });
    const row = (n) => el("li", { class: "row" },
      el("button", { type: "button", class: "pair grow", onclick: () => actions.pair(a, n.actor) },
        S.glyph(typed.type[n.actor]), el("bdi", { class: "grow", text: D.name(n.actor) }), balance(n, most),
        el("span", { class: "count", text: num(n.events) }), el("span", { class: "hidden", text: sidesText(n) })),
      KG.graph.isDrawn(n.actor) ? sign("−", "drop", n.actor, () => actions.drop(n.actor)) : sign("+", "add", n.actor, () => actions.add(n.actor, true)));
    let shown = 0;
    const more = el("button", { type: "button", class: "link", onclick: () => add(50) });
    const last = el("li", {}, more);
    const add = (count) => {
      last.before(...around.slice(shown, shown + count).map(row));
      shown = Math.min(around.length, shown + count);
      last.hidden = shown >= around.length;
      more.textContent = t("moreEvents", num(Math.min(50, around.length - shown)));
    };
    list.append(last);
    add(8);
    return list;
  };

  // ---- an edge, and all there is between its two actors ----------------------------------------------------
  const pair = (a, b, edge) => {
    const list = D.between(a, b, view);
    const ofEdge = (e) => edge !== null && D.claimsOfEvent(e).some((c) => view.pass[c] && typed.edge[c] === edge);
    const own = edge === null ? list : list.filter(ofEdge), rest = edge === null ? [] : list.filter((e) => !ofEdge(e));
    const entry = D.neighbours(a, view).find((n) => n.actor === b);
    return [
      backButton(),
      el("h2", { class: "two" }, actorButton(a), el("span", { class: "dim", "aria-hidden": "true", text: "↔" }), actorButton(b)),
      entry ? el("p", { class: "row" }, balance(entry, entry.events), el("span", { class: "dim", text: sidesText(entry) })) : null,
      el("div", { class: "actions" }, [a, b].every(KG.graph.isDrawn) ? null : button(t("add"), () => actions.addPair(a, b))),
      edge === null ? null : heading(`${t("thisEdge")}: ${t(raw.quads[typed.quad[edge]])} · ${t(raw.statuses[D.edges.status[edge]])}`, own.length),
      own.length ? eventList(own) : el("p", { class: "dim", text: t("noEvents") }),
      ...(rest.length ? [heading(t("otherEdges"), rest.length), eventList(rest)] : []),
    ];
  };

  // What happened between two actors, the most frequent first.
  const relationsBetween = (a, b) => {
    const count = new Map();
    for (const e of D.between(a, b, view)) { const r = events.relation[e]; count.set(r, (count.get(r) || 0) + 1); }
    return [...count].sort((p, q) => q[1] - p[1] || p[0] - q[0]).slice(0, 4).map(([r]) => D.relationName(r)).join("، ");
  };

  // ---- a path --------------------------------------------------------------------------------------------
  const path = (from, to) => {
    const ends = [from, to];
    const field = (i, label) => {
      const input = el("input", { id: "path-" + i, type: "text", role: "combobox", autocomplete: "off", spellcheck: "false",
        "aria-expanded": "false", "aria-controls": `path-${i}-list`, "aria-autocomplete": "list", placeholder: t("searchHint") });
      if (ends[i] !== null) input.value = D.name(ends[i]);
      const list = el("ul", { id: `path-${i}-list`, role: "listbox", "aria-label": label, hidden: true });
      KG.search.combobox(input, list, (a) => { ends[i] = a; actions.path(ends[0], ends[1]); });
      return el("div", { class: "field" }, el("label", { for: "path-" + i, text: label }), input, list);
    };
    const parts = [backButton(), el("h2", { text: t("pathTitle") }), field(0, t("from")), field(1, t("to"))];
    if (from === null || to === null) return parts;
    const { steps } = state.selection;
    if (!steps) return [...parts, el("p", { text: t("noPath") })];
    parts.push(el("ol", { class: "steps" }, ...steps.map((a, i) => el("li", {},
      i === 0 ? null : pairButton(steps[i - 1], a, D.neighbours(steps[i - 1], view).find((n) => n.actor === a), 1),
      i === 0 ? null : el("div", { class: "dim between", text: relationsBetween(steps[i - 1], a) }),
      actorButton(a)))));
    return parts;
  };

  const render = (s, v) => {
    state = s; view = v;
    const { selection } = s;
    const parts = selection === null ? overview() : selection.kind === "actor" ? actor(selection.actor)
      : selection.kind === "path" ? path(selection.from, selection.to) : pair(selection.a, selection.b, selection.edge ?? null);
    root.replaceChildren(...parts.filter((part) => part !== null));
  };
  const toTop = () => { root.scrollTop = 0; };

  return { render, toTop, on: (a) => { actions = a; } };
})();
