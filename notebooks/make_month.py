"""A month of invented news about an invented quarrel, for the notebook ``03_politics_of_a_month``.

Eight states quarrel over a water conference that never was: two blocs, a week of hard words in the middle of
September 2024, then a mediator, then peace. States and foreign ministers are real, so that the program knows
them; everything else is fiction, blocs that cut across real ones, outlets and spokesmen included. Nothing here
reports a fact.

Every happening is drawn first (who, what, whom, which day, planned or denied) and then told by one to three of
four outlets, each in its own words: titles in full or seats of government, one calendar or another, and a name
for the armed group of its own liking. So it is known what each article says, and what the program finds can be
compared with it.

``python notebooks/make_month.py month.jsonl`` writes the articles as JSON lines. The same seed gives the same
month.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FIRST = dt.date(2024, 9, 1)
DAYS = 30


@dataclass(frozen=True)
class Country:
    """A state, its seat of government, its foreign minister (all real), its spokesman (invented)."""

    id: str
    name: str
    feminine: bool
    adjective: str
    capital: str
    minister_id: str
    minister: str
    spokesman: str
    bloc: str


COUNTRIES = [
    Country("egypt", "مصر", True, "المصري", "القاهرة", "badr-abdelatty", "بدر عبد العاطي", "سامي الخولي", "river"),
    Country("jordan", "الأردن", False, "الأردني", "عمّان", "ayman-safadi", "أيمن الصفدي", "عمر الزريقات", "river"),
    Country("iraq", "العراق", False, "العراقي", "بغداد", "fuad-hussein", "فؤاد حسين", "ياسر الكعبي", "river"),
    Country("mauritania", "موريتانيا", True, "الموريتاني", "نواكشوط", "mohamed-salem-ould-merzoug", "محمد سالم ولد مرزوك", "سيدي ولد أحمدو", "river"),
    Country("turkey", "تركيا", True, "التركي", "أنقرة", "hakan-fidan", "هاكان فيدان", "سردار قايا", "source"),
    Country("qatar", "قطر", True, "القطري", "الدوحة", "mohammed-bin-abdulrahman-al-thani", "محمد بن عبد الرحمن آل ثاني", "جاسم الهاجري", "source"),
    Country("saudi-arabia", "السعودية", True, "السعودي", "الرياض", "faisal-bin-farhan", "فيصل بن فرحان", "نايف المطرفي", "source"),
    Country("iran", "إيران", True, "الإيراني", "طهران", "abbas-araghchi", "عباس عراقجي", "بهرام كاشاني", "source"),
]
OMAN = Country("oman", "سلطنة عُمان", True, "العُماني", "مسقط", "badr-al-busaidi", "بدر البوسعيدي", "خميس الفارسي", "")

WEEKDAYS = ["الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]


@dataclass(frozen=True)
class Outlet:
    """How an outlet writes: seats for governments or not, its dates, and its name for the armed group."""

    name: str
    seats: bool
    dates: str
    armed: str
    armed_feminine: bool


OUTLETS = [
    Outlet("وكالة أنباء المشرق", False, "أمس {weekday}", "جماعة الحوثي", True),
    Outlet("شبكة الميدان الإخبارية", True, "{weekday} {day} أيلول/سبتمبر 2024", "جماعة أنصار الله", True),
    Outlet("وكالة أنباء اللؤلؤة", False, "أمس", "المليشيات الحوثية", True),
    Outlet("جريدة الأفق المغاربي", True, "يوم {weekday} {day} سبتمبر الجاري", "الحوثيون", False),
]


@dataclass(frozen=True)
class Happening:
    """What the month holds: known before a word of it is written."""

    day: dt.date
    relation: str
    source: Country | None
    target: Country | None
    status: str = "occurred"
    place: Country | None = None


# Relation: how likely in quiet days, in the week of hard words, in the days of mediation, in the days of peace,
# and whether it is within a bloc ("in"), across blocs ("out") or either.
CALENDAR = {
    "met-with": (4, 3, 4, 6, "in"),
    "spoke-with": (3, 2, 3, 3, "in"),
    "supported": (2, 4, 1, 2, "in"),
    "thanked": (2, 1, 2, 3, "in"),
    "agreed-with": (1, 0, 1, 5, "either"),
    "welcomed": (1, 0, 2, 4, "out"),
    "criticized": (2, 5, 1, 0, "out"),
    "accused": (1, 7, 1, 0, "out"),
    "warned": (1, 6, 1, 0, "out"),
    "condemned": (0, 5, 0, 0, "out"),
    "planned meeting": (1, 1, 3, 3, "either"),
    "denied meeting": (1, 2, 1, 0, "out"),
    "mediated": (0, 0, 6, 1, "out"),
    "armed threat": (2, 3, 2, 1, "either"),
    "armed release": (0, 1, 2, 2, "either"),
}


def phase(day: dt.date) -> int:
    """Tell which part of the story a day belongs to."""
    number = (day - FIRST).days + 1
    return 0 if number <= 10 else 1 if number <= 17 else 2 if number <= 22 else 3


def happenings(seed: int = 2024) -> list[Happening]:
    """Draw the month."""
    draw = random.Random(seed)
    drawn = []
    for number in range(DAYS):
        day = FIRST + dt.timedelta(days=number)
        now = phase(day)
        weights = [row[now] for row in CALENDAR.values()]
        for kind in draw.choices(list(CALENDAR), weights, k=draw.randint(4, 5 + 3 * (now == 1))):
            drawn.append(_happening(draw, day, kind, str(CALENDAR[kind][4])))
    return list(dict.fromkeys(drawn))


def _happening(draw: random.Random, day: dt.date, kind: str, between: str) -> Happening:
    one = draw.choice(COUNTRIES)
    others = {
        "in": [c for c in COUNTRIES if c.bloc == one.bloc and c != one],
        "out": [c for c in COUNTRIES if c.bloc != one.bloc],
        "either": [c for c in COUNTRIES if c != one],
    }
    other = draw.choice(others[between])
    if kind == "planned meeting":
        return Happening(day, "met-with", one, other, "planned", other)
    if kind == "denied meeting":
        return Happening(day, "met-with", one, other, "negated")
    if kind == "mediated":
        return Happening(day, "mediated", OMAN, other)
    if kind == "armed threat":
        return Happening(day, "threatened", None, one)
    if kind == "armed release":
        return Happening(day, "released", None, None)
    return Happening(day, kind, one, other, place=draw.choice([one, other]) if kind == "met-with" else None)


def minister(country: Country) -> str:
    """Write the minister with title and name."""
    return f"وزير الخارجية {country.adjective} {country.minister}"


def government(country: Country, outlet: Outlet) -> str:
    """Write the state as the outlet does: by its name, or by its seat of government."""
    return country.capital if outlet.seats else country.name


def to(word: str) -> str:
    """Attach لـ; the article loses its alef."""
    return f"لل{word[2:]}" if word.startswith("ال") else f"ل{word}"


def tell(event: Happening, outlet: Outlet, draw: random.Random) -> str:
    """Tell a happening in one or two sentences, as the outlet writes."""
    weekday = WEEKDAYS[event.day.weekday()]
    date = outlet.dates.format(weekday=weekday, day=event.day.day)
    source, target = event.source, event.target
    if source is None:
        return _armed(event, outlet, date)
    assert target is not None
    s, t = minister(source), minister(target)
    state = government(target, outlet)
    homes = "والبلدان" if event.relation == "agreed-with" else "والوزيران"
    said = draw.choice(
        [
            f"وأضاف {source.minister} أن بلاده متمسكة بحصتها من المياه.",
            f"وقال المتحدث باسم وزارة الخارجية {source.adjective}ة {source.spokesman} إن موقف بلاده لم يتغير.",
            f"{homes} عضوان في لجنة مؤتمر المياه.",
            "",
        ]
    )
    forms = {
        ("met-with", "occurred"): [
            f"التقى {s} {t} في {event.place.capital if event.place else ''} {date}.",
            f"اجتمع {s} في {event.place.capital if event.place else ''} مع {t} {date}.",
        ],
        ("met-with", "planned"): [
            f"يلتقي {s} {t} في {target.capital} الأسبوع المقبل، بحسب وزارة الخارجية {target.adjective}ة.",
            f"أعلنت وزارة الخارجية {target.adjective}ة {date} أن {s} سيجتمع مع {t} في {target.capital} قريباً.",
        ],
        ("met-with", "negated"): [
            f"نفت وزارة الخارجية {source.adjective}ة {date} أن يكون {s} قد التقى {t}.",
            f"لم يلتق {s} {t}، وفق ما أكد المتحدث باسم الوزارة {source.spokesman} {date}.",
        ],
        ("spoke-with", "occurred"): [
            f"أجرى {s} اتصالاً هاتفياً مع {t} {date}.",
            f"هاتف {s} {t} {date}.",
        ],
        ("supported", "occurred"): [
            f"أعرب {s} {date} عن دعم بلاده {to(state)} في ملف المياه.",
            f"أكد {s} {date} دعم بلاده {to(state)}.",
        ],
        ("thanked", "occurred"): [
            f"شكر {s} {state} {date} على استضافة الخبراء.",
            f"أعرب {s} عن شكره {to(state)} {date} على استضافة الخبراء.",
        ],
        ("agreed-with", "occurred"): [
            f"اتفق {s} و{t} {date} على تشكيل لجنة فنية مشتركة.",
            f"اتفقت {source.name if source.feminine else f'حكومة {source.name}'} مع {target.name} {date} على تبادل بيانات الأنهار.",
        ],
        ("welcomed", "occurred"): [
            f"رحب {s} {date} بمقترح {state} عقد المؤتمر في الخريف.",
            f"رحب {s} بإعلان {state} {date} العودة إلى المحادثات الفنية.",
        ],
        ("criticized", "occurred"): [
            f"انتقد {s} {state} {date} بسبب تأجيل مؤتمر المياه.",
            f"وجه {s} {date} انتقادات إلى {state} بسبب تأجيل مؤتمر المياه.",
        ],
        ("accused", "occurred"): [
            f"اتهم {s} {state} {date} بالتنصل من اتفاق المياه.",
            f"وجه {s} {date} اتهامات إلى {state} بإخفاء بيانات السدود.",
        ],
        ("warned", "occurred"): [
            f"حذّر {s} {state} {date} من ملء السدود من جانب واحد.",
            f"وجه {s} {date} تحذيراً إلى {state} من ملء السدود من جانب واحد.",
        ],
        ("condemned", "occurred"): [
            f"ندد {s} {date} بقرار {state} وقف المحادثات الفنية.",
            f"دان {s} {date} قرار {state} وقف المحادثات الفنية.",
        ],
        ("mediated", "occurred"): [
            f"توسطت {OMAN.name} {date} بين {government(target, outlet)} وبقية العواصم، وفق ما أعلن {minister(OMAN)}.",
            f"قال {minister(OMAN)} {date} إن بلاده توسطت بين {target.name} وجيرانها.",
        ],
    }
    return f"{draw.choice(forms[event.relation, event.status])} {said}".strip()


def _armed(event: Happening, outlet: Outlet, date: str) -> str:
    ending = "ت" if outlet.armed_feminine else ""
    if event.relation == "released":
        return f"أفرج{ending} {outlet.armed} {date} عن ستة بحارة بعد وساطة عُمانية."
    assert event.target is not None
    return f"هدد{ending} {outlet.armed} {date} {government(event.target, outlet)} بوقف المشاركة في لجنة الصيد."


def month(seed: int = 2024) -> tuple[list[dict[str, str]], list[tuple[Happening, str]]]:
    """Write the month.

    Parameters
    ----------
    seed : int

    Returns
    -------
    articles : list of dict
        With id, outlet, date, title and text, as ``kg build`` reads them.
    told : list of (Happening, str)
        What was told, with the id of the article that tells it.
    """
    draw = random.Random(seed)
    told: list[tuple[Happening, str]] = []
    articles: dict[str, dict[str, str]] = {}
    for event in happenings(seed):
        for outlet in draw.sample(OUTLETS, draw.choice([1, 1, 2, 2, 3])):
            published = event.day + dt.timedelta(days=1)
            id_ = f"{published:%m-%d}-{OUTLETS.index(outlet) + 1}"
            article = articles.setdefault(
                id_,
                {
                    "id": id_,
                    "outlet": outlet.name,
                    "date": published.isoformat(),
                    "title": f"أخبار مؤتمر المياه {published.day}-{published.month}-{published.year}",
                    "text": "",
                },
            )
            article["text"] = f"{article['text']}\n{tell(event, outlet, draw)}".strip()
            told.append((event, id_))
    return [articles[id_] for id_ in sorted(articles)], told


def lines(seed: int = 2024) -> Iterator[str]:
    """Write each article as a line of JSON."""
    for article in month(seed)[0]:
        yield json.dumps(article, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: python notebooks/make_month.py month.jsonl")
    Path(sys.argv[1]).write_text("".join(lines()), encoding="utf-8")
