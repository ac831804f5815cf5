"""Parties that a careless reader would take for others."""

from __future__ import annotations

import pytest

from tests.sentences import Row, check, row

#: Whoever was named last, and who goes on after a relative clause.
LATTER = [
    row(
        "قال مصطفى بايتاس عقب اجتماع مجلس الحكومة المغربي إن هذا الأخير صادق على مشروع المرسوم.",
        "stated | mustapha-baitas | -",
        "approved | مجلس الحكومة المغربي | - | by=mustapha-baitas",
    ),
    row(
        "وبعدما ذكر لافروف بالزيارة التي قام بها وزير الخارجية المصري سامح شكري إلى موسكو، رحب بدور "
        "الأمم المتحدة.",
        "visited | sameh-shoukry | moscow",
        "welcomed | sergey-lavrov | united-nations",
    ),
]

#: Whom something is done against is not backed.
AGAINST = [
    row("قال وليد المعلم إن سوريا تدعم أي جهود للتصدي لتنظيم داعش.", "stated | walid-muallem | -"),
    row("دعم ماكرون جهود محاربة حزب الله."),
    row(
        "أيدت واشنطن عملية تركيا ضد داعش.",
        "supported | united-states | turkey",
        "attacked | turkey | islamic-state",
    ),
]

#: What is expressed, past a statement that others passed on.
EXPRESSED = [
    row("عبر ماكرون عن الإدانة الشديدة للعدوان الروسي.", "condemned | emmanuel-macron | russia"),
    row("عبر ماكرون عن الدعم لأوكرانيا.", "supported | emmanuel-macron | ukraine"),
    row(
        "أعرب وزيرة الخارجية الألمانية أنالينا بيربوك في تصريح نشرته الخارجية الألمانية عن مواساة "
        "الحكومة الألمانية للمملكة العربية السعودية.",
    ),
]

#: Who receives whom, and who only gives room.
RECEIVED = [
    row(
        "وصل محمد بن زايد إلى الطائف، وكان في استقباله وزير الدفاع محمد بن سلمان.",
        "visited | mohammed-bin-zayed | taif",
        "hosted | mohammed-bin-salman | mohammed-bin-zayed",
    ),
    row(
        "قال محمد أوجار في لقاء حواري استضافته جامعة الدول العربية إن الأمر مهم.",
        "stated | محمد أوجار | -",
        "hosted | arab-league | محمد أوجار",
    ),
    row(
        "كان الملف محور مباحثات، أجراها، الثلاثاء، سفير المغرب لدى تايلاند، عبد الرحيم رحالي، مع "
        "رئيس الوزراء الفرنسي غابرييل أتال.",
        "discussed-with | عبد الرحيم رحالي | gabriel-attal",
    ),
]

#: What is asked of somebody.
ASKED = [
    row(
        "استقبل ماكرون بوتين وطلب منه وقف الحرب.",
        "hosted | emmanuel-macron | vladimir-putin",
        "called-on | emmanuel-macron | vladimir-putin",
    ),
    row("قال عزيز أخنوش إن المغاربة اختاروا، حين طلب منهم أن يقولوا رأيهم.", "stated | aziz-akhannouch | -"),
]

#: Who travels, and what only leads somewhere.
TRAVEL = [
    row(
        "قال ماكرون إنه ينتظر أن تغادر البعثة الرياضية إلى تركيا يوم الخميس.",
        "stated | emmanuel-macron | -",
        "visited | البعثة الرياضية | turkey | planned | by=emmanuel-macron",
    ),
    row("يرغب العملاء في السفر من السعودية إلى الإمارات."),
    row("انطلقت المغامرة من اليابان وصولا إلى أستراليا ثم إيرلندا."),
    row(
        "زار يوسف الشاهد النيجر ومالي وبوركينا فاسو.",
        "visited | youssef-chahed | niger",
        "visited | youssef-chahed | mali",
        "visited | youssef-chahed | burkina-faso",
    ),
]

#: Adjectives that judge for nobody.
JUDGED = [
    row("توفي شخص شارك في مظاهرات مؤيدة لرئيسة كوريا الجنوبية، حسب وكالة يونهاب."),
    row(
        "قال ماكرون إن فرنسا تدين هذا الهجوم الجبان الذي استهدف أبرياء، مؤكدا وقوف فرنسا مع السعودية.",
        "stated | emmanuel-macron | -",
        "condemned | france | - | by=emmanuel-macron",
        "affirmed | emmanuel-macron | -",
        "supported | france | saudi-arabia | by=emmanuel-macron",
    ),
]


#: Long titles, and agents that are adjectives of the group before them.
AGENTS = [
    row(
        "أجلت المحكمة النظر في قضية اغتيال شكري بلعيد (أمين عام حزب الوطد الموحد) إلى الغد.",
        "killed | - | شكري بلعيد",
    ),
    row(
        "التقى الوزير المصري، سامح شكري، وزير الخارجية الأمريكي، أنتوني بلينكن، وعباس كامل.",
        "met-with | sameh-shoukry | antony-blinken",
        "met-with | sameh-shoukry | abbas-kamel",
    ),
    row(
        "نددت منظمات غير حكومية بالقرار، مؤكدة أنه خطير.",
        "condemned | منظمات غير حكومية | -",
        "affirmed | منظمات غير حكومية | -",
    ),
    row("قال رئيس النقابة الوطنية للصحفيين خالد منصور إن الأمر صعب.", "stated | خالد منصور | -"),
    row(
        "أطلق ماكرون نداء دعا فيه الأطباء اللبنانيين المتخصصين إلى العمل.",
        "called-on | emmanuel-macron | الأطباء اللبنانيين المتخصصين",
    ),
    row(
        "قال خالد منصور إنه يخطط للاستقالة من مجلس النواب المصري.",
        "stated | خالد منصور | -",
        "resigned | خالد منصور | مجلس النواب المصري | planned | by=خالد منصور",
    ),
    row(
        "أعلن ماكرون أن المشروع سيطرح على القادة لإقراره.",
        "announced | emmanuel-macron | -",
    ),
    row(
        "اجتمع ماكرون وفلاديمير بوتين في مدينة جدة بالسعودية.",
        "met-with | emmanuel-macron | vladimir-putin",
    ),
    row(
        "استقبل المستشار في الديوان الملكي المشرف العام على مركز الإغاثة الدكتور عبدالله الربيعة سامح شكري.",
        "hosted | abdullah-al-rabeeah | sameh-shoukry",
    ),
    row(
        "التقى سامح شكري مدير مكتب شرق المتوسط لمنظمة الصحة العالمية خالد منصور.",
        "met-with | sameh-shoukry | خالد منصور",
    ),
    row("قال عدد من المسؤولين التنفيذيين إن الشركة بخير.", "stated | عدد من المسؤولين التنفيذيين | -"),
    row(
        "اعتقل الجيش الإسرائيلي الصحفيين المنتقدين للحكومة.",
        "arrested | israel-defense-forces | الصحفيين المنتقدين",
    ),
]


@pytest.mark.parametrize("row", [*AGENTS, *LATTER, *AGAINST, *EXPRESSED, *RECEIVED, *ASKED, *TRAVEL, *JUDGED])
def test_parties(row: Row) -> None:
    check(row)
