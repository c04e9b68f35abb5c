import pytest

from makegood.model.actor import ActorName, Participant
from makegood.model.pledge import Pledge
from makegood.model.values import Amount, Figure, Jobs, Rate
from makegood.publication import sentences
from tests.telling import Telling

TEXT = "Everything stands here."
telling = Telling(TEXT)


def line(kind: str, fields: dict[str, object]) -> str:
    quotes = dict.fromkeys([*fields, "type", "status", "what", "metric", "relation", "direction"], TEXT)
    return sentences.line(telling.tell(kind, TEXT, quotes, **fields).statement)


def pledge(**fields: object) -> Pledge:
    return Pledge.model_validate({"id": "p", "name": "p", "promisors": ("a",), "statements": ("s",), **fields})


TARIFF: dict[str, object] = {"type": "tariff", "status": "threatened", "imposer": "US"}
LUND, HALE = Participant(name="Ada Lund"), Participant(name="Rex Hale")


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        ("meeting", {"participants": (LUND, HALE), "outcome": "held"}, "Ada Lund met Rex Hale"),
        ("meeting", {"participants": (LUND, HALE), "outcome": "sought"}, "Ada Lund sought a meeting with Rex Hale"),
        (
            "meeting",
            {"participants": (LUND, HALE), "outcome": "declined"},
            "A meeting of Ada Lund with Rex Hale was sought and declined",
        ),
        (
            "measure",
            {**TARIFF, "target": ("CA", "MX"), "rate": Rate(low=25, high=25), "products": "all imports"},
            "The United States threatened a 25% tariff on all imports from Canada and Mexico",
        ),
        (
            "measure",
            {**TARIFF, "target": ("JP",), "certainty": "negated"},
            "The United States has not threatened a tariff on Japan",
        ),
        (
            "measure",
            {"type": "sanction", "status": "in_force", "target": ("DK",), "certainty": "negated"},
            "Sanctions on Denmark: not put in force",
        ),
        ("tie", {"subject": "Ada Lund", "relation": "founder_of", "object": "Oda"}, "Ada Lund is founder of Oda"),
        ("tie", {"subject": "Ada Lund", "relation": "leads", "object": "Nordhavn"}, "Ada Lund leads Nordhavn"),
        (
            "figure",
            {"subject": "Baltic Fund", "metric": "fund_size", "value": Figure(low=88, high=88, unit="firms")},
            "Baltic Fund: fund size, 88 firms",
        ),
        ("figure", {"subject": "Ada Lund", "metric": "debt"}, "Ada Lund: debt, no number given"),
        ("outlook", {"if": "it fails", "then": "trade shrinks", "direction": "worse"}, "If it fails: trade shrinks"),
        (
            "progress",
            {"promisor": ActorName(name="Nordhavn"), "what": "hired", "jobs": Jobs(low=5, high=5)},
            "Nordhavn: people hired, 5 jobs",
        ),
    ],
)  # fmt: skip
def test_each_kind_has_its_line(kind: str, fields: dict[str, object], words: str) -> None:
    assert line(kind, fields) == words


def test_a_promise_names_sum_jobs_and_recipient() -> None:
    dollars = Amount(low=10**11, high=10**11, currency="USD")
    jobs = Jobs(low=100_000, high=100_000, bound="about")
    assert sentences.headline(["Nordhavn"], pledge(amount=dollars, jobs=jobs, countries=("US",))) == (
        "Nordhavn promised $100 billion and about 100,000 jobs to the United States"
    )


def test_a_promise_without_a_number_says_so_and_a_purchase_is_called_one() -> None:
    dollars = Amount(low=10**9, high=10**9, currency="USD")
    assert sentences.promised(pledge(place="Aarhus")) == "an investment of unstated size to Aarhus"
    assert sentences.promised(pledge(amount=dollars, money="purchase")) == "purchases of $1 billion"


def test_many_promisors_are_counted() -> None:
    assert sentences.headline(list("abcdef"), pledge()).startswith("a, b, c and 3 others promised")


def test_a_mark_in_the_picture_leaves_the_imposer_out() -> None:
    told = telling.tell("measure", TEXT, dict.fromkeys(["type", "status", "imposer", "target", "rate"], TEXT),
                        **TARIFF, target=("CA",), rate=Rate(low=25, high=25))  # fmt: skip
    assert sentences.label(told.statement) == "25% tariff on Canada, threatened"
