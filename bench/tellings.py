"""Invented statements of invented pledges, as many as are asked for: the same for the same numbers.

Some promisors have one pledge and a few have hundreds; a pledge is told ten times on average, in other words, now and
then without its figure, its place or with a raised figure, in documents that tell four things each.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from makegood.model.actor import ActorName
from makegood.model.document import Document
from makegood.model.statement import PledgeStatement, Recipient, Statement
from makegood.model.values import Amount, Jobs, PartialDate
from makegood.resolution.told import Told, told_by

PER_PLEDGE, PER_DOCUMENT, PER_PROMISOR = 10, 4, 4
TOWNS = (
    "Toledo, Ohio", "Houston, Texas", "Mesa, Arizona", "Savannah, Georgia", "Reno, Nevada", "Tulsa, Oklahoma",
    "Boise, Idaho", "Albany, New York", "Fresno, California", "Mobile, Alabama", "Durham, North Carolina",
    "Lansing, Michigan", "Peoria, Illinois", "Macon, Georgia", "Waco, Texas", "Dayton, Ohio", "Erie, Pennsylvania",
)  # fmt: skip
WORKS = (
    "a rolling mill", "a battery plant", "a chip factory", "a data center", "a vaccine laboratory", "a solar farm",
    "a tyre factory", "a dairy", "an engine works", "a cable plant", "a steel foundry", "a turbine hall", "a brewery",
    "a glass furnace", "a paper mill", "a copper smelter", "a bakery", "a shipyard", "a lithium refinery",
)  # fmt: skip
SYLLABLES = ("bor", "dal", "fen", "gra", "hol", "jor", "kel", "lun", "mor", "nev", "ost", "pra", "quil", "rav", "sor")
FORMS = ("", "", " Inc.", " Corp.", " Group", " Holdings")


@dataclass(frozen=True, slots=True)
class Made:
    """One invented pledge."""

    number: int
    promisor: str
    amount: int
    town: str
    work: str
    jobs: int
    day: int


def made(number: int, promisors: int) -> Made:
    """The pledge of this number; low numbers of promisors have many."""
    dice = random.Random(number)
    whose = int(promisors * dice.random() ** 1.5)
    return Made(
        number=number,
        promisor=_name(whose),
        amount=int(round(10 ** dice.uniform(6.5, 10.5), -6)),
        town=dice.choice(TOWNS),
        work=dice.choice(WORKS),
        jobs=dice.randrange(50, 5000, 10),
        day=dice.randrange(1000),
    )


def documents(pledges: int, first: int = 0) -> Iterator[tuple[str, Sequence[Told[Statement]], Sequence[int]]]:
    """Documents with what they tell, and the number of the pledge that each statement is of."""
    order = [(number, telling) for number in range(first, first + pledges) for telling in range(PER_PLEDGE)]
    random.Random(pledges).shuffle(order)
    promisors = max(1, pledges // PER_PROMISOR)
    for start in range(0, len(order), PER_DOCUMENT):
        yield _document(start, [(made(number, promisors), t) for number, t in order[start : start + PER_DOCUMENT]])


def _name(number: int) -> str:
    parts = []
    for _ in range(4):
        number, digit = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[digit])
    return f"{''.join(parts[:2]).title()} {''.join(parts[2:]).title()}"


def _document(number: int, told: Sequence[tuple[Made, int]]) -> tuple[str, Sequence[Told[Statement]], Sequence[int]]:
    sentences = [f"{one.promisor}, told {telling} in {number}: {one.work} in {one.town}." for one, telling in told]
    day = min(one.day + 20 * telling for one, telling in told)
    when = PartialDate(date=f"{2023 + day // 360}-{day // 30 % 12 + 1:02}-{day % 28 + 1:02}", precision="day")
    document = Document(ref=f"{number}.txt", text=" ".join(sentences), published=when)
    statements = [_statement(document, *pair) for pair in zip(told, sentences, strict=True)]
    distinct = {one.id: one for one in statements}
    return document.id, [told_by(document, one) for one in distinct.values()], [one.number for one, _ in told]


def _statement(document: Document, told: tuple[Made, int], sentence: str) -> PledgeStatement:
    one, telling = told
    dice = random.Random(one.number * PER_PLEDGE + telling)
    start = document.text.index(sentence)
    span = document.span(start, start + len(sentence))
    amount = one.amount * 3 // 2 if telling == PER_PLEDGE - 1 and dice.random() < 0.1 else one.amount
    fields: dict[str, object] = {
        "promisor": ActorName(name=one.promisor + dice.choice(FORMS), kind="company"),
        "recipient": Recipient(countries=("US",), place=one.town if dice.random() < 0.8 else None),
    }
    if dice.random() < 0.9:
        fields["amount"] = Amount(low=amount, high=amount, currency="USD", bound=dice.choice(("exact", "about")))
    if dice.random() < 0.9:
        fields["purpose"] = one.work
    if dice.random() < 0.4:
        fields["jobs"] = Jobs(low=one.jobs, high=one.jobs)
    return PledgeStatement.of(document.id, dict.fromkeys(("_", "stage", *fields), (span,)), **fields)
