"""Closed classes of Arabic function words, folded. Words with content are in the ontologies."""

from __future__ import annotations

_ENDINGS = ("", "ه", "ها", "هم", "هما", "هن", "نا", "ي", "ني")
_CONJUNCTIONS = ("", "و", "ف")

#: أنّ، إنّ with and without pronoun: what follows is what somebody says.
COMPLEMENTIZERS = frozenset(c + "ان" + e for c in ("", "و", "ف", "ب", "وب") for e in _ENDINGS)
#: Their pronoun: "قال إنه".
COMPLEMENTIZER_PRONOUNS = {c + "ان" + e: e for c in ("", "و", "ف", "ب", "وب") for e in _ENDINGS if e}
#: Before أن with a past verb.
BEFORE_PAST = frozenset("بعد منذ حتي لولا سبق مجرد بمجرد لمجرد قبل".split())

#: Marks of an indefinite noun: no verb has them.
TANWIN = frozenset("\u064b\u064c\u064d")

PREPOSITIONS = frozenset(
    """ل ب ك في من الي علي عن مع ضد بين بعد قبل خلال حول لدي عند امام تجاه ازاء نحو ضمن وسط عقب اثر حيال بشان
    دون منذ حتي تحت فوق بخصوص بحضور برياسه بمشاركه لصالح بهدف بغيه بسبب رغم فيما حسب بحسب وفق وفقا طبقا اثناء
    عشيه غداه قبيل بعيد بفضل بدل سوي غير مثل داخل خارج علاوه اضافه الي جانب بجانب بتهمه
    بمناسبه بمقر بالقرب تلقاء صوب باتجاه ضد باسم لجهه بقياده بوساطه بحق""".split()
)
_BARE = ("في", "من", "الي", "علي", "عن", "مع", "ب", "ل", "لدي", "بين", "ضد", "امام", "ازاء", "تجاه", "حول")
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن")
#: "له", "معها", "إليهم": preposition and pronoun in one word.
PREPOSITION_PRONOUNS = {c + p + e: (p, e) for c in _CONJUNCTIONS for p in _BARE for e in _PRONOUNS}

#: What follows is what an act is about, or why it is done, not who takes part.
ABOUT = frozenset("بشان حول بخصوص بسبب حيال بهدف بغيه وسط رغم خلفيه ظل ضوء انطلاقا".split())

#: "and another" meeting.
ANOTHER = frozenset({"واخر", "واخري"})
#: Of somebody named before.
OF_HIM = frozenset("منه منها منهم منهما".split())

#: "by": marks who did it, after passives and verbal nouns.
BY = "من قبل"
#: Other words for it, in which a noun may also mean itself: "من طرف الوزارة", "على يد مسلحين".
BY_WORDS = frozenset({("من", "جانب"), ("من", "طرف"), ("علي", "يد"), ("علي", "يدي"), ("علي", "ايدي")})
#: And with what he did it: "قتل *برصاص* الجيش".
WEAPONS = frozenset("برصاص بنيران بصواريخ بصاروخ بقذايف بقذيفه بسكين بسلاح بعبوه بمسيره بمسيرات".split())
#: Verbs that tell what an attack led to: "غارة *أسفرت* عن مقتل".
RESULTS = frozenset(
    "ادي ادت اسفر اسفرت اودي اودت خلف خلفت خلفا اوقع اوقعت تسبب تسببت يسفر تسفر يودي تودي مخلفا مخلفه".split()
)
#: Somebody's will or duty to do what follows: "*حرص* مصر على دعم", "مصر *حريصة* على دعم".
WILL = frozenset("حرص عزم تصميم اصرار التزام استعداد نيه سعي قرار رغبه موافقه قدره حق".split())
WORKS = frozenset("عمل عملت يعمل تعمل وتعمل ويعمل حرص حرصت يحرص تحرص داب دابت يداب تداب تسهر يسهر".split())
#: Verbs whose subject suffers what the noun behind them tells.
STRICKEN = frozenset(
    "تعرض تعرضت يتعرض تتعرض شهد شهدت يشهد تشهد عاني عانت يعاني تعاني واجه واجهت يواجه تواجه تلقي تلقت".split()
)
#: "still", before a verb: "ولا *تزال* تعمل".
STILL = frozenset("تزال يزال زال زالت زالوا تزالان".split())
EFFORTS = frozenset("بذل جهود جهد مساعي كل مزيد مخلصه حثيثه كبيره لازمه مواصله تقديم".split())
WILLING = frozenset("حريص حريصه مصمم مصممه عازم عازمه ملتزم ملتزمه مستعد مستعده ماض ماضيه قادر قادره".split())
#: What somebody is made: "انتخب فلان *رئيساً*".
OFFICES = frozenset(
    """رييسا رييسه وزيرا وزيره امينا امينه سفيرا سفيره قايدا نايبا مديرا مديره مبعوثا ممثلا حاكما محافظا واليا
    عضوا زعيما مرشدا خليفه مستشارا ناطقا متحدثا متحدثه عميدا ملكا اميرا بطريركا
    مفتيا قاضيا نقيبا مفوضا منسقا""".split()
)
#: What somebody denies that another said of him.
CHARGES = frozenset("اتهام اتهامات تهم تهمه مزاعم ادعاء ادعاءات".split())
#: Nouns whose genitive suffers what they tell: whoever rejects or condemns it does not mean him.
HARM = frozenset(
    "تهجير تجويع ترحيل توطين حصار محاصره معاقبه تصفيه اباده اضطهاد قمع تعذيب اذلال تشريد ابعاد".split()
)

#: Before whom something is done against: "دعم جهود *محاربة* داعش", "*للتصدي* لداعش".
AGAINST = frozenset(
    p + w
    for p in ("", "ال", "ل", "لل", "و", "ب")
    for w in "محاربه مكافحه مواجهه تصدي قتال حرب دحر هزيمه ردع قضاء ملاحقه مقاومه استهداف ضرب".split()
) | {"ضد"}
#: What only the one asked for it can do: "طالب *باستقالة* الوزير" asks it of him.
OWN_ACTS = frozenset("استقاله تنحي رحيل اعتذار".split())
#: What people call out or write, which speaks for them.
SHOUTED = frozenset("شعارات لافتات هتافات عبارات كلمات بيانات تصريحات رسايل تغريدات تدوينات صورا صور".split())
#: Before whoever is called upon: "ارحل *يا* فلان".
VOCATIVES = frozenset({"يا", "ايها", "ايتها"})

#: Words before the place where something happens.
INSIDE = frozenset({"في", "وفي", "بمقر", "داخل", "بمدينه"})
#: Before the place that somebody speaks from.
FROM = frozenset({"من", "ومن"})
#: The house of a body, not the body: "في مقر الوزارة".
PREMISES = frozenset({"مقر", "مبني", "بمقر", "بمبني", "مقار"})

#: Verbs whose subject is where something happens: "تشهد *عدن* هجمات".
WITNESSES = frozenset(c + w for c in _CONJUNCTIONS for w in "شهد شهدت يشهد تشهد عرفت تعرف عاشت تعيش".split())

#: Before the occasion at which something is said or done: "في مؤتمر صحفي في الدوحة".
ON_OCCASION = frozenset(
    c + w for c in _CONJUNCTIONS for w in "في خلال اثناء عقب بعد قبل قبيل لدي هامش".split()
)

#: From a speech or interview to those who hear it.
BEFORE_HEARERS = frozenset({"امام", "مع", "الي"})

#: Before those who put them: "ردا على *أسئلة* الصحافيين".
QUESTIONS = frozenset("سوال اسيله استفسار استفسارات تساول تساولات سوالين".split())
#: An answer, as noun, participle or verb, and what stands between it and the question.
ANSWERING = tuple(
    c + w for c in ("", "و", "ف", "ب") for w in ("رد", "جواب", "اجاب", "اجوب", "مجيب", "يرد", "ترد")
)
ON_OR_ABOUT = frozenset({"علي", "عن"})

#: "it came" and "during it": what was told before happened on the occasion named next.
CAME = frozenset(c + w for c in _CONJUNCTIONS for w in "جاء جاءت ياتي تاتي".split())
DURING = frozenset({"خلال", "اثناء", "هامش"})
DURING_IT = frozenset({"خلالها", "خلاله", "اثناءها", "اثناءه"})
#: Behind a verb of saying, before what is said: "وتابع *قائلاً*".
SAYING = frozenset("قايل قايلا قايله قايلين قايلون".split())
#: Before what somebody says, asks for or warns of.
CONTENT = frozenset({"الي", "علي", "عن", "من", "بشان", "حول"})
#: Before the goal of a visit, and before the visit on which something is said or done.
TOWARDS = frozenset({"الي", "ل"})
ON_VISIT = frozenset(c + w for c in _CONJUNCTIONS for w in "خلال اثناء في لدي ختام مستهل".split())
#: Before an occasion that comes later than what is told, or came before it.
BEFORE = frozenset(c + w for c in _CONJUNCTIONS for w in "قبل قبيل".split())
AFTER = frozenset(c + w for c in _CONJUNCTIONS for w in "عقب بعد اثر بعيد".split())

#: Before the attack that kills: "قتل ثلاثة *في* غارة".
IN_ATTACK = frozenset("في اثر جراء خلال بعد نتيجه بفعل".split())

#: "after", "province", "verses", "legitimate": they look like عدم, أي and مشروع with something attached.
UNLIKE_STATUS = frozenset("بعدما وبعدما ولايه ولايات ايات المشروعه حقا".split())

#: "among them": what follows belongs with those named before.
AMONG_THEM = frozenset(c + w for c in _CONJUNCTIONS for w in "بينهم بينها منهم منها ابرزهم ضمنهم".split())

#: "what", before what somebody does: "أدان *ما* تقوم به القوات".
WHATEVER = frozenset({"ما", "بما", "لما", "مما"})

#: "in the first place, at the head of them": what follows belongs with those named before.
FOREMOST = frozenset({"مقدمتها", "مقدمتهم", "راسها", "راسهم", "طليعتها"})

#: "in the company of": what follows came along with the one named before.
IN_COMPANY_OF = frozenset({"رفقه", "برفقه", "بصحبه", "صحبه", "بمعيه"})
BESIDES = FOREMOST | IN_COMPANY_OF

#: "they are": a list of those just spoken of together, after a comma.
NAMELY = frozenset({"وهم", "هم", "وهما", "هما", "وهي"})

#: Before the delegation that somebody leads.
AT_THE_HEAD_OF = frozenset({("علي", "راس"), ("وعلي", "راس")})
#: Said of a meeting at which each meets each: "لقاء *ثلاثي* جمع الوزير بنظيريه".
OF_SEVERAL = frozenset(
    a + w + e for a in ("", "ال") for w in ("ثلاثي", "رباعي", "خماسي") for e in ("", "ا", "ه", "ين")
)
#: Between a delegation and its leader: "وفد *برئاسة* الوزير".
LED_BY = frozenset("برياسه بقياده براسه يراسه يقوده يتراسه يتقدمه".split())
#: Verbs before the stops of a journey: "جولة *تشمل* الأردن ومصر".
#: Verbs of a meeting whose objects take part beside whoever holds it.
TAKES_IN = frozenset("ضم يضم ضمت تضم".split())
INCLUDES = frozenset(
    c + w
    for c in _CONJUNCTIONS
    for w in "شملت تشمل ستشمل شمل يشمل تتضمن تضمنت ستتضمن تقوده ستقوده قادته تقودها ستقودها قادتها".split()
)
#: Before those who come along: "وصل الوزير *برفقة* السفير".
ACCOMPANIED_BY = frozenset(
    "برفقه رفقه وبرفقه وبرفقته برفقته ومعه ومعها بمعيه بصحبه بصحبته يرافقه ترافقه يرافقها ترافقها".split()
)

#: Between a text and who issued it: "بيان صادر *عن* الوزارة".
ISSUED_BY = frozenset({"عن", "من", "قبل", "باسم"})

#: "data", which looks like the plural of "statement" and speaks for nobody.
DATA = "بيانات"

#: From a part to its whole: "مواقع *في* سوريا", "عناصر *من* الجيش".
OF = frozenset({"في", "من", "داخل", "تابعه", "التابعه"})

RELATIVES = frozenset(
    c + p + w
    for c in _CONJUNCTIONS
    for p in ("", "ل", "ب")
    for w in ("الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللواتي")
) | {"لذي", "للذي", "للتي", "للذين"}

#: "itself", behind a noun that was named before: "الجمعية *ذاتها*".
ITSELF = frozenset("ذاته ذاتها نفسه نفسها عينه عينها المذكور المذكوره".split())
#: Words that stand between a verb and its subject without being either.
ADVERBS = ITSELF | frozenset(
    """ايضا كذلك مجددا لاحقا سابقا رسميا مساء صباحا ظهرا فجرا عصرا اليوم امس غدا هناك حاليا حديثا علنا
    مرارا شخصيا هاتفيا فقط بدوره بدورها بدورهم مره اخري الان اخيرا موخرا للتو ليلا نهارا جميعا معا
    سريعا فورا ضمنيا صراحه قد لقد ثم كما بعدها قبلها بعده خلالها خلاله اثناءها حينها
    مسبقا مباشره تماما سلفا تدريجيا نهاييا جزييا كليا دايما""".split()
)

#: Prepositions that a verb may follow ("منذ يعمل", "بعد أن" aside).
BEFORE_VERBS = frozenset({"حتي", "فيما", "وفيما", "بعد", "منذ", "حسب"})
#: Those of them that begin a clause of their own, whatever the tense.
WHILE = frozenset({"فيما", "وفيما"})

#: "provided that", which after verbs of saying is only "that".
PROVIDED_THAT = ("علي", "ان")

#: "less than", written as "say" is after a negation: "ما لا *يقل عن* عشرة".
LESS_THAN = frozenset({("يقل", "عن"), ("تقل", "عن")})

NEGATIONS = frozenset(c + w for c in _CONJUNCTIONS for w in ("لم", "لن", "لا", "ليس", "ليست"))

#: What may stand between a subject and its verb.
AUXILIARIES = NEGATIONS | STILL | frozenset("كان كانت كانوا سوف ما قد لقد بات باتت اصبح اصبحت ظل ظلت".split())
#: Only the present follows these.
JUSSIVE = frozenset(c + w for c in _CONJUNCTIONS for w in ("لم", "لن"))

#: Words before a topic whose verb comes later: "وكان الوزير، ...، قد أكد".
TOPIC_OPENERS = frozenset(c + w for c in _CONJUNCTIONS for w in ("كان", "كانت", "اما"))

#: "but he", "and they": the subject of the verb that follows, named before.
SUBJECT_PRONOUNS = frozenset(
    c + w for c in _CONJUNCTIONS for w in "هو هي هم هما لكنه لكنها لكنهم لكنهما ولكنه ولكنها انه انها".split()
)

#: Subjects that stand for the two parties spoken of before.
BOTH = frozenset(
    """الجانبان الطرفان الوزيران الرييسان الزعيمان المسوولان البلدان الجانبين الطرفين الوزيرين
    الرييسين الزعيمين المسوولين البلدين الدولتان الدولتين القايدان القايدين الوفدان الوفدين
    الدبلوماسيان الدبلوماسيين المبعوثان المبعوثين الحليفان الحليفين""".split()
)
#: Those of them that mean the states of two persons.
BOTH_COUNTRIES = frozenset({"البلدان", "البلدين", "الدولتان", "الدولتين"})
#: Stands for them as a pronoun would.
BOTH_STATES = "البلدين"
#: What may follow a subject before its verb, or begin a clause.
CLAUSE_STARTS = frozenset(
    """حيث وحيث فيما بينما وبينما بعدما وبعدما عندما وعندما ريثما اذ كما حين حينما لكن ولكن الا لان قايلا غير
    بيد ثم اما بل""".split()
)
#: What the meetings of a traveller belong to.
TRIPS = frozenset(c + w for c in _CONJUNCTIONS for w in "الزياره زيارته زيارتها الجوله جولته جولتها".split())
#: Words before a verb that it describes not: "سوف", "حيث", "لكنه".
NO_NOUNS = AUXILIARIES | CLAUSE_STARTS | SUBJECT_PRONOUNS
#: After these a verb goes on with the subject before: "زار القاهرة، ثم التقى الوزير".
RESUMES = frozenset({"ثم", "وثم", "بل"})
#: Before a noun that was named before: "قالت *ذات* المصادر".
THE_SAME = frozenset("هذا هذه نفس ذات".split())
#: "the same": before a noun that was named before ("حسب نفس المصدر"), and "what" before a verb.
SAME = frozenset({"نفس", "ذات", "ما", "لما"})
#: Where another speaker's part of a sentence begins: "فيما أكد", "من جهته قال".
MEANWHILE = frozenset(c + w for c in _CONJUNCTIONS for w in "فيما بينما بدوره بدورها".split()) | {
    "فيما",
    "وفيما",
}
ON_HIS_PART = frozenset(w + p for w in ("جهت", "جانب", "ناحيت") for p in ("ه", "ها", "هم", "هما"))
#: "the latter": whoever was named last.
THE_LATTER = frozenset({"الاخير", "الاخيره"})
#: Words behind a verb that stand for somebody named before.
STANDING_FOR = ON_HIS_PART | BOTH | THE_LATTER
#: "some of them": subjects that nobody named.
SOME_OF_THEM = frozenset(
    w + p for w in "بعض معظم اغلب غالبيت احد كل جميع كثير".split() for p in ("ه", "ها", "هم", "هما")
)
#: "where": a clause about a place just named; its subject is mostly the one who went there.
WHERE = "حيث"
COLONS = frozenset(":")
#: Marks behind a name that its verb follows: "(فلان) أوضح".
CLOSING = frozenset({")", "]"})
COMMAS = frozenset("،,؛;")
#: Numbers and measures before a described group: "عن خمسة من الموظفين".
QUANTIFIERS = frozenset(
    """عدد عددا بعض مجموعه احد اثنين اثنان ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره عشرات ميات الاف كثير
    معظم اغلب بقيه ساير جميع كافه كل نصف ثلث ربع""".split()
)
#: Those that stand right before what they measure: "أطلع كامل أعضاء اللجنة".
MEASURES = frozenset(
    c + w
    for c in _CONJUNCTIONS
    for w in "بعض معظم اغلب بقيه ساير جميع كافه كل كامل مختلف باقي عموم شتي".split()
)
#: Verbs that carry a noun of violence on to the one who suffers it: "الهجوم الذي تعرضت له المدينة".
SUFFERS = frozenset(
    c + w for c in _CONJUNCTIONS for w in "تعرض تعرضت يتعرض تتعرض تعرضوا يتعرضون تعرضا".split()
)
#: Verbs of whoever gets it, in a relative clause: "الدعم الذي *تلقاه* الحكومة".
GETS = frozenset("تلقاها تلقاه تلقته تلقتها تتلقاها تتلقاه يتلقاها يتلقاه".split())
#: Verbs of the media that only pass on what another said: "تصريحات *تناقلتها* الصحف".
PASSES_ON = frozenset(
    """نقلها نقله نقلتها نقلته تناقلها تناقلته تناقلتها بثها بثه بثتها بثته نشرها نشره نشرتها نشرته اوردها
    اورده اوردتها اوردته تداولتها تداولته""".split()
)
#: Verbs of whoever gives a meeting room, and need not take part in it.
ARRANGED = frozenset("استضافته استضافه احتضنته احتضنه نظمته نظمه تنظمه ينظمه تحتضنه يحتضنه تستضيفه".split())
#: Verbs whose object it is: "الاعتقالات التي طالت ناشطين".
STRIKES = frozenset(
    c + w for c in _CONJUNCTIONS for w in "طال طالت يطال تطال استهدف استهدفت تستهدف يستهدف شملت شمل".split()
)
#: Nouns joined to one of violence that share whoever suffers it: "مقتل *وإصابة* ثلاثة جنود".
AND_HARMING = frozenset(
    "و" + w for w in "اصابه جرح تعذيب تهجير تشريد ترويع اسر ابعاد تجويع ملاحقه سجن مطارده ترهيب".split()
)
#: Of both kinds: whoever follows suffers it.
SUFFERED = SUFFERS | STRIKES
#: What joins a further member to a list, besides "and": the first word, and the words after it.
ALSO: dict[str, tuple[str, ...]] = {
    "وكذلك": (),
    "بالاضافه": ("الي",),
    "اضافه": ("الي",),
    "فضلا": ("عن",),
    "الي": ("جانب",),
    **{w: () for w in MEASURES if w.startswith("و")},
}
#: Titles whose form does not show the gender of who bears them: a woman is عضو, a man علامة.
EPICENE = frozenset({"عضو", "علامه", "العلامه"})
EACH_OF = frozenset(c + w for c in _CONJUNCTIONS for w in ("كل", "كلا", "لكل", "بكل"))


def preposition(particles: str) -> str:
    """Attached preposition among a word's particles, or an empty string.

    Parameters
    ----------
    particles : str

    Returns
    -------
    str

    Examples
    --------
    >>> preposition("ول")
    'ل'
    """
    last = particles[-1:]
    return last if last in ("ب", "ل", "ك") else ""
