"""The words of one language."""

import os
from datetime import date
from decimal import Decimal
from threading import Event, Thread

import polib
import pytest

from desktop.errors import Problem
from desktop.texts import Texts

PO = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

msgid "The file {file} is empty."
msgstr "Die Datei {file} ist leer."

msgid "Status"
msgstr "Status"

msgid "{count} client"
msgid_plural "{count} clients"
msgstr[0] "{count} Person"
msgstr[1] "{count} Personen"
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "one.po").write_text(PO, encoding="utf-8")
    (tmp_path / "de" / "start.po").write_text(PO.split('msgid "The')[0], encoding="utf-8")
    return tmp_path


def test_german_and_english(folder):
    german, english = Texts("de", folder), Texts("en", folder)
    assert german("The file {file} is empty.", file="a.yaml") == "Die Datei a.yaml ist leer."
    assert english("The file {file} is empty.", file="a.yaml") == "The file a.yaml is empty."
    assert german.plural("{count} client", "{count} clients", 1) == "1 Person"
    assert german.plural("{count} client", "{count} clients", 2) == "2 Personen"
    assert english.plural("{count} client", "{count} clients", 2) == "2 clients"


def test_a_word_that_is_the_same_in_both_languages_counts_as_translated(folder):
    german = Texts("de", folder)
    assert german.translated("Status")
    assert not german.translated("Nobody translated this")
    assert german("Nobody translated this") == "Nobody translated this"


def test_problems_are_told_in_the_language(folder):
    problem = Problem("The file {file} is empty.", file="a.yaml")
    assert Texts("de", folder).problem(problem) == "Die Datei a.yaml ist leer."
    assert Texts("de", folder).problem(ZeroDivisionError("secret")) == "ZeroDivisionError"


def test_dates_and_money(folder):
    german, english = Texts("de", folder), Texts("en", folder)
    day = date(2026, 11, 2)
    assert german.day(day) == "02.11.2026"
    assert english.day(day) == "2 Nov 2026"
    assert german.long_date(day) == "2.\u00a0November 2026"
    assert german.weekday(day) == "Montag"
    assert german.short_weekday(day) == "Mo"
    assert german.money(Decimal("46.5")) == "46,50\u00a0€"
    assert german.money(Decimal("1100")) == "1.100\u00a0€"
    assert english.money(Decimal("46.5")) == "€46.50"


def test_a_catalogue_is_read_once_until_it_changes(folder, monkeypatch):
    read: list[str] = []
    parse = polib.pofile

    def noted(name):
        read.append(name)
        return parse(name)

    monkeypatch.setattr(polib, "pofile", noted)
    for _ in range(3):
        assert Texts("de", folder)("Status") == "Status"
        assert Texts("de", folder)("The file {file} is empty.", file="a") == "Die Datei a ist leer."
    assert len(read) == 2
    changed = folder / "de" / "one.po"
    changed.write_text(PO.replace("ist leer", "ist ganz leer"), encoding="utf-8")
    os.utime(changed, ns=(1, 1))
    assert Texts("de", folder)("The file {file} is empty.", file="a") == "Die Datei a ist ganz leer."


def test_a_thread_that_asks_while_another_reads_gets_the_german_words(folder, monkeypatch):
    german, reading, told = Texts("de", folder), Event(), []
    parse = polib.pofile

    def slow(name):
        reading.set()
        assert release.wait(10)
        return parse(name)

    release = Event()
    monkeypatch.setattr(polib, "pofile", slow)
    threads = [
        Thread(target=lambda: told.append(german("The file {file} is empty.", file="a"))) for _ in range(2)
    ]
    threads[0].start()
    assert reading.wait(10)
    threads[1].start()
    release.set()
    for thread in threads:
        thread.join()
    assert told == ["Die Datei a ist leer."] * 2
