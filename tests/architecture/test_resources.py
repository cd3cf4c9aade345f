"""Resources are found in a checkout, in a wheel and in a frozen program."""

import sys

import pytest

from desktop import resources


@pytest.fixture
def asked_anew():
    resources.root.cache_clear()
    yield
    resources.root.cache_clear()


def test_a_checkout_reads_its_own_folder(asked_anew):
    assert resources.path("fonts", "OFL.txt").is_file()


def test_a_wheel_carries_them_inside_the_package(asked_anew, monkeypatch, tmp_path):
    (tmp_path / "_resources").mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    assert resources.path("fonts", "OFL.txt") == tmp_path / "_resources" / "fonts" / "OFL.txt"


def test_a_frozen_program_has_them_beside_its_modules(asked_anew, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.root() == tmp_path / "resources"
