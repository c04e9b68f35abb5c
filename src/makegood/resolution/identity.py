"""Which statements speak of one pledge, kept up to date: a document touches only what it concerns.

`Identity.follow` takes documents out and in. Whatever the steps in which they come, what it then holds is the same as
if all had come at once: every stage is a function of the set of statements, and redoes what a change can reach:
names → terms → likeness → groups → pledges.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from makegood.model.actor import Actor, ActorName
from makegood.model.judgement import Judgement
from makegood.model.pledge import Pledge
from makegood.model.statement import PledgeStatement, ProgressStatement, Statement
from makegood.resolution.actors import Actors, Renamed
from makegood.resolution.gists import Gist, gist_of
from makegood.resolution.groups import Groups, Regrouped
from makegood.resolution.mentioned import mentioned
from makegood.resolution.pledges import Gathered, merge
from makegood.resolution.progress import Report, Undertaking, report_of
from makegood.resolution.reports import Reports
from makegood.resolution.terms import Sides, Terms, terms_of, with_sides
from makegood.resolution.told import Told, of_kind
from makegood.resolution.values import Values
from makegood.resolution.verdicts import verdict_on

Documents = Mapping[str, Sequence[Told[Statement]]]
"""Document id → all that it tells."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of pledges and actors that may be others than before; those that `Identity` no longer has are gone."""

    pledges: Set[str]
    actors: Set[str]


class Identity:
    """All actors and pledges of the documents that it was given."""

    def __init__(self, imported: Sequence[Actor] = ()) -> None:
        self._actors = Actors(imported)
        self._values = Values()
        self._groups = Groups(lambda identity: self._gists[identity].order)
        self._reports = Reports()
        self._in_document: dict[str, tuple[str, ...]] = {}
        self._gists: dict[str, Gist] = {}
        self._sides: dict[str, Sides] = {}
        self._progress: dict[str, Told[ProgressStatement]] = {}
        self._parts: defaultdict[str, set[str]] = defaultdict(set)
        self._promised: defaultdict[str, set[str]] = defaultdict(set)
        self._by: dict[str, frozenset[str]] = {}

    @property
    def terms(self) -> Mapping[str, Terms]:
        """What of each pledge statement is compared, by id."""
        return self._groups.terms

    def follow(self, gone: Iterable[str], come: Documents, judgements: Sequence[Judgement] = ()) -> Changes:
        """Take documents out and in, and judge by the verdicts as they now are.

        Args:
            gone: ids of documents that no longer count.
            come: takes the place of what these documents told before.
            judgements: all verdicts on pairs of pledges or statements, in the order they were given.
        """
        out = {*gone, *come}
        left = {identity for document in out for identity in self._in_document.pop(document, ())}
        lost = self._reports.change(left & self._progress.keys(), ())
        for identity in left:
            self._progress.pop(identity, None)
        renamed = self._actors.follow(out, {document: list(_names(told)) for document, told in come.items()})
        arrived = self._arrive(come)
        again = self._sided_again(renamed, arrived)
        regrouped = self._regroup(left, arrived | again, judgements)
        reports, elsewhere = self._report_again(come, renamed)
        promisors = self._note_promisors({*regrouped.before, *self._pledges_of(regrouped.statements)})
        reports |= self._reports.concerned(promisors, regrouped.statements)
        touched = self._touched(regrouped, renamed) | lost | elsewhere | self._reports.attach(reports, self._candidates)
        return Changes(touched, renamed.actors)

    def pledges(self) -> Iterator[Pledge]:
        """All pledges, by id."""
        return (pledge for identity in sorted(self._groups.ids) if (pledge := self.pledge(identity)) is not None)

    def pledge(self, identity: str) -> Pledge | None:
        """The pledge with this id."""
        group = self._groups.group(identity)
        if group is None:
            return None
        return merge(
            Gathered(
                told=tuple(self._gists[one] for one in group.statements),
                terms=self._groups.terms,
                sides=self._sides,
                names=self._names_of(group.statements),
                above=self._above(identity, group.statements),
                like=self._like(identity),
                progress=self._reports.on(identity),
            )
        )

    def actors(self) -> tuple[Actor, ...]:
        """All actors, by id."""
        return self._actors.all()

    def actor(self, identity: str) -> Actor | None:
        """The actor with this id."""
        return self._actors.actor(identity)

    def verdicts(self, pledge: str) -> Iterator[Judgement]:
        """The rules' own verdicts on a pledge: what joined it (R10), and what a person should look at.

        A doubtful pair is told with the pledge of its statement with the smaller id.
        """
        group, terms = self._groups.group(pledge), self._groups.terms
        if group is not None:
            yield from (verdict_on("same", terms[one], terms[other]) for one, other in group.joined)
            doubtful = sorted(pair for pair in self._groups.doubtful(pledge) if pair[0] < pair[1])
            yield from (verdict_on("unsure", terms[one], terms[other]) for one, other in doubtful)

    def _arrive(self, come: Documents) -> dict[str, Terms]:
        """Hold what documents tell; the terms of their pledge statements, with sides as names now resolve."""
        arrived: dict[str, Terms] = {}
        for document, told in come.items():
            self._in_document[document] = tuple(one.id for one in told)
            for one in of_kind(told, PledgeStatement):
                gist = self._gists[one.id] = gist_of(one, self._values)
                arrived[one.id] = terms_of(one, self._side(gist), self._values)
            self._progress |= {report.id: report for report in of_kind(told, ProgressStatement)}
        return arrived

    def _side(self, gist: Gist) -> Sides:
        who, houses = self._actors.who, self._actors.houses
        to = who(gist.document, gist.counterparty) if gist.counterparty is not None else ()
        sides = Sides(who(gist.document, gist.promisor), houses(gist.document, gist.promisor), to)
        self._sides[gist.id] = self._values.one(sides)
        return self._sides[gist.id]

    def _sided_again(self, renamed: Renamed, arrived: Mapping[str, Terms]) -> dict[str, Terms]:
        """Terms of statements that came before and whose names now mean others."""
        again: dict[str, Terms] = {}
        for document in renamed.documents:
            for identity in self._in_document.get(document, ()):
                gist = self._gists.get(identity)
                before = self._sides.get(identity)
                if gist is not None and identity not in arrived and self._side(gist) != before:
                    again[identity] = with_sides(self._groups.terms[identity], self._sides[identity])
        return again

    def _regroup(self, left: Set[str], come: Mapping[str, Terms], judgements: Sequence[Judgement]) -> Regrouped:
        held = self._groups.terms
        gone = [identity for identity in sorted({*left, *come}) if identity in held]
        for identity in gone:
            self._parts[held[identity].part_of or ""].discard(identity)
        for terms in come.values():
            self._parts[terms.part_of or ""].add(terms.id)
        regrouped = self._groups.change(gone, [come[identity] for identity in sorted(come)], judgements)
        for identity in left - come.keys():
            if self._gists.pop(identity, None) is not None:
                del self._sides[identity]
        return regrouped

    def _report_again(self, come: Documents, renamed: Renamed) -> tuple[set[str], set[str]]:
        """Take in reports of new documents and of names that mean others now; their ids, and pledges that lose one."""
        documents = renamed.documents | come.keys()
        ids = [one for document in documents for one in self._in_document.get(document, ()) if one in self._progress]
        reports = [self._report(self._progress[identity]) for identity in ids]
        lost = self._reports.change([identity for identity in ids if identity in self._reports.ids], reports)
        return set(ids), lost

    def _report(self, told: Told[ProgressStatement]) -> Report:
        return report_of(told, self._actors.who(told.document_id, told.statement.promisor))

    def _note_promisors(self, pledges: Iterable[str]) -> set[str]:
        """Note by whom pledges now are; returns all their promisors, of before and now."""
        concerned: set[str] = set()
        for pledge in pledges:
            before, group = self._by.pop(pledge, frozenset()), self._groups.group(pledge)
            now = frozenset().union(*(self._groups.terms[one].promisors for one in group.statements)) if group else None
            for actor in before:
                self._promised[actor].discard(pledge)
            for actor in now or ():
                self._promised[actor].add(pledge)
            if now is not None:
                self._by[pledge] = now
            concerned |= before | (now or frozenset())
        return concerned

    def _candidates(self, report: Report) -> list[Undertaking]:
        named = self._groups.pledge_of(report.pledge) if report.pledge is not None else None
        pledges = {named} if named else {pledge for one in report.promisors for pledge in self._promised.get(one, ())}
        groups = [group for pledge in sorted(pledges) if (group := self._groups.group(pledge)) is not None]
        return [Undertaking(g.id, tuple(self._groups.terms[one] for one in g.statements)) for g in groups]

    def _touched(self, regrouped: Regrouped, renamed: Renamed) -> set[str]:
        """Ids of pledges, of before or now, that regrouping or other names may have changed."""
        near = {other for one in regrouped.statements for other in self._groups.like(one)}
        parts = {part for one in regrouped.statements for part in self._parts.get(one, ())}
        named = {pledge for actor in renamed.actors for pledge in self._promised.get(actor, ())}
        return {*regrouped.before, *self._pledges_of(regrouped.statements | near | parts), *named}

    def _pledges_of(self, statements: Iterable[str]) -> set[str]:
        return {pledge for one in statements if (pledge := self._groups.pledge_of(one)) is not None}

    def _names_of(self, statements: Iterable[str]) -> dict[str, str]:
        promisors = {identity for one in statements for identity in self._sides[one].promisors}
        return {one: actor.name for one in promisors if (actor := self._actors.actor(one)) is not None}

    def _above(self, pledge: str, statements: Iterable[str]) -> str | None:
        """The pledge that this one is part of, by the first statement that says so (R9)."""
        wholes = (self._groups.terms[one].part_of for one in statements)
        above = (self._groups.pledge_of(whole) for whole in wholes if whole is not None)
        return next((one for one in above if one is not None and one != pledge), None)

    def _like(self, pledge: str) -> str | None:
        """The first statement of another pledge that is like one of this and came before all of this."""
        group = self._groups.group(pledge)
        begun = self._gists[group.statements[0]].order if group is not None else ("", "")
        others = {other for _, other in self._groups.doubtful(pledge)}
        earlier = [self._gists[other].order for other in others if self._gists[other].order < begun]
        return min(earlier)[1] if earlier else None


def _names(told: Sequence[Told[Statement]]) -> Iterator[ActorName]:
    return (name for one in sorted(told, key=lambda one: one.id) for name in mentioned(one.statement))
