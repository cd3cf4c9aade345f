"""Records of declarations in words: what each is, and how it stands on a day."""

from __future__ import annotations

from datetime import date

from desktop.cases.declarations import Consent, Declaration, HandedOut, Power, Release
from desktop.deadlines.declared import last_day
from desktop.texts import Texts, mark

from .records import option


def what(declaration: Declaration, texts: Texts) -> str:
    """Whom or what it is about."""
    match declaration:
        case Power(where=where, scope=scope):
            return ": ".join(filter(None, (texts(option(where)), ", ".join(scope))))
        case Release(released=released, towards=towards, topics=topics):
            between = texts(mark("{released} towards {towards}"), released=released, towards=towards)
            return ": ".join(filter(None, (between, ", ".join(topics))))
        case Consent(about=about):
            return texts(option(about))
        case HandedOut(sheet=sheet):
            return texts(option(sheet))


def standing(declaration: Declaration, today: date, texts: Texts) -> str:
    """How it stands: until when it holds (inclusive), whether it was taken back, what is not proven."""
    match declaration:
        case Power():
            return _power(declaration, today, texts)
        case Release(withdrawn_on=withdrawn) | Consent(withdrawn_on=withdrawn) if withdrawn is not None:
            return texts(mark("withdrawn {day}"), day=texts.day(withdrawn))
        case Release():
            return _until(last_day(declaration), today, texts)
        case Consent(given_on=given, how=how):
            return texts(mark("given {day}, {how}"), day=texts.day(given), how=texts(option(how)).lower())
        case HandedOut(handed_on=day, language=language):
            return ", ".join(filter(None, (texts.day(day), language)))


def _power(power: Power, today: date, texts: Texts) -> str:
    if power.revoked_on is not None:
        told = texts(mark("revoked {day}"), day=texts.day(power.revoked_on))
        if power.revocation_arrived_on is None:
            return f"{told}; {texts(mark('that it reached the authority is not recorded'))}"
        arrived = texts(mark("reached the authority {day}"), day=texts.day(power.revocation_arrived_on))
        return f"{told}; {arrived}"
    parts = [
        texts(mark("submitted {day}"), day=texts.day(power.submitted_on))
        if power.submitted_on is not None
        else texts(mark("not submitted"))
    ]
    if power.receipt_excluded is not None:
        receipt = mark("without receipt of post") if power.receipt_excluded else mark("with receipt of post")
        parts.append(texts(receipt))
    if power.valid_until is not None:
        parts.append(_until(power.valid_until, today, texts))
    return "; ".join(parts)


def _until(day: date, today: date, texts: Texts) -> str:
    return texts(mark("until {day}") if day >= today else mark("ended {day}"), day=texts.day(day))
