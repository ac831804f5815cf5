"""Meetings, talks and journeys: whose they are, and what is none."""

from __future__ import annotations

import pytest

from tests.sentences import Row, check, row

CARRIED = [
    row(
        "أعلنت أنغيلا ميركل ذلك خلال اللقاء الذي جمعها بإيمانويل ماكرون.",
        "announced | angela-merkel | emmanuel-macron",
        "met-with | angela-merkel | emmanuel-macron",
    ),
    row(
        "قال سيرغي لافروف إن المحادثات التي أجراها مع هاكان فيدان كانت مفيدة.",
        "stated | sergey-lavrov | -",
        "negotiated-with | sergey-lavrov | hakan-fidan | by=sergey-lavrov",
    ),
    row(
        "كشف أيمن الصفدي عن نتائج الزيارة التي قام بها إلى بغداد.",
        "announced | أيمن الصفدي | -",
        "visited | أيمن الصفدي | baghdad",
    ),
    row(
        "انتهت المباحثات التي أجراها بوتين وشي جين بينغ في موسكو.",
        "discussed-with | vladimir-putin | xi-jinping | in=moscow",
    ),
    row(
        "ابتسم وليام بيرنز خلال استقباله من قبل عبد الفتاح السيسي.",
        "hosted | abdel-fattah-el-sisi | william-burns",
    ),
    row(
        "بحث عبد الفتاح السيسي خلال استقباله وزير خارجية البحرين عبد اللطيف الزياني العلاقات بين البلدين.",
        "discussed-with | abdel-fattah-el-sisi | abdullatif-al-zayani",
        "hosted | abdel-fattah-el-sisi | abdullatif-al-zayani",
    ),
    row(
        "تطرق ماكرون مع فلاديمير بوتين إلى ملف الصحراء.",
        "discussed-with | emmanuel-macron | vladimir-putin",
    ),
    row(
        "قال ماكرون إنه تم التطرق إلى قضايا كثيرة مع فلاديمير بوتين.",
        "stated | emmanuel-macron | -",
        "discussed-with | emmanuel-macron | vladimir-putin | by=emmanuel-macron",
    ),
    row(
        "عقد ماكرون اجتماعا ثنائيا، أمس الأربعاء، مع فلاديمير بوتين.",
        "met-with | emmanuel-macron | vladimir-putin",
    ),
    row(
        "استقبل الملك سلمان سامح شكري وبحث معه آفاق التعاون.",
        "hosted | سلمان | sameh-shoukry",
        "discussed-with | سلمان | sameh-shoukry",
    ),
    row(
        "استقبل ماكرون سامح شكري، مستعرضا معه آفاق التعاون.",
        "hosted | emmanuel-macron | sameh-shoukry",
        "discussed-with | emmanuel-macron | sameh-shoukry",
    ),
    row(
        "التقى ماكرون الصحفيين المغاربة، حيث قال إن الأمر صعب.",
        "met-with | emmanuel-macron | الصحفيين المغاربة",
        "stated | emmanuel-macron | -",
    ),
    row(
        "قال الجيش الأميركي ذلك خلال زيارة لم يعلن عنها لأنتوني بلينكن إلى بغداد حيث التقى ماكرون.",
        "stated | us-armed-forces | -",
        "visited | antony-blinken | baghdad",
        "met-with | antony-blinken | emmanuel-macron",
    ),
    row(
        "أعلنت وزارة العدل المغربية عن البدء في استقبال الطلبات الموجهة لرئيس المجلس.",
        "announced | وزارة العدل المغربية | -",
    ),
]

TOLD_BEFORE = [
    row(
        "عقد هاكان فيدان اجتماعاً ثلاثياً مع سيرغي لافروف وسامح شكري.",
        "met-with | hakan-fidan | sergey-lavrov",
        "met-with | hakan-fidan | sameh-shoukry",
        "met-with | sergey-lavrov | sameh-shoukry",
    ),
    row(
        "أشاد سامح شكري بمصر خلال اجتماعه أمس في مكتبه، مع هاكان فيدان.",
        "praised | sameh-shoukry | egypt",
        "met-with | sameh-shoukry | hakan-fidan",
    ),
    row(
        "التقى هاكان فيدان سامح شكري. وتطرق الاجتماع إلى الوضع في غزة.",
        "met-with | hakan-fidan | sameh-shoukry",
        "discussed-with | hakan-fidan | sameh-shoukry",
    ),
    row(
        "اجتمع هاكان فيدان بسامح شكري. وشكل اللقاء مناسبة لبحث الوضع في غزة.",
        "met-with | hakan-fidan | sameh-shoukry",
        "discussed-with | hakan-fidan | sameh-shoukry",
    ),
]

JOURNEYS = [
    row(
        "سيزور عدد من المسؤولين الأوروبيين بغداد قريباً، ومن بينهم إيمانويل ماكرون.",
        "visited | عدد من المسؤولين الأوروبيين | baghdad | planned",
        "visited | emmanuel-macron | baghdad | planned",
    ),
    row(
        "يتطلع جو بايدن لاستقبال إيمانويل ماكرون خلال الزيارة التي سيقوم بها إلى واشنطن.",
        "hosted | joe-biden | emmanuel-macron | possible",
        "visited | emmanuel-macron | washington | possible",
    ),
    row(
        "يبدأ أنتوني بلينكن جولة في المنطقة تشمل مصر والأردن، بالإضافة إلى قطر.",
        "visited | antony-blinken | egypt",
        "visited | antony-blinken | jordan",
    ),
    row(
        "وصل وفد من حركة حماس برئاسة خالد مشعل إلى موسكو.",
        "visited | وفد من حركة حماس | moscow",
        "visited | khaled-mashal | moscow",
    ),
    row(
        "وصل إيمانويل ماكرون برفقة جورجا ميلوني إلى كييف.",
        "visited | emmanuel-macron | kyiv",
        "visited | giorgia-meloni | kyiv",
    ),
    row(
        "تلقى إيمانويل ماكرون دعوة من عبد الفتاح السيسي لزيارة القاهرة.",
        "called-on | abdel-fattah-el-sisi | emmanuel-macron",
        "visited | emmanuel-macron | cairo | possible",
    ),
    row(
        "سلم هاكان فيدان عبد الفتاح السيسي دعوة من رجب طيب أردوغان لزيارة أنقرة.",
        "visited | abdel-fattah-el-sisi | ankara | possible",
    ),
]

NONE = [
    row(
        "قالت أنغيلا ميركل للصحافيين في ختام اجتماع في بروكسل: «نعمل من أجل السلام».",
        "stated | angela-merkel | الصحافيين",
    ),
    row(
        "غادر عمر البشير إلى موريتانيا للمشاركة في قمة السور الأخضر.",
        "visited | omar-al-bashir | mauritania",
    ),
    row("أكد سامح شكري في اجتماع جنيف أن هاكان فيدان غادر.", "affirmed | sameh-shoukry | -"),
    row("أعلن وليام بيرنز أن القوانين وصلت إلى واشنطن.", "announced | william-burns | -"),
    row(
        "حضر محمود عباس الاجتماع الذي يضم مصر والأردن وقطر والكويت وتونس والجزائر والمغرب.",
    ),
    row("أشاد أنطونيو غوتيريش بمخرجات الحوار الوطني في اليمن.", "praised | antonio-guterres | -"),
]


@pytest.mark.parametrize("row", CARRIED + TOLD_BEFORE + JOURNEYS + NONE)
def test_meetings(row: Row) -> None:
    check(row)
