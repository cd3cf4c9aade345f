"""Declarations as plain data and by kind."""

from datetime import date

import pytest

from desktop.cases.declarations import (
    KINDS,
    Consent,
    DeclarationShape,
    HandedOut,
    Power,
    Release,
    of_kind,
    with_kind,
)
from desktop.cases.shapes import ShapeError

ON = date(2026, 11, 2)
POWER = Power("abh", ON, ("Anträge stellen",), True, ON, True, date(2027, 11, 1))
RELEASE = Release("Dr. Beispiel", "Beratungsstelle", ON, ("Reisefähigkeit",), withdrawn_on=ON)
CONSENT = Consent("health", ON, "signed", text="2026-08", language="ar", interpreted_by="N. N.")
SHEET = HandedOut("privacy", ON, "2026-08", "de")
ALL = (POWER, RELEASE, CONSENT, SHEET)


@pytest.mark.parametrize("declaration", ALL)
def test_each_kind_comes_back_as_it_was_written(declaration):
    shape = DeclarationShape()
    plain = shape.write(declaration)
    assert KINDS[plain["kind"]] is type(declaration)
    assert shape.read(plain) == declaration


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({"sheet": "privacy", "handed_on": "2026-11-02"}, "kind"),
        ({"kind": "promise"}, "promise"),
        ({"kind": "power"}, "where"),
        ({"kind": "handed_out", "sheet": "privacy", "handed_on": "2026-11-02", "odd": "1"}, "odd"),
        ("power", "table"),
    ],
)
def test_what_is_no_declaration_is_refused(raw, said):
    with pytest.raises(ShapeError) as refused:
        DeclarationShape().read(raw)
    assert said in str(refused.value) + str(refused.value.path)


def test_records_of_one_kind_take_the_place_of_those_before():
    other = Power("bamf")
    found = with_kind((SHEET, POWER, RELEASE), Power, (POWER, other))
    assert found == (POWER, other, RELEASE, SHEET)
    assert of_kind(found, Power) == (POWER, other)
    assert with_kind(found, Power, ()) == (RELEASE, SHEET)
