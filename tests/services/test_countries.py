"""States by name."""

from desktop.services.words.countries import countries, country
from desktop.texts import LANGUAGES


def test_codes_have_names_in_both_languages():
    assert country("SO", "de") == "Somalia"
    assert country("TN", "de") == "Tunesien"
    assert country("TN", "en") == "Tunisia"
    assert country("stateless", "de") == "staatenlos"
    assert {len(countries(language)) for language in LANGUAGES} == {246}


def test_what_is_no_code_stays():
    assert country("Jugoslawien", "de") == "Jugoslawien"
