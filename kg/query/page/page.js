"use strict";
// Everything from the graph goes into the page as text, never as HTML.
const at = id => document.getElementById(id);
const SHOWN = 2000;
const FORMATS = {
  table: "application/sparql-results+json, text/turtle;q=0.9",
  CSV: "text/csv, text/turtle;q=0.9",
  TSV: "text/tab-separated-values, text/turtle;q=0.9",
  JSON: "application/sparql-results+json, application/ld+json;q=0.9",
  XML: "application/sparql-results+xml, application/rdf+xml;q=0.9",
};
let facts;

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function say(text, fault = false) {
  at("message").textContent = text;
  at("message").className = fault ? "fault" : "";
}

function short(iri) {
  const hit = Object.entries(facts.prefixes).filter(([, space]) => iri.startsWith(space) && iri.length > space.length);
  if (!hit.length) return iri;
  const [prefix, space] = hit.reduce((a, b) => (b[1].length > a[1].length ? b : a));
  return `${prefix}:${iri.slice(space.length)}`;
}

function cell(term) {
  const made = element("td");
  if (!term) return made;
  if (term.type !== "uri") {
    made.append(element("bdi", term.value, term["xml:lang"] ? {lang: term["xml:lang"]} : {}));
  } else if (/^https?:/.test(term.value) && short(term.value) === term.value) {
    made.append(element("a", term.value, {href: term.value, rel: "noopener noreferrer", target: "_blank", dir: "ltr"}));
  } else {
    made.append(element("bdi", short(term.value), {title: term.value, dir: "ltr"}));
  }
  return made;
}

function table(result) {
  if ("boolean" in result) return element("p", result.boolean ? "true" : "false");
  const made = element("table");
  const head = made.createTHead().insertRow();
  for (const name of result.head.vars) head.append(element("th", name));
  const body = made.createTBody();
  for (const row of result.results.bindings.slice(0, SHOWN)) {
    const line = body.insertRow();
    for (const name of result.head.vars) line.append(cell(row[name]));
  }
  return made;
}

function show(kind, text) {
  const box = at("answer");
  if (at("format").value === "table" && kind.includes("json")) {
    let result;
    try {
      result = JSON.parse(text);
    } catch {
      throw new Error("The answer breaks off: the query reached the time limit. Ask for less, or raise --timeout.");
    }
    box.replaceChildren(table(result));
    const total = "boolean" in result ? 1 : result.results.bindings.length;
    say(`${total} rows${total > SHOWN ? `, the first ${SHOWN} are shown` : ""}`);
    return;
  }
  const address = URL.createObjectURL(new Blob([text], {type: kind}));
  const link = element("a", "Save", {href: address, download: "answer"});
  box.replaceChildren(link, element("pre", text.slice(0, 500000), {dir: "ltr"}));
  say(kind);
}

async function run() {
  say("…");
  at("answer").replaceChildren();
  at("run").disabled = at("ask").disabled = true;
  try {
    const answer = await fetch("query", {
      method: "POST",
      headers: {"Content-Type": "application/sparql-query", Accept: FORMATS[at("format").value]},
      body: at("sparql").value,
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    show(answer.headers.get("Content-Type") || "", text);
  } catch (error) {
    say(error.message, true);
  } finally {
    at("run").disabled = at("ask").disabled = false;
  }
}

const chosen = () => facts.questions.find(question => question.name === at("question").value);

function choose() {
  const question = chosen();
  at("about").textContent = question.about;
  at("parameters").replaceChildren(...question.parameters.map(parameter => {
    const label = element("label");
    const input = element("input", undefined, {name: parameter.name, dir: "auto", autocomplete: "off"});
    input.required = parameter.required;
    label.append(element("code", parameter.name), input, element("span", parameter.about));
    return label;
  }));
}

async function ask() {
  const given = new URLSearchParams({name: chosen().name});
  for (const input of at("parameters").querySelectorAll("input")) if (input.value) given.set(input.name, input.value);
  const answer = await fetch(`question?${given}`);
  const text = await answer.text();
  if (!answer.ok) {
    at("answer").replaceChildren();
    say(text, true);
    return;
  }
  at("sparql").value = text;
  await run();
}

async function start() {
  facts = await (await fetch("about.json")).json();
  at("endpoint").textContent = facts.endpoint;
  at("view").hidden = !facts.view;
  for (const question of facts.questions) {
    const title = question.title_ar ? `${question.title} · ${question.title_ar}` : question.title;
    at("question").append(element("option", title, {value: question.name}));
  }
  for (const name of Object.keys(FORMATS)) at("format").append(element("option", name, {value: name}));
  const known = Object.entries(facts.prefixes).map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>\n`);
  at("sparql").value = `${known.join("")}\nSELECT ?event ?source ?target WHERE {\n  ?event kg:source ?source ; kg:target ?target\n}\nLIMIT 100\n`;
  at("question").addEventListener("change", choose);
  at("stock").addEventListener("submit", event => { event.preventDefault(); ask(); });
  at("free").addEventListener("submit", event => { event.preventDefault(); run(); });
  choose();
}

start().catch(error => say(`The page cannot start: ${error.message}`, true));
