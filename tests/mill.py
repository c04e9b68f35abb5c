"""A made-up pledge with all that may stand around one, told by two documents of our own."""

from makegood.assessment.dossier import Dossier, gather
from makegood.model.actor import Actor, ActorName, Participant, Speaker
from makegood.model.judgement import Judgement
from makegood.model.pledge import Pledge, Version
from makegood.model.statement import Recipient
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
    "The United States threatened a 10% tariff on Danish steel. Nordhavn Steel once promised $4 billion for a dock. "
    "The dock was called off in 2021. Nordhavn Steel has hired 310 people."
)

OFFICE = "Governor Hale puts the mill of Nordhavn Steel at up to $5 billion."

first = Telling(TEXT, "2024-06-01", title="A mill", publisher="The Valley Post", url="https://post.example/mill")
second = Telling(LATER, "2025-06-01", title="A year on", publisher="Ohio Ledger", url="https://ledger.example/mill")
third = Telling(OFFICE, "2024-07-01", title="The governor speaks", publisher="Governor’s Office")
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
dock_off = second.tell(
    "progress",
    "The dock was called off in 2021.",
    {"promisor": "The dock", "what": "called off", "date": "2021"},
    promisor=ActorName(name="Nordhavn Steel"),
    what="cancel",
    date=PartialDate(date="2021", precision="year"),
)
hired = second.tell(
    "progress",
    "Nordhavn Steel has hired 310 people.",
    {"promisor": "Nordhavn Steel", "what": "hired", "jobs": "310 people"},
    promisor=ActorName(name="Nordhavn Steel"),
    what="hired",
    jobs=Jobs(low=310, high=310),
)
governor = third.tell(
    "pledge",
    OFFICE,
    {"promisor": "Nordhavn Steel", "amount": "up to $5 billion", "speaker": "Governor Hale"},
    promisor=ActorName(name="Nordhavn Steel", kind="company"),
    amount=Amount(high=5_000_000_000, bound="up_to", currency="USD"),
    speaker=Speaker(name="Governor Hale", role="counterpart"),
)
ALL = [governor, hired, dock_off, mill, meeting, tariff, tariff_again, fund, outlook, spent, mayor, choir, dock]
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
    leads={"amount": mill.id},
    versions=(
        Version(field="amount", value="4000000000", statements=(mill.id,)),
        Version(field="amount", value="5000000000", statements=(governor.id,)),
    ),
    statements=(mill.id, governor.id),
    progress=(spent.id, hired.id),
)
DOCK = Pledge(
    id="pl:dock",
    name="Nordhavn dock",
    promisors=("nordhavn",),
    amount=Amount(low=4_000_000_000, high=4_000_000_000, currency="USD"),
    announced=PartialDate(date="2019", precision="year"),
    stage="cancelled",
    statements=(dock.id,),
    progress=(dock_off.id,),
)
ACTORS = [Actor(id="nordhavn", name="Nordhavn Steel", kind="company", country="DK")]


def the_dossier() -> Dossier:
    """The mill's dossier out of both documents."""
    judgement = Judgement(verdict="same", subject="pl:mill", other="pl:x", by="Kim", at="2025-07-01", reason="one mill")
    stranger = judgement.model_copy(update={"subject": "pl:other"})
    return gather(PLEDGE, [PLEDGE, DOCK], ACTORS, ALL, [judgement, stranger])
