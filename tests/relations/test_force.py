"""Force, coercion and blame: who attacks, arrests, sanctions, accuses and rejects whom."""

from __future__ import annotations

import pytest

from tests.sentences import Row, check, row

#: Whoever stands before the verb suffers it, as nobody stands behind it.
SUFFERED = [
    row(
        "أعلنت الشرطة الكينية أن الصحفي رامي جان اعتقل في نيروبي، ووصل إلى المحكمة.",
        "announced | الشرطة الكينية | -",
        "arrested | - | رامي جان | by=الشرطة الكينية",
    ),
    row("وقال شهود إن سبعة جنود قتلوا في الانفجار.", "killed | - | سبعة جنود"),
    row("سبعة جنود قتلوا ثلاثة متظاهرين.", "killed | سبعة جنود | ثلاثة متظاهرين"),
    row(
        "أدانت مصر التفجير الإرهابي المزدوج الذي استهدف مدينة اسطنبول التركية.",
        "condemned | egypt | -",
        "attacked | - | istanbul",
    ),
    row("قضت إسرائيل على نصف قادة حزب الله.", "killed | israel | نصف قادة حزب الله"),
    row(
        "كشفت الصحيفة أنه تم إطلاق نحو 4000 قذيفة على إسرائيل من قبل حزب الله.",
        "attacked | hezbollah | israel",
    ),
    row("تواصلت الحملة العسكرية التركية ضد حزب العمال الكردستاني.", "attacked | turkey | pkk"),
    row(
        "اعتقلت الشرطة التركية مقربين من رجب طيب أردوغان.",
        "arrested | الشرطة التركية | مقربين من رجب طيب أردوغان",
    ),
    row(
        "أدان ماكرون الحرب التي يشنها الجيش الإسرائيلي على قطاع غزة.",
        "condemned | emmanuel-macron | israel-defense-forces",
        "attacked | israel-defense-forces | gaza-strip",
    ),
    row(
        "أدان ماكرون الحرب التي يشنها الجيش الإسرائيلي، بدعم أميركي، على قطاع غزة.",
        "condemned | emmanuel-macron | israel-defense-forces",
        "attacked | israel-defense-forces | gaza-strip",
        "supported | united-states | israel-defense-forces",
    ),
    row(
        "أكد المجتمعون ضرورة وقف الحرب، مشيدين بدور مصر.",
        "affirmed | المجتمعون | -",
        "praised | المجتمعون | egypt",
    ),
    row(
        "وعن رد فعل روسيا في حالة الاستيلاء على أصولها، أشار ديمتري بيسكوف إلى أن الحديث عنه سابق لأوانه.",
        "stated | dmitry-peskov | -",
    ),
]

#: "by", in the words of the Maghreb and others.
BY = [
    row("اعتقل رياض سلامة من طرف السلطات اللبنانية.", "arrested | lebanon | riad-salameh"),
    row("قتل ثلاثة جنود على يد حركة طالبان.", "killed | taliban | ثلاثة جنود"),
    row(
        "علق فلاديمير بوتين على اغتيال إسماعيل هنية على يد إسرائيل.",
        "stated | vladimir-putin | -",
        "killed | israel | ismail-haniyeh | by=vladimir-putin",
    ),
    row("هذا الخلاف من جانب آخر قديم."),
]

#: Sanctions and charges.
COERCED = [
    row(
        "وقال مسؤول بريطاني كبير: «سنواصل العقوبات على روسيا».",
        "stated | مسؤول بريطاني كبير | -",
        "sanctioned | united-kingdom | russia | planned | by=مسؤول بريطاني كبير",
    ),
    row("فرضت كندا عقوبات بحق إيران.", "sanctioned | canada | iran"),
    row("تلاحق السلطات المصرية محمد البرادعي بتهمة الفساد.", "accused | egypt | mohamed-elbaradei"),
    row("يلاحق المنتخب المصري حلم التأهل."),
]

#: Where shots are fired at.
SHOTS = [
    row("أطلقت إيران صواريخ باتجاه إسرائيل.", "attacked | iran | israel"),
    row("أطلق الحوثيون صواريخ نحو إسرائيل.", "attacked | الحوثيون | israel"),
]

#: Arms of a state that only an adjective names, and wars of which only one side is named.
ARMED = [
    row("قصفت طائرات حربية روسية أهدافا لتنظيم داعش أمس.", "attacked | russia | islamic-state"),
    row("نفذت المقاتلات الأردنية غارات في سوريا.", "attacked | jordan | syria"),
    row("هبطت طائرات حربية في المطار."),
    row(
        "دعت إسبانيا إسرائيل إلى وقف الحرب على غزة.",
        "called-on | spain | israel",
        "attacked | israel | gaza | possible | by=spain",
    ),
    row("تناول اللقاء الحرب على الفساد."),
]

#: What is condemned, rejected or protested against belongs to somebody, or is done by somebody.
BLAMED = [
    row(
        "دعا وليد جنبلاط إلى رفض سياسة إيران.",
        "called-on | walid-jumblatt | -",
        "rejected | walid-jumblatt | iran",
        wrong="a demand without an addressee lends its speaker to what is demanded",
    ),
    row("تظاهر مئات العمال احتجاجا على قرار إيمانويل ماكرون.", "protested | مئات العمال | emmanuel-macron"),
    row("اعتصم مئات العمال أمام وزارة العمل اللبنانية.", "protested | مئات العمال | وزارة العمل اللبنانية"),
    row(
        "أكد ماكرون تنديد فرنسا بالهجمات على العراق.",
        "affirmed | emmanuel-macron | -",
        "condemned | france | - | by=emmanuel-macron",
        "attacked | - | iraq | by=emmanuel-macron",
    ),
]

#: Words that look like verbs and are nouns, and the other way round.
READ = [
    row("أعلنت فرنسا تأييدها للمشروع، رفضاً للوضع القائم.", "announced | france | -"),
    row(
        "أعلن 'حزب القوات اللبنانية' رفضه المطلق للحوار.",
        "announced | حزب القوات اللبنانية | -",
        "rejected | حزب القوات اللبنانية | -",
    ),
    row(
        "قال وليد جنبلاط إن قصف القرى وقتل الأسرى جريمة.",
        "stated | walid-jumblatt | -",
        "killed | - | الأسرى | by=walid-jumblatt",
    ),
    row("رفض البيت الأبيض التعليق على اتهامات إيران."),
    row("هذه فكرة ترفضها فرنسا.", "rejected | france | -"),
    row("انتقد لافروف في تصريح لوكالة رويترز غياب الحوار.", "stated | sergey-lavrov | reuters"),
    row("رفضت إريتريا تقريراً للأمم المتحدة.", "rejected | eritrea | united-nations"),
    row("شكلت حركة حماس تهديداً لإسرائيل."),
    row(
        "أضافت وكالة رويترز أن الاتفاق قريب، ورفضت وزارة الداخلية الاقتراح.",
        "stated | reuters | -",
        "rejected | وزارة الداخلية | -",
    ),
    row("لوح المشجعون بالأعلام التركية."),
    row("زرع الأهالي ألف فدان في مصر."),
    row("تدرس مصر تهديدات إسرائيل."),
    row("مجهولون يختطفون ستة رجال في شرق البلاد.", "arrested | - | ستة رجال"),
]

#: What else is said of violence.
VIOLENT = [
    row("شنت حركة طالبان هجمات في كابول.", "attacked | taliban | kabul"),
    row("بدأت العملية العسكرية الروسية في أوكرانيا.", "attacked | russia | ukraine"),
    row(
        "حمّلت حركة حماس إسرائيل مسؤولية اغتيال إسماعيل هنية.",
        "accused | hamas | israel",
        "killed | israel | ismail-haniyeh | by=hamas",
    ),
    row("وصف أنطونيو غوتيريش مطالب روسيا بأنها وهمية.", "criticized | antonio-guterres | russia"),
    row("نظم مئات العمال وقفة أمام وزارة الداخلية.", "protested | مئات العمال | وزارة الداخلية"),
]

#: Whoever attacked killed those who died of it.
KILLERS = [
    row("قتل خمسة جنود في كمين تبناه تنظيم داعش.", "killed | - | خمسة جنود"),
    row("قتل خمسة جنود في هجوم تبناه تنظيم داعش.", "killed | islamic-state | خمسة جنود"),
    row(
        "قتل ثلاثة مدنيين إثر غارة روسية على كييف.",
        "killed | russia | ثلاثة مدنيين",
        "attacked | russia | kyiv",
    ),
    row("قتل شرطيان من الشرطة العراقية في انفجار وقع ليلا.", "killed | - | شرطيان من الشرطة العراقية"),
    row(
        "أعلن تنظيم داعش مسؤوليته عن مقتل ثلاثة مدنيين.",
        "announced | islamic-state | -",
        "killed | islamic-state | ثلاثة مدنيين | by=islamic-state",
    ),
]

#: With what somebody was killed, and what led to it.
WEAPONS = [
    row("قتل ثلاثة فلسطينيين برصاص الجيش الإسرائيلي.", "killed | الجيش الإسرائيلي | ثلاثة فلسطينيين"),
    row(
        "أدى قصف روسي على كييف إلى مقتل عشرة مدنيين.",
        "attacked | russia | kyiv",
        "killed | russia | عشرة مدنيين",
    ),
    row(
        "قتل قائد في حركة حماس بغارة إسرائيلية على بيروت.",
        "killed | israel | قائد في حركة حماس",
        "attacked | israel | lebanon",
    ),
    row("اعتقل الجيش الإسرائيلي عشرين فلسطينياً.", "arrested | الجيش الإسرائيلي | عشرين فلسطينياً"),
    row("تظاهر آلاف الأردنيين أمام السفارة الإسرائيلية.", "protested | آلاف الأردنيين | السفارة الإسرائيلية"),
]

#: What is threatened with falls on somebody; whoever announces an act does it.
ANNOUNCED = [
    row("هددت إسرائيل باجتياح رفح.", "threatened | israel | rafah"),
    row("هدد دونالد ترامب بفرض عقوبات على إيران.", "threatened | donald-trump | iran"),
    row(
        "أعلنت وزارة الخزانة الأميركية فرض عقوبات على روسيا.",
        "announced | us-treasury-department | -",
        "sanctioned | us-treasury-department | russia | by=us-treasury-department",
    ),
    row("أعلن الحوثيون استهداف سفينة أميركية.", "announced | ansar-allah | -"),
    row(
        "قصف الجيش الإسرائيلي أمس بلدة لبنانية.",
    ),
    row(
        "وقع وزير الطاقة السعودي مذكرة تفاهم مع إيطاليا.",
        "signed-with | وزير الطاقة السعودي | italy",
    ),
]

#: Nouns of light verbs with their subjects.
LENT = [
    row(
        "جاء ذلك بعد توجيه أنطونيو غوتيريش انتقادات حادة إلى روسيا.",
        "criticized | antonio-guterres | russia",
    ),
]


#: What is frozen belongs to whoever is sanctioned.
FROZEN = [
    row(
        "جمدت سويسرا أموال فلاديمير بوتين المتحالف مع بيلاروسيا.",
        "sanctioned | switzerland | vladimir-putin",
    ),
]

#: Light phrases and nouns of force, and those of whom only the one acted on is told.
PHRASES = [
    row("لقي ثلاثة جنود إسرائيليين حتفهم في غزة.", "killed | - | ثلاثة جنود إسرائيليين"),
    row("قضت إسرائيل على القيادي في حماس صالح العاروري.", "killed | israel | صالح العاروري"),
    row("قضت إيران على فرص السلام في سوريا."),
    row("دكت القوات الروسية مدينة خاركيف.", "attacked | القوات الروسية | kharkiv"),
    row("أفرج عن علاء عبد الفتاح.", "released | - | علاء عبد الفتاح"),
    row("طالب الحزب بالإفراج عن المعتقلين."),
    row("أطيح بالرئيس محمد بازوم.", "dismissed | - | mohamed-bazoum"),
    row("دفعت تركيا بتعزيزات عسكرية إلى شمال سوريا.", "deployed | turkey | شمال سوريا"),
    row("تجمهر مئات المحتجين أمام السفارة الإسرائيلية.", "protested | مئات المحتجين | السفارة الإسرائيلية"),
    row("علقت تركيا علاقاتها التجارية مع إسرائيل.", "sanctioned | turkey | israel"),
    row("أعرب المغرب عن استيائه من موقف الحكومة الإسبانية.", "criticized | morocco | spain"),
    row("أبدت الجزائر تحفظها على قرار جامعة الدول العربية.", "rejected | algeria | arab-league"),
    row("سيرت الإمارات قافلة مساعدات إلى السودان.", "aided | united-arab-emirates | sudan"),
    row("حشدت روسيا قواتها على حدود أوكرانيا.", "deployed | russia | ukraine"),
]

#: Bodies called by their members, some of many, two nouns of one sufferer, and what something only led to.
MEMBERS = [
    row("وكان الحوثيون اختطفوا ثلاثة صحفيين.", "arrested | ansar-allah | ثلاثة صحفيين"),
    row("اختطف الحوثيون 11 من قيادات الإصلاح.", "arrested | ansar-allah | 11 من قيادات الإصلاح"),
    row("مقتل وإصابة 35 مدنيا في الأنبار.", "killed | - | 35 مدنيا"),
    row(
        "نددت منظمة العفو الدولية بقتل واعتقال المتظاهرين.",
        "condemned | amnesty-international | -",
        "killed | - | المتظاهرين",
        "arrested | - | المتظاهرين",
    ),
    row("مقتل 3 جنود إسرائيليين في كمين للقسام.", "killed | - | 3 جنود إسرائيليين"),
    row(
        "أعلن يوآف غالانت عن اعتقال خمسة مسلحين.",
        "announced | yoav-gallant | -",
        "arrested | - | خمسة مسلحين | by=yoav-gallant",
    ),
    row("أفرجت حماس عن الرهينة الأمريكي عيدان ألكسندر.", "released | hamas | عيدان ألكسندر"),
]


@pytest.mark.parametrize(
    "row",
    [
        *PHRASES,
        *MEMBERS,
        *SUFFERED,
        *BY,
        *COERCED,
        *SHOTS,
        *ARMED,
        *BLAMED,
        *READ,
        *VIOLENT,
        *WEAPONS,
        *ANNOUNCED,
        *KILLERS,
        *LENT,
        *FROZEN,
    ],
)
def test_force(row: Row) -> None:
    check(row)
