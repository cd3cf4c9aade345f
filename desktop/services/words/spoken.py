"""The languages that clients speak: code, own name in its own script, source text of its name."""

from __future__ import annotations

from desktop.texts import Texts, mark

SPOKEN = (
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


def language_name(code: str, texts: Texts) -> str:
    """The language of a client in words; a code that is not in the table as it was recorded."""
    wanted = code.lower()
    return next((texts(word) for each, _, word in SPOKEN if each == wanted), code)
