"""Longer stretches, as news writes them: several clauses, insertions and turns at once."""

from __future__ import annotations

import pytest

from tests.sentences import Row, check, row

ROWS = [
    row("وصل وزير الخارجية الأميركي أنتوني بلينكن، الإثنين، إلى إسرائيل. والتقى بلينكن في القدس رئيس الوزراء"
        " بنيامين نتنياهو، ثم اجتمع بوزير الدفاع يوآف غالانت.",
        "visited | antony-blinken | israel | on=2024-06-24",
        "met-with | antony-blinken | benjamin-netanyahu | in=القدس",
        "met-with | antony-blinken | yoav-gallant"),
    row("أعلن الديوان الملكي الأردني أن الملك عبد الله الثاني سيستقبل، غداً الأربعاء، الرئيس العراقي"
        " عبد اللطيف رشيد.",
        "announced | الديوان الملكي الأردني | -",
        "hosted | abdullah-ii | abdul-latif-rashid | planned | by=الديوان الملكي الأردني | on=2024-06-26"),
    row("نقلت وكالة رويترز عن مسؤول أميركي أن واشنطن أبلغت إسرائيل بموقفها.",
        "briefed | united-states | israel | by=مسؤول أميركي",
        wrong="نقلت وكالة ... عن X أنّ: X is the word it stands on"),
    row("وكان الرئيس الروسي فلاديمير بوتين قد وقع في بيونغ يانغ، الأسبوع الماضي، مع الزعيم الكوري الشمالي"
        " كيم جونغ أون اتفاقية شراكة استراتيجية.",
        "signed-with | vladimir-putin | kim-jong-un | in=pyongyang"),
    row("اتهمت وزارة الخارجية الأذربيجانية، في بيان، فرنسا بتأجيج التوتر في القوقاز، فيما رفضت باريس"
        " هذه الاتهامات.",
        "accused | وزارة الخارجية الأذربيجانية | france", "rejected | france | -"),
    row("قال المتحدث باسم الأمم المتحدة ستيفان دوجاريك، في مؤتمر صحفي بنيويورك، إن الأمين العام"
        " أنطونيو غوتيريش يدعو إسرائيل وحزب الله إلى وقف إطلاق النار.",
        "stated | ستيفان دوجاريك | - | in=نيويورك",
        "called-on | antonio-guterres | israel | by=ستيفان دوجاريك",
        "called-on | antonio-guterres | حزب الله | by=ستيفان دوجاريك"),
    row("استقبل رئيس مجلس النواب اللبناني نبيه بري في مقر الرئاسة الثانية الموفد الأميركي آموس هوكستين،"
        " بحضور السفيرة ليزا جونسون.",
        "hosted | nabih-berri | amos-hochstein"),
    row("طالب وزير الخارجية الأيرلندي مايكل مارتن الاتحاد الأوروبي بمراجعة اتفاق الشراكة مع إسرائيل.",
        "called-on | micheal-martin | الاتحاد الأوروبي",
        wrong="an agreement as the object of a review is no act of agreeing"),
    row("أدان الاتحاد الأفريقي بشدة الهجوم على مقر بعثته في مقديشو، داعياً السلطات الصومالية إلى محاسبة"
        " المسؤولين.",
        "condemned | الاتحاد الأفريقي | -", "called-on | الاتحاد الأفريقي | somalia"),
    row("شكر الرئيس الفلسطيني محمود عباس إسبانيا وأيرلندا والنرويج على قرارها الاعتراف بدولة فلسطين.",
        "thanked | mahmoud-abbas | spain", "thanked | mahmoud-abbas | ireland",
        "thanked | mahmoud-abbas | norway"),
    row("أفرجت السلطات الفنزويلية عن عشرة معتقلين أميركيين مقابل إطلاق واشنطن سراح رجل الأعمال أليكس صعب.",
        "released | venezuela | عشرة معتقلين أميركيين", "released | united-states | أليكس صعب",
        wrong="a number before a group: عشرة معتقلين"),
    row("كلّف العاهل الأردني الملك عبد الله الثاني جعفر حسان بتشكيل حكومة جديدة، خلفاً لبشر الخصاونة الذي"
        " قدم استقالته.",
        "appointed | abdullah-ii | جعفر حسان", "resigned | بشر الخصاونة | -"),
    row("انتقد وزير المالية الإسرائيلي بتسلئيل سموتريتش رئيس الأركان هرتسي هاليفي، واصفاً خطته بأنها خطيرة.",
        "criticized | bezalel-smotrich | هرتسي هاليفي"),
    row("اتفق الرئيسان الأميركي جو بايدن والصيني شي جين بينغ، خلال لقائهما في ولاية كاليفورنيا، على تخفيف"
        " التوتر.",
        "agreed-with | joe-biden | xi-jinping", "met-with | joe-biden | xi-jinping"),
    row("حضّ الأمين العام لحلف شمال الأطلسي ينس ستولتنبرغ الدول الأعضاء على زيادة الإنفاق.",
        "called-on | jens-stoltenberg | الدول الأعضاء",
        wrong="a described group of bodies: الدول الأعضاء"),
    row("هاجم الرئيس الأميركي السابق دونالد ترامب خليفته جو بايدن في تجمع انتخابي، قائلاً إنه رئيس ضعيف.",
        "criticized | donald-trump | joe-biden", "stated | donald-trump | -",
        wrong="to attack with words: هاجم ... قائلاً، خليفته"),
    row("تسلم الرئيس الجزائري عبد المجيد تبون أوراق اعتماد عدد من السفراء الجدد."),
    row("ترأس وزير الخارجية السعودي الأمير فيصل بن فرحان وفد المملكة المشارك في القمة."),
    row("سحبت تركيا سفيرها من إسرائيل.", "sanctioned | turkey | israel"),
    row("استدعت إسبانيا سفيرتها لدى الأرجنتين للتشاور.", "sanctioned | spain | argentina",
        wrong="recalling an ambassador: استدعى سفيره لدى"),
    row("نفى المتحدث باسم الجيش السوداني نبيل عبد الله اتهامات قوات الدعم السريع.",
        "denied | نبيل عبد الله | قوات الدعم السريع"),
    row("تعهدت ألمانيا لأوكرانيا بعدم التخلي عنها.", "promised | germany | ukraine"),
    row("رفضت جنوب أفريقيا الادعاءات الإسرائيلية أمام محكمة العدل الدولية.",
        "rejected | south-africa | israel"),
    row("التقى وفد من حركة فتح برئاسة محمود العالول وفداً من حركة حماس في بكين.",
        "met-with | وفد من حركة فتح | وفداً من حركة حماس | in=beijing",
        "met-with | محمود العالول | وفداً من حركة حماس | in=beijing"),
    row("استقبل بوتين عدداً من القادة الأفارقة، من بينهم سيريل رامافوزا وماكي سال.",
        "hosted | vladimir-putin | عدداً من القادة الأفارقة", "hosted | vladimir-putin | cyril-ramaphosa",
        "hosted | vladimir-putin | ماكي سال"),
    row("قال نائب وزير الخارجية الإيراني عباس عراقجي لوكالة إرنا إن طهران لا تتفاوض مع واشنطن.",
        "stated | عباس عراقجي | وكالة إرنا",
        "negotiated-with | iran | united-states | negated | by=عباس عراقجي"),
    row("ومن جانبها، أعربت رئيسة الوزراء الدنماركية ميته فريدريكسن، في ختام لقاء جمعها بزيلينسكي في كييف،"
        " عن تضامن بلادها مع أوكرانيا.",
        "met-with | mette-frederiksen | volodymyr-zelensky | in=kyiv",
        "supported | mette-frederiksen | ukraine",
        wrong="an insertion between commas parts the verb from its phrase: أعربت ... عن تضامن"),
    row("أكدت مصر وقطر، في بيان مشترك، أن الوساطة بين إسرائيل وحركة حماس مستمرة.",
        "affirmed | egypt | -", "affirmed | qatar | -"),
    row("في المقابل، حذرت طهران كلاً من واشنطن ولندن من أي عمل عسكري، وقالت إنها سترد.",
        "warned | iran | united-states", "warned | iran | united-kingdom", "stated | iran | -"),
    row("غادر الرئيس الصيني شي جين بينغ باريس متوجهاً إلى بلغراد، حيث سيلتقي نظيره الصربي ألكسندر فوتشيتش.",
        "visited | xi-jinping | belgrade", "met-with | xi-jinping | aleksandar-vucic | planned"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS)
def test_paragraph(row: Row) -> None:
    check(row)
