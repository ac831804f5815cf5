"""Journeys: delegations sent and told together, company, stops."""

from __future__ import annotations

import pytest

from tests.sentences import Row, check, row

#: Whoever is sent somewhere goes there.
SENT = [
    row("أرسلت حركة حماس وفدا إلى القاهرة للمشاركة في المفاوضات.", "visited | وفدا | cairo"),
    row("أوفد ماكرون مبعوثه الخاص جان إيف لودريان إلى بيروت.", "visited | jean-yves-le-drian | beirut"),
    row(
        "أعلنت حركة حماس أنها سترسل وفدا إلى العاصمة المصرية القاهرة.",
        "announced | hamas | -",
        "visited | وفدا | cairo | planned | by=hamas",
    ),
    row(
        "أرسلت طهران وفدا عسكريا برئاسة قاسم سليماني إلى بغداد.",
        "visited | وفدا عسكريا | baghdad",
        "visited | qasem-soleimani | baghdad",
    ),
]

#: Several told with one noun.
TOGETHER = [
    row("وصلت وفود مصر وقطر إلى أستانا.", "visited | وفد مصر | astana", "visited | وفد قطر | astana"),
    row(
        "علما أنه قد وصلت وفود النظام السوري وإيران إلى أستانا.",
        "visited | وفد النظام السوري | astana",
        "visited | وفد إيران | astana",
    ),
    row(
        "استقبل الوفد القطري وفد تركيا. وقال الوفد التركي إن الأمر انتهى.",
        "hosted | الوفد القطري | الوفد التركي",
        "stated | الوفد التركي | -",
    ),
    row(
        "قال ماكرون إن مدير المخابرات المصرية ورؤساء وكالات الاستخبارات الإسرائيلية سيتوجهون إلى قطر.",
        "stated | emmanuel-macron | -",
        "visited | مدير المخابرات المصرية | qatar | planned | by=emmanuel-macron",
        "visited | رؤساء وكالات الاستخبارات الإسرائيلية | qatar | planned | by=emmanuel-macron",
    ),
]

#: Who comes along with the guest, or with the traveller.
COMPANY = [
    row(
        "استقبل ماكرون شي جين بينغ على رأس وفد كبير.",
        "hosted | emmanuel-macron | xi-jinping",
        "hosted | emmanuel-macron | وفد كبير",
    ),
    row(
        "استقبل عبد اللطيف وهبي بالرباط نظيره الفرنسي جيرالد دارمانان، رفقة وفد قضائي رفيع المستوى.",
        "hosted | abdellatif-ouahbi | gerald-darmanin",
        "hosted | abdellatif-ouahbi | وفد قضائي رفيع المستوى",
    ),
    row(
        "زار ماكرون غانا على رأس وفد كبير.",
        "visited | emmanuel-macron | ghana",
        "visited | وفد كبير | ghana",
    ),
]

#: What a journey includes, and what it is made for.
STOPS = [
    row(
        "وتشمل جولة الوزير المصري سامح شكري، الموجود حاليا في كينيا، إثيوبيا والصومال.",
        "visited | sameh-shoukry | ethiopia",
        "visited | sameh-shoukry | somalia",
    ),
    row(
        "وتشمل جولة سامح شكري مقر الاتحاد الأفريقي وجامعة الدول العربية.",
        "visited | sameh-shoukry | african-union",
        "visited | sameh-shoukry | arab-league",
    ),
    row(
        'زار الجنرال مايكل كوريلا إسرائيل لإجراء "محادثات مباشرة مع نظرائه في الجيش الإسرائيلي".',
        "visited | michael-kurilla | israel",
        "negotiated-with | michael-kurilla | نظرائه",
    ),
]

#: "that it" stands for the whole clause where no object could follow.
IMPERSONAL = [
    row(
        "قال ماكرون إنه قد وصل الوزير المصري سامح شكري إلى أستانا.",
        "stated | emmanuel-macron | -",
        "visited | sameh-shoukry | astana | by=emmanuel-macron",
    ),
    row(
        "قال ماكرون إنه التقى الوزير المصري سامح شكري.",
        "stated | emmanuel-macron | -",
        "met-with | emmanuel-macron | sameh-shoukry | by=emmanuel-macron",
    ),
]


#: A delegation comes with whoever leads it.
LED = [
    row(
        "قالت حماس إن وفدا من الحركة برئاسة خالد مشعل، التقى سيرغي لافروف في الدوحة، وبحثا الأزمة.",
        "stated | hamas | -",
        "met-with | وفدا من الحركة | sergey-lavrov | by=hamas",
        "met-with | khaled-mashal | sergey-lavrov | by=hamas",
        "discussed-with | وفدا من الحركة | sergey-lavrov | by=hamas",
        "discussed-with | khaled-mashal | sergey-lavrov | by=hamas",
    ),
    row(
        "وفد من حركة حماس، برئاسة خالد مشعل، يلتقي سيرغي لافروف في الدوحة.",
        "met-with | وفد من حركة حماس | sergey-lavrov",
        "met-with | khaled-mashal | sergey-lavrov",
    ),
    row(
        "استقبل محمود عباس وفدا أمنيا مصريا رفيع المستوى برئاسة عباس كامل.",
        "hosted | mahmoud-abbas | وفدا أمنيا مصريا رفيع المستوى",
        "hosted | mahmoud-abbas | abbas-kamel",
    ),
    row(
        "وصل وفد من حركة حماس برئاسة خالد مشعل إلى القاهرة.",
        "visited | وفد من حركة حماس | cairo",
        "visited | khaled-mashal | cairo",
    ),
    row("استقبل محمود عباس وفدا مصريا.", "hosted | mahmoud-abbas | وفدا مصريا"),
    row("أرسلت واشنطن وفدا أمريكيا إلى بغداد.", "visited | وفدا أمريكيا | baghdad"),
]


@pytest.mark.parametrize("row", [*LED, *SENT, *TOGETHER, *COMPANY, *STOPS, *IMPERSONAL])
def test_journeys(row: Row) -> None:
    check(row)
