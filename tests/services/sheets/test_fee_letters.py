"""Fees in letters: exemption, relief, refund, minors."""

from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

import pytest

from desktop.cases.periods import PartialDate
from desktop.errors import Problem
from desktop.services import printing
from tests.services.conftest import TODAY
from tests.services.sheets.making import choice, text_of, with_fact

# Fee


def test_with_benefits_the_exemption_is_claimed_as_law(letter, samples):
    made = letter(samples["muenchen-abschiebungsverbot"], "fee")
    text = text_of(made)
    assert "keine Gebühr zu erheben (§ 53 Abs. 1 AufenthV)" in text
    assert "ein Ermessen besteht insoweit nicht" in text
    assert "erlassen" not in text
    assert "Anlage 1" in text
    assert made.enclosures[0].name.startswith("Leistungsbescheid")
    (notice,) = (each for each in samples["bayern-familie"].papers if each.code == "benefit_notice")
    assert f"Bescheid vom {notice.issued_on:%d.%m.%Y}" in text_of(letter(samples["bayern-familie"], "fee"))


def test_where_only_part_is_free_the_rest_is_asked_for_in_the_alternative(letter, samples):
    """98 euros for a change of purpose are not on the list of § 53(1), 93 and 96 are."""
    text = text_of(letter(samples["hessen-haertefall"], "fee"))
    assert "hilfsweise die Gebühr zu erlassen oder zu ermäßigen" in text
    assert "98 €, kann erlassen oder ermäßigt werden" in text
    assert "93 €, befreit" in text


def test_protection_that_frees_from_the_fee_is_named_and_shown(letter, samples):
    """§ 52(3) AufenthV frees who is recognised: the letter says by which decision, and encloses it."""
    made = letter(samples["bayern-familie"], "fee")
    text = text_of(made)
    assert "Das Bundesamt hat den Schutz mit Bescheid vom 24.08.2026" in text
    assert "(§ 53 Abs. 1, § 52 Abs. 3 AufenthV; Anlagen 1, 2); ein Ermessen besteht insoweit nicht" in text
    assert [each.name.split()[0] for each in made.enclosures] == ["Bescheid", "Leistungsbescheid"]
    assert "Bescheid vom 05.10.2026 (Anlage 2)" in text
    only_benefits = letter(samples["muenchen-abschiebungsverbot"], "fee")  # § 25(3) is not on that list
    assert "hat den Schutz" not in text_of(only_benefits)
    assert len(only_benefits.enclosures) == 1


def test_several_fees_are_ways_to_class_one_act_and_the_letter_says_so(letter, samples):
    said = "Je nach Einordnung der Amtshandlung kommt in Betracht:"
    assert said in text_of(letter(samples["hessen-haertefall"], "fee"))
    assert said not in text_of(letter(samples["muenchen-abschiebungsverbot"], "fee"))


def test_without_benefits_only_discretion_is_asked_for(letter, samples):
    made = letter(
        samples["sachsen-pflege"], "fee", answers=[("fee_reasons", "Einkommen 900 Euro, Miete 620 Euro.")]
    )
    text = text_of(made)
    assert "zu erlassen, hilfsweise sie zu ermäßigen" in text
    assert "Dafür spricht: Einkommen 900 Euro" in text
    assert "befreit" not in text
    assert made.fee_exempt_cite == ""


PAID = [("paid_on", "26.10.2026"), ("paid_amount", "100 Euro")]


@pytest.mark.parametrize(
    ("instruction", "today", "refund"),
    [
        ("yes", date(2026, 11, 26), True),
        ("yes", date(2026, 11, 27), False),
        ("", date(2026, 11, 27), False),  # not known: the shorter period
        ("no", date(2026, 11, 27), True),
        ("no", date(2027, 10, 26), True),
        ("no", date(2027, 10, 27), False),
    ],
)
def test_a_refund_is_asked_for_only_while_the_fee_can_be_challenged(
    letter, samples, instruction, today, refund
):
    """§ 69(3) s. 2 AufenthG, § 21(1) BGebG: a month with a written instruction, a year without."""
    made = letter(samples["sachsen-pflege"], "fee", today, answers=[*PAID, ("instruction", instruction)])
    text = text_of(made)
    assert ("zu erstatten" in text) is refund
    assert bool(made.cautions)
    assert ("nur bis zum" in " ".join(made.cautions)) is not refund


def test_an_objection_stands_in_the_letter_only_where_the_land_keeps_it(law, samples):
    for remedy, expected in (("objection", True), ("action", False), (None, False)):
        case = samples["sachsen-pflege"]
        chosen = choice(law, case, "fee", answers=[*PAID, ("instruction", "yes")])
        authority = replace(law.authorities[chosen.authority_id], remedy=remedy)
        changed = replace(
            law, authorities=MappingProxyType({**law.authorities, chosen.authority_id: authority})
        )
        text = text_of(printing.sheet(changed, case, chosen, today=TODAY))
        assert ("lege ich Widerspruch ein" in text) is expected


def test_a_fee_paid_tomorrow_is_a_mistake(letter, samples):
    tomorrow = f"{TODAY + timedelta(1):%d.%m.%Y}"
    with pytest.raises(Problem):
        letter(samples["sachsen-pflege"], "fee", answers=[("paid_on", tomorrow)])


# Minors


def test_a_minor_is_asked_for_half_at_most(law, samples):
    """§ 69(5) no. 7 AufenthG caps what § 50(1) AufenthV does not halve."""
    case = with_fact(samples["sachsen-pflege"], "birth_date", PartialDate.parse("2010-03-14"))
    lines = tuple(
        fee.model_copy(update={"minor": fee.adult}) if fee.id in ("ae_issue", "ae_purpose") else fee
        for fee in law.pack.tables.fees
    )
    uncapped = replace(law, pack=replace(law.pack, tables=replace(law.pack.tables, fees=lines)))
    chosen = choice(law, case, "fee")
    assert "Jedenfalls" not in text_of(printing.sheet(law, case, chosen, today=TODAY))
    text = text_of(printing.sheet(uncapped, case, chosen, today=TODAY))
    assert "höchstens 50 € zu erheben" in text
    assert "§ 69 Abs. 5 Nr. 7 AufenthG" in text
