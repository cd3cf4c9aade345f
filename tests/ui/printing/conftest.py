"""The print page with a case on the desk: its presenter alone, or the whole page on the screen."""

import pytest

from desktop.ui.printing import room
from desktop.ui.printing.presenter import PrintingPresenter
from tests.ui.kept_prints import KeptPrints
from tests.ui.printing.making import NOW, FakeView


@pytest.fixture
def presented(context_of, sample):
    def make(case="muenchen-abschiebungsverbot", jobs=None, **more):
        found = sample(case) if isinstance(case, str) else case
        context, view = context_of(found, jobs), FakeView()
        prints = KeptPrints(context.reference, context.today(), **more)
        presenter = PrintingPresenter(context, view, lambda: NOW, prints)
        context.desk.open("1")
        return presenter, view, context

    return make


@pytest.fixture
def page_of(look, shown, context_of, sample):
    def make(case="muenchen-abschiebungsverbot", **more):
        found = sample(case) if isinstance(case, str) else case
        context = context_of(found)
        prints = KeptPrints(context.reference, context.today())
        page, presenter = room.build(look, context, lambda: NOW, prints, **more)
        context.desk.open("1")
        shown(page)
        presenter.enter()
        return page, presenter, prints

    return make
