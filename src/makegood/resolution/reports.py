"""Reports of progress beside the pledges that they speak of, kept up to date as either come and go."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Set

from makegood.resolution.progress import Report, Undertaking, likeliest

Candidates = Callable[[Report], list[Undertaking]]
"""What a report may speak of: the one undertaking that its document names, or all of its promisors."""


class Reports:
    """All reports, and which pledge each is about."""

    def __init__(self) -> None:
        self._held: dict[str, Report] = {}
        self._of_promisor: defaultdict[str, set[str]] = defaultdict(set)
        self._naming: defaultdict[str, set[str]] = defaultdict(set)
        self._about: dict[str, str] = {}
        self._on: defaultdict[str, set[str]] = defaultdict(set)

    @property
    def ids(self) -> Set[str]:
        """Ids of all reports."""
        return self._held.keys()

    def on(self, pledge: str) -> tuple[str, ...]:
        """Ids of the reports about a pledge, by publication."""
        return tuple(sorted(self._on.get(pledge, ()), key=lambda one: self._held[one].order))

    def change(self, gone: Iterable[str], come: Iterable[Report]) -> set[str]:
        """Take reports out and in; returns the pledges that lose one. `attach` must follow for those that came."""
        lost: set[str] = set()
        for identity in gone:
            report = self._held.pop(identity)
            lost |= self._detach(identity)
            for promisor in report.promisors:
                self._of_promisor[promisor].discard(identity)
            self._naming[report.pledge or ""].discard(identity)
        for report in come:
            self._held[report.id] = report
            for promisor in report.promisors:
                self._of_promisor[promisor].add(report.id)
            self._naming[report.pledge or ""].add(report.id)
        return lost

    def concerned(self, promisors: Set[str], statements: Set[str]) -> set[str]:
        """Reports of these promisors, and those whose document names one of these statements."""
        by = (self._of_promisor.get(promisor, set()) for promisor in promisors)
        naming = (self._naming.get(statement, set()) for statement in statements)
        return set().union(*by, *naming)

    def attach(self, reports: Iterable[str], candidates: Candidates) -> set[str]:
        """Look again what some reports speak of; returns the pledges that gained or lost one."""
        touched: set[str] = set()
        for identity in sorted(reports):
            report = self._held[identity]
            found = candidates(report)
            about = found[0].id if report.pledge is not None and len(found) == 1 else likeliest(report, found)
            if about != self._about.get(identity):
                touched |= self._detach(identity)
                if about is not None:
                    self._about[identity] = about
                    self._on[about].add(identity)
                    touched.add(about)
        return touched

    def _detach(self, identity: str) -> set[str]:
        about = self._about.pop(identity, None)
        if about is None:
            return set()
        self._on[about].discard(identity)
        return {about}
