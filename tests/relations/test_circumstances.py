"""When and where, from the words around the trigger."""

from __future__ import annotations

import pytest

from tests.sentences import Row, check, row

DATES = [
    row(
        "التقى بلينكن نظيره المصري سامح شكري أمس.",
        "met-with | antony-blinken | sameh-shoukry | on=2024-06-24",
    ),
    row("وصل لافروف إلى طهران أمس الإثنين.", "visited | sergey-lavrov | tehran | on=2024-06-24"),
    row(
        "دعا غوتيريش اليوم الثلاثاء إسرائيل إلى فتح المعابر.",
        "called-on | antonio-guterres | israel | on=2024-06-25",
    ),
    row(
        "استقبل السيسي، السبت، رئيس الوزراء القطري.",
        "hosted | abdel-fattah-el-sisi | mohammed-bin-abdulrahman-al-thani | on=2024-06-22",
    ),
    row(
        "زار بوتين كوريا الشمالية الأربعاء الماضي.", "visited | vladimir-putin | north-korea | on=2024-06-19"
    ),
    row(
        "سيزور مودي روسيا في الثامن من يوليو المقبل.",
        "visited | narendra-modi | russia | planned | on=2024-07-08",
    ),
    row("يوم 7 أكتوبر 2023 هاجمت حركة حماس إسرائيل.", "attacked | حركة حماس | israel | on=2023-10-07"),
    row("وكان ماكرون قد زار الصين في 6 نيسان 2023.", "visited | emmanuel-macron | china | on=2023-04-06"),
    row(
        "وقعت السعودية مع إيران في العاشر من مارس/آذار 2023 اتفاقاً لاستئناف العلاقات.",
        "signed-with | saudi-arabia | iran | on=2023-03-10",
    ),
    row("غزت روسيا أوكرانيا في 24 فيفري 2022.", "attacked | russia | ukraine | on=2022-02-24"),
    row("التقى محمود عباس شي جين بينغ في يونيو الماضي.", "met-with | mahmoud-abbas | xi-jinping | on=-"),
    row(
        "أعلنت النرويج في 28 مايو الماضي اعترافها بفلسطين.",
        "announced | norway | - | on=2024-05-28",
    ),
    row(
        "قال فيدان إنه سيلتقي بوتين في الثالث من يوليو.",
        "stated | hakan-fidan | - | on=-",
        "met-with | hakan-fidan | vladimir-putin | planned | by=hakan-fidan | on=2024-07-03",
    ),
    row(
        "قال فيدان أمس إن تركيا تتعاون مع العراق.",
        "stated | hakan-fidan | - | on=2024-06-24",
        "cooperated-with | turkey | iraq | by=hakan-fidan | on=-",
    ),
    row("استقال رئيس الوزراء العراقي عادل عبد المهدي عام 2019.", "resigned | عادل عبد المهدي | - | on=-"),
    row(
        "عقد ولي العهد السعودي ووزير الخارجية الأميركي اجتماعاً يومي الأحد والاثنين.",
        "met-with | mohammed-bin-salman | antony-blinken | on=2024-06-23",
    ),
]

MORE_DATES = [
    row(
        "زار السلطان هيثم بن طارق السعودية في مطلع يوليو 2021.",
        "visited | haitham-bin-tariq | saudi-arabia | on=-",
    ),
    row(
        "التقى ولي العهد السعودي الرئيس الصيني في منتصف ديسمبر.",
        "met-with | mohammed-bin-salman | xi-jinping | on=-",
    ),
    row("في نهاية أبريل زار بلينكن الصين.", "visited | antony-blinken | china | on=-"),
    row(
        "استقبل الملك سلمان بن عبد العزيز السيسي يوم الأحد 10 ذي الحجة 1445هـ الموافق 16 يونيو 2024.",
        "hosted | salman-bin-abdulaziz | abdel-fattah-el-sisi | on=2024-06-16",
    ),
    row("هاتف بايدن السيسي مساء الجمعة.", "spoke-with | joe-biden | abdel-fattah-el-sisi | on=2024-06-21"),
    row(
        "يزور رئيس الوزراء الهندي ناريندرا مودي موسكو في الثامن والتاسع من تموز/يوليو المقبل.",
        "visited | narendra-modi | moscow | planned | on=2024-07-08",
        wrong="two days of one month: the first one counts",
    ),
    row(
        "بعد أن زار بوتين كوريا الشمالية الأسبوع الماضي، وصل إلى فيتنام الخميس.",
        "visited | vladimir-putin | north-korea | on=-",
        "visited | vladimir-putin | vietnam | on=2024-06-20",
    ),
    row(
        "اغتيل القيادي في حركة حماس صالح العاروري في 2 كانون الثاني/يناير.",
        "killed | - | صالح العاروري | on=2024-01-02",
    ),
    row("وقّع المغرب وإسبانيا في جوان 2023 اتفاقية.", "signed-with | morocco | spain | on=-"),
    row("التقى ماكرون شولتس قبل ثلاثة أيام.", "met-with | emmanuel-macron | olaf-scholz | on=2024-06-22"),
]

PLACES = [
    row(
        "التقى أردوغان بوتين في سوتشي.", "met-with | recep-tayyip-erdogan | vladimir-putin | in=سوتشي | on=-"
    ),
    row("في باريس، اجتمع ماكرون بشولتس.", "met-with | emmanuel-macron | olaf-scholz | in=paris"),
    row(
        "أكد أيمن الصفدي خلال زيارته إلى برلين أن الوضع خطير.",
        "affirmed | ayman-safadi | - | in=berlin",
        "visited | ayman-safadi | berlin",
    ),
    row(
        "القاهرة - التقى سامح شكري نظيره الفرنسي ستيفان سيجورنيه.",
        "met-with | sameh-shoukry | stephane-sejourne | in=-",
    ),
    row("قال شولتس في مؤتمر صحفي ببرلين إن الدعم مستمر.", "stated | olaf-scholz | - | in=berlin"),
    row(
        "بحث وزير الخارجية الأردني أيمن الصفدي مع نظيره الإيراني الوضع في سوريا.",
        "discussed-with | ayman-safadi | ali-bagheri-kani | in=-",
    ),
    row(
        "استقبل الرئيس الصيني شي جين بينغ الرئيس الفلسطيني محمود عباس في قاعة الشعب الكبرى ببكين.",
        "hosted | xi-jinping | mahmoud-abbas | in=beijing",
    ),
    row("واشنطن تستضيف نتنياهو في يوليو.", "hosted | united-states | benjamin-netanyahu | in=-"),
    row(
        "التقى بلينكن في تل أبيب زعيم المعارضة الإسرائيلية يائير لابيد.",
        "met-with | antony-blinken | yair-lapid | in=tel-aviv",
    ),
    row(
        "اغتالت إسرائيل صالح العاروري في الضاحية الجنوبية لبيروت.",
        "killed | israel | saleh-al-arouri | in=dahieh",
    ),
    row("وصل زيلينسكي إلى مدينة لوتسيرن في سويسرا.", "visited | volodymyr-zelensky | مدينة لوتسيرن"),
    row("زار رئيس الوزراء الإسباني بيدرو سانشيز العاصمة الأردنية عمان.", "visited | pedro-sanchez | amman"),
    row(
        "تظاهر آلاف الأشخاص في تل أبيب ضد نتنياهو.",
        "protested | آلاف الأشخاص | benjamin-netanyahu | in=tel-aviv",
    ),
    row(
        "وقعت مصر مع الاتحاد الأوروبي اتفاقاً على هامش قمة عقدت بالقاهرة.",
        "signed-with | egypt | الاتحاد الأوروبي | in=cairo",
        wrong="place of a summit in a relative phrase",
    ),
    row(
        'و في صيدا، هتف المعتصمون: "الحكومة فاشلة يا نجيب ميقاتي".',
        "stated | المعتصمون | najib-mikati | in=sidon",
    ),
    row(
        "ناقش نبيه بري وسامح شكري، بمكتب نبيه بري في مدينة صور، مسألة الحدود.",
        "discussed-with | nabih-berri | sameh-shoukry | in=tyre",
    ),
    row(
        "شهدت مدينة عدن هجمات شنها تنظيم القاعدة على الجيش اليمني.",
        "attacked | al-qaeda | الجيش اليمني | in=aden",
    ),
    row(
        "تشهد الصومال أعمال عنف ناتجة عن الهجمات التي تشنها حركة الشباب.",
        "attacked | al-shabaab | somalia | in=somalia",
    ),
    row(
        "التقى ماكرون في باريس سامح شكري. وجرى خلال اللقاء بحث الوضع في اليمن.",
        "met-with | emmanuel-macron | sameh-shoukry | in=paris",
        "discussed-with | emmanuel-macron | sameh-shoukry | in=paris",
    ),
    row("التقى ماكرون سامح شكري في صعدة.", "met-with | emmanuel-macron | sameh-shoukry | in=saada"),
    row("التقى ماكرون سامح شكري في سرت.", "met-with | emmanuel-macron | sameh-shoukry | in=sirte"),
]

SITES = [
    row(
        "التقى أيمن الصفدي سامح شكري، صباح الأحد، في مقر وزارة الخارجية المصرية.",
        "met-with | ayman-safadi | sameh-shoukry | in=وزارة الخارجية المصرية | on=2024-06-23",
    ),
    row(
        "التقى أيمن الصفدي سامح شكري في مقر وزارة الخارجية المصرية بالقاهرة.",
        "met-with | ayman-safadi | sameh-shoukry | in=cairo",
    ),
    row(
        "استقبل الملك عبد الله الثاني أنتوني بلينكن في قصر الحسينية بعمان.",
        "hosted | abdullah-ii | antony-blinken | in=قصر الحسينية",
    ),
    row(
        "أكد سامح شكري، في مؤتمر صحفي عقده في بيروت، أن الأوضاع صعبة.",
        "affirmed | sameh-shoukry | - | in=beirut",
    ),
    row(
        "اللقاء الذي جمع فيدان بنظيره الإيراني علي باقري في أنقرة كان مثمراً.",
        "met-with | hakan-fidan | ali-bagheri-kani | in=ankara",
    ),
    row("أعلن بلينكن من الدوحة أن المفاوضات مستمرة.", "announced | antony-blinken | - | in=doha"),
    row(
        "التقى بلينكن محمد شياع السوداني على هامش قمة الجامعة العربية في بغداد.",
        "met-with | antony-blinken | mohammed-shia-al-sudani | in=baghdad",
    ),
    row("قال أيمن الصفدي بعد محادثات في واشنطن إن الوضع خطير.", "stated | ayman-safadi | - | in=washington"),
    row("قصفت إسرائيل مدينة رفح.", "attacked | israel | rafah | in=rafah"),
]

NOT_THERE = [
    row("دعا المتظاهرون إلى إطلاق الأسرى المحتجزين في غزة.", "called-on | المتظاهرون | - | in=-"),
    row(
        "أعلن خليل الحية، نائب رئيس حركة حماس في غزة، أن المفاوضات مستمرة.",
        "announced | khalil-al-hayya | - | in=-",
    ),
    row(
        "أكد أيمن الصفدي قبل لقائه بلينكن في واشنطن أن الوضع خطير.",
        "affirmed | ayman-safadi | - | in=-",
        "met-with | ayman-safadi | antony-blinken | in=washington",
    ),
    row(
        "قال سامح شكري عقب استقباله أيمن الصفدي في القاهرة الأحد الماضي إن الوضع خطير.",
        "stated | sameh-shoukry | - | in=-",
        "hosted | sameh-shoukry | ayman-safadi | in=cairo | on=2024-06-23",
    ),
    row(
        "بحث سامح شكري الأوضاع في قطاع غزة، في اتصال هاتفي مع بلينكن.",
        "discussed-with | sameh-shoukry | antony-blinken | in=-",
        "spoke-with | sameh-shoukry | antony-blinken | in=-",
    ),
]

#: Places inside what is said, of who speaks, and of clauses of other nouns.
NOR_THERE = [
    row("دعا أيمن الصفدي إلى حوار في ليبيا.", "called-on | ayman-safadi | - | in=-"),
    row(
        "شدد أيمن الصفدي على أهمية الاستقرار في اليمن، خلال مؤتمر صحفي في بيروت.",
        "affirmed | ayman-safadi | - | in=beirut",
    ),
    row(
        "أعرب أيمن الصفدي عن استنكاره للحادث الذي وقع في بيروت.",
        "condemned | ayman-safadi | - | in=-",
    ),
    row(
        "انتهت المفاوضات في الدوحة، وأكد أيمن الصفدي أن الوضع خطير.",
        "affirmed | ayman-safadi | - | in=-",
    ),
    row(
        "قال أيمن الصفدي، قبل ساعات من اجتماع بين بلينكن ونتنياهو في القدس، إن الوضع خطير.",
        "stated | ayman-safadi | - | in=-",
        "met-with | antony-blinken | benjamin-netanyahu | in=jerusalem",
    ),
]

IN_A_BODY = [
    row(
        "التقى بلينكن أعضاء لجنة الشؤون الخارجية في مجلس الشيوخ.",
        "met-with | antony-blinken | أعضاء لجنة الشؤون الخارجية في مجلس الشيوخ | in=-",
    ),
]

#: Dates that belong to another act than the nearest, or to the one before.
WHOSE_DAY = [
    row(
        "التقى لافروف خالد مشعل أمس في الدوحة. كما التقى لافروف في نفس اليوم أيمن الصفدي.",
        "met-with | sergey-lavrov | khaled-mashal | in=doha | on=2024-06-24",
        "met-with | sergey-lavrov | ayman-safadi | on=2024-06-24",
    ),
    row(
        "تأتي زيارة لافروف إلى طهران بعد لقاء بين بلينكن وأيمن الصفدي الأحد الماضي.",
        "visited | sergey-lavrov | tehran | on=-",
        "met-with | antony-blinken | ayman-safadi | on=2024-06-23",
    ),
    row(
        "أعلن أيمن الصفدي عن عقد مؤتمر في الخامس من أغسطس المقبل.",
        "announced | ayman-safadi | - | on=-",
    ),
    row(
        "ترأس أيمن الصفدي اليوم اجتماعاً. وأكد الصفدي أن الوضع خطير.",
        "affirmed | ayman-safadi | - | on=2024-06-25",
    ),
    row(
        "سيزور فيدان بغداد الخميس. وسيبحث فيدان مع محمد شياع السوداني ملف المياه.",
        "visited | hakan-fidan | baghdad | planned | on=2024-06-27",
        "discussed-with | hakan-fidan | mohammed-shia-al-sudani | planned | in=baghdad | on=2024-06-27",
    ),
]

MORE_SHARED = [
    row(
        "يقوم لافروف اليوم بزيارة إلى القاهرة تجري خلالها محادثات مع سامح شكري.",
        "visited | sergey-lavrov | cairo | planned | on=2024-06-25",
        "negotiated-with | sergey-lavrov | sameh-shoukry | planned | in=cairo | on=2024-06-25",
    ),
    row(
        "التقى سامح شكري ناصر بوريطة في عاصمة المغرب الرباط.",
        "met-with | sameh-shoukry | nasser-bourita | in=rabat",
    ),
    row("قصفت إسرائيل مواقع في لبنان.", "attacked | israel | lebanon | in=lebanon"),
    row(
        "يلتقي بلينكن غداً أيمن الصفدي في عمان.",
        "met-with | antony-blinken | ayman-safadi | planned | in=amman | on=2024-06-26",
        title="بلينكن يلتقي أيمن الصفدي",
    ),
]

#: What one sentence tells of the day and place of an event, and another needs.
SHARED = [
    row(
        "زار فيدان العراق والتقى محمد شياع السوداني.",
        "visited | hakan-fidan | iraq | in=-",
        "met-with | hakan-fidan | mohammed-shia-al-sudani | in=iraq",
    ),
    row(
        "سيزور فيدان بغداد الخميس. وسيلتقي فيدان محمد شياع السوداني.",
        "visited | hakan-fidan | baghdad | planned | on=2024-06-27",
        "met-with | hakan-fidan | mohammed-shia-al-sudani | planned | in=baghdad | on=2024-06-27",
    ),
    row(
        "شدد أيمن الصفدي على ضرورة وقف الحرب. جاء ذلك خلال مؤتمر صحفي في بيروت أمس.",
        "affirmed | ayman-safadi | - | in=beirut | on=2024-06-24",
    ),
    row(
        "اتفق سامح شكري وأيمن الصفدي على وقف الحرب. وجاء الاتفاق خلال مؤتمر صحفي مشترك في بيروت الأحد.",
        "agreed-with | sameh-shoukry | ayman-safadi | in=beirut | on=2024-06-23",
    ),
    row(
        "استقبل سامح شكري أمس في القاهرة أيمن الصفدي. وبحث شكري مع الصفدي التعاون.",
        "hosted | sameh-shoukry | ayman-safadi | in=cairo | on=2024-06-24",
        "discussed-with | sameh-shoukry | ayman-safadi | in=cairo | on=2024-06-24",
    ),
    row(
        "التقى بلينكن أيمن الصفدي في الأردن. وبحث بلينكن مع أيمن الصفدي في عمان وقف الحرب.",
        "met-with | antony-blinken | ayman-safadi | in=amman",
        "discussed-with | antony-blinken | ayman-safadi | in=amman",
    ),
    row(
        "هاجم تنظيم داعش الشرطة العراقية في الموصل أمس، ما أسفر عن مقتل خمسة جنود.",
        "attacked | islamic-state | الشرطة العراقية | in=mosul | on=2024-06-24",
        "killed | - | خمسة جنود | in=mosul | on=2024-06-24",
    ),
]

ROWS = [
    *DATES,
    *MORE_DATES,
    *PLACES,
    *SITES,
    *NOT_THERE,
    *NOR_THERE,
    *IN_A_BODY,
    *WHOSE_DAY,
    *SHARED,
    *MORE_SHARED,
]


@pytest.mark.parametrize("row", ROWS)
def test_circumstances(row: Row) -> None:
    check(row)
