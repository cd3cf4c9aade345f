"""One job for many clients: what is asked for, what became of whom, and nothing half-made."""

import contextlib
import errno
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from desktop.cases.answers import Answer
from desktop.cases.applications import Application, DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod
from desktop.documents import build
from desktop.errors import CannotOpen, Problem
from desktop.services import batch, clients, due, printing, prints
from desktop.services.batch import Batch
from desktop.services.handouts.translations import translation
from desktop.store import printed as stored
from desktop.store.problems import DiskFull
from tests.documents.reading import pages

from .conftest import NOW, TODAY

GERMAN = printing.texts_of("de")


@pytest.fixture
def office(session, samples):
    for case in samples.values():
        clients.add(session, case, NOW)
    return session


def ids(office):
    return {line.file_number: line.id for line in clients.lines(office)}


def done(session, clients_, target, **more):
    *_, last = batch.run(session, Batch(clients_, target, **more), today=TODAY, now=NOW)
    return last


def leftovers(folder: Path):
    return sorted(each.name for each in folder.iterdir() if each.suffix != ".akte")


def test_everybody_whose_title_ends_in_one_pdf(office, tmp_path):
    chosen = due.ending_clients(office, TODAY)
    assert len(chosen) >= 2
    steps = list(batch.run(office, Batch(chosen, tmp_path / "alle.pdf"), today=TODAY, now=NOW))
    assert [(each.done, each.total) for each in steps] == [
        (number, len(chosen)) for number in range(1, len(chosen) + 1)
    ]
    assert [each.report for each in steps[:-1]] == [()] * (len(chosen) - 1)
    report = steps[-1].report
    assert [line.client_id for line in report] == chosen
    assert all(line.problem is None for line in report)
    content = (tmp_path / "alle.pdf").read_bytes()
    text = pages(content)
    assert sum("Checkliste §" in page and "Seite 1" in page for page in text) == len(chosen)
    assert all("ENTWURF" in "".join(page.split()).upper() for page in text)
    with pypdfium2.PdfDocument(content) as document:
        outline = [each.get_title() for each in document.get_toc()]
        about = str(document.get_metadata_dict())
    copies = [title for title in outline if title.endswith("Lesefassung")]
    assert len(outline) == 3 * len(chosen) + len(copies)
    assert len(copies) == len(chosen)  # nobody among them speaks German alone
    names = [line.name for line in clients.lines(office)]
    assert not [name for name in names if name in about or name in " ".join(outline)]
    for line in report:
        assert any(title.startswith(f"{line.file_number} · ") for title in outline)


def test_what_the_client_wants_goes_first_then_the_title_itself_then_what_stands_best(law, samples):
    case = samples["hessen-haertefall"]  # holds § 25(4) s. 1, wants the extension under s. 2
    choice, look = batch.choice_for(law, case, TODAY)
    assert (choice.title_id, choice.occasion, look) == ("25_4_2", "extension", "")
    wishless = replace(samples["muenchen-abschiebungsverbot"], requests=())
    held = replace(wishless, facts={**wishless.facts, "status_periods": _held("25_3")})
    choice, _ = batch.choice_for(law, held, TODAY)
    assert (choice.title_id, choice.occasion) == ("25_3", "extension")
    chance = replace(samples["chancen-aufenthalt"], requests=())
    choice, _ = batch.choice_for(law, chance, TODAY)
    assert choice.title_id.startswith(("25a_", "25b_"))
    assert choice.occasion == "extension"


def _held(title):
    """Until 31.01.2027, printed on the card."""
    period = Period(PartialDate.parse("2025-02-01"), PartialDate.parse("2027-02-01"))
    return Answer((StatusPeriod(f"title:{title}", period),))


def test_who_needs_a_second_look_is_told_why(law, samples):
    case = samples["hessen-haertefall"]
    assert "no address" in batch.choice_for(law, case.without_fact("responsible_abh"), TODAY)[1]
    assert "No title ends" in batch.choice_for(law, samples["offene-fragen"], TODAY)[1]
    barred = case.with_fact("order_58a", Answer(True))
    assert "not available" in batch.choice_for(law, barred, TODAY)[1]
    nothing_ends = samples["derzeit-nicht-moeglich"]  # a Duldung, and no title is open: that is told first
    assert "not available" in batch.choice_for(law, nothing_ends, TODAY)[1]


def test_a_folder_with_names_that_name_nobody(office, tmp_path):
    folder = tmp_path / "Briefe"
    folder.mkdir()
    known = ids(office)
    last = done(office, [known["B-2026-004"], known["B-2026-006"]], folder)
    assert last.failed == 0
    assert leftovers(folder) == [
        "B-2026-004_Antrag_2026-11-24.pdf",
        "B-2026-006_Antrag_2026-11-24.pdf",
    ]
    assert "Lidia Exempel" in " ".join(pages((folder / "B-2026-004_Antrag_2026-11-24.pdf").read_bytes()))


def test_each_hand_out_stands_beside_the_language_of_its_client(session, samples, tmp_path):
    case = samples["hessen-haertefall"]
    chosen = [
        clients.add(session, replace(case, client=replace(case.client, language=code)), NOW)
        for code in ("uk", "fr", "de")
    ]
    assert done(session, chosen, tmp_path / "a.pdf", kinds=("handout",)).failed == 0
    text = " ".join(pages((tmp_path / "a.pdf").read_bytes()))
    for code in ("uk", "fr"):
        title = translation(code).renderings["frame.title"].text
        assert "".join(title.split()) in "".join(text.split())


def test_what_cannot_be_made_for_somebody_is_told_and_the_rest_printed(office, tmp_path, monkeypatch):
    real = printing.sheets

    def sheets(reference, case, choice, **more):
        if choice.kind == "handout":
            raise Problem("This case is odd.")
        return real(reference, case, choice, **more)

    monkeypatch.setattr(printing, "sheets", sheets)
    last = done(office, [ids(office)["B-2026-004"]], tmp_path / "a.pdf")
    assert last.failed == 0
    assert "Nicht jedes Blatt" in batch.as_text(last.report, GERMAN)


def test_two_of_one_number_and_none_at_all_do_not_overwrite_each_other(session, samples, tmp_path):
    case = samples["hessen-haertefall"]
    chosen = [
        clients.add(session, replace(case, client=replace(case.client, name=name, file_number=number)), NOW)
        for name, number in (("A B", "7/26"), ("C D", "726"), ("E F", ""), ("G H", ""))
    ]
    folder = tmp_path / "Briefe"
    folder.mkdir()
    done(session, chosen, folder, kinds=("checklist",))
    assert leftovers(folder) == [
        "726_Antrag_2026-11-24.pdf",
        "726_Antrag_2026-11-24_2.pdf",
        "ohne-Aktenzeichen_Antrag_2026-11-24.pdf",
        "ohne-Aktenzeichen_Antrag_2026-11-24_2.pdf",
    ]


@pytest.mark.parametrize("folder", [False, True])
def test_who_fails_stops_nobody_and_is_named_by_number(office, tmp_path, folder, monkeypatch):
    known = ids(office)
    real = printing.sheets

    def sheets(reference, case, choice, **more):
        if case.client.file_number == "B-2026-006":
            raise Problem("This case is odd.")
        return real(reference, case, choice, **more)

    monkeypatch.setattr(printing, "sheets", sheets)
    target = tmp_path / "ziel" if folder else tmp_path / "ziel.pdf"
    if folder:
        target.mkdir()
    gone = "0" * 31 + "1"
    last = done(office, [gone, known["B-2026-006"], known["B-2026-004"]], target)
    assert last.failed == 2
    assert [line.problem is None for line in last.report] == [False, False, True]
    text = batch.as_text(last.report, GERMAN)
    assert "Schreiben für 1 Akte" in text
    assert "B-2026-006: This case is odd." in text
    assert not [line.name for line in clients.lines(office) if line.name in text]
    assert (len(leftovers(target)) if folder else target.exists()) == 1


def test_where_everybody_fails_nothing_is_written(session, tmp_path):
    last = done(session, ["0" * 31 + "1"], tmp_path / "ziel.pdf")
    assert last.failed == 1
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("folder", [False, True])
def test_a_cancelled_job_leaves_nothing(office, tmp_path, folder):
    target = tmp_path / "ziel" if folder else tmp_path / "ziel.pdf"
    if folder:
        target.mkdir()
    job = batch.run(office, Batch(list(ids(office).values()), target), today=TODAY, now=NOW)
    next(job)
    next(job)
    job.close()
    assert leftovers(tmp_path) == (["ziel"] if folder else [])
    assert not folder or leftovers(target) == []


def test_a_disk_that_fills_in_the_middle_stops_nobody_whose_file_fits(office, tmp_path, monkeypatch):
    folder = tmp_path / "Briefe"
    folder.mkdir()
    chosen, real, written = list(ids(office).values())[:3], build.write, []

    def filling(path, content):
        written.append(path)
        if len(written) == 2:
            raise build.not_saved(OSError(errno.ENOSPC, "full"), path)
        real(path, content)

    monkeypatch.setattr(build, "write", filling)
    last = done(office, chosen, folder)
    assert [line.problem is None for line in last.report] == [True, False, True]
    assert len(leftovers(folder)) == 2
    assert "kein Platz" in batch.as_text(last.report, GERMAN)


def test_a_full_disk_leaves_nothing_and_says_so(office, tmp_path, monkeypatch):
    folder = tmp_path / "Briefe"
    folder.mkdir()

    def full(path, content):
        raise CannotOpen("full")

    monkeypatch.setattr(build, "write", full)
    chosen = list(ids(office).values())[:2]
    assert done(office, chosen, folder).failed == 2
    with pytest.raises(CannotOpen):
        done(office, chosen, tmp_path / "ziel.pdf")
    assert leftovers(folder) == []
    assert leftovers(tmp_path) == ["Briefe"]


def test_what_is_there_and_no_pdf_is_refused_before_the_work(office, tmp_path):
    taken = tmp_path / "akte.pdf"
    taken.write_text("kein PDF")
    with pytest.raises(Problem, match="no PDF"):
        next(batch.run(office, Batch(list(ids(office).values()), taken), today=TODAY, now=NOW))
    with pytest.raises(CannotOpen, match="no folder"):
        next(batch.run(office, Batch(list(ids(office).values()), tmp_path / "nix"), today=TODAY, now=NOW))
    with pytest.raises(Problem, match="Nobody"):
        next(batch.run(office, Batch([], tmp_path / "a.pdf"), today=TODAY, now=NOW))
    assert taken.read_text() == "kein PDF"


def test_a_name_of_200_letters_or_from_right_to_left_is_printed(session, samples, tmp_path):
    case = samples["hessen-haertefall"]
    names = ("Wolfeschlegel " * 14 + "Ende", "محمد نظر الأحمدي", "Ali \N{RIGHT-TO-LEFT OVERRIDE}nahK")
    chosen = [clients.add(session, replace(case, client=replace(case.client, name=n)), NOW) for n in names]
    assert done(session, chosen, tmp_path / "a.pdf").failed == 0
    text = " ".join(pages((tmp_path / "a.pdf").read_bytes()))
    assert "محمد نظر الأحمدي" in text


def test_a_case_that_knows_nothing_still_gets_its_line(session, tmp_path):
    chosen = [clients.add(session, CaseFile(Client("Ali Leer")), NOW)]
    (line,) = done(session, chosen, tmp_path / "a.pdf").report
    assert line.problem is not None or line.look


# What stands among the prints of each client afterwards


@pytest.mark.parametrize("folder", [False, True])
def test_what_was_made_for_somebody_is_printed_again_as_it_was(office, tmp_path, folder):
    target = tmp_path / "Briefe" if folder else tmp_path / "Briefe.pdf"
    if folder:
        target.mkdir()
    chosen = due.ending_clients(office, TODAY)
    done(office, chosen, target, kinds=("letter", "checklist"))
    for client in chosen:
        (one,) = prints.earlier(office, client)
        assert (one.kinds, one.way, one.who, one.approved) == (("letter", "checklist"), "file", "mk", False)
        assert (one.at, one.law_day) == (NOW, office.reference.pack.law_checked_on)
        case = clients.load(office, client)
        again = prints.again(office, client, one.id)
        assert again.printed is not None
        text = pages(again.printed.pdf)
        assert len(text) == one.pages
        assert case.client.name in " ".join(" ".join(text).split())
        if folder:
            assert (target / again.printed.file_name).read_bytes() == again.printed.pdf
        else:
            whole = pages(target.read_bytes())
            assert [page for page in whole if page in text] == text
            others = {clients.load(office, each).client.name for each in chosen if each != client}
            assert not [name for name in others if name in " ".join(text)]
    assert office.office.check().sound


def test_the_authority_is_the_recipient_only_where_a_letter_is_made(office, tmp_path):
    chosen = due.ending_clients(office, TODAY)[:1]
    done(office, chosen, tmp_path / "listen.pdf", kinds=("checklist",))
    done(office, chosen, tmp_path / "briefe.pdf", kinds=("letter",))
    letter, checklist = prints.earlier(office, chosen[0])
    assert checklist.recipient == ""
    authority = clients.load(office, chosen[0]).value("responsible_abh")
    assert letter.recipient == office.reference.authorities[authority].name.de


@pytest.mark.parametrize("folder", [False, True])
def test_what_was_not_saved_is_not_noted(office, tmp_path, folder, monkeypatch):
    target = tmp_path / "Briefe" if folder else tmp_path / "Briefe.pdf"
    if folder:
        target.mkdir()
    chosen = list(ids(office).values())[:3]
    job = batch.run(office, Batch(chosen, target), today=TODAY, now=NOW)
    next(job)
    next(job)
    job.close()
    assert not [each for client in chosen for each in prints.earlier(office, client)]

    def full(path, content):
        raise build.not_saved(OSError(errno.ENOSPC, "full"), path)

    monkeypatch.setattr(build, "write", full)
    with contextlib.suppress(CannotOpen):
        done(office, chosen, target)
    assert not [each for client in chosen for each in prints.earlier(office, client)]


def test_where_noting_fails_the_report_says_so_and_nobody_is_noted(office, tmp_path, monkeypatch):
    chosen = list(ids(office).values())[:2]
    real = stored.keep
    kept: list[object] = []

    def second_fails(notes, client, *more):
        if kept:
            raise DiskFull
        kept.append(client)
        real(notes, client, *more)

    monkeypatch.setattr(stored, "keep", second_fails)
    last = done(office, chosen, tmp_path / "Briefe.pdf")
    assert last.failed == 0
    assert (tmp_path / "Briefe.pdf").is_file()
    assert "stehen aber nicht unter den Ausdrucken" in batch.as_text(last.report, GERMAN)
    assert not [each for client in chosen for each in prints.earlier(office, client)]


# Where another paper than a title ends


def holding(case, paper):
    return case.with_fact("status_periods", Answer((*case.status_periods, paper)))


def test_a_fiction_certificate_is_asked_for_anew(law, samples):
    filed = Application("25_4_2", DecisionKind.EXTENSION, PartialDate.parse("2026-11-01"))
    case = samples["hessen-haertefall"].with_fact("applications", Answer((filed,)))
    fiction = StatusPeriod("F81_4", Period(PartialDate.parse("2026-11-02"), PartialDate.parse("2026-12-20")))
    case = holding(case, fiction)
    choice, look = batch.choice_for_paper(law, case, TODAY)
    assert (choice.kind, look) == ("fiction", "")
    _, look = batch.choice_for_paper(law, case.without_fact("responsible_abh"), TODAY)
    assert "no address" in look


def test_a_duldung_brings_the_title_wanted_and_asks_where_nobody_wanted_one(law, samples):
    case = samples["muenchen-abschiebungsverbot"]
    assert case.requests
    choice, look = batch.choice_for_paper(law, case, TODAY)
    assert (choice.kind, choice.title_id) == ("letter", case.requests[0].title_id)
    assert "Nobody has asked" not in look
    _, look = batch.choice_for_paper(law, replace(case, requests=()), TODAY)
    assert look


def test_with_a_border_crossing_certificate_a_lawyer_looks_first(law, samples):
    case = samples["derzeit-nicht-moeglich"]
    leaving = StatusPeriod("gueb", Period(PartialDate.parse("2026-11-01"), PartialDate.parse("2026-12-01")))
    _, look = batch.choice_for_paper(law, holding(case, leaving), TODAY)
    assert "lawyer" in look


def test_papers_that_end_get_their_sheets_too(office, tmp_path):
    chosen = due.ending_clients(office, TODAY, kinds=due.CERTIFICATES)
    assert chosen
    assert set(chosen).isdisjoint(due.ending_clients(office, TODAY))
    last = done(office, chosen, tmp_path / "papiere.pdf", kinds=("checklist", "handout"), of_papers=True)
    assert last.failed == 0
    assert [prints.earlier(office, client)[0].kinds for client in chosen] == [("checklist", "handout")] * len(
        chosen
    )
