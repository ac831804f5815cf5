// Finding an actor by any of its names, whichever way it is spelt.
"use strict";

KG.search = (() => {
  const { actors, n } = KG.data;

  // One spelling for alef with and without hamza, ya and alef maqsura, ta marbuta and ha, digits and case.
  const fold = (text) => text.normalize("NFKD").replace(/[\p{M}\u0640\u0621]/gu, "").toLowerCase()
    .replace(/\u0671/g, "ا").replace(/[ىی]/g, "ي").replace(/[ةہ]/g, "ه").replace(/ک/g, "ك")
    .replace(/[٠-٩]/g, (d) => d.charCodeAt(0) - 0x660).replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  // What is left of a word when the ways of writing a foreign sound are made one and long vowels are dropped:
  // غالانت, غالنت and جالانت are the same; so are أنتوني and أنطوني.
  const same = { ج: "غ", ق: "غ", ط: "ت", ث: "ت", ص: "س", ذ: "ز", ظ: "ز", ض: "د", پ: "ب", ڤ: "ف", گ: "غ", چ: "ش" };
  const skeleton = (word) => word.replace(/^ال(?=..)/, "").replace(/[جقطثصذظضپڤگچ]/g, (c) => same[c])
    .replace(/[اوي]|ه$/g, "").replace(/(.)\1+/g, "$1");

  const folded = new Array(n), bones = new Array(n);
  let ready = false;
  let prepared = 0;
  // In pieces after the first drawing, so that neither it nor the first letter typed waits for the whole.
  const prepareAll = async () => {
    while (!ready) { prepare(prepared + 500); await new Promise((done) => setTimeout(done, 0)); }
  };
  const prepare = (end = n) => {
    if (ready) return;
    for (let a = prepared; a < Math.min(n, end); a++) {
      const names = [actors.ar[a], actors.en[a], actors.id[a], ...actors.aliases[a]].map(fold);
      folded[a] = "|" + names.map((name) => " " + name + " ").join("|");
      const words = new Set(names.join(" ").split(" "));
      bones[a] = " " + [...words].map(skeleton).filter((s) => s.length > 1).join(" ") + " ";
    }
    prepared = Math.min(n, end);
    ready = prepared === n;
  };

  const rankOf = (a, whole, words, wordBones) => {
    const text = folded[a];
    if (text.includes("| " + whole + " |") || text.endsWith("| " + whole + " ")) return 0;
    if (text.includes("| " + whole)) return 1;
    if (text.includes(" " + whole)) return 2;
    let worst = 0;
    for (let i = 0; i < words.length; i++) {
      let rank;
      if (text.includes(" " + words[i])) rank = 3;
      else if (words[i].length > 1 && text.includes(words[i])) rank = 4;
      else if (wordBones[i].length > 2 && bones[a].includes(" " + wordBones[i] + " ")) rank = 5;
      else if (wordBones[i].length > 2 && bones[a].includes(" " + wordBones[i])) rank = 6;
      else return -1;
      if (rank > worst) worst = rank;
    }
    return worst;
  };

  // Numbers of the actors that match, best first; among equals the more active, which has the lower number.
  const find = (query, limit = 12) => {
    const whole = fold(query);
    if (!whole) return [];
    prepare();
    const words = whole.split(" "), wordBones = words.map(skeleton);
    const hits = [];
    for (let a = 0; a < n; a++) {
      const rank = rankOf(a, whole, words, wordBones);
      if (rank >= 0) hits.push([rank, a]);
    }
    hits.sort((p, q) => p[0] - q[0] || p[1] - q[1]);
    return hits.slice(0, limit).map((hit) => hit[1]);
  };

  // A text field that suggests actors: arrows move, Enter chooses, Escape closes (the ARIA combobox pattern).
  const combobox = (input, list, choose) => {
    let found = [], active = -1;
    const close = () => { list.hidden = true; active = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
    const mark = (i) => {
      active = i;
      [...list.children].forEach((item, k) => item.setAttribute("aria-selected", String(k === i)));
      if (i >= 0) { input.setAttribute("aria-activedescendant", list.children[i].id); list.children[i].scrollIntoView({ block: "nearest" }); }
    };
    const pick = (a) => { close(); choose(a); };
    const open = () => {
      found = find(input.value);
      list.replaceChildren(...found.map((a, i) => {
        const item = KG.el("li", { role: "option", id: `${list.id}-${i}`, "aria-selected": "false" },
          KG.style.glyph(actors.type[a]), KG.el("bdi", { class: "grow", text: KG.data.name(a) }),
          KG.el("bdi", { class: "dim", text: KG.data.otherName(a) }));
        item.addEventListener("mousedown", (event) => { event.preventDefault(); pick(a); });
        return item;
      }));
      if (!found.length && input.value.trim()) {
        list.append(KG.el("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "dim", text: KG.i18n.t("noMatch") }));
      }
      list.hidden = !list.children.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      active = -1;
      if (found.length) mark(0);
    };
    input.addEventListener("input", open);
    input.addEventListener("focus", () => { if (input.value.trim()) open(); });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { close(); return; }
      if (event.key === "Enter" && active >= 0) { event.preventDefault(); pick(found[active]); return; }
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      if (list.hidden) open();
      if (found.length) mark((active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
    });
    return { close };
  };

  return { fold, skeleton, find, combobox, prepareAll };
})();
