"""One person is found under every usual spelling, and not under another person's name."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.people import Client
from desktop.cases.periods import PartialDate
from desktop.store import clients, undo
from desktop.store.search import folded, sounds

from .making import NOW, case

SAME = """
Mohamad Muhammed Mohammad Mohamed Muhamad Mohammed
Ahmad Ahmed Achmed Ahmet
Hussein Hossein Husain Husein Hosseyn Hussain
Yusuf Youssef Jussuf Yousef Yosef Iusuf
Khaled Chaled Khalid Chalid Halid
Said Sayed Saeed Sayyid Saied
Fatima Fatimah Fatemeh Fatma
Zahra Sahra Zahraa
Jamal Djamal Dschamal Jemal
Abdullah Abdallah Abdulla
Mahmud Mahmoud Machmud
Ibrahim Ebrahim Ibraheem
Tesfay Tesfai Tesfaye
Kidane Qidane Kidaneh
Ghebre Gebre
Schukri Shukri Shoukri
Oleksandr Olexander
Volodymyr Wolodymyr Volodimir
Tetyana Tetiana Tatjana
Nasrin Nasreen
Omar Umar Omer
Leyla Leila Layla
Amina Ameena
Müller Mueller Muller
Özdemir Oezdemir Ozdemir
Yıldız Yildiz
Łukasz Lukasz
Groß Gross
Wafa Vafa Wafaa
Xhemal Xhemall
"""


@pytest.mark.parametrize("line", SAME.strip().splitlines())
def test_spellings_of_one_name_find_each_other(office, line):
    names = line.split()
    for name in names:
        clients.add(office, case(f"{name} Beispiel"), "mk", NOW)
    for query in names:
        found = {each.name.split()[0] for each in clients.lines(office, query)}
        assert found >= set(names), query


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("Amal", "Jamal"),
        ("Omar", "Amira"),
        ("Bilal", "Bahar"),
        ("Zahra", "Sara"),
        ("Rahel", "Halim"),
        ("Ali", "Alba"),
    ],
)
def test_another_name_is_not_found(office, typed, other):
    clients.add(office, case(other), "mk", NOW)
    assert clients.lines(office, typed) == []


def test_the_exact_spelling_comes_first(office):
    for name in ("Ahmad", "Achmed", "Ahmed"):
        clients.add(office, case(name), "mk", NOW)
    assert [line.name for line in clients.lines(office, "ahmed")] == ["Ahmed", "Achmed", "Ahmad"]


@pytest.mark.parametrize(
    "typed",
    [
        "22.11.1999", "22.11.", "11.1999", "1999", "mül", "fatima müller", "Mueller, Fat",
        "MÜLLER 22.11.1999", "E-17/26", "e1726", "E-17", "4711", "ABH 4711", "0176", "017612", "فاطمة",
        "Fàtima",
    ],
)  # fmt: skip
def test_a_client_is_found_by(office, typed):
    known = case("Fatima Müller")
    person = Client(
        "Fatima Müller",
        original_name="فاطمة",
        contact="Handy 0176 / 12 34 56",
        file_number="E-17/26",
        authority_file_number="ABH 4711",
    )
    clients.add(office, replace(known, client=person), "mk", NOW)
    clients.add(office, case("Zahra Beispiel", birth_date=PartialDate.exactly(date(2001, 2, 3))), "mk", NOW)
    assert [line.name for line in clients.lines(office, typed)] == ["Fatima Müller"]
    assert clients.count(office, typed) == 1


@pytest.mark.parametrize("typed", ["23.11.1999", "fatima bahar", "31.31.", "'\"%_*", "x" * 500, "9"])
def test_nothing_is_found_by(office, typed):
    clients.add(office, case("Fatima Müller"), "mk", NOW)
    found = clients.lines(office, typed)
    assert found == [] or typed == "'\"%_*"  # signs alone are an empty query


def test_a_new_name_replaces_the_words_of_the_old_one(office):
    client = clients.add(office, case("Amal Muster"), "mk", NOW)
    clients.save(office, client, case("Bahar Vorlage"), "mk", NOW)
    assert clients.lines(office, "amal") == []
    assert [line.name for line in clients.lines(office, "vorlage")] == ["Bahar Vorlage"]
    undo.undo(office, "mk", NOW)
    assert [line.name for line in clients.lines(office, "amal")] == ["Amal Muster"]


@pytest.mark.parametrize("typed", ["", "m", "mu", "muster", "muster 1999"])
def test_those_found_are_counted_and_put_in_order_without_reading_their_rows(office, typed, monkeypatch):
    asked = []
    read = office.read

    def noted(sql, *values):
        asked.append((sql, values))
        return read(sql, *values)

    monkeypatch.setattr(office, "read", noted)
    clients.lines(office, typed)
    clients.count(office, typed)
    for sql, values in asked:
        plan = [step for *_, step in read(f"EXPLAIN QUERY PLAN {sql}", *values)]
        assert any("client USING COVERING INDEX ix_client_" in step for step in plan), plan


@given(st.text(max_size=30))
def test_anything_typed_folds_and_sounds(text):
    assert folded(text) == folded(text).casefold() == folded(f" {text} ")
    for word in folded(text).split():
        assert all(len(sounding) >= 2 for sounding in sounds(word))
