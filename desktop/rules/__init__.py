"""The law: data that a lawyer can read, and one algebra that comes to a verdict and can say why.

**The scale.** `not_available < facts_missing < needs_assessment < discretion_open < should_be_granted <
entitlement_indicated` (`verdict`). `&` is the worse of two, `|` the better; the top also means "nothing
against it". A condition is a tree (`conditions`): `All` is the minimum of its parts, `Any` the maximum,
`Unless` the maximum of a condition and its exception, `Capped` the minimum with a constant. All of nothing
is the top; any of nothing is refused.

**Leaves.** A leaf tests one fact (`comparison`). The test is yes, no, unknown or disputed, and what that
does to the verdict depends on the class. For a bar the leaf describes the bar: yes means it is present.

    class              yes             no              unknown          not judged        disputed
    requires           top             not_available   facts_missing    needs_assessment  needs_assessment
    usually            top             needs_assess.   needs_assess.    needs_assessment  needs_assessment
    waivable           top             discretion      discretion       discretion        discretion
    waived             top             top             top              top               top
    barred_by          not_available   top             facts_missing    needs_assessment  needs_assessment
    doubtful_by        needs_assess.   top             needs_assess.    needs_assessment  needs_assessment
    opens_discretion   discretion      not_available   facts_missing    needs_assessment  needs_assessment

"Not judged" stands for unknown where the fact is a value judgement, which only a person makes. A fact
computed from such a judgement arrives as disputed. A person may also find that a rule (`usually`,
`doubtful_by`) does not stand in the way of one case: that lifts this one leaf of this one norm
(`25b_1.civic`) and nothing else.

**No "not".** Negation sits in the test of a leaf. Under `barred_by` and `doubtful_by` the author describes
the bar, so `reading.trees` applies De Morgan's laws once: "any of these bars" is built as a minimum, "all
of these" as a maximum. A class that waives or requires cannot stand inside a bar. An `unless` begins afresh
with `requires` and takes only classes that lift nothing while it is not met, so a present bar is a no until
its own exception is met. A bar that the authority may disregard is written as `waivable` with the absence
of the bar.

**Routes.** A title has one or more routes, each with a legal nature and a cap. The verdict is the best of
min(cap, route, common conditions). What carried it is exactly the leaves that share it; where the cap
decided, those of the tree before the cap. The tree pruned to its reasons gives the verdict again.

**Facts that count both ways.** Where one route needs a fact and another its opposite, an open fact would
make every route `facts_missing` although each answer may lead to the same. `norms` finds these facts when a
pack is read; `assess.settle` holds the verdict between the worst and the best that their answers give.
Every other fact is monotone: unknown lies between its answers by the table.

**Two carriers.** The tree is written once over `Facts[V]`. One client carries a `Verdict`. For a whole
caseload (`caseload`) the verdicts of a title are one long integer, five lanes of one bit a client; they are
made from what is kept of every client, a byte for each test (`slots`, `columns`).

**Once for all titles.** What does not hang on the title is derived and tested once a case and day: a test
is one `Probe` wherever it stands, and a fact that may hang on the title is shared by all decisions that
answer alike to what its rule asked (`facts.basis.Asking`).

**What stands beside a verdict.** An assessment finds at once what decides and explains: verdicts, routes with
their trees, reasons, proof. Open questions, warnings, consequences and claims are made when first asked for
and kept (`results`), so that whoever wants verdicts derives nothing else; a window asks on its worker.

**What would have to change.** `changes` gives facts other values and finds the smallest sets of them that
lead further. Who can bring a value about stands in the vocabulary (`changes`).

**What is open.** `relevance` names exactly the open facts that can still change a verdict, `questions` puts
the inputs behind them in order.

**Looking ahead.** `forecasting` reads a later day as if the person applied on it and nothing else happened
until then. `facts.changepoints` gives the days on which a fact may turn at all, `timelines` follows each fact
from one to the next, anew only where what it rests on is another one (`facts.following`), and a title is
evaluated again only where one of its own conditions turned (`forecast`).

The modules, from the file to the page: `entries`, `vocabulary`, `terms`, `rows` and `tables` (what a pack
holds), `reading` (from files to these, every fault with file, key and line), `packs` (a whole pack),
`norms` (a title from day to day), `verdict` (the scale), `conditions`, `comparison` and `carriers` (the tree
and what it is evaluated on), `facts` (what follows from a case; the only part that sees one), `stated` (facts
without a case), `answers` (which answers a norm can tell apart), `assess` (norms x facts x day), `results`
(what comes of it), `relevance` and `questions` (what is open), `slots`, `columns` and `caseload` (the same
for everybody), `alternatives`, `ways` and `changes` (what would have to change), `timelines`, `forecasting`,
`forecast` (time to come), `compare` (two laws), then `checklist`, `fees`, `consequences`, `held`, `sources`,
`citations`, `standing`, `words`, `scheme` and `examples` for what is shown beside a verdict.
"""
