"""Described actors, pairs, media that are told something, offices without a holder."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.actors.test_recognition import BODY, GROUP, PERSON, PLACE, STATE, check, mentions

SOMEBODY = [
    ("قال مصدر في وزارة الري السودانية إن العمل بدأ.", "مصدر في وزارة الري السودانية"),
    ("نفى مسؤول تركي كبير ذلك.", "مسؤول تركي كبير"),
    ("قال قيادي في حركة النهضة إن الحوار مستمر.", "قيادي في حركة النهضة"),
    ("صرح دبلوماسي لوكالة رويترز بأن الموعد تأجل.", "دبلوماسي"),
    ("اعتقلت الشرطة متظاهراً أمس.", "متظاهرا"),
    ("أصاب الرصاص جندياً إسرائيلياً.", "جندياً إسرائيلياً"),
    ("أفاد مراسل الجزيرة بوقوع انفجار.", "مراسل الجزيرة"),
    ("قال أحد المتظاهرين إن الشرطة حاصرتهم.", "أحد المتظاهرين"),
    ("التقى المحافظ القنصل الإيطالي العام.", "القنصل الإيطالي العام"),
    ("وصل القائم بأعمال السفير الياباني.", "القائم بأعمال السفير الياباني"),
    ("أعلن المتحدث باسم وزارة الزراعة الكينية ذلك.", "المتحدث باسم وزارة الزراعة الكينية"),
]


@pytest.mark.parametrize(("text", "mention"), SOMEBODY)
def test_unnamed_persons(text: str, mention: str) -> None:
    found = {m.replace("ً", ""): kind for m, (kind, _) in mentions(text).items()}
    assert found.get(mention.replace("ً", "")) == PERSON


NOBODY = [
    ("دعا إلى حل دبلوماسي للأزمة.", "دبلوماسي"),
    ("لا يحق لأي مواطن مصري ذلك.", "مواطن مصري"),
    ("تولى منصب وزير الصحة سنة كاملة.", "وزير الصحة"),
    ("هذا هو الخيار الرئيس للدول النامية.", "الرئيس للدول"),
    ("يلقب بأمير الشعراء.", "أمير الشعراء"),
    ("عدم التحالف مع الحزب خطأ.", "التحالف"),
    ("كتب الوزير على تويتر أنه باق.", "تويتر"),
    ("سخرت شخصيات من مواقع التواصل الاجتماعي (تويتر وفيسبوك) أمس.", "تويتر"),
    ("كتبت على صفحتها في «فيسبوك» أنها باقية.", "فيسبوك"),
    ("انتشر على «تويتر» و«فيسبوك» خبر.", "فيسبوك"),
    ("أمير قطر أرجأ خطابه.", "أرجأ"),
    ("تحرير الملك العمومي مطلب.", "العمومي"),
    ("سيعقد الوفد مؤتمراً صحفياً مشتركاً.", "صحفياً"),
    ("تخوض حرباً بالوكالة هناك.", "الوكالة"),
    ("أثنى على السياسة الخارجية المصرية.", "الخارجية المصرية"),
    ("هذا جهاز إلكتروني جديد.", "جهاز إلكتروني"),
    ("شدد على قوة ومتانة العلاقات.", "قوة ومتانة العلاقات"),
]


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_what_is_no_actor(text: str, words: str) -> None:
    assert words not in mentions(text)


COLLECTIVES = [
    ("دعت منظمات حقوق الإنسان الوطنية والإقليمية إلى ذلك.", "منظمات حقوق الإنسان الوطنية والإقليمية"),
    (
        "كبار المسؤولين السياسيين والعسكريين في إسرائيل غاضبون.",
        "كبار المسؤولين السياسيين والعسكريين في إسرائيل",
    ),
    ("كبار المسؤولين السياسيين والعسكريين في إسرائيل غاضبون.", "كبار المسؤولين السياسيين والعسكريين"),
    ("طالبت عائلات الأسرى بصفقة.", "عائلات الأسرى"),
    ("قُتل 6 جنود إسرائيليين.", "6 جنود إسرائيليين"),
    ("أفرجت تركيا عن 70 أسيراً سورياً.", "70 أسيراً سورياً"),
    ("التقى الوزير عدداً من المسؤولين.", "عدداً من المسؤولين"),
    ("استقبل الملك وفداً قضائياً رفيع المستوى.", "وفداً"),
    ("ناشد البيان المجتمع الغربي التدخل.", "المجتمع الغربي"),
    ("شكر الوزير الداعمين الدوليين.", "الداعمين الدوليين"),
    ("جمع الرئيس مستشاريه أمس.", "مستشاريه"),
    ("قال المشاركون في الندوة إنها مفيدة.", "المشاركون"),
]


@pytest.mark.parametrize(("text", "mention"), COLLECTIVES)
def test_collectives(text: str, mention: str) -> None:
    found = mentions(text)
    assert any(m.startswith(mention) and kind == GROUP for m, (kind, _) in found.items()), found


TOLD = [
    ("أكد السفير للميادين أن بلاده صامدة.", "Al Mayadeen", "للميادين", "al-mayadeen"),
    ("قال المصدر للعربية إن الوفد وصل.", "Okaz", "للعربية", "al-arabiya"),
    ("أفادت مصادر لـ«الشرق الأوسط» بذلك.", "Asharq Al-Awsat", "الشرق الأوسط", "asharq-al-awsat"),
    ("وأوضح الخبير لهسبريس أن القانون غامض.", "Hespress", "هسبريس", "hespress"),
    ("قال الناطق في تصريح للجوهرة أف أم إنه مرتاح.", "Jawhara FM (Tunisia)", "للجوهرة أف أم", "jawhara-fm"),
    ("وقال مسؤول لوكالة فرانس برس إن الحصيلة أولية.", "okaz", "وكالة فرانس برس", "agence-france-presse"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outlet", "mention", "actor"), TOLD)
def test_media_that_are_told_something(text: str, outlet: str, mention: str, actor: str) -> None:
    assert mentions(text, outlet=outlet)[mention] == (BODY, actor)


PAIRS = [
    (
        "بحث الرئيسان المصري والفرنسي الأزمة.",
        {"الرئيسان المصري": (PERSON, "abdel-fattah-el-sisi"), "الفرنسي": (PERSON, "emmanuel-macron")},
    ),
    (
        "اجتمع وزيرا خارجية تركيا والعراق.",
        {"وزيرا خارجية تركيا": (PERSON, "hakan-fidan"), "العراق": (STATE, "iraq")},
    ),
    (
        "تشاور مع الوفدين الروسي والتركي.",
        {"الوفدين الروسي": (GROUP, "الوفد الروسي"), "التركي": (GROUP, "الوفد التركي")},
    ),
    (
        "زار وزارتي الري والزراعة.",
        {"وزارتي الري": (BODY, "وزارة الري"), "الزراعة": (BODY, "وزارة الزراعة")},
    ),
    (
        "تلقى وزير الخارجية المصري سامح شكري اتصالين من نظيريه الروسي والأمريكي.",
        {"نظيريه الروسي": (PERSON, "sergey-lavrov"), "الأمريكي": (PERSON, "antony-blinken")},
    ),
    ("اتفق الجانبان الأردني والسوري.", {"الجانبان الأردني": (STATE, "jordan"), "السوري": (STATE, "syria")}),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_pairs(text: str, expected: dict[str, tuple[str, str]]) -> None:
    check(text, expected)


def test_three_ministers_of_one_state() -> None:
    found = mentions("التقى وزراء الخارجية والدفاع والخزانة الأمريكيين.")
    assert [found[m] for m in ("وزراء الخارجية", "الدفاع")] == [
        (PERSON, "antony-blinken"),
        (PERSON, "lloyd-austin"),
    ]


NAMES = [
    # surnames that are ordinary words, or begin like a particle with a noun
    ("وصل عبد الله الغازي أمس.", "عبد الله الغازي"),
    ("قال السفير صامويل كاسيرا إنه متفائل.", "صامويل كاسيرا"),
    ("أكد وزير الطاقة النرويجي، بورج براندي، ذلك.", "بورج براندي"),
    # a namesake of somebody known
    ("حضر السفير جبريل إبراهيم عبد الله الحفل.", "جبريل إبراهيم عبد الله"),
    ("قال الأمير خليفة بن جلمود إنه سعيد.", "خليفة بن جلمود"),
    # a department, a deputy with a second office, a minister delegate
    (
        "قال رئيس الدائرة القانونية في وزارة الري السودانية سامر القيصوم إن العمل بدأ.",
        "رئيس الدائرة القانونية في وزارة الري السودانية سامر القيصوم",
    ),
    ("زار نائب المستشارة الألمانية ووزير الاقتصاد رافع الدلغوم طهران.", "نائب المستشارة الألمانية"),
    (
        "قال رافع الدلغوم، الوزير المنتدب لدى رئيس الحكومة المكلف بالعلاقات مع البرلمان، ذلك.",
        "الوزير المنتدب لدى رئيس الحكومة المكلف بالعلاقات مع البرلمان",
    ),
    # kings of one name
    ("كرم الملك فؤاد الثاني الفائزين.", "فؤاد الثاني"),
    # subject and object behind a verb
    ("استقبل الوزير السفير المجري لاسلو باكوني اليوم.", "السفير المجري لاسلو باكوني"),
]


@pytest.mark.parametrize(("text", "mention"), NAMES)
def test_names_and_offices_end_where_they_end(text: str, mention: str) -> None:
    assert mentions(text).get(mention, ("",))[0] == PERSON


SITES = [
    ("هبطت الطائرة في قاعدة زغلولة الجوية.", "قاعدة زغلولة الجوية"),
    ("تظاهر الناس في منطقة المعادي.", "منطقة المعادي"),
    ("انفجرت قنبلة في بلدة سروج.", "بلدة سروج"),
    ("سيطرت الحركة على كابل.", "كابل"),
    ("وصلت القافلة إلى زغلولستان غرب تركيا.", "غرب تركيا"),
    ("توقفت الحركة في حيفا وزغلولية.", "زغلولية"),
]


@pytest.mark.parametrize(("text", "mention"), SITES)
def test_sites(text: str, mention: str) -> None:
    assert mentions(text).get(mention, ("",))[0] == PLACE


CAPITALS = [
    ("وثق علاقاته بموسكو.", "موسكو", (STATE, "russia")),
    ("لافروف: موسكو ترفض.", "موسكو", (STATE, "russia")),
    ("وصل إلى موسكو أمس.", "موسكو", (PLACE, "moscow")),
]


@pytest.mark.parametrize(("text", "mention", "expected"), CAPITALS)
def test_capitals_as_governments(text: str, mention: str, expected: tuple[str, str]) -> None:
    check(text, {mention: expected})


DATELINES = [
    "دبي، الإمارات العربية المتحدة (CNN)-- قال الخبير سامر القيصوم إن الأسعار سترتفع قريباً في كل الأسواق.",
    "الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس قال الخبير سامر القيصوم إن الأسعار سترتفع قريباً.",
]


@pytest.mark.parametrize("text", DATELINES)
def test_datelines_of_agencies(text: str) -> None:
    found = mentions(text, title="خبر عاجل عن الأسعار")
    assert "سامر القيصوم" in found
    assert not found.keys() & {"الإمارات العربية المتحدة", "CNN", "الرياض", "واس"}


IDENTITY = [
    # short forms of a body, the deputy's title alone, a surname that is an ordinary word
    (
        "أعلن التيار الناصري الموحد رفضه. ودعا التيار إلى الحوار.",
        {"التيار": (BODY, "التيار الناصري الموحد")},
    ),
    (
        "أعلن المكتب الإعلامي لرئيس الوزراء ذلك. وأضاف المكتب الإعلامي أن الوفد عاد.",
        {"المكتب الإعلامي": (BODY, "المكتب الإعلامي لرئيس الوزراء")},
    ),
    (
        "خرج متظاهرون إسرائيليون أمس. وهتف المتظاهرون ضد القرار.",
        {"المتظاهرون": (GROUP, "متظاهرون إسرائيليون")},
    ),
    (
        "وصل نائب وزير الخارجية المجري لاسلو باكوني. وقال نائب الوزير إنه سعيد.",
        {"نائب الوزير": (PERSON, "لاسلو باكوني")},
    ),
    (
        "استقبل إبراهيم رئيسي الضيوف. وقال رئيسي إن العلاقات متينة.",
        {"رئيسي": (PERSON, "ebrahim-raisi")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), IDENTITY)
def test_identity_by_short_forms(text: str, expected: dict[str, tuple[str, str]]) -> None:
    check(text, expected, day=dt.date(2024, 4, 20))
