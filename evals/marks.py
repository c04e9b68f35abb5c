"""The marks of one undertaking in a marked passage: their words, names, numbers and times."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from makegood.model.mention import (
    CountMention,
    DateMention,
    DurationMention,
    Mention,
    MoneyMention,
    NumberMention,
    PercentMention,
    PeriodMention,
)
from makegood.model.values import Number, plain
from makegood.reading.mentions import find_mentions
from makegood.reference.places import country_of

_UNNAMED = frozenset(
    ("I", "It", "He", "She", "We", "They", "The", "A", "An", "Its", "His", "Her", "Our", "This", "That")
)


class Marks:
    """`told` are the statements of one undertaking, `pledge` its number, where it has one."""

    def __init__(self, marked: Mapping[str, Any], told: list[dict[str, Any]], pledge: int | None) -> None:
        self._marked, self._pledge = marked, pledge
        self._kind = told[0]["kind"]
        self.sentences = sorted({t["sentence"] for t in told})
        belongs = {self._kind} if pledge is None else {self._kind, pledge}
        self._own = [m for m in marked["spans"] if m["sentence"] in self.sentences and m["of"] in belongs]

    @property
    def quote(self) -> str:
        """The first sentence that tells it."""
        start, end = self._marked["sentences"][self.sentences[0]]
        return str(self._marked["text"][start:end])

    def of_role(self, role: str) -> list[dict[str, Any]]:
        """Its marks of a role. A number of a line that tells pledge and progress at once is the pledge's."""
        if self._kind == "progress" and role in ("amount", "jobs"):
            return [m for m in self._own if m["role"] == role and (m["of"] == "progress" or not self._pledged(m))]
        return [m for m in self._own if m["role"] == role]

    def promisors(self) -> list[dict[str, Any]]:
        """Marks of who promised: its own, else those of the undertaking's other lines, or of its own sentences."""
        marks = [m for m in self._marked["spans"] if m["role"] == "promisor" and m["of"] is not None]
        elsewhere = [m for m in marks if m["of"] == self._pledge]
        return self.of_role("promisor") or elsewhere or [m for m in marks if m["sentence"] in self.sentences]

    def texts(self, role: str) -> list[str]:
        """The words of its marks of a role."""
        return [self._text(m) for m in self.of_role(role)]

    def names(self, mark: Mapping[str, Any]) -> list[str]:
        """What the passage calls the one who is marked, the longest name first; without a name nothing."""
        same = [m for m in self._marked["spans"] if mark["actor"] and m["actor"] == mark["actor"]] or [mark]
        return sorted({self._text(m) for m in same if is_named(self._text(m))}, key=lambda name: (-len(name), name))

    def all_names(self, marks: Iterable[Mapping[str, Any]]) -> list[str]:
        """The names of several, each once."""
        return list(dict.fromkeys(name for mark in marks for name in self.names(mark)))

    def countries(self, role: str) -> list[str]:
        """Codes of the countries that marks of a role name."""
        return [code for words in self.texts(role) if (code := country_of(words))]

    def amounts(self) -> tuple[list[Number], list[str]]:
        """Amounts that count as right, with their bounds."""
        money = [m for words in self.texts("amount") for m in _mentions(words) if isinstance(m, MoneyMention)]
        return _ends(money), sorted({m.bound for m in money})

    def jobs(self) -> list[Number]:
        """Numbers of jobs that count as right."""
        found = (_mentions(words) for words in self.texts("jobs"))
        counts = ([m for m in mentions if isinstance(m, CountMention)] for mentions in found)
        bare = (_mentions(f"{words} jobs") for words in self.texts("jobs"))
        return _ends(
            m for own, all_ in zip(counts, bare, strict=True) for m in own or all_ if isinstance(m, CountMention)
        )

    def percents(self) -> list[Number]:
        """Rates in percent."""
        return _ends(m for words in self.texts("rate") for m in _mentions(words) if isinstance(m, PercentMention))

    def _pledged(self, mark: Mapping[str, Any]) -> bool:
        told = [t for t in self._marked["statements"] if t["sentence"] == mark["sentence"]]
        return any(t["kind"] == "pledge" and t["pledge"] == self._pledge for t in told)

    def _text(self, mark: Mapping[str, Any]) -> str:
        return str(self._marked["text"][mark["start"] : mark["end"]])


def is_named(words: str) -> bool:
    """Whether words name somebody: with a capital that is no pronoun's or article's ('the carmaker', 'It' do not)."""
    return any(word.capitalize() not in _UNNAMED for word in re.findall(r"\b[^\W\d_a-zß-öø-ÿ][\w'’.-]*", words))


def years_and_end(horizons: Iterable[str], published: str | None) -> tuple[Number | None, str | None]:
    """Length in years and end of the first horizons that say so; one end alone counts as a deadline."""
    found = [m for words in horizons for m in find_mentions(words, published)]
    years = next((plain(m.years) for m in found if isinstance(m, DurationMention)), None)
    periods = [m for m in found if isinstance(m, PeriodMention)]
    dates = [m.date for m in found if isinstance(m, DateMention) and not _within(m, periods)]
    return years, next(iter([*(m.date_to for m in periods), *dates]), None)


def _within(mention: Mention, periods: Iterable[PeriodMention]) -> bool:
    return any(p.start <= mention.start and mention.end <= p.end for p in periods)


def _mentions(words: str) -> list[Mention]:
    return find_mentions(words, None)


def _ends(mentions: Iterable[NumberMention]) -> list[Number]:
    return sorted({plain(end) for m in mentions for end in (m.low, m.high) if end is not None})
