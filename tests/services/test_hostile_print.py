"""Whatever was typed into a case: each kind of sheet is a right page, or one sentence says why not."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.cases.answers import Answer, Proof
from desktop.cases.applications import Application, DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.letters import Arrival, DecisionLetter
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate
from desktop.documents.fonts import Face
from desktop.errors import Problem
from desktop.services import assessment, own_letters, printing
from desktop.services.printing import SheetKind
from desktop.services.reference import Reference, load_reference
from desktop.services.samples import sample_cases
from tests.documents.glyphs import missing_glyphs
from tests.documents.reading import edges, pages

from .conftest import TODAY

GERMAN = printing.texts_of("de")
KINDS: tuple[SheetKind, ...] = get_args(SheetKind)
FREE = frozenset(
    "name original_name contact file_number authority_file_number notes note by reason employer confirmed_by"
    " issued_by printed_label number offence_group topic description step authority reference sender remark"
    " text words subject case_number court detail details place".split()
)
"""Fields that hold what somebody typed; all others are codes, days and numbers."""

WORDS = {
    "a name of 200 letters": "Wolfeschlegelsteinhausenbergerdorff" * 6,
    "five surnames": "María de la Concepción GARCÍA-LÓPEZ Y FERNÁNDEZ DE CÓRDOBA RUIZ-Ñíguez O'Neill",
    "one name": "Zubaida",
    "one letter": "A",
    "scripts mixed inside one name": "Alиكريمἀñ-ኣማኑኤልΩşü",
    "an override": "Ali \N{RIGHT-TO-LEFT OVERRIDE}fdp.tnatropmi\N{POP DIRECTIONAL FORMATTING} Khan",
    "zero width": "A\N{ZERO WIDTH SPACE}l\N{ZERO WIDTH JOINER}i\N{WORD JOINER}\ufeff",
    "isolates": "\N{RIGHT-TO-LEFT ISOLATE}Ali\N{LEFT-TO-RIGHT ISOLATE}",
    "markup": "<b>Ali</b> & Co <font size=99>&amp;<img src='x'/><para>]]>",
    "braces": "{cite}{0}{name!r}{",
    "per cent": "%s %(name)s %d 100 %",
    "a glyph no font has": "Ali ☐中文🙂हिन्दी",
    "accents": "Z" + "\N{COMBINING DIAERESIS}\N{COMBINING ACUTE ACCENT}" * 40,
    "lines": "Ali\r\n\n\x0b\x0c\tKhan\x00\x1b[31m",
    "half a character": "Ali \ud83d",
    "brackets": ")) (( [] محمد ) «(",
    "Arabic": "عبد الرحمن بن عبد العزيز آل سعود الهاشمي القرشي",
    "nothing": "",
    "blanks": " \t\n\u00a0 ",
}
NINE_LINES = tuple(f"Zeile {number} der langen Anschrift im Hinterhaus" for number in range(1, 10))


@cache
def law() -> Reference:
    return load_reference()


@cache
def situations() -> Mapping[str, CaseFile]:
    """Cases among which every kind of sheet finds something to print; a new kind may need one more."""
    found = dict(sample_cases(law(), TODAY))
    filed = Application("25_4_1", DecisionKind.GRANT, PartialDate.exactly(TODAY - timedelta(days=100)))
    late = found["sachsen-pflege"].with_fact("applications", Answer((filed,), proof=Proof.SEEN))
    refused = DecisionLetter(
        "l1",
        "A1",
        arrival=Arrival.DELIVERED,
        served_on=TODAY,
        procedure_began=PartialDate.exactly(date(2026, 7, 1)),
        remedy="action",
        period=2,
    )
    refusal = replace(
        refused, id="d1", decision="D1", dated_on=TODAY - timedelta(days=1), period=1, unit="months"
    )
    border = replace(
        refused,
        id="a4",
        decision="A4",
        other_served_on=TODAY,
        remedy="interim_relief",
        period=1,
        unit="weeks",
        procedure_began=PartialDate.parse("2026-10-02"),
    )
    found["nothing heard for three months"] = late
    found["refused today"] = replace(late, letters=(refused,))
    found["turned down at the border, to leave"] = replace(late, letters=(refusal, border))
    return found


def filled(value: Any, words: str) -> Any:
    """A part of a case with the words in place of everything that was typed."""
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            each.name: filled_field(value, each.name, words)
            for each in fields(value)
            if each.init and getattr(value, each.name) is not None
        }
        return replace(value, **changes)
    if isinstance(value, tuple):
        return tuple(filled(each, words) for each in value)
    if isinstance(value, Mapping):
        return {key: filled(each, words) for key, each in value.items()}
    return value


def filled_field(owner: Any, name: str, words: str) -> Any:
    value = getattr(owner, name)
    if isinstance(value, str):
        return words if name in FREE and not isinstance(owner, Application) else value
    if isinstance(owner, Client) and name == "address":
        return (words, words)
    return filled(value, words)


OWN_TEXT = "hiermit bitte ich für {name}, {anschrift}, um einen Termin bei {behoerde}. {stelle} hilft."


def made(case: CaseFile, kind: SheetKind, words: str = "") -> printing.Printed:
    """The sheet of a kind that fits a case."""
    found = assessment.assess(law(), case, TODAY)
    choice = printing.defaults(law(), case, found, kind=kind)
    own = [own_letters.new_letter("Terminbitte", "Bitte um einen Termin", OWN_TEXT)]
    about = printing.subjects(law(), case, kind, today=TODAY, texts=GERMAN, own=own)
    choice = choice.but(which=about[0][0] if about else None).answering("late_reason", words)
    return printing.printed(law(), case, choice, today=TODAY, office=words, by=words, own=own)


@cache
def case_for(kind: SheetKind) -> CaseFile:
    """A case that has something to print of this kind."""
    for case in situations().values():
        try:
            made(case, kind)
        except Problem:
            continue
        return case
    pytest.fail(f"{kind}: none of the situations above has such a sheet; add one")


def assert_on_the_page(content: bytes) -> None:
    left, top, right, bottom = edges(content)
    assert left >= 14
    assert top >= 8
    assert right <= 595.3 - 14
    assert bottom <= 842 - 8


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_reach_the_sheet(kind):
    """Or everything below would test nothing."""
    text = "".join(pages(made(filled(case_for(kind), "Zubaida"), kind, "Zubaida").pdf))
    assert text.count("Zubaida") >= 2


@pytest.mark.parametrize(
    "kind",
    [
        "checklist",
        "reasons",
        "handover",
        "filing",
        "power",
        "release",
        "consent",
        "cover",
        "residence",
        "handout",
    ],
)
def test_a_name_of_200_letters_is_whole_on_a_sheet_that_leaves_the_office(kind: SheetKind):
    """Half a name is another person's."""
    name = "Wolfeschlegelsteinhausenbergerdorff" * 5 + "ausderheidebeiderbruecken"
    assert len(name) == 200
    case = case_for(kind)
    case = replace(case, client=replace(case.client, name=name))
    text = "".join("".join(pages(made(case, kind).pdf)).split())
    assert name in text.replace("\N{SOFT HYPHEN}", "").replace("\ufffe", "")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_hostile_words_stay_on_the_page(kind, words):
    case = filled(case_for(kind), words)
    sheet = made(case, kind, words)
    assert_on_the_page(sheet.pdf)
    text = "".join(pages(sheet.pdf))
    assert not set(text) & set("\u202e\u202c\u2066\u2067\u2069\u200b\u2060\ufeff\x1b\x00")
    missing = missing_glyphs(words, Face.REGULAR)
    assert set(sheet.missing) == missing
    assert (sheet.warning is not None) == bool(missing)
    assert sheet.file_name.isprintable()
    assert not set(sheet.file_name) & set('/\\:*?"<>|')


@pytest.mark.parametrize("kind", KINDS)
def test_an_address_of_nine_lines(kind):
    case = case_for(kind)
    client = replace(case.client, address=NINE_LINES)
    assert_on_the_page(made(replace(case, client=client), kind).pdf)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_case_gives_a_page_or_a_sentence(kind):
    try:
        assert_on_the_page(made(CaseFile(Client("")), kind).pdf)
    except Problem as problem:
        sentence = GERMAN.problem(problem)
        assert sentence.endswith(".")
        assert "{" not in sentence


@pytest.mark.parametrize("kind", KINDS)
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(words=st.text(max_size=120))
def test_any_words_can_be_printed(kind, words):
    assert_on_the_page(made(filled(case_for(kind), words), kind, words).pdf)


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_of_line_ends_pushes_nothing_off_the_page(kind):
    words = "a\n\r\r\u2028\u2028\n\n\n\nb"
    assert_on_the_page(made(filled(case_for(kind), words), kind, words).pdf)
