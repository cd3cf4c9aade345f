"""A made-up hand-out with texts as hard as those of an office can be: from right to left beside German."""

from __future__ import annotations

from desktop.documents.build import pdf
from desktop.documents.handout_sheet import Columns, HandoutSheet, OwnLine, Said, SaidTopic, Twin
from desktop.services.handouts.statements import handouts

from .samples import STAMP, texts

FRAME = {
    "intro": "تشرح هذه النشرة ببساطة ما يقوله القانون (بلا وعد).",
    "numbers": "الرقم نفسه، المضمون نفسه.",
    "german_counts": "النص الألماني هو المعتمد.",
    "open": "ما زال يجب توضيح هل يسري هذا عليكم:",
    "not_reviewed": "لم تُراجَع هذه الترجمة بعد.",
    "law_checked": "فُحصت القوانين حتى {day}",
    "printed": "طُبع في {day}",
    "page": "صفحة {page} من {pages}",
}
OWN = (
    OwnLine(Twin("Name", "الاسم"), "محمد نظر الأحمدي\nMohammad Nazar AL-AHMADI"),
    OwnLine(Twin("Ihr Papier", "ورقتكم"), "§ 25 Abs. 5 S. 1 AufenthG, Az. 33.2-12/345-B"),
    OwnLine(
        Twin("Nächster Schritt spätestens am", "الخطوة التالية في موعد أقصاه"), "04.12.2026", strong=True
    ),
)
HARD = (
    ("Wer § 25b erfüllt, bleibt.", "تنطبق § 25 Abs. 5 AufenthG, § 26 Abs. 4 AufenthG (انظر § 9) معا."),
    ("Rufen Sie an.", "اتصلوا بالرقم 0151 2345678 أو +49 (0)341 99-88 77 قبل الساعة 15:30."),
    ("Bis 31.01.2027.", "من 02.05.2019 – 10.03.2021 ثم حتى 31.01.2027 (آخر يوم)."),
    ("Aktenzeichen nennen.", "رقم الملف 12345/AB، ورقم المكتب 33.2-12/345-B."),
    ("Gebühr und Foto.", "الرسوم 93,00 € والصورة 35 × 45 mm، والنسبة 51 % من الدخل."),
    ("Antrag „Duldung“.", "املؤوا الطلب „Duldung“ (في Ausländerbehörde [ABH]) ووقّعوه «شخصيا»."),
    ("Frau Karimi hilft.", "السيدة زهرا کریمی (Zahra KARIMI) تساعدكم في Jobcenter."),
)


def sheet(columns: Columns = "both") -> HandoutSheet:
    """Several pages, so that a heading is repeated."""
    said = tuple(
        Said(number, Twin(german, arabic), "§ 81 Abs. 4 S. 1 AufenthG", open=number % 5 == 0)
        for number, (german, arabic) in enumerate(HARD * 3, start=1)
    )
    return HandoutSheet(
        stamp=STAMP,
        tag="ar",
        right_to_left=True,
        columns=columns,
        frame={key: Twin(german, FRAME.get(key, "")) for key, german in handouts().frame.items()},
        title=Twin("Was mein Papier bedeutet", "ماذا تعني ورقتي (§ 25 Abs. 5)"),
        own=OWN,
        urgent=None,
        topics=(
            SaidTopic("paper", Twin("Was dieses Papier bedeutet", "ماذا تعني هذه الورقة"), said[:4]),
            SaidTopic("course", Twin("Integrationskurs", "Integrationskurs (دورة الاندماج)"), said[4:]),
        ),
        reviewed=False,
    )


def made(columns: Columns = "both") -> bytes:
    """The hand-out as PDF."""
    return pdf([sheet(columns)], texts("de"))
