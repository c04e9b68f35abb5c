from makegood.model.statement import PledgeStatement, ProgressStatement
from makegood.reference.pledges import history, shipped
from makegood.reference.retelling import FINDINGS, READER, retold, withdrawn
from tests.rows import OUTCOMES, PLEDGES, pledge_row

TOLD = retold(history(PLEDGES, OUTCOMES))
BY_REF = {document.ref: (document, reading.statements[0]) for document, reading in TOLD}


def test_every_shipped_row_is_told_and_every_value_has_its_words() -> None:
    told = retold(shipped())
    assert len({document.ref for document, _ in told}) == len(told) == 640
    for document, reading in told:
        assert reading.checked(document).reader == READER


def test_a_pledge_is_told_with_the_page_that_states_it() -> None:
    document, statement = BY_REF["reference:tarn-norway-2015"]
    assert document.text == (
        "Tarn Foundries promised USD 2 billion and about 900 jobs to Norway, for steel and metals,"
        " announced 2015-03-02. (Reference ledger: tarn-norway-2015.)"
    )
    assert (document.url, document.title, document.publisher) == (
        "https://example.org/foundry",
        "A foundry for the fjord",
        "example.org",
    )
    assert isinstance(statement, PledgeStatement)
    assert (statement.promisor.name, statement.stage) == ("Tarn Foundries", "pledged")
    assert statement.evidence["jobs"][0].quote == "about 900 jobs"


def test_an_up_to_sum_has_no_low_end_and_a_part_points_to_its_whole() -> None:
    _, bridge = BY_REF["reference:tarn-bridge-2015"]
    _, whole = BY_REF["reference:tarn-norway-2015"]
    assert isinstance(bridge, PledgeStatement)
    assert bridge.amount is not None
    assert (bridge.amount.low, bridge.amount.high, bridge.amount.bound) == (None, 2_000_000_000, "up_to")
    assert bridge.part_of == whole.id


def test_a_memorandum_is_agreed_not_only_pledged() -> None:
    ((_, reading),) = retold(history([pledge_row("a", counterparty="Government of Norway (MoU)")], []))
    (statement,) = reading.statements
    assert isinstance(statement, PledgeStatement)
    assert statement.stage == "agreed"


def test_a_finding_that_counts_is_an_audit_and_a_weak_page_is_not_trusted() -> None:
    pledge = BY_REF["reference:tarn-norway-2015"][1].id
    partly, stalled = (BY_REF[f"reference:tarn-norway-2015/2018-06{number}"][1] for number in ("", ".2"))
    assert isinstance(partly, ProgressStatement)
    assert isinstance(stalled, ProgressStatement)
    assert (partly.what, partly.stage, partly.pledge) == ("audit", "part_delivered", pledge)
    assert (partly.confidence, stalled.confidence) == (1.0, 0.4)


def test_a_mended_row_changes_its_own_document_and_those_that_name_it() -> None:
    mended = retold(history([pledge_row("tarn-norway-2015", jobs_promised="800"), *PLEDGES[1:]], OUTCOMES))
    changed = {one.ref for (one, _), (other, _) in zip(TOLD, mended, strict=True) if one.id != other.id}
    assert changed == {
        "reference:tarn-norway-2015",
        "reference:tarn-bridge-2015",
        "reference:tarn-norway-2015/2017-05-01",
        "reference:tarn-norway-2015/2018-06",
        "reference:tarn-norway-2015/2018-06.2",
        "reference:tarn-bridge-2015/2016",
    }
    raws = [{document.ref: document.raw_digest for document, _ in told} for told in (TOLD, mended)]
    assert raws[0] == raws[1], "a row is one thing whatever it says, so that the new wording replaces the old"


def test_what_is_told_no_more_is_withdrawn_and_says_nothing() -> None:
    refs = ["reference:tarn-norway-2015", "reference:gone-2001", "a page"]
    ((document, reading),) = withdrawn(refs, TOLD)
    assert (document.ref, reading.statements) == ("reference:gone-2001", ())


def test_every_finding_of_the_rows_has_a_meaning() -> None:
    assert {outcome.found for outcome in shipped().outcomes} <= FINDINGS.keys()
