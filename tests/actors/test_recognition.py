"""What is found, and who it is: sentences of our own, with the mentions and actors expected in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from kg.actors import ActorReading, find_actors
from kg.actors.recognizer import Span, SpanType
from kg.lexicon import load
from kg.model import Document
from kg.text import parse

DAY = dt.date(2024, 6, 25)


def read(text: str, day: dt.date | None = DAY, title: str = "", outlet: str = "") -> ActorReading:
    """Read a text as an article."""
    whole = f"{title}\n\n{text}" if title else text
    return find_actors(parse(Document("d", whole, title, day, outlet)), load())


def mentions(text: str, **options: object) -> dict[str, tuple[str, str]]:
    """Mention as in the text → (type, name or id of its actor)."""
    reading = read(text, **options)  # type: ignore[arg-type]
    title = str(options.get("title", ""))
    whole = f"{title}\n\n{text}" if title else text
    names = {a.id: a.name_ar if a.id.startswith("x-") else a.id for a in reading.actors}
    return {whole[r.start : r.end]: (r.type, names[r.actor]) for r in reading.references}


def check(text: str, expected: dict[str, tuple[str, str]], **options: object) -> None:
    found = mentions(text, **options)
    assert {m: found.get(m) for m in expected} == expected


PERSON = "person"
STATE = "state"
BODY = "organization"
GROUP = "group"
PLACE = "place"

NAMES = [
    # unknown names after titles
    ("وصل وزير الصحة العراقي سامر القيصوم إلى البصرة.", {"سامر القيصوم": (PERSON, "سامر القيصوم")}),
    ("قال النائب رافع الدلغوم إن الجلسة تأجلت.", {"رافع الدلغوم": (PERSON, "رافع الدلغوم")}),
    # أبو، ابن، بن، بنت، آل، عبد
    ("قررت الحكومة عطلة مؤدى عنها.", {"مؤدى": None}),
    ("يهدف المشروع إلى تحسين جودة الحياة.", {"جودة": None}),
    # a role between commas is the one named before it; a source is somebody else
    (
        "قال سامر القيصوم، مستشار برلماني عن المعارضة، إن الأمر مهم. وأضاف المستشار أنه قلق.",
        {
            "سامر القيصوم": (PERSON, "سامر القيصوم"),
            "مستشار برلماني عن المعارضة": (PERSON, "سامر القيصوم"),
            "المستشار": (PERSON, "سامر القيصوم"),
        },
    ),
    (
        "استقبل الرئيس سامر القيصوم، مصدر أمني كشف ذلك.",
        {"سامر القيصوم": (PERSON, "سامر القيصوم"), "مصدر أمني": (PERSON, "مصدر أمني")},
    ),
    # لـ apart from the name
    (
        'قال الأمين العام لـ"حزب الله" حسن نصر الله ذلك.',
        {'الأمين العام لـ"حزب الله"': (PERSON, "hassan-nasrallah"), "حزب الله": (BODY, "hezbollah")},
    ),
    (
        "قال الأمين العام لـ«عكاظ» إن الاجتماع تأجل.",
        {"عكاظ": (BODY, "okaz")},
    ),
    (
        "دخل وزير الأمن القومي في حكومة الاحتلال إيتمار بن غفير القاعة.",
        {"إيتمار بن غفير": (PERSON, "itamar-ben-gvir"), "وزير الأمن القومي": (PERSON, "itamar-ben-gvir")},
    ),
    ("صرح الوزير مازن أبو قشعم بذلك.", {"مازن أبو قشعم": (PERSON, "مازن أبو قشعم")}),
    (
        "استقبل الأمير راشد بن جلمود آل قيصوم الوفد.",
        {"راشد بن جلمود آل قيصوم": (PERSON, "راشد بن جلمود آل قيصوم")},
    ),
    ("التقى السفير عبد الستار الجلمود أمس.", {"عبد الستار الجلمود": (PERSON, "عبد الستار الجلمود")}),
    ("قالت الوزيرة ريما بنت قيصوم إن القرار نهائي.", {"ريما بنت قيصوم": (PERSON, "ريما بنت قيصوم")}),
    # foreign names of two to four parts
    ("أعلن وزير المالية النرويجي أولاف سكاربونغ استقالته.", {"أولاف سكاربونغ": (PERSON, "أولاف سكاربونغ")}),
    ("قال المبعوث جان بيير دي فيرتانغ إنه متفائل.", {"جان بيير دي فيرتانغ": (PERSON, "جان بيير دي فيرتانغ")}),
    ("أكد الأمين العام السابق بان كي-مون ذلك.", {"بان كي-مون": (PERSON, "ban-ki-moon")}),
    # ranks and honorifics
    ("أوضح اللواء الركن فهد الدلغوم أن القوات جاهزة.", {"فهد الدلغوم": (PERSON, "فهد الدلغوم")}),
    (
        "حضر معالي الدكتور سامر القيصوم الحفل.",
        {"الدكتور سامر القيصوم": (PERSON, "سامر القيصوم"), "سامر القيصوم": (PERSON, "سامر القيصوم")},
    ),
    ("عبر م. رافع الدلغوم عن سعادته.", {"م. رافع الدلغوم": (PERSON, "رافع الدلغوم")}),
    # a comma between title and name, apposition behind it
    (
        "قال رئيس مجلس الأعيان، سامر القيصوم، إن المجلس سيجتمع.",
        {
            "رئيس مجلس الأعيان، سامر القيصوم": (PERSON, "سامر القيصوم"),
            "رئيس مجلس الأعيان": (PERSON, "سامر القيصوم"),
        },
    ),
    (
        "حضر اللقاء سامر القيصوم رئيس القطاع الأوسط وعدد من الضيوف.",
        {"سامر القيصوم رئيس القطاع الأوسط": (PERSON, "سامر القيصوم")},
    ),
    # names in quotation marks
    ("التقى الوزير «سامر القيصوم» الضيوف.", {"سامر القيصوم": (PERSON, "سامر القيصوم")}),
    # women, former and acting holders
    ("أكدت وزيرة البيئة اللبنانية لميس الدلغوم ذلك.", {"وزيرة البيئة اللبنانية": (PERSON, "لميس الدلغوم")}),
    (
        "قال الرئيس الأميركي السابق باراك أوباما إنه متفائل.",
        {"الرئيس الأميركي السابق": (PERSON, "barack-obama"), "باراك أوباما": (PERSON, "barack-obama")},
    ),
    ("صرح منصور القيصوم، المدير العام للشركة بالنيابة، أمس.", {"منصور القيصوم": (PERSON, "منصور القيصوم")}),
    (
        "التقى وزير الدفاع الجنوب أفريقي نظيره الكوري الشمالي.",
        {
            "وزير الدفاع الجنوب أفريقي": (PERSON, "وزير الدفاع الجنوب أفريقي"),
            "نظيره الكوري الشمالي": (PERSON, "نظيره الكوري الشمالي"),
        },
    ),
    (
        "شكر رئيس الوزراء العراقي السعودية على استضافتها الاجتماع.",
        {"رئيس الوزراء العراقي": (PERSON, "mohammed-shia-al-sudani"), "السعودية": (STATE, "saudi-arabia")},
    ),
    (
        "وصل الرئيس (الأميركي جو) بايدن إلى روما.",
        {"الرئيس (الأميركي جو) بايدن": (PERSON, "joe-biden")},
    ),
    (
        "قال رئيس المجلس المحلي في الجليل الأعلى، عيران كوهليت، إن الشمال فارغ.",
        {"عيران كوهليت": (PERSON, "عيران كوهليت")},
    ),
    (
        "علق رئيس مجلس الأمن القومي الإسرائيلي سابقاً، ياكوف عميدرور، على ذلك.",
        {"ياكوف عميدرور": (PERSON, "ياكوف عميدرور")},
    ),
    (
        "وأبرز سعيد العروي، السفير الممثل الدائم للمغرب لدى الاتحاد الإفريقي واللجنة الاقتصادية، ذلك.",
        {"سعيد العروي": (PERSON, "سعيد العروي")},
    ),
    (
        "أكد سعيد العروي، الوزير المكلف بالميزانية والناطق الرسمي باسم الحكومة، ذلك. "
        "وشدد الناطق الرسمي باسم الحكومة عليه.",
        {"سعيد العروي": (PERSON, "سعيد العروي"), "الناطق الرسمي باسم الحكومة": (PERSON, "سعيد العروي")},
    ),
    ("قال النائب جمال الجراح إن الأمر صعب.", {"جمال الجراح": (PERSON, "جمال الجراح")}),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_persons(text: str, expected: dict[str, tuple[str, str]]) -> None:
    check(text, expected)


OFFICES = [
    # who held the post at the date, known without a name
    ("وصل وزير الخارجية الأميركي إلى القاهرة.", DAY, "وزير الخارجية الأميركي", "antony-blinken"),
    ("وصل وزير الخارجية الأميركي إلى القاهرة.", dt.date(2015, 7, 1), "وزير الخارجية الأميركي", "john-kerry"),
    ("قال وزير خارجية روسيا إن الحوار مستمر.", DAY, "وزير خارجية روسيا", "sergey-lavrov"),
    ("استقبل الرئيس الفرنسي ضيوفه.", DAY, "الرئيس الفرنسي", "emmanuel-macron"),
    ("هنأ خادم الحرمين الشريفين الفائزين.", DAY, "خادم الحرمين الشريفين", "salman-bin-abdulaziz"),
]


@pytest.mark.parametrize(("text", "day", "mention", "actor"), OFFICES)
def test_offices(text: str, day: dt.date, mention: str, actor: str) -> None:
    check(text, {mention: (PERSON, actor)}, day=day)


def test_a_title_without_holder_is_a_person_named_by_it() -> None:
    check("قال وزير الصحة المالطي إن الوضع مستقر.", {"وزير الصحة المالطي": (PERSON, "وزير الصحة المالطي")})


def test_the_offices_of_an_article() -> None:
    reading = read("قال وزير الخارجية الأميركي السابق جون كيري إنه متفائل.")
    assert [(o.holder_id, o.post, o.body_id, o.former) for o in reading.offices] == [
        ("john-kerry", "foreign-minister", "united-states", True)
    ]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        # without the particle before it, and with the article that the particle swallowed
        ("قال علي للوزير الأردني أيمن الصفدي إنه باق.", [("الوزير الأردني", "minister")]),
        # each of two has its own
        (
            "التقى وزيرا خارجية مصر والأردن بدر عبد العاطي وأيمن الصفدي.",
            [("وزير خارجية مصر", "foreign-minister"), ("وزير خارجية الأردن", "foreign-minister")],
        ),
        # a member of parliament is one of a parliament, not of any body
        (
            "قال عضو مجلس النواب العراقي مازن الدليمي إنه باق.",
            [("عضو مجلس النواب العراقي", "member-of-parliament")],
        ),
        (
            "قال عضو المكتب السياسي لحركة حماس حسام بدران إنه باق.",
            [("عضو المكتب السياسي لحركة حماس", "other")],
        ),
    ],
)
def test_titles_as_written(text: str, titles: list[tuple[str, str]]) -> None:
    assert [(o.title, o.post) for o in read(text).offices] == titles


IDENTITY = [
    # the government is that named by the same noun, and who serves one state does not serve another
    (
        "نفت الحكومة الأوكرانية ذلك، ورحبت روسيا. وقالت الحكومة إن روسيا بعيدة.",
        {"الحكومة": ("state", "ukraine")},
    ),
    (
        "قال معالي وزير الخارجية عادل الجبير كذا. وأكد معالي وزير الخارجية الروسي غيره.",
        {"معالي وزير الخارجية الروسي": (PERSON, "sergey-lavrov")},
    ),
    # surname, in the headline and later, and the title alone
    (
        "قال وزير الطاقة التشادي حسين الدلغوم إن النفط مهم. وأضاف الدلغوم أن الوزير سيعود.",
        {"الدلغوم": (PERSON, "حسين الدلغوم"), "الوزير": (PERSON, "حسين الدلغوم")},
    ),
    (
        "بحث الرئيس المصري عبد الفتاح السيسي مع نظيره الفرنسي إيمانويل ماكرون الملف. وشكره الرئيس الفرنسي.",
        {"الرئيس الفرنسي": (PERSON, "emmanuel-macron"), "نظيره الفرنسي": (PERSON, "emmanuel-macron")},
    ),
    # نظيره without a name: the same post of the other state
    (
        "التقى وزير الخارجية الأميركي أنتوني بلينكن نظيره الروسي في فيينا.",
        {"نظيره الروسي": (PERSON, "sergey-lavrov")},
    ),
    (
        "اجتمع وزير الخارجية المصري سامح شكري مع أنتوني بلينكن. وقال الوزير المصري إن اللقاء مثمر.",
        {"الوزير المصري": (PERSON, "sameh-shoukry")},
    ),
    # a body by its head noun
    ("أعلنت وزارة التجارة خطة.", {"وزارة التجارة": (BODY, "وزارة التجارة")}),
    (
        "أعلنت وزارة الزراعة الموريتانية خطة. وقالت الوزارة إن الخطة جاهزة.",
        {"الوزارة": (BODY, "وزارة الزراعة الموريتانية")},
    ),
    ("حذرت حركة حماس من التصعيد. وأكدت الحركة موقفها.", {"الحركة": (BODY, "hamas")}),
    # loaded and neutral names of one state
    (
        "قالت إسرائيل إنها ترد. واتهم الاحتلال الإسرائيلي خصومه.",
        {"إسرائيل": (STATE, "israel"), "الاحتلال الإسرائيلي": (STATE, "israel")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), IDENTITY)
def test_identity(text: str, expected: dict[str, tuple[str, str]]) -> None:
    check(text, expected)


def test_of_like_bodies_the_one_told_of_most_is_meant() -> None:
    check(
        "دعت حركة النهضة التونسية إلى الحوار. وأكدت حركة النهضة رفضها العنف، ودعمت حركة نداء تونس ذلك. "
        "وقالت الحركة إنها مستعدة.",
        {"الحركة": (BODY, "ennahda")},
    )


def test_a_title_of_a_known_body_is_of_its_state() -> None:
    found = mentions("سلم السفير الروسي رئيس مجلس النواب الليبي عقيلة صالح كتابا.")
    assert found["رئيس مجلس النواب الليبي عقيلة صالح"] == (PERSON, "aguila-saleh")
    assert found["السفير الروسي"][1] != "aguila-saleh"


def test_titles_of_two_states_are_two_persons() -> None:
    check(
        "التقى وزير الخارجية الأميركي وزير الخارجية الروسي في جنيف.",
        {
            "وزير الخارجية الأميركي": (PERSON, "antony-blinken"),
            "وزير الخارجية الروسي": (PERSON, "sergey-lavrov"),
        },
    )


def test_a_last_name_that_one_known_person_bears() -> None:
    check("وقال سوليفان إن المحادثات صعبة.", {"سوليفان": (PERSON, "jake-sullivan")})


def test_a_last_name_is_first_of_all_that_of_the_article() -> None:
    check(
        "قالت الوزيرة لميس سوليفان إن القرار نهائي. وأضافت سوليفان أنها راضية.",
        {"سوليفان": (PERSON, "لميس سوليفان")},
    )


def test_a_headline_is_resolved_by_the_body() -> None:
    check(
        "قال وزير النقل التشادي حسين الدلغوم إن الطريق مفتوح.",
        {"الدلغوم": (PERSON, "حسين الدلغوم")},
        title="الدلغوم: الطريق مفتوح",
    )


def test_the_heads_of_several_states_are_told_apart() -> None:
    names = {
        a.name_ar for a in read("استقبل الوزير سفراء تشاد والنيجر وموريتانيا.").actors if a.type == "person"
    }
    assert names == {"سفير تشاد", "سفير النيجر", "سفير موريتانيا"}
    assert not [
        a for a in read("استقبل الوزير سفراء تشاد.").actors if a.type == "person" and "سفير" in a.name_ar
    ]


def test_a_headline_shortens_titles() -> None:
    check(
        "استقبل رئيس المحكمة حسن القيصوم، وزير العدل، أمس. وأشاد وزير العدل الموريتاني بالزيارة.",
        {"وزير موريتانيا": (PERSON, "حسن القيصوم")},
        title="رئيس المحكمة يلتقي وزير موريتانيا",
    )
    check(
        "أكدت ممثلة موريتانيا في مجلس الأمن ريما القيصوم ذلك. وحذرت المندوبة الموريتانية من التصعيد.",
        {"المندوبة الموريتانية": (PERSON, "ريما القيصوم")},
    )
    check(
        "أشاد الوزير الألماني بالحكومة التركية، وأجرى وزير الداخلية بدولة الكويت اتصالا.",
        {"بالحكومة التركية": None, "وزير الداخلية بدولة الكويت": (PERSON, "fahad-al-yousef")},
    )


def test_a_surname_that_is_an_adjective_too() -> None:
    found = mentions(
        "التقى نوري المالكي محمد شياع السوداني. وأضاف السوداني في بيان أنه متفائل."
        " وانتقد النواب زيارة المالكي. ورحب الشعب السوداني بذلك. وقال الوزير السوداني إنه راض."
    )
    assert found["السوداني"] == (PERSON, "mohammed-shia-al-sudani")
    assert found["المالكي"] == (PERSON, "nouri-al-maliki")
    assert found["الشعب السوداني"] == (GROUP, "الشعب السوداني")
    assert found["الوزير السوداني"][1] != "mohammed-shia-al-sudani"


def test_the_minister_of_a_nationality_is_not_its_prime_minister() -> None:
    check(
        "التقت المستشارة الألمانية أنغيلا ميركل الوفد. ويجري الوزير الألماني محادثات.",
        {"الوزير الألماني": (PERSON, "الوزير الألماني")},
        day=dt.date(2015, 7, 20),
    )


def test_whom_the_headline_describes_is_named_below_it() -> None:
    check(
        "أكد الدبلوماسي الأردني السابق، سامر القيصوم، أن الأمر مهم.",
        {"دبلوماسي أردني": (PERSON, "سامر القيصوم")},
        title="دبلوماسي أردني: الأمر مهم",
    )
    check(
        "قال مسؤول أردني كبير إن الأمر مهم.",
        {"مسؤول أردني": (PERSON, "مسؤول أردني كبير")},
        title="مسؤول أردني: الأمر مهم",
    )
    check(
        "أكد الدبلوماسي المصري سامر القيصوم أن الأمر مهم.",
        {"دبلوماسي أردني": (PERSON, "دبلوماسي أردني")},
        title="دبلوماسي أردني: الأمر مهم",
    )


def test_a_headline_describes_shortly() -> None:
    check(
        "قال مصدران أمنيان أردنيان إن الأمر خطير.",
        {"مصدران أردنيان": (GROUP, "مصدران أمنيان أردنيان")},
        title="مصدران أردنيان: الأمر خطير",
    )
    check(
        "قالت مصادر أردنية ذلك. وقالت مصادر أمنية أردنية غير ذلك.",
        {"مصادر أردنية": (GROUP, "مصادر أردنية")},
    )


def test_a_headline_shortens_the_name_of_a_known_body() -> None:
    check(
        "أفاد الكونغرس العالمي الأمازيغي بذلك. وأورد الكونغرس أن الملف مفتوح.",
        {
            "الكونغرس الأمازيغي": (BODY, "world-amazigh-congress"),
            "الكونغرس": (BODY, "world-amazigh-congress"),
        },
        title="الكونغرس الأمازيغي ينتقد الأوضاع",
    )


def test_a_longer_name_is_not_that_of_a_known_body() -> None:
    check(
        "أعلنت قوات الأمن التركية ذلك. وقصفت القوات التركية المنطقة.",
        {"قوات الأمن التركية": (BODY, "قوات الأمن التركية")},
    )


def test_a_name_that_the_text_fuses_is_among_the_names() -> None:
    reading = read("أكد الوزير للميادين أن الاجتماع تأجل.", outlet="الميادين")
    assert "الميادين" in next(a.aliases for a in reading.actors if a.id == "al-mayadeen")


BODIES = [
    (
        "أعلنت وزارة الشؤون الخارجية والتعاون الموريتانية ذلك.",
        {"وزارة الشؤون الخارجية والتعاون الموريتانية": (BODY, "وزارة الشؤون الخارجية والتعاون الموريتانية")},
    ),
    (
        "صادق مجلس النواب الموريتاني على القانون.",
        {"مجلس النواب الموريتاني": (BODY, "مجلس النواب الموريتاني")},
    ),
    (
        "قالت الهيئة الوطنية المستقلة للبيئة إن التسجيل بدأ.",
        {"الهيئة الوطنية المستقلة للبيئة": (BODY, "الهيئة الوطنية المستقلة للبيئة")},
    ),
    ("ذكرت صحيفة «الفجر الجديد» أن الاجتماع تأجل.", {"صحيفة «الفجر الجديد»": (BODY, "صحيفة الفجر الجديد")}),
    ("أعلن حزب الغد الديمقراطي مرشحه.", {"حزب الغد الديمقراطي": (BODY, "حزب الغد الديمقراطي")}),
    (
        "حذر حلف شمال الأطلسي (الناتو) من ذلك.",
        {"حلف شمال الأطلسي (الناتو)": (BODY, "nato"), "الناتو": (BODY, "nato")},
    ),
    ("قصف الجيش الموريتاني مواقع المسلحين.", {"الجيش الموريتاني": (BODY, "الجيش الموريتاني")}),
    ("قالت الخارجية الموريتانية إنها تتابع.", {"الخارجية الموريتانية": (BODY, "الخارجية الموريتانية")}),
    (
        "قضت المحكمة الدستورية الموريتانية بذلك.",
        {"المحكمة الدستورية الموريتانية": (BODY, "المحكمة الدستورية الموريتانية")},
    ),
    (
        "رفضت السلطات الجنوب أفريقية طلب وكالة الأنباء الكورية الشمالية.",
        {
            "السلطات الجنوب أفريقية": (STATE, "south-africa"),
            "وكالة الأنباء الكورية الشمالية": (BODY, "وكالة الأنباء الكورية الشمالية"),
        },
    ),
    # the quoted end of a name told before
    (
        "اتهمت تركيا حزب العمال الكردستاني. وردت «الكردستاني» على ذلك.",
        {"«الكردستاني»": None, "الكردستاني": (BODY, "pkk")},
    ),
    ("قال إنه يدعم «الشباب» في كل مكان.", {"الشباب": None}),
    # an authority that is no government
    (
        "قرر المجلس الأعلى للسلطة القضائية ذلك.",
        {"المجلس الأعلى للسلطة القضائية": (BODY, "المجلس الأعلى للسلطة القضائية")},
    ),
    # what somebody does before a body is no part of its name
    (
        "تظاهر المئات أمام السفارة الأمريكية للتنديد بالحرب.",
        {"السفارة الأمريكية": (BODY, "السفارة الأمريكية")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text: str, expected: dict[str, tuple[str, str]]) -> None:
    check(text, expected)


GROUPS = [
    (
        "ذكرت وسائل إعلام إسرائيلية أن الوفد غادر.",
        {"وسائل إعلام إسرائيلية": (GROUP, "وسائل إعلام إسرائيلية")},
    ),
    ("قال مسؤولون أميركيون إن الاتفاق قريب.", {"مسؤولون أميركيون": (GROUP, "مسؤولون أميركيون")}),
    ("قالت مصادر عشائرية إن البلدة سقطت.", {"مصادر عشائرية": (GROUP, "مصادر عشائرية")}),
    ("أفاد شهود عيان بأن الجسر انهار.", {"شهود عيان": (GROUP, "شهود عيان")}),
    ("كشفت مراجع عراقية ذلك.", {"مراجع عراقية": (GROUP, "مراجع عراقية")}),
    ("أفادت مصادر أمنية عراقية بذلك.", {"مصادر أمنية عراقية": (GROUP, "مصادر أمنية عراقية")}),
    ("طالب المتظاهرون بالإصلاح.", {"المتظاهرون": (GROUP, "المتظاهرون")}),
    (
        "استقبل الرئيس وفدا من حركة حماس.",
        {"وفدا من حركة حماس": (GROUP, "وفدا من حركة حماس"), "حركة حماس": (BODY, "hamas")},
    ),
    ("التقى أعضاء من الكونغرس الوزير.", {"أعضاء من الكونغرس": (GROUP, "أعضاء من الكونغرس")}),
    ("أشاد الشعب اليمني بالقرار.", {"الشعب اليمني": (GROUP, "الشعب اليمني")}),
    ("تظاهر آلاف الأشخاص في الساحة.", {"آلاف الأشخاص": (GROUP, "آلاف الأشخاص")}),
    ("اعتقلت الشرطة 52 شخصا.", {"52 شخصا": (GROUP, "52 شخصا")}),
    ("غادر 40 شخصا من سكان القرية.", {"40 شخصا من سكان القرية": (GROUP, "40 شخصا من سكان القرية")}),
    # who fights for a body is the body; a number of them is not
    ("هاجم مقاتلو حزب الله مواقع عدة.", {"مقاتلو حزب الله": (BODY, "hezbollah")}),
    (
        "هاجم مقاتلو حزب الله المدعومون من إيران مواقع عدة.",
        {"مقاتلو حزب الله": (BODY, "hezbollah")},
    ),
    ("دعت الأطراف المتنازعة إلى الهدوء.", {"الأطراف المتنازعة": (GROUP, "الأطراف المتنازعة")}),
    ("قال مصدران عسكريان ذلك.", {"مصدران عسكريان": (GROUP, "مصدران عسكريان")}),
    ("قتل عدد من عناصر حزب الله أمس.", {"عدد من عناصر حزب الله": (GROUP, "عدد من عناصر حزب الله")}),
    ("انتشر المسلحون في الساحة.", {"المسلحون": (GROUP, "المسلحون")}),
    # the noun alone is the one called so with more words, but not the others
    (
        "دعت الفصائل الفلسطينية إلى الوحدة. وقالت الفصائل إنها مستعدة.",
        {"الفصائل": (BODY, "palestinian-resistance")},
    ),
    (
        "هتف متظاهرون أردنيون في الساحة. وجلس متظاهرون آخرون. ودعا المتظاهرون إلى الإصلاح.",
        {"المتظاهرون": (GROUP, "متظاهرون أردنيون")},
    ),
    # without more words only behind a verb of speech
    ("قال مسؤولون إن الاتفاق قريب.", {"مسؤولون": (GROUP, "مسؤولون")}),
    ("وصل مسؤولون إلى القاعة.", {"مسؤولون": None}),
    # one group by the body in it, and one delegation
    (
        "التقى الوزير قادة حركة حماس. وشكر الوزير قادة الحركة.",
        {"قادة الحركة": (GROUP, "قادة حركة حماس")},
    ),
    (
        "وصل وفد من حركة حماس أمس. وغادر وفد الحركة اليوم.",
        {"وفد الحركة": (GROUP, "وفد من حركة حماس")},
    ),
    # whose sources they are, and which states
    (
        "أكدت مصادر قريبة من حركة حماس ذلك.",
        {"مصادر قريبة من حركة حماس": (GROUP, "مصادر قريبة من حركة حماس"), "حركة حماس": (BODY, "hamas")},
    ),
    ("كشف مصدر قريب من الملف ذلك.", {"مصدر": (PERSON, "مصدر")}),
    (
        "دعت الدول دائمة العضوية في مجلس الأمن إلى الهدوء.",
        {"الدول دائمة العضوية في مجلس الأمن": (GROUP, "الدول دائمة العضوية في مجلس الأمن")},
    ),
    ("وافقت قيادة «حماس» على ذلك.", {"قيادة «حماس»": (GROUP, "قيادة حماس")}),
    (
        "ظهر أسير أردني في التسجيل. وقال الأسير إنه بخير.",
        {"الأسير": (PERSON, "أسير أردني")},
    ),
    (
        "أبلغ الحارس أسيرا أردنيا بذلك. وقال الأسير إنه بخير.",
        {"الأسير": (PERSON, "أسيرا أردنيا")},
    ),
    ("قال مسؤول رفيع المستوى ذلك.", {"مسؤول رفيع المستوى": (PERSON, "مسؤول رفيع المستوى")}),
    # one unnamed person
    ("قال مصدر أمني أميركي إن التحقيق مستمر.", {"مصدر أمني أميركي": (PERSON, "مصدر أمني أميركي")}),
    (
        "صرح متحدث باسم الكرملين أمس.",
        {"متحدث باسم الكرملين": (PERSON, "متحدث باسم الكرملين"), "الكرملين": (BODY, "kremlin")},
    ),
    (
        "أكد مسؤول في وزارة الدفاع الروسية الخبر. وأضاف المسؤول أنه قديم.",
        {"المسؤول": (PERSON, "مسؤول في وزارة الدفاع الروسية")},
    ),
    # delegations: sent, told together, named twice
    ("أرسلت الحركة وفدا إلى القاهرة.", {"وفدا": (GROUP, "وفدا")}),
    ("تسلمت الحركة وفدا جديدا.", {"وفدا": None}),
    (
        "وصلت وفود مصر وقطر. وقال الوفد القطري إن الأمر انتهى.",
        {
            "وفود مصر": (GROUP, "وفد مصر"),
            "الوفد القطري": (GROUP, "الوفد القطري"),
        },
    ),
    # people in the nominative behind any verb
    ("أغلق محتجون الطريق.", {"محتجون": (GROUP, "محتجون")}),
    ("جاء بيان لمحتجين.", {"محتجين": None}),
    (
        "التقى رؤساء وكالات الاستخبارات الإسرائيلية.",
        {"رؤساء وكالات الاستخبارات الإسرائيلية": (GROUP, "رؤساء وكالات الاستخبارات الإسرائيلية")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_groups_and_unnamed_persons(text: str, expected: dict[str, tuple[str, str]]) -> None:
    check(text, expected)


STATES = [
    ("وصل الوزير إلى واشنطن.", "واشنطن", (PLACE, "washington")),
    ("وصل الوزير الى طهران في زيارة.", "طهران", (PLACE, "tehran")),
    ("تأتي زيارة الوزير الأولى للرياض في وقت صعب.", "للرياض", (PLACE, "riyadh")),
    ("تعهد الوزير بدعم كبير للرياض.", "للرياض", (STATE, "saudi-arabia")),
    ("أشاد الوزير بالدور الذي لعبته بكين.", "بكين", (STATE, "china")),
    ("التظاهرات التي شهدتها شوارع في بكين كبيرة.", "بكين", (PLACE, "beijing")),
    ("الخطط التي تعد لها موسكو كثيرة.", "موسكو", (STATE, "russia")),
    ("حذر النائب القيصوم واشنطن من ذلك.", "واشنطن", (STATE, "united-states")),
    ("حذر النائب القيصوم في واشنطن من ذلك.", "واشنطن", (PLACE, "washington")),
    ("جاء الرد من المنامة التي أعلنت مقاطعة الاجتماع.", "المنامة", (STATE, "bahrain")),
    ("القاهرة والخرطوم تدعوان إلى الحوار.", "القاهرة", (STATE, "egypt")),
    ("القاهرة والخرطوم تدعوان إلى الحوار.", "الخرطوم", (STATE, "sudan")),
    ("أكد الوزير تمسك واشنطن بالاتفاق.", "واشنطن", (STATE, "united-states")),
    ("قالت واشنطن إنها ترفض ذلك.", "واشنطن", (STATE, "united-states")),
    ("تعتزم طهران الرد.", "طهران", (STATE, "iran")),
    ("المفاوضات بين واشنطن وطهران مستمرة.", "طهران", (STATE, "iran")),
    ("عقد الاجتماع في مدينة باريس.", "مدينة باريس", (PLACE, "paris")),
    ("رحبت الحكومة الأردنية بالقرار.", "الحكومة الأردنية", (STATE, "jordan")),
    ("نفت السلطات السورية الخبر.", "السلطات السورية", (STATE, "syria")),
    ("أشادت دولة قطر بالاتفاق.", "دولة قطر", (STATE, "qatar")),
    ("أكدت مملكة البحرين دعمها.", "مملكة البحرين", (STATE, "bahrain")),
    ("قالت إدارة الرئيس جو بايدن إن القرار نهائي.", "إدارة الرئيس جو بايدن", (STATE, "united-states")),
]


@pytest.mark.parametrize(("text", "mention", "expected"), STATES)
def test_states_and_places(text: str, mention: str, expected: tuple[str, str]) -> None:
    check(text, {mention: expected})


def test_the_bare_government_is_that_of_the_article() -> None:
    check("تستعد تونس للانتخابات في تونس العاصمة. وقالت الحكومة إنها جاهزة.", {"الحكومة": (STATE, "tunisia")})


def test_a_name_that_several_states_share_goes_by_the_context() -> None:
    check("أكد السفير السعودي أن المملكة ملتزمة.", {"المملكة": (STATE, "saudi-arabia")})
    check("قال رئيس الوزراء الأردني إن المملكة ملتزمة تجاه الأردن.", {"المملكة": (STATE, "jordan")})


def test_tags_that_file_a_post_name_no_actor() -> None:
    found = mentions("غادر #الحوثيون المدينة وعادوا إلى #اليمن أمس #العراق #سوريا")
    assert found == {"الحوثيون": (BODY, "ansar-allah"), "اليمن": (STATE, "yemen")}


def test_a_dateline_names_no_actor() -> None:
    found = mentions("الرياض - وكالات\nقال وزير الصحة المالطي إن الوضع مستقر.", title="وزير مالطي يتحدث")
    assert "الرياض" not in found


def test_particles_are_cut_off_and_kept_apart() -> None:
    reading = read("التقى بلينكن ولافروف في جنيف، ونقلا رسالة للرياض.")
    by_text = {r.start: r for r in reading.references}
    text = "التقى بلينكن ولافروف في جنيف، ونقلا رسالة للرياض."
    second = by_text[text.index("لافروف")]
    assert (second.particles, second.actor) == ("و", "sergey-lavrov")
    city = by_text[text.index("للرياض")]
    assert (city.particles, text[city.start : city.end]) == ("ل", "للرياض")


def test_a_title_with_a_name_is_three_mentions() -> None:
    text = "قال وزير الخارجية الأميركي، أنتوني بلينكن، إن الأمر صعب."
    reading = read(text)
    found = [
        (text[r.start : r.end], r.kind, r.inner) for r in reading.references if r.actor == "antony-blinken"
    ]
    assert found == [
        ("وزير الخارجية الأميركي، أنتوني بلينكن", "titled-name", False),
        ("وزير الخارجية الأميركي", "title", True),
        ("أنتوني بلينكن", "name", True),
    ]


def test_gender_and_number_for_agreement() -> None:
    reading = read(
        "قالت وزارة الدفاع الروسية ذلك. وقالت الوزيرة لميس الدلغوم ذلك. وقال مسؤولان أميركيان ذلك."
    )
    forms = {(r.type, r.kind): (r.gender, r.number) for r in reading.references}
    assert forms[BODY, "name"][0] == "f"
    assert forms[PERSON, "titled-name"] == ("f", "s")
    assert forms[GROUP, "description"] == ("m", "d")


class Gazetteer:
    """A recogniser that knows a few names: the interface, with nothing to download."""

    def __init__(self, names: dict[tuple[str, ...], SpanType]) -> None:
        self.names = names

    def spans(self, sentences: Sequence[Sequence[str]]) -> list[list[Span]]:
        return [
            [
                Span(i, i + len(name), type_, 1.0)
                for i in range(len(sentence))
                for name, type_ in self.names.items()
                if tuple(sentence[i : i + len(name)]) == name
            ]
            for sentence in sentences
        ]


def test_a_recogniser_adds_what_the_rules_do_not_find() -> None:
    text = "وصلت رسالة قعبول جلنار إلى مصر."
    names: dict[tuple[str, ...], SpanType] = {("قعبول", "جلنار"): "person", ("مصر",): "misc"}
    reading = find_actors(parse(Document("d", text)), load(), Gazetteer(names))
    found = {text[r.start : r.end]: r.actor for r in reading.references}
    assert found["مصر"] == "egypt"
    assert found["قعبول جلنار"].startswith("x-")
    assert [a.type for a in reading.actors if a.name_ar == "قعبول جلنار"] == ["person"]
    assert "قعبول جلنار" not in mentions(text)
