"""Approval, answers and wording: what stands on the sheets, and when the draft mark goes."""

from tests.ui.printing.making import is_draft, only, words_of


def test_approval_takes_the_draft_mark_away_and_says_who_and_when(presented):
    presenter, view, _ = presented()
    presenter.enter()
    only(presenter, "checklist")
    assert is_draft(view)
    presenter.approve(True)
    assert view.approved == "freigegeben von mk, 14:03 Uhr"
    assert not is_draft(view)
    presenter.approve(False)
    assert is_draft(view)


def test_who_may_not_approve_is_told_so_and_it_stays_a_draft(presented):
    presenter, view, _ = presented()
    presenter.enter()
    presenter._prints.nobody_approves = True
    presenter.approve(True)
    assert view.problem is not None
    assert not view.chosen.shared.approved
    assert is_draft(view)


def test_a_letter_stays_a_draft_until_the_client_has_confirmed_it_too(presented):
    presenter, view, context = presented()
    presenter.enter()
    only(presenter, "letter")
    presenter.approve(True)
    assert is_draft(view)
    presenter.confirm(True)
    assert view.chosen.shared.confirmed_on == context.today()
    assert not is_draft(view)
    presenter.choose("language", "en")
    assert view.chosen.shared.confirmed_on is None
    assert not view.chosen.shared.approved


def test_what_nobody_has_seen_is_not_approved(presented):
    presenter, view, context = presented()
    presenter.enter()
    for change in (
        lambda: presenter.tick("reasons", True),
        lambda: presenter.choose_task("explain"),
        lambda: presenter.answer("ground", "x"),
        lambda: context.answer("order_58a", False),
    ):
        presenter.approve(True)
        assert view.chosen.shared.approved
        change()
        assert not view.chosen.shared.approved
        assert not view.approved


def test_an_answer_stands_in_the_letter(presented):
    presenter, view, _ = presented("hessen-haertefall")
    presenter.enter()
    only(presenter, "letter")
    asked = next(each for each in view.offer.questions if each.kind.value in ("text", "line"))
    presenter.answer(asked.id, "Wort für Wort so getippt")
    assert view.offer.answers[asked.id] == "Wort für Wort so getippt"
    assert "Wort für Wort so getippt" in " ".join(words_of(view).split())


def test_a_paragraph_is_worded_anew_for_this_print(presented):
    presenter, view, _ = presented("hessen-haertefall")
    presenter.enter()
    only(presenter, "letter")
    assert view.paragraphs == ()
    presenter.show_wording(True)
    kind, last = view.paragraphs[-1]
    presenter.approve(True)
    presenter.word(kind, last, last.text + " Dafür danke ich Ihnen sehr.")
    assert "Dafür danke ich Ihnen sehr." in " ".join(words_of(view).split())
    assert not view.chosen.shared.approved
    (first,) = [each for _, each in view.paragraphs if each.request][:1]
    presenter.word("letter", first, "")
    assert view.problem is not None
    assert len(view.edits) == 1
    presenter.take_edits_back()
    assert "Dafür danke ich Ihnen sehr." not in " ".join(words_of(view).split())
