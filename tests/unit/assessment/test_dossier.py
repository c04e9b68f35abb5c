from makegood.assessment.dossier import gather
from makegood.assessment.sourced import DocumentFacts
from makegood.model.statement import PledgeStatement
from tests.mill import (
    ACTORS,
    PLEDGE,
    RATE,
    dock,
    first,
    governor,
    hired,
    mayor,
    meeting,
    mill,
    spent,
    tariff,
    tariff_again,
    tariff_quotes,
    the_dossier,
)


def test_other_pledges_of_the_promisor_come_with_what_became_of_them() -> None:
    (other,) = the_dossier().others
    assert (other.pledge.id, other.pledge.stage, other.lead) == ("pl:dock", "cancelled", dock)


def test_meetings_of_other_documents_need_the_promising_side_not_only_the_counterpart() -> None:
    assert [told.lead for told in the_dossier().meetings] == [meeting, mayor]


def test_a_measure_told_twice_is_listed_once_with_both_sources() -> None:
    (told,) = the_dossier().measures
    assert told.sources == (tariff, tariff_again)


def test_gaps_follow_the_pledge_where_a_field_is_known_and_the_reading_where_none_is() -> None:
    assert [gap.field for gap in the_dossier().gaps] == ["financing"]


def test_delivery_is_the_largest_report_over_the_promise() -> None:
    money, jobs = the_dossier().delivery
    assert (money.share, money.source) == (0.25, spent)
    assert (jobs.source, round(jobs.share or 0, 3)) == (hired, 0.258)


def test_the_timeline_holds_announcement_meeting_progress_and_the_reckoned_deadline_in_order() -> None:
    moments = [(m.when.date, m.lane, m.reported) for m in the_dossier().moments]
    assert moments == [
        ("2019", "other_promise", False),
        ("2024-05", "meeting", False),
        ("2024-06-01", "measure", True),
        ("2024-06", "promise", False),
        ("2025-06-01", "meeting", True),
        ("2025-06-01", "progress", True),
        ("2025-06-01", "progress", True),
        ("2027-06", "deadline", False),
    ]


def test_equal_figures_are_flagged_not_judged() -> None:
    flags = {flag.code: flag.message for flag in the_dossier().flags}
    assert flags == {
        "same_as_older_pledge": "An older pledge has the same figure: Nordhavn dock",
        "same_as_figure": "Baltic Fund (fund size) is put at the same figure",
    }


def test_judgements_on_other_pledges_stay_out() -> None:
    assert [j.subject for j in the_dossier().judgements] == ["pl:mill"]


def test_documents_are_those_quoted_by_publication_without_their_text() -> None:
    assert [d.title for d in the_dossier().documents] == ["A mill", "The governor speaks", "A year on"]
    assert "text" not in DocumentFacts.model_fields


def test_what_a_text_denies_is_no_moment() -> None:
    denied = first.tell(
        "measure", "Washington threatened a 10% tariff on Danish steel.", tariff_quotes, certainty="negated",
        type="tariff", status="threatened", target=("DK",), rate=RATE,
    )  # fmt: skip
    dossier = gather(PLEDGE, [PLEDGE], ACTORS, [mill, denied])
    assert [told.lead for told in dossier.measures] == [denied]
    assert all(m.lane != "measure" for m in dossier.moments)


def test_the_ledgers_order_of_statements_is_kept() -> None:
    assert isinstance(the_dossier().statements[0].statement, PledgeStatement)
    assert the_dossier().statements == (mill, governor)
