"""What changed between two documents, or between two dates: pledges added, dropped, raised, cut, reworded (R5).

Lines are paired by the ledger's identity of pledges first; what is left by the promisor and the wording of
the sentence, so that a line of a list that was rewritten is not one dropped and one added.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from makegood.assessment.calendar import sort_key
from makegood.assessment.ends import Ends
from makegood.assessment.sayings import Saying, stated
from makegood.assessment.sourced import Sourced
from makegood.assessment.stages import RUNGS
from makegood.model.frozen import Frozen
from makegood.model.pledge import Pledge
from makegood.model.values import Amount, Exact
from makegood.reference.folding import fold
from makegood.reference.telling import telling_words

What = Literal["raised", "cut", "added", "dropped", "reworded", "unchanged"]
ORDER: tuple[What, ...] = ("raised", "cut", "added", "dropped", "reworded", "unchanged")
_THE_SAME = 0.8
"""Share of the words of both sentences that make one line of it whoever is named as promisor."""
COMPARED = ("amount", "horizon", "jobs", "purpose", "recipient", "money", "stage", "condition", "promisor")
"""Fields whose differences are named; the first decides between raised, cut and reworded."""
_ALIKE = 0.6
"""Share of its words that a sentence has in common with a longer one of the same promisor that says it anew."""


class Change(Frozen):
    """One pledge in both, or in one. `before` and `after` are statement ids, `by` how much more at the high end.

    `fields` differ; `paired_by` says whether the ledger takes both for one pledge or only their words are alike.
    """

    what: What
    pledge: str
    before: str | None = None
    after: str | None = None
    was: Amount | None = None
    now: Amount | None = None
    by: Exact | None = None
    fields: tuple[str, ...] = ()
    paired_by: Literal["ledger", "wording"] | None = None
    note: str = ""


def changes(before: Sequence[Saying], after: Sequence[Saying]) -> tuple[Change, ...]:
    """What changed from one document's sayings to another's: by kind, then the larger first."""
    old, new = list(before), list(after)
    found = [_changed(one, other, "ledger") for one, other in _same_pledge(old, new)]
    found += [_changed(one, other, "wording") for one, other in _alike(old, new)]
    found += [_gone(one) for one in old]
    found += [_come(one) for one in new]
    return _ordered(found)


def changes_between(
    pledges: Sequence[Pledge], sourced: Mapping[str, Sourced], first: date, last: date
) -> tuple[Change, ...]:
    """What documents published after `first` and until `last` changed of what had been told until `first`.

    A pledge that no document speaks of in that time has not changed; one that was called off is dropped.
    """
    found: list[Change] = []
    for pledge in pledges:
        told = sorted((sourced[one] for one in pledge.statements if one in sourced), key=_when)
        old = [Saying.of(pledge, one) for one in told if _day(one) <= first]
        new = [Saying.of(pledge, one) for one in told if first < _day(one) <= last]
        if new:
            change = _changed(_figured(old), _figured(new), "ledger") if old else _come(_figured(new))
            found.append(_or_dropped(change, pledge, {one.sourced.id for one in new}))
    return _ordered(found)


def _same_pledge(old: list[Saying], new: list[Saying]) -> Iterator[tuple[Saying, Saying]]:
    """Pairs of one pledge, taken out of both lists."""
    for one in list(old):
        same = [other for other in new if other.pledge.id == one.pledge.id]
        if same:
            best = max(same, key=lambda other: stated(other.statement.amount) == stated(one.statement.amount))
            old.remove(one)
            new.remove(best)
            yield one, best


def _alike(old: list[Saying], new: list[Saying]) -> Iterator[tuple[Saying, Saying]]:
    """Pairs whose sentences are alike, the most alike first, taken out of both lists."""
    scored = [
        (likeness, n, m)
        for n, one in enumerate(old)
        for m, other in enumerate(new)
        if (likeness := _likeness(one, other)) >= _ALIKE
    ]
    pairs, used_old, used_new = [], set[int](), set[int]()
    for _, n, m in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
        if n not in used_old and m not in used_new:
            pairs.append((old[n], new[m]))
            used_old.add(n)
            used_new.add(m)
    old[:] = [one for n, one in enumerate(old) if n not in used_old]
    new[:] = [one for m, one in enumerate(new) if m not in used_new]
    yield from pairs


def _likeness(one: Saying, other: Saying) -> float:
    """The share of the shorter sentence's telling words that the other has too; figures and names tell nothing.

    Of two promisors only the same figure in nearly the same words is one line: one of them was named otherwise.
    """
    mine, theirs = _telling(one), _telling(other)
    if set(one.pledge.promisors) & set(other.pledge.promisors):
        return len(mine & theirs) / (min(len(mine), len(theirs)) or 1)
    alike = len(mine & theirs) / (len(mine | theirs) or 1)
    same = one.statement.amount is not None and one.statement.amount == other.statement.amount
    return alike if same and alike >= _THE_SAME else 0.0


def _telling(one: Saying) -> set[str]:
    common = telling_words("empty") | set(fold(one.statement.promisor.name).split())
    return {word for word in sentence(one.sourced).split() if word not in common and word.isalpha()}


def sentence(sourced: Sourced) -> str:
    """The statement's sentence, folded: without case, accents and signs."""
    return fold(" ".join(span.quote for span in sourced.statement.evidence["_"]))


def _changed(one: Saying, other: Saying, paired_by: Literal["ledger", "wording"]) -> Change:
    was, now = one.statement.amount, other.statement.amount
    fields = tuple(name for name in COMPARED if getattr(one.statement, name) != getattr(other.statement, name))
    what: What = "reworded" if fields or sentence(one.sourced) != sentence(other.sourced) else "unchanged"
    by = None
    low, high = _figures(one, other)
    if low is not None and high is not None and low != high:
        what = "raised" if (high.top, high.low) > (low.top, low.low) else "cut"
        by = high.top - low.top
    return Change(
        what=what,
        pledge=other.pledge.id,
        before=one.sourced.id,
        after=other.sourced.id,
        was=was,
        now=now,
        by=by,
        fields=fields,
        paired_by=paired_by,
    )


def _figures(one: Saying, other: Saying) -> tuple[Ends | None, Ends | None]:
    """Both figures, where they are in one currency and for one time, and can be held against each other."""
    was, now = one.statement.amount, other.statement.amount
    if was is None or now is None or (was.currency, was.per) != (now.currency, now.per):
        return None, None
    return one.ends, other.ends


def _gone(one: Saying) -> Change:
    amount = one.statement.amount
    return Change(what="dropped", pledge=one.pledge.id, before=one.sourced.id, was=amount)


def _come(one: Saying) -> Change:
    amount = one.statement.amount
    return Change(what="added", pledge=one.pledge.id, after=one.sourced.id, now=amount)


def _or_dropped(change: Change, pledge: Pledge, told: set[str]) -> Change:
    """The change; dropped where one of these sayings calls the pledge off."""
    rung = RUNGS[pledge.stage]
    if change.before is None or rung.column is not None or pledge.leads.get("stage") not in told:
        return change
    return change.model_copy(update={"what": "dropped", "after": pledge.leads["stage"], "note": rung.words})


def _figured(sayings: Sequence[Saying]) -> Saying:
    """The last saying with a figure, else the last."""
    return next((one for one in reversed(sayings) if one.statement.amount is not None), sayings[-1])


def _day(sourced: Sourced) -> date:
    return sort_key(sourced.document.published)[1]


def _when(sourced: Sourced) -> tuple[object, ...]:
    return sort_key(sourced.document.published), sourced.id


def _ordered(found: Sequence[Change]) -> tuple[Change, ...]:
    def place(change: Change) -> tuple[object, ...]:
        size = abs(change.by) if change.by is not None else max(stated(change.was), stated(change.now))
        return ORDER.index(change.what), -size, change.pledge, change.before or "", change.after or ""

    return tuple(sorted(found, key=place))
