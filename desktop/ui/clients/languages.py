"""The languages of hand-outs, each in its own script, so that the client finds it too."""

from __future__ import annotations

from desktop.texts import Texts, mark
from desktop.ui.kit.choice import Option
from desktop.ui.kit.names import isolated

_LANGUAGES = (
    ("de", "Deutsch", mark("German")),
    ("ar", "العربية", mark("Arabic")),
    ("prs", "دری", mark("Dari")),
    ("fa", "فارسی", mark("Persian")),
    ("ps", "پښتو", mark("Pashto")),
    ("ku", "Kurdî", mark("Kurdish")),
    ("ti", "ትግርኛ", mark("Tigrinya")),
    ("am", "አማርኛ", mark("Amharic")),
    ("so", "Soomaali", mark("Somali")),
    ("tr", "Türkçe", mark("Turkish")),
    ("uk", "Українська", mark("Ukrainian")),
    ("ru", "Русский", mark("Russian")),
    ("sq", "Shqip", mark("Albanian")),
    ("sr", "Srpski", mark("Serbian")),
    ("ur", "اردو", mark("Urdu")),
    ("vi", "Tiếng Việt", mark("Vietnamese")),
    ("fr", "Français", mark("French")),
    ("es", "Español", mark("Spanish")),
    ("en", "English", mark("English")),
)


def language_options(texts: Texts) -> list[Option]:
    """Own name first, then the word in the window's language."""
    return [
        (code, own if own == texts(word) else f"{isolated(own)} – {texts(word)}")
        for code, own, word in _LANGUAGES
    ]
