# ruff: noqa: E501 - a sentence a line
"""Data sets for the tests of the page; all sentences are written for them."""

from __future__ import annotations

import datetime as dt
import random

from kg.model import Actor, Claim, Dataset, Document, Event, Mention, Office, Relation

RELATIONS = {
    id_: Relation(id_, id_, ar, en, group, symmetric, "", "", quad)
    for id_, ar, en, group, symmetric, quad in [
        ("met-with", "التقى", "met with", "meet", True, "verbal-cooperation"),
        ("visited", "زار", "visited", "meet", False, "verbal-cooperation"),
        ("spoke-with", "تحادث مع", "spoke with", "meet", True, "verbal-cooperation"),
        ("stated", "صرّح", "stated", "say", False, "neutral"),
        ("warned", "حذّر", "warned", "warn", False, "verbal-conflict"),
        ("called-on", "دعا", "called on", "ask", False, "verbal-cooperation"),
        ("condemned", "أدان", "condemned", "blame", False, "verbal-conflict"),
        ("praised", "أشاد بـ", "praised", "back", False, "verbal-cooperation"),
        ("signed-with", "وقّع مع", "signed with", "agree", True, "verbal-cooperation"),
        ("aided", "ساعد", "aided", "aid", False, "material-cooperation"),
        ("sanctioned", "عاقب", "sanctioned", "force", False, "material-conflict"),
        ("attacked", "هاجم", "attacked", "force", False, "material-conflict"),
    ]
}

# Nominative, as a source; after a verb that takes its object directly, as a target.
ACTORS = [
    Actor("jordan", "state", "الأردن", "Jordan", ("المملكة الأردنية الهاشمية",), ""),
    Actor("egypt", "state", "مصر", "Egypt", ("جمهورية مصر العربية",)),
    Actor("qatar", "state", "قطر", "Qatar"),
    Actor("turkey", "state", "تركيا", "Türkiye"),
    Actor("france", "state", "فرنسا", "France", ("باريس",), "Q142"),
    Actor("israel", "state", "إسرائيل", "Israel"),
    Actor("united-states", "state", "الولايات المتحدة", "United States", ("أميركا", "واشنطن"), "Q30"),
    Actor("iran", "state", "إيران", "Iran"),
    Actor("united-nations", "organization", "الأمم المتحدة", "United Nations"),
    Actor("arab-league", "organization", "جامعة الدول العربية", "Arab League", ("الجامعة العربية",)),
    Actor("european-union", "organization", "الاتحاد الأوروبي", "European Union"),
    Actor("hezbollah", "organization", "حزب الله", "Hezbollah"),
    Actor("yoav-gallant", "person", "يوآف غالانت", "Yoav Gallant", ("غالانت",)),
    Actor("antony-blinken", "person", "أنتوني بلينكن", "Antony Blinken", ("أنطوني بلينكن", "بلينكن")),
    Actor("ayman-safadi", "person", "أيمن الصفدي", "Ayman Safadi", ("الصفدي",)),
    Actor("antonio-guterres", "person", "أنطونيو غوتيريش", "António Guterres", ("غوتيريش",)),
    Actor("sameh-shoukry", "person", "سامح شكري", "Sameh Shoukry", ("شكري",)),
    Actor("x-0123456789ab", "group", "المتظاهرون في الساحة", ""),
    Actor("amman", "place", "عمّان", "Amman"),
    Actor("cairo", "place", "القاهرة", "Cairo"),
]

VERBS = {
    "met-with": ("التقى", "مع {t} لبحث التهدئة"),
    "visited": ("زار", "{t} في جولة تشمل عواصم عدة"),
    "spoke-with": ("تحادث", "هاتفيا مع {t} في شأن الحدود"),
    "warned": ("حذّر", "{t} من عواقب التصعيد الأخير"),
    "called-on": ("دعا", "{t} إلى ضبط النفس والعودة إلى الحوار"),
    "condemned": ("أدان", "ما أقدم عليه {t} أول من أمس"),
    "praised": ("أشاد", "بجهود {t} في الوساطة"),
    "signed-with": ("وقّع", "مع {t} مذكرة تفاهم في مجال الطاقة"),
    "aided": ("أرسل", "إلى {t} 120 طنا من المساعدات الطبية"),
    "sanctioned": ("فرض", "عقوبات جديدة على {t}"),
    "attacked": ("هاجم", "مواقع تابعة لـ{t} فجر اليوم"),
}
OUTLETS = ["صحيفة المرصد", "وكالة الأفق", "قناة الميناء", "موقع Levant Desk", "إذاعة الساحل"]
FIRST_DAY = dt.date(2024, 3, 1)


def claim(
    doc: Document,
    relation: str,
    source: str | None,
    target: str | None,
    sentence: str,
    trigger: str,
    *,
    status: str = "occurred",
    by: str | None = None,
    date: dt.date | None = None,
    place: str | None = None,
) -> Claim:
    start = 40
    return Claim(
        doc.id, relation, source, target, status, by, date, place, trigger,  # type: ignore[arg-type]
        start + sentence.index(trigger), sentence, start, start + len(sentence),
    )  # fmt: skip


def event(number: int, *claims: Claim) -> Event:
    one = claims[0]
    return Event(f"e{number:05d}", one.relation, one.source_id, one.target_id, one.date, one.place_id, claims)


def sample() -> Dataset:
    """Twenty actors and some 190 events over four months, each told by one to four outlets."""
    rng = random.Random(7)
    names = {a.id: a.name_ar for a in ACTORS}
    doers = [a.id for a in ACTORS if a.type != "place"]
    documents: list[Document] = []
    events: list[Event] = []

    def article(day: dt.date, outlet: str) -> Document:
        number = len(documents)
        doc = Document(
            f"d{number:04d}", "", f"جولة جديدة من المشاورات ({number})", day, outlet,
            f"https://example.org/{number}",
        )  # fmt: skip
        documents.append(doc)
        return doc

    for number in range(180):
        relation = rng.choice(list(VERBS))
        source, target = rng.sample(doers[: rng.choice([6, 10, len(doers)])], 2)
        verb, rest = VERBS[relation]
        status = rng.choices(["occurred", "planned", "possible", "negated"], [80, 10, 5, 5])[0]
        day = FIRST_DAY + dt.timedelta(days=int(rng.triangular(0, 120, 70)))
        place = rng.choice(["amman", "cairo", None, None, None])
        prefix = {
            "occurred": "",
            "planned": "من المقرر أن يكون قد ",
            "possible": "ربما ",
            "negated": "ليس صحيحا أنه ",
        }
        claims = []
        for outlet in rng.sample(OUTLETS, rng.choice([1, 1, 1, 2, 2, 3, 4])):
            doc = article(day + dt.timedelta(days=rng.choice([0, 1])), outlet)
            sentence = f"{prefix[status]}{verb} {names[source]} {rest.format(t=names[target])}، وفق ما نقلته {outlet}."
            claims.append(
                claim(doc, relation, source, target, sentence, verb, status=status, date=day, place=place,
                      by=rng.choice([None, None, "united-nations"]))
            )  # fmt: skip
        events.append(event(number, *claims))

    for number in range(180, 192):
        day = FIRST_DAY + dt.timedelta(days=rng.randrange(120))
        doc = article(day, rng.choice(OUTLETS))
        speaker = rng.choice(["antonio-guterres", "ayman-safadi", "yoav-gallant"])
        sentence = f"وصرّح {names[speaker]} بأن الأسابيع المقبلة ستكون حاسمة، مضيفا: «لن نقف متفرجين»."
        events.append(event(number, claim(doc, "stated", speaker, None, sentence, "صرّح", date=day)))

    mentions = tuple(
        Mention(c.doc_id, c.source_id, 0, 3, "س") for e in events for c in e.claims if c.source_id is not None
    )
    offices = (
        Office("d0000", "ayman-safadi", "وزير الخارجية الأردني", "foreign-minister", "jordan", False, 0, 5),
        Office(
            "d0001", "yoav-gallant", "وزير الدفاع الإسرائيلي السابق", "defence-minister", "israel", True, 0, 5
        ),
    )
    return Dataset(tuple(documents), tuple(ACTORS), mentions, tuple(events), offices)


def small() -> Dataset:
    """Four actors and one event of each status, so that a test can count what is drawn."""
    day = dt.date(2024, 6, 24)
    one = Document("d1", "", "قمة في عمّان", day, "وكالة الأفق", "https://example.org/1")
    two = Document("d2", "", "ما بعد القمة", dt.date(2024, 6, 26), "صحيفة المرصد", "javascript:alert(1)")
    events = (
        event(1, claim(one, "met-with", "jordan", "egypt", "والتقى وفد الأردن نظيره من مصر 😀 أمس.", "التقى", date=day),
              claim(two, "met-with", "jordan", "egypt", "وكان الأردن قد التقى مصر في القمة.", "التقى", date=day)),
        event(2, claim(one, "condemned", "egypt", "israel", "وأدانت مصر قرار إسرائيل.", "أدانت", date=day, by="arab-league")),
        event(3, claim(two, "visited", "jordan", "egypt", "سيزور الأردن مصر غدا.", "سيزور", status="planned", date=dt.date(2024, 6, 27))),
        event(4, claim(two, "attacked", "egypt", "israel", "لم تهاجم مصر إسرائيل.", "تهاجم", status="negated", date=dt.date(2024, 6, 25))),
        event(5, claim(two, "signed-with", "israel", "jordan", "قد توقع إسرائيل والأردن اتفاقا.", "توقع", status="possible")),
        event(6, claim(one, "stated", "arab-league", None, "وقالت جامعة الدول العربية إن الوضع خطير.", "قالت", date=day)),
        event(7, claim(two, "sanctioned", None, "israel", "وفُرضت عقوبات على إسرائيل.", "فُرضت")),
    )  # fmt: skip
    wanted = {"jordan", "egypt", "israel", "arab-league"}
    actors = tuple(sorted((a for a in ACTORS if a.id in wanted), key=lambda a: a.id))
    return Dataset((one, two), actors, (), events)


def with_a_lonely_speaker() -> Dataset:
    """The sample, and one who only speaks, to nobody."""
    whole = sample()
    speaker = Actor("lonely", "person", "متحدث وحيد")
    doc = whole.documents[0]
    said = event(999, claim(doc, "stated", "lonely", None, "وصرّح المتحدث بأن لا جديد.", "صرّح"))
    return Dataset(whole.documents, (*whole.actors, speaker), whole.mentions, (*whole.events, said))
