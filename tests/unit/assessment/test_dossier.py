from makegood.assessment.dossier import Dossier, gather
from makegood.assessment.sourced import DocumentFacts
from makegood.model.actor import Actor, ActorName, Participant
from makegood.model.judgement import Judgement
from makegood.model.pledge import Pledge
from makegood.model.statement import PledgeStatement, Recipient
from makegood.model.values import Amount, Figure, Horizon, Jobs, PartialDate, Rate
from tests.telling import Telling

TEXT = (
    "Nordhavn Steel will put $4 billion into a mill in Ohio over three years and hire 1,200 people, "
    "chief executive Ada Lund said. She met Governor Rex Hale in Columbus in May. "
    "Washington threatened a 10% tariff on Danish steel. Nordhavn's Baltic Fund holds $4 billion. "
    "If the mill opens, the valley gains. Brazil threatened a 5% tariff on Chilean wine."
)
LATER = (
    "Nordhavn Steel has spent $1 billion in Ohio. Ada Lund met the mayor of Aarhus. Governor Rex Hale met a choir. "
    "The United States threatened a 10% tariff on Danish steel. Nordhavn Steel once promised $4 billion for a dock."
)

first, second = Telling(TEXT, "2024-06-01", title="A mill"), Telling(LATER, "2025-06-01", title="A year on")
mill = first.tell(
    "pledge",
    TEXT.split(" She")[0],
    {"promisor": "Nordhavn Steel", "amount": "$4 billion", "announced_by": "Ada Lund", "recipient": "Ohio"},
    promisor=ActorName(name="Nordhavn Steel", kind="company"),
    announced_by=ActorName(name="Ada Lund"),
    amount=Amount(low=4_000_000_000, high=4_000_000_000, currency="USD"),
    recipient=Recipient(countries=("US",), place="Ohio"),
)
RATE, TARIFF = Rate(low=10, high=10), {"type": "tariff", "status": "threatened", "imposer": "US", "target": ("DK",)}
meeting = first.tell(
    "meeting",
    "She met Governor Rex Hale in Columbus in May.",
    {"participants": "She met Governor Rex Hale", "place": "Columbus", "date": "May", "outcome": "met"},
    participants=(Participant(name="Ada Lund"), Participant(name="Rex Hale")),
    place="Columbus",
    date=PartialDate(date="2024-05", precision="month", basis="inferred"),
    outcome="held",
)
tariff_quotes = {"type": "tariff", "status": "threatened", "rate": "10%", "target": "Danish"}
tariff = first.tell(
    "measure",
    "Washington threatened a 10% tariff on Danish steel.",
    tariff_quotes | {"imposer": "Washington"},
    rate=RATE,
    **TARIFF,
)
tariff_again = second.tell(
    "measure",
    "The United States threatened a 10% tariff on Danish steel.",
    tariff_quotes | {"imposer": "The United States"},
    rate=RATE,
    **TARIFF,
)
fund = first.tell(
    "figure",
    "Nordhavn's Baltic Fund holds $4 billion.",
    {"subject": "Baltic Fund", "metric": "holds", "value": "$4 billion"},
    subject="Baltic Fund",
    metric="fund size",
    value=Figure(low=4_000_000_000, high=4_000_000_000, unit="USD"),
)
outlook = first.tell(
    "outlook",
    "If the mill opens, the valley gains.",
    {"if": "the mill opens", "then": "the valley gains", "direction": "gains"},
    **{"if": "the mill opens", "then": "the valley gains", "direction": "better"},
)
spent = second.tell(
    "progress",
    "Nordhavn Steel has spent $1 billion in Ohio.",
    {"promisor": "Nordhavn Steel", "what": "spent", "amount": "$1 billion"},
    promisor=ActorName(name="Nordhavn Steel"),
    what="spent",
    amount=Amount(low=1_000_000_000, high=1_000_000_000, currency="USD"),
)
mayor, choir = (
    second.tell(
        "meeting",
        sentence,
        {"participants": sentence, "outcome": "met"},
        participants=(Participant(name=one), Participant(name=other)),
        outcome="held",
    )
    for sentence, one, other in (
        ("Ada Lund met the mayor of Aarhus.", "Ada Lund", "the mayor of Aarhus"),
        ("Governor Rex Hale met a choir.", "Rex Hale", "a choir"),
    )
)
dock = second.tell(
    "pledge",
    "Nordhavn Steel once promised $4 billion for a dock.",
    {"promisor": "Nordhavn Steel", "amount": "$4 billion"},
    promisor=ActorName(name="Nordhavn Steel"),
    amount=Amount(low=4_000_000_000, high=4_000_000_000, currency="USD"),
)
ALL = [mill, meeting, tariff, tariff_again, fund, outlook, spent, mayor, choir, dock]
PLEDGE = Pledge(
    id="pl:mill",
    name="Nordhavn mill",
    promisors=("nordhavn",),
    countries=("US",),
    amount=Amount(low=4_000_000_000, high=4_000_000_000, currency="USD"),
    jobs=Jobs(low=1200, high=1200),
    horizon=Horizon(years=3),
    announced=PartialDate(date="2024-06", precision="month"),
    not_stated=("financing", "amount"),
    statements=(mill.id,),
    progress=(spent.id,),
)
DOCK = Pledge(
    id="pl:dock",
    name="Nordhavn dock",
    promisors=("nordhavn",),
    amount=Amount(low=4_000_000_000, high=4_000_000_000, currency="USD"),
    announced=PartialDate(date="2019", precision="year"),
    stage="cancelled",
    statements=(dock.id,),
)
ACTORS = [Actor(id="nordhavn", name="Nordhavn Steel", kind="company", country="DK")]


def the_dossier() -> Dossier:
    """The mill's dossier out of both documents."""
    judgement = Judgement(verdict="same", subject="pl:mill", other="pl:x", by="Kim", at="2025-07-01", reason="one mill")
    stranger = judgement.model_copy(update={"subject": "pl:other"})
    return gather(PLEDGE, [PLEDGE, DOCK], ACTORS, ALL, [judgement, stranger])


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
    assert (jobs.field, jobs.delivered, jobs.share) == ("jobs", None, None)


def test_the_timeline_holds_announcement_meeting_progress_and_the_reckoned_deadline_in_order() -> None:
    moments = [(m.when.date, m.lane, m.reported) for m in the_dossier().moments]
    assert moments == [
        ("2024-05", "meeting", False),
        ("2024-06-01", "measure", True),
        ("2024-06", "promise", False),
        ("2025-06-01", "meeting", True),
        ("2025-06-01", "other_promise", True),
        ("2025-06-01", "progress", True),
        ("2027-06", "deadline", False),
    ]


def test_equal_figures_are_flagged_not_judged() -> None:
    flags = {flag.code: flag.message for flag in the_dossier().flags}
    assert flags == {
        "same_as_older_pledge": "The same figure as in an older pledge: Nordhavn dock",
        "same_as_figure": "The same figure as Baltic Fund (fund size)",
    }


def test_judgements_on_other_pledges_stay_out() -> None:
    assert [j.subject for j in the_dossier().judgements] == ["pl:mill"]


def test_documents_are_those_quoted_by_publication_without_their_text() -> None:
    assert [d.title for d in the_dossier().documents] == ["A mill", "A year on"]
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
    assert the_dossier().statements == (mill,)
