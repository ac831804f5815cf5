// Words of the interface in Arabic and English, and how names, numbers and days are written.
"use strict";
const KG = {};

KG.i18n = (() => {
  const words = {
    ar: {
      title: "من مع من", skip: "إلى التفاصيل", filters: "المرشّحات", search: "البحث عن فاعل", searchHint: "ابحث عن فاعل…",
      path: "مسار", save: "حفظ", savePng: "صورة PNG", saveSvg: "رسم SVG", saveCsv: "جدول CSV",
      theme: "فاتح أو داكن", graph: "رسم الشبكة", more: "أظهر المزيد", leaveFocus: "عودة إلى الكل",
      zoomIn: "تكبير", zoomOut: "تصغير", zoomFit: "إظهار الكل", legend: "مفتاح الرسم", time: "الزمن",
      details: "التفاصيل", other: "English", noMatch: "لا فاعل بهذا الاسم",
      quad: "طبيعة الصلة", status: "الحالة", type: "نوع الفاعل", outlet: "المصدر", relation: "العلاقة",
      sources: "أقل عدد من المصادر", reset: "إلغاء كل المرشّحات", from: "من", to: "إلى",
      undated: "بلا تاريخ", noOutlet: "مصدر غير معروف", all: "الكل", none: "لا شيء",
      shown: "المعروض من الفاعلين: {0} من {1}", hidden: "، والباقي {0} بالبحث أو «أظهر المزيد»",
      allLines: "أقوى {0} من {1} صلة: أظهرها كلها", fewLines: "الصلات الأقوى فقط", nothing: "لا شيء يطابق المرشّحات.",
      nothingAtAll: "لا أحداث هنا: لم تُقرأ في هذه الأخبار علاقة بين فاعلين.",
      published: "نُشرت من {0} إلى {1}", within: "ضمن المرشّحات: {0} من {1}", since: "من", until: "إلى",
      hints: "كيف تُقرأ الصفحة", hint1: "انقر فاعلًا نقرتين لتضيف من يتعامل معهم.", hint2: "اسحب فاعلًا لتحرّكه والخلفية لتنقل الرسم، وكبّر بالعجلة.",
      hint3: "المحتمل والمنفي مخفيان أول الأمر: أظهرهما من «الحالة».", hint4: "«مسار» يبيّن كيف يتصل فاعلان.",
      hint5: "عنوان الصفحة في المتصفح يحفظ ما تراه: انسخه لتشاركه.", hint6: "المفتاح / للبحث، وEsc للعودة إلى النظرة العامة.",
      hint7: "في كل جملة: المظلَّل لفظ العلاقة، وما تحته خط هو الفاعل، وما تحته نقاط هو المتلقّي.",
      overview: "نظرة عامة", topActors: "الأكثر نشاطًا", topPairs: "أبرز الثنائيات",
      howTo: "انقر فاعلًا لترى ما قاله وفعله، أو خطًّا لترى الجمل التي تثبته.",
      back: "نظرة عامة", aliases: "أسماء أخرى", offices: "المنصب", former: "سابقًا", mentions: "مرات الذكر",
      events: "أحداث", neighbours: "يتعامل مع", saidDid: "قال وفعل", doneTo: "قيل له وفُعل به",
      focus: "اعرض محيطه وحده", expand: "أضف جيرانه", collapse: "أخفِ جيرانه", hide: "أخفه", show: "أظهره",
      pathFrom: "مسار منه", add: "أضف إلى الرسم", drop: "أخفِ من الرسم", moreEvents: "أظهر {0} أخرى", noEvents: "لا أحداث ضمن المرشّحات.",
      attributed: "نقلًا عن", source: "الخبر الأصلي", place: "المكان", noTarget: "بلا مخاطَب", sourceRole: "الفاعل", targetRole: "المتلقّي", copyOf: "نص {0}",
      thisEdge: "هذا الخط", otherEdges: "غيره بينهما",
      pathTitle: "المسار بين فاعلين", noPath: "لا مسار بينهما ضمن المرشّحات.",
      shape: "الفاعل", size: "عدد الأحداث",
      colour: "الصلة", width: "عدد المصادر", line: "الحالة", arrow: "من الفاعل إلى المتلقّي", marks: "القياس",
      unknown: "غير مسمّى", cooperation: "تعاون", conflict: "نزاع", neutral: "محايد", person: "شخص",
      state: "دولة", organization: "منظمة", group: "جماعة", placeType: "مكان",
      occurred: "وقع", planned: "مزمع", possible: "محتمل", negated: "منفي",
      "verbal-cooperation": "تعاون بالقول", "material-cooperation": "تعاون بالفعل",
      "verbal-conflict": "نزاع بالقول", "material-conflict": "نزاع بالفعل",
      g_meet: "لقاء واتصال", g_say: "قول", g_warn: "تحذير", g_ask: "طلب", g_blame: "لوم", g_back: "تأييد",
      g_agree: "اتفاق", g_aid: "عون", g_office: "منصب", g_force: "قوة", g_other: "أخرى",
      wikidata: "ويكي بيانات", bin1: "الأحداث كل يوم", bin7: "الأحداث كل أسبوع", bin28: "الأحداث كل أربعة أسابيع", bin91: "الأحداث كل ربع سنة", bin365: "الأحداث كل سنة", bins: "الأحداث كل {0} من الأيام",
    },
    en: {
      title: "Who deals with whom", skip: "Skip to details", filters: "Filters", search: "Search for an actor", searchHint: "Search for an actor…",
      path: "Path", save: "Save", savePng: "Picture (PNG)", saveSvg: "Drawing (SVG)", saveCsv: "Table (CSV)",
      theme: "Light or dark", graph: "Network drawing", more: "Show more", leaveFocus: "Back to all",
      zoomIn: "Zoom in", zoomOut: "Zoom out", zoomFit: "Fit", legend: "Legend", time: "Time",
      details: "Details", other: "العربية", noMatch: "No actor of this name",
      quad: "Kind of tie", status: "Status", type: "Type of actor", outlet: "Outlet", relation: "Relation",
      sources: "Minimum outlets", reset: "Clear all filters", from: "From", to: "To",
      undated: "Undated", noOutlet: "Unknown outlet", all: "All", none: "None",
      shown: "Actors shown: {0} of {1}", hidden: "; {0} more by search or “Show more”",
      allLines: "Strongest {0} of {1} ties: show all", fewLines: "Only the strongest ties", nothing: "Nothing matches the filters.",
      nothingAtAll: "No events here: no relation between actors was read in these articles.",
      published: "Published {0} to {1}", within: "Within the filters: {0} of {1}", since: "From", until: "to",
      hints: "How to read this page", hint1: "Double-click an actor to bring in those it deals with.", hint2: "Drag an actor to move it, the ground to move all; the wheel zooms.",
      hint3: "What is possible or negated is hidden at first: “Status” shows it.", hint4: "“Path” tells how two actors are connected.",
      hint5: "The address in the browser keeps what you see: copy it to share the view.", hint6: "Press / to search, Esc for the overview.",
      hint7: "In a sentence the words that name the relation are marked, its source is underlined, its target dotted.",
      overview: "Overview", topActors: "Most active", topPairs: "Leading pairs",
      howTo: "Click an actor for what it said and did, or a line for the sentences that prove it.",
      back: "Overview", aliases: "Other names", offices: "Office", former: "former", mentions: "Mentions",
      events: "Events", neighbours: "Deals with", saidDid: "Said and did", doneTo: "Said and done to it",
      focus: "Show its surroundings only", expand: "Add neighbours", collapse: "Hide neighbours", hide: "Hide", show: "Show",
      pathFrom: "Path from here", add: "Add to the drawing", drop: "Hide from the drawing", moreEvents: "Show {0} more", noEvents: "No events within the filters.",
      attributed: "According to", source: "Original article", place: "Place", noTarget: "no addressee", sourceRole: "Source", targetRole: "Target", copyOf: "text of {0}",
      thisEdge: "This line", otherEdges: "Others between them",
      pathTitle: "Path between two actors", noPath: "No path between them within the filters.",
      shape: "Actor", size: "Number of events",
      colour: "Tie", width: "Number of outlets", line: "Status", arrow: "From actor to recipient", marks: "Measure",
      unknown: "unnamed", cooperation: "Cooperation", conflict: "Conflict", neutral: "Neutral", person: "Person",
      state: "State", organization: "Organization", group: "Group", placeType: "Place",
      occurred: "Occurred", planned: "Planned", possible: "Possible", negated: "Negated",
      "verbal-cooperation": "Verbal cooperation", "material-cooperation": "Material cooperation",
      "verbal-conflict": "Verbal conflict", "material-conflict": "Material conflict",
      g_meet: "Meetings and contacts", g_say: "Statements", g_warn: "Warnings", g_ask: "Requests", g_blame: "Blame",
      g_back: "Support", g_agree: "Agreements", g_aid: "Aid", g_office: "Offices", g_force: "Force", g_other: "Other",
      wikidata: "Wikidata", bin1: "Events each day", bin7: "Events each week", bin28: "Events each four weeks", bin91: "Events each quarter", bin365: "Events each year", bins: "Events each {0} days",
    },
  };
  // Forms by number, as the language has them: zero, one, two, few, many, other.
  const counted = {
    ar: {
      event: ["لا أحداث", "حدث واحد", "حدثان", "{0} أحداث", "{0} حدثًا", "{0} حدث"],
      article: ["لا أخبار", "خبر واحد", "خبران", "{0} أخبار", "{0} خبرًا", "{0} خبر"],
      outlet: ["لا مصادر", "مصدر واحد", "مصدران", "{0} مصادر", "{0} مصدرًا", "{0} مصدر"],
      actor: ["لا فاعلين", "فاعل واحد", "فاعلان", "{0} فاعلين", "{0} فاعلًا", "{0} فاعل"],
    },
    en: {
      event: ["", "{0} event", "", "", "", "{0} events"], article: ["", "{0} article", "", "", "", "{0} articles"],
      outlet: ["", "{0} outlet", "", "", "", "{0} outlets"], actor: ["", "{0} actor", "", "", "", "{0} actors"],
    },
  };
  const FORMS = ["zero", "one", "two", "few", "many", "other"];
  const rules = { ar: new Intl.PluralRules("ar"), en: new Intl.PluralRules("en") };
  let lang = "ar";

  const t = (key, ...values) => {
    const text = Object.hasOwn(words[lang], key) ? words[lang][key] : key;
    return text.replace(/\{(\d)\}/g, (_, i) => String(values[i]));
  };

  // Digits are written as 0-9 in both languages: names, dates and codes in the sources mix both kinds.
  const digits = new Intl.NumberFormat("en"), number = (n) => digits.format(n);
  const iso = (day) => (day === null ? "" : new Date(day * 86400000).toISOString().slice(0, 10));
  const plural = (word, n) => counted[lang][word][FORMS.indexOf(rules[lang].select(n))].replace("{0}", number(n));
  // U+2068 ... U+2069: whatever stands around a name must not reorder it, nor it them.
  const isolate = (text) => "\u2068" + text + "\u2069";

  const apply = (root) => {
    document.documentElement.lang = lang;
    document.documentElement.dir = lang === "ar" ? "rtl" : "ltr";
    for (const node of root.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
    for (const node of root.querySelectorAll("[data-label]")) {
      node.setAttribute("aria-label", t(node.dataset.label));
      if (node.tagName === "BUTTON") node.title = t(node.dataset.label);
    }
    for (const node of root.querySelectorAll("[data-placeholder]")) node.placeholder = t(node.dataset.placeholder);
    document.getElementById("language").replaceChildren(KG.el("span", { class: "only-wide", text: t("other") }), KG.el("span", { class: "only-narrow", text: lang === "ar" ? "En" : "ع" }));
    document.getElementById("language").setAttribute("aria-label", t("other"));
    document.getElementById("language").lang = lang === "ar" ? "en" : "ar";
  };

  return { t, plural, number, iso, isolate, apply, get lang() { return lang; }, set lang(l) { lang = l === "en" ? "en" : "ar"; } };
})();

// Elements are made here and nowhere else: text only ever becomes text, never markup.
KG.el = (tag, properties = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "class") node.className = value;
    else if (key === "text") node.textContent = value;
    else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children) if (child !== null && child !== undefined) node.append(child);
  return node;
};

// Only web addresses become links: javascript:, data: and the like stay plain text.
KG.safeUrl = (text) => {
  if (!/^https?:\/\//i.test(text)) return null;
  try {
    const url = new URL(text);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch { return null; }
};
