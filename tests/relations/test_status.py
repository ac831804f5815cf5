"""How far a claim holds: occurred, planned, possible or negated."""

from __future__ import annotations

import pytest

from tests.sentences import Row, check, row

NEGATED = [
    row(
        "لم يلتقِ رئيس الوزراء الإسرائيلي بنيامين نتنياهو الرئيس الأميركي جو بايدن في نيويورك.",
        "met-with | benjamin-netanyahu | joe-biden | negated | in=نيويورك",
    ),
    row(
        "لن يزور الرئيس الفرنسي إيمانويل ماكرون إسرائيل هذا العام.",
        "visited | emmanuel-macron | israel | negated",
    ),
    row(
        "لا يعتزم الرئيس الروسي فلاديمير بوتين زيارة جنوب أفريقيا.",
        "visited | vladimir-putin | south-africa | negated",
    ),
    row(
        "نفى الكرملين أن يكون بوتين قد التقى دونالد ترامب.",
        "denied | الكرملين | -",
        "met-with | vladimir-putin | donald-trump | negated | by=الكرملين",
    ),
    row(
        "ليس من المقرر أن يلتقي لافروف نظيره الأميركي أنتوني بلينكن.",
        "met-with | sergey-lavrov | antony-blinken | negated",
    ),
    row(
        "ألغى الرئيس الكولومبي غوستافو بيترو زيارته إلى تركيا.",
        "visited | gustavo-petro | turkey | negated",
    ),
    row("لم ترفض حركة حماس الخطة الأميركية.", "rejected | حركة حماس | united-states | negated"),
    row("ولم تعلّق وزارة الدفاع الروسية على التقرير.", "stated | وزارة الدفاع الروسية | - | negated"),
    row("لم تستبعد طهران الرد.", "rejected | iran | - | negated"),
    row(
        "امتنع الرئيس الصربي ألكسندر فوتشيتش عن زيارة كوسوفو.",
        "visited | aleksandar-vucic | kosovo | negated",
    ),
    row(
        "ما زار الرئيس العراقي عبد اللطيف رشيد إيران قط.",
        "visited | abdul-latif-rashid | iran | negated",
        wrong="ما before a past verb negates it",
    ),
    row(
        "غادر بلينكن المنطقة دون أن يلتقي الرئيس الفلسطيني محمود عباس.",
        "met-with | antony-blinken | mahmoud-abbas | negated",
    ),
]

PLANNED = [
    row(
        "سيلتقي الرئيس التركي رجب طيب أردوغان نظيره السوري بشار الأسد.",
        "met-with | recep-tayyip-erdogan | bashar-al-assad | planned",
    ),
    row(
        "سوف يستقبل العاهل المغربي الملك محمد السادس الرئيس الفرنسي إيمانويل ماكرون.",
        "hosted | mohammed-vi | emmanuel-macron | planned",
    ),
    row(
        "من المقرر أن يصل وزير الخارجية الأميركي أنتوني بلينكن إلى الدوحة غداً الأربعاء.",
        "visited | antony-blinken | doha | planned | on=2024-06-26",
    ),
    row(
        "ومن المرتقب أن يجتمع المستشار الألماني أولاف شولتس مع رئيس الوزراء الهندي ناريندرا مودي.",
        "met-with | olaf-scholz | narendra-modi | planned",
    ),
    row(
        "يعتزم رئيس الوزراء الياباني فوميو كيشيدا زيارة الولايات المتحدة.",
        "visited | fumio-kishida | united-states | planned",
    ),
    row(
        "تأتي هذه التطورات قبيل الزيارة المرتقبة لرئيس الوزراء المجري فيكتور أوربان إلى موسكو.",
        "visited | viktor-orban | moscow | planned",
    ),
    row("ومن المتوقع أن توقّع تركيا والعراق اتفاقية أمنية.", "signed-with | turkey | iraq | planned"),
    row(
        "يستعد الرئيس الجزائري عبد المجيد تبون لزيارة فرنسا.",
        "visited | abdelmadjid-tebboune | france | planned",
    ),
    row(
        "ينوي الرئيس المكسيكي لقاء نظيره الأميركي جو بايدن.",
        "met-with | andres-manuel-lopez-obrador | joe-biden | planned",
    ),
    row(
        "يتوجه وزير الدفاع الإسرائيلي يوآف غالانت إلى واشنطن غداً.",
        "visited | yoav-gallant | washington | planned | on=2024-06-26",
    ),
    row(
        "قبل الرئيس الصيني شي جين بينغ دعوة نظيره الفرنسي إيمانويل ماكرون لزيارة باريس.",
        "approved | xi-jinping | emmanuel-macron",
        "called-on | emmanuel-macron | xi-jinping",
        "visited | xi-jinping | paris | planned",
        wrong="ta marbuta folded to ه is read as verb and pronoun: دعوة، إدانة",
    ),
]

POSSIBLE = [
    row("قد يزور الرئيس الصيني شي جين بينغ صربيا العام المقبل.", "visited | xi-jinping | serbia | possible"),
    row(
        "ربما تلتقي رئيسة الوزراء الإيطالية جورجيا ميلوني الرئيس الأرجنتيني خافيير ميلي.",
        "met-with | giorgia-meloni | javier-milei | possible",
    ),
    row(
        "إذا زار الرئيس الروسي فلاديمير بوتين أرمينيا فإن يريفان ستواجه مأزقاً.",
        "visited | vladimir-putin | armenia | possible",
    ),
    row("في حال هاجمت إسرائيل لبنان فإن المنطقة ستشهد تصعيداً.", "attacked | israel | lebanon | possible"),
    row(
        "يأمل وزير الخارجية الأوكراني دميترو كوليبا في زيارة الهند قريباً.",
        "visited | dmytro-kuleba | india | possible",
    ),
    row(
        "يسعى بلينكن إلى لقاء نظيره الصيني وانغ يي.",
        "met-with | antony-blinken | wang-yi | possible",
    ),
    row(
        "تتواصل الاستعدادات للقاء محتمل بين دونالد ترامب وفولوديمير زيلينسكي.",
        "met-with | donald-trump | volodymyr-zelensky | possible",
    ),
    row(
        "دعا الرئيس الأميركي جو بايدن رئيس الوزراء الإسرائيلي بنيامين نتنياهو إلى لقاء محمود عباس.",
        "called-on | joe-biden | benjamin-netanyahu",
        "met-with | benjamin-netanyahu | mahmoud-abbas | possible | by=joe-biden",
    ),
    row("من الممكن أن تتعاون تركيا مع مصر في هذا الملف.", "cooperated-with | turkey | egypt | possible"),
    row(
        "يتردد أن رئيس الوزراء الكندي جاستن ترودو يدرس إقالة وزير المالية.",
        "dismissed | justin-trudeau | chrystia-freeland | possible",
    ),
]

OCCURRED = [
    row(
        "وكان وزير الخارجية السوري فيصل المقداد قد التقى نظيره العراقي فؤاد حسين في بغداد.",
        "met-with | faisal-mekdad | fuad-hussein | in=baghdad",
    ),
    row(
        "لقد التقى وزير الخارجية السوري فيصل المقداد نظيره العراقي فؤاد حسين.",
        "met-with | faisal-mekdad | fuad-hussein",
    ),
    row("لم يتوقف القتال، وزار لافروف طهران.", "visited | sergey-lavrov | tehran"),
    row(
        "وتمكن بلينكن من لقاء نتنياهو.",
        "met-with | antony-blinken | benjamin-netanyahu",
    ),
    row("لا يزال الجيش الإسرائيلي يقصف رفح.", "attacked | الجيش الإسرائيلي | rafah"),
    row(
        "لم يكتفِ أردوغان بذلك بل انتقد نتنياهو.",
        "criticized | recep-tayyip-erdogan | benjamin-netanyahu",
    ),
]

#: What nouns, prepositions and the tense around a word make of it.
AROUND = [
    row(
        "خرج متظاهرون للمطالبة باستقالة رئيس الوزراء الإسرائيلي بنيامين نتنياهو.",
        "protested | متظاهرون | benjamin-netanyahu",
        "called-on | متظاهرون | benjamin-netanyahu",
        "resigned | benjamin-netanyahu | - | possible | by=متظاهرون",
    ),
    row(
        "حذر أيمن الصفدي من أي هجوم إسرائيلي على رفح.",
        "warned | ayman-safadi | israel",
        "attacked | israel | rafah | possible | by=ayman-safadi",
    ),
    row(
        "نفت أوكرانيا مسؤوليتها عن الهجوم الروسي على مولدوفا.",
        "denied | ukraine | -",
        "attacked | russia | moldova",
    ),
    row(
        "نفى أيمن الصفدي أن يكون الهجوم الذي شنته إسرائيل على رفح قد انتهى.",
        "denied | ayman-safadi | -",
        "attacked | israel | rafah | by=ayman-safadi",
    ),
    row(
        "يلتقي بلينكن اليوم أيمن الصفدي.",
        "met-with | antony-blinken | ayman-safadi | planned | on=2024-06-25",
    ),
    row(
        "يقوم لافروف اليوم بزيارة إلى طهران.",
        "visited | sergey-lavrov | tehran | planned | on=2024-06-25",
    ),
    row("التقى بلينكن اليوم أيمن الصفدي.", "met-with | antony-blinken | ayman-safadi | on=2024-06-25"),
    row(
        "وتحدث الوزير عن زيارة يعتزم الملك سلمان بن عبد العزيز القيام بها إلى موسكو.",
        "visited | salman-bin-abdulaziz | moscow | planned",
    ),
    row(
        "من المقرر أن يجري فيدان محادثات مع بلينكن.",
        "negotiated-with | hakan-fidan | antony-blinken | planned",
    ),
    row(
        "شدد أيمن الصفدي على أن الأردن يرفض الموقف الإسرائيلي.",
        "affirmed | ayman-safadi | -",
        "rejected | jordan | israel | by=ayman-safadi",
    ),
]

#: Words that only look like those that say how far a claim holds.
LOOKALIKES = [
    row(
        "زار هاكان فيدان بغداد بعدما انتقد إيران.",
        "visited | hakan-fidan | baghdad",
        "criticized | hakan-fidan | iran",
    ),
    row("في ولاية تكساس لقاء جمع هاكان فيدان بأنتوني بلينكن.", "met-with | hakan-fidan | antony-blinken"),
]

ROWS = [*LOOKALIKES, *AROUND, *NEGATED, *PLANNED, *POSSIBLE, *OCCURRED]


@pytest.mark.parametrize("row", ROWS)
def test_status(row: Row) -> None:
    check(row)
