"""The record of SoftBank: what it promised before, and what came of it, beside the article's own pledge.

The article is not ours to ship; the test runs where it lies beside the repository.
"""

from pathlib import Path

import pytest

from makegood.assessment.dossier import OtherPledge
from makegood.model.document import Document
from makegood.publication.dossier import render
from makegood.publication.gathered import dossier_of
from makegood.publication.page import Colophon
from makegood.reading.hybrid import HybridReader
from makegood.reference.apart import apart
from makegood.reference.pledges import shipped
from makegood.reference.retelling import READER, retold
from makegood.sources import load, locate
from makegood.workflow import open_ledger

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
DAY = "2026-07-01"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, OtherPledge], str]:
    """The promisor's other pledges by the row they are from, and the dossier's page."""
    files = sorted(SEEDS.glob("*.txt"))
    if not files:
        pytest.skip("the seed article does not lie beside the repository (../shared/seeds)")
    article = next(d for located in locate([str(files[0])]) for d in load(located) if isinstance(d, Document))
    with open_ledger(str(tmp_path_factory.mktemp("record") / "ledger.sqlite"), create=True) as book:
        book.append([(article, HybridReader().read(article)), *retold(shipped())], DAY)
        documents = {held.id: held.ref for held in book.view().documents()}
        refs = {held.statement.id: documents[held.document] for held in book.view().statements("pledge")}
        for judgement in apart(shipped(), book.view().pledges(), refs, DAY):
            book.judge(judgement, DAY)
        view = book.view()
        statements = {held.statement.id: held.document for held in view.statements("pledge")}
        (pledge,) = [p for p in view.pledges() if article.id in {statements[one] for one in p.statements}]
        dossier = dossier_of(view, pledge.id)
    rows = {other.lead.document.ref.partition(":")[2]: other for other in dossier.others if other.lead is not None}
    return rows, render(dossier, Colophon(DAY))


def test_the_promise_of_2016_stands_with_what_was_counted_and_where_that_stands(
    page: tuple[dict[str, OtherPledge], str],
) -> None:
    earlier = page[0]["softbank-us-2016"]
    assert earlier.pledge.amount is not None
    assert (earlier.pledge.amount.low, earlier.pledge.amount.currency) == (50_000_000_000, "USD")
    assert earlier.pledge.jobs is not None
    assert earlier.pledge.jobs.low == 50_000
    counted = [(s.document.published.date, s.statement.amount.low) for s in earlier.progress]  # type: ignore[union-attr]
    assert counted == [("2019-12-10", 47_000_000_000), ("2024-12", 75_000_000_000)]
    assert earlier.lead is not None
    assert earlier.lead.document.reader == READER
    assert earlier.lead.document.url is not None
    assert "csmonitor.com" in earlier.lead.document.url


def test_counts_on_weak_pages_are_shown_and_move_no_stage(page: tuple[dict[str, OtherPledge], str]) -> None:
    assert page[0]["softbank-us-2016"].assessment.stage == "pledged"


def test_the_saudi_solar_plan_stalled_and_the_second_fund_was_cut(page: tuple[dict[str, OtherPledge], str]) -> None:
    rows, _ = page
    assert rows["softbank-saudi-solar-2018"].assessment.stage == "stalled"
    assert rows["softbank-vision-fund-2-2019"].assessment.stage == "reduced"
    assert rows["softbank-vision-fund-2016"].assessment.stage == "delivered"


def test_the_row_of_2024_is_the_article_s_own_pledge_not_another(page: tuple[dict[str, OtherPledge], str]) -> None:
    assert "softbank-us-2024" not in page[0]


def test_the_page_shows_the_record_its_sources_and_the_bias(page: tuple[dict[str, OtherPledge], str]) -> None:
    _, html = page
    assert "SoftBank promised $50 billion and about 50,000 jobs to the United States" in html.replace("\u00a0", " ")
    assert "csmonitor.com" in html
    assert "not a quote of it" in html
    assert "chosen, not sampled" in html
