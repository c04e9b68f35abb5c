"""The labelled tellings: what each says, and which undertaking it speaks of.

A statement of wh.jsonl carries no words of its document: they are read from ../shared beside the repository, and only
if it is the very text that was labelled. Our own lines are read from their marks, as a perfect reader would read them.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evals.sets import SHARED, MissingTextError
from makegood.model.actor import ActorName
from makegood.model.document import Document
from makegood.model.mention import CountMention, DateMention, DurationMention, MoneyMention
from makegood.model.statement import PledgeStatement, Recipient, Statement
from makegood.model.values import Amount, Horizon, Jobs, PartialDate, plain
from makegood.reading.mentions import find_mentions
from makegood.resolution.told import Told, told_by
from makegood.sources import Locator, load, locate
from training.marked import Line, MarkError, read_line

FOLDER = Path(__file__).parent
_LINE = re.compile(
    r"(?P<of>\S+/\S+)(?: part_of (?P<part>\S+/\S+))? (?P<day>\d{4}-\d\d-\d\d)(?P<country> [A-Z]{2})? \| (?P<text>.+)"
)


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement. `of` is `family/undertaking`; `part` the undertaking that its undertaking is a part of."""

    of: str
    part: str | None
    told: Told[Statement]

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.told.id

    @property
    def family(self) -> str:
        """Promisors that are held against each other."""
        return self.of.partition("/")[0]


def tellings() -> list[Telling]:
    """All labelled tellings.

    Raises:
        MissingTextError: the White House documents do not lie beside, or are not those that were labelled.
        MarkError: a line of ours that cannot be read.
    """
    return [*own(), *white_house()]


def digest() -> str:
    """`sha256:` and the digest of all labels."""
    both = (FOLDER / "own.txt").read_bytes() + (FOLDER / "wh.jsonl").read_bytes()
    return f"sha256:{hashlib.sha256(both).hexdigest()}"


def own() -> Iterator[Telling]:
    """Our own lines."""
    for number, line in enumerate((FOLDER / "own.txt").read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            yield _own(line, number)


def _own(line: str, number: int) -> Telling:
    found = _LINE.fullmatch(line)
    if found is None:
        raise MarkError(f"own.txt:{number}: not `family/undertaking DATE COUNTRY | text`")
    marked = read_line(f"pledge.pledged{found['country'] or ''} | {found['text']}", "own.txt", number)
    published = PartialDate(date=found["day"], precision="day", basis="metadata")
    document = Document(ref=f"own.txt:{number}", text=marked.text, published=published)
    span = document.span(0, len(document.text))
    fields = {name: value for name, value in _fields(marked, found).items() if value is not None}
    statement = PledgeStatement.of(document.id, dict.fromkeys(("_", "stage", *fields), (span,)), **fields)
    return Telling(found["of"], found["part"], told_by(document, statement))


def _fields(marked: Line, found: re.Match[str]) -> dict[str, object]:
    words: dict[str, str] = {}
    for mark in marked.marks:
        words[mark.role] = " ".join(
            [*([words[mark.role]] if mark.role in words else []), marked.text[mark.start : mark.end]]
        )
    mentions = find_mentions(marked.text, found["day"])
    money = next((m for m in mentions if isinstance(m, MoneyMention)), None) if "amount" in words else None
    jobs = next((m for m in find_mentions(words.get("jobs", ""), None) if isinstance(m, CountMention)), None)
    country = (found["country"] or "").strip()
    return {
        "promisor": ActorName(name=words["promisor"]),
        "amount": money and Amount(**_ends(money), currency=money.currency, per=money.per),
        "jobs": jobs and Jobs(**_ends(jobs)),
        "purpose": words.get("purpose"),
        "recipient": Recipient(countries=(country,) if country else (), place=words.get("place")) if country else None,
        "horizon": _horizon(words.get("horizon", ""), found["day"]),
    }


def _ends(mention: MoneyMention | CountMention) -> dict[str, Any]:
    low, high = (None if end is None else plain(end) for end in (mention.low, mention.high))
    return {"low": low, "high": high, "bound": mention.bound}


def _horizon(words: str, day: str) -> Horizon | None:
    for mention in find_mentions(words, day):
        if isinstance(mention, DurationMention):
            return Horizon(years=plain(mention.years))
        if isinstance(mention, DateMention):
            return Horizon(end=mention.date)
    return None


def white_house() -> Iterator[Telling]:
    """The statements of wh.jsonl with the words of their documents."""
    for line in (FOLDER / "wh.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        document = _document(label["ref"], label["document"])
        sentence = tuple(document.span(start, end) for start, end in label["at"])
        yield Telling(label["of"], label.get("part"), told_by(document, _labelled(label, sentence)))


def _labelled(label: Mapping[str, Any], sentence: Sequence[object]) -> PledgeStatement:
    own_keys = {"of", "part", "ref", "document", "at", "role"}
    fields = {name: value for name, value in label.items() if name not in own_keys}
    evidence = dict.fromkeys(("_", *fields), sentence)
    return PledgeStatement.model_validate(
        fields | {"evidence": evidence, "speaker": {"role": label.get("role", "author")}}
    )


@cache
def _document(ref: str, digest: str) -> Document:
    place = SHARED / "seeds" / ref.removeprefix("seed:") if ref.startswith("seed:") else SHARED / "corpora" / "wh" / ref
    if not place.is_file():
        raise MissingTextError(f"pairs: texts that are not ours to ship do not lie beside, in {SHARED}")
    for located in locate([str(place)]):
        for document in load(located) if isinstance(located, Locator) else ():
            if isinstance(document, Document) and document.id == digest:
                return document
    raise MissingTextError(f"pairs: {place} is not the text that was labelled (its digest differs)")
