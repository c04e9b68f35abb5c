"""Marked passages as what the encoder learns from: windows, their anchors, and what every piece is to each anchor."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from makegood.reading.encoder.labels import AGES, KINDS, OUTLETS, ROLES, SPEAKERS
from makegood.reading.encoder.windows import LONGEST, Pieces, pieces, window
from training.marked import Line, Mark, Passage, Told

ANCHORS = frozenset({"amount", "jobs", "act", "rate"})
"""Marks that ask: what statement is this of, and what are the words around to it."""
_ACTORS = frozenset(
    {"promisor", "announcer", "speaker", "counterpart", "actor", "subject", "participant", "imposer", "target"}
)
UNASKED = -100


@dataclass(slots=True)
class Anchor:
    """Pieces [first, past) of the window, one target for each question, and one role for each piece."""

    role: str
    first: int
    past: int
    answers: list[int]
    roles: list[int]


@dataclass(slots=True)
class Example:
    """One window with all that is asked of it."""

    pieces: Pieces
    anchors: list[Anchor] = field(default_factory=list)
    actors: list[tuple[int, int, str]] = field(default_factory=list)


def examples(passage: Passage, chance: random.Random | None) -> Iterator[Example]:
    """The passage's windows; with `chance` cut at other lines each time, else from the first line on."""
    text = passage.text
    made = [pieces(text, a, a + len(line.text)) for a, line in zip(passage.starts(), passage.lines, strict=True)]
    for first, past in _cuts([len(m) for m in made], chance):
        yield _example(passage, made, first, past)


def beside(passages: Sequence[Passage], chance: random.Random) -> Iterator[Passage]:
    """The passages, half of the single sentences put beside another: a reader seldom sees a sentence alone."""
    single = [p for p in passages if not p.name and all(t.pledge is None for t in p.lines[0].told)]
    joined = chance.sample(single, len(single) // 2)
    apart = {id(p) for p in joined}
    yield from (p for p in passages if id(p) not in apart)
    for first, second in zip(joined[::2], joined[1::2], strict=False):
        yield Passage([*first.lines, *second.lines], ["", " "])


def _cuts(lengths: Sequence[int], chance: random.Random | None) -> Iterator[tuple[int, int]]:
    """Runs of lines that fit in a window; neighbours share a line, so that what refers back may be seen."""
    limit = LONGEST - 1 if chance is None else chance.choice((96, 128, 160, LONGEST - 1))
    first = 0
    while first < len(lengths):
        past, room = first, limit
        while past < len(lengths) and (past == first or lengths[past] <= room):
            room -= lengths[past]
            past += 1
        yield first, past
        first = past if past == len(lengths) or past - first < 3 else past - 1


def _example(passage: Passage, made: Sequence[Pieces], first: int, past: int) -> Example:
    whole = window(made[first:past])
    starts = passage.starts()
    marks = [
        (passage.lines[k], m, starts[k] + m.start, starts[k] + m.end)
        for k in range(first, past)
        for m in passage.lines[k].marks
    ]
    placed = [(line, m, *whole.within(a, b)) for line, m, a, b in marks]
    example = Example(whole)
    for line, mark, a, b in placed:
        if a < b and mark.role in ANCHORS:
            told = owner(line, mark)
            example.anchors.append(Anchor(mark.role, a, b, _answers(told), _roles(whole, placed, line, told)))
        if a < b and mark.role in _ACTORS and mark.actor:
            example.actors.append((a, b, mark.actor))
    return example


def owner(line: Line, mark: Mark) -> Told | None:
    """The statement that a mark belongs to, None for what only tempts."""
    if mark.apart or line.told[0].kind == "none":
        return None
    if mark.of is None:
        return line.told[0]
    if mark.of.isdigit():
        number = int(mark.of)
        return next((t for t in line.told if t.pledge == number and t.kind == "pledge"), None) or next(
            (t for t in line.told if t.pledge == number), Told("pledge", pledge=number)
        )
    return next((t for t in line.told if t.kind == mark.of), None)


def _answers(told: Told | None) -> list[int]:
    """One target for each of OUTLETS, UNASKED where the question makes no sense."""
    if told is None:
        return [KINDS.index("none"), *[UNASKED] * (len(OUTLETS) - 1)]
    promised = told.kind in ("pledge", "progress")
    return [
        KINDS.index(told.kind),
        _index("stage", told.stage) if told.kind == "pledge" else UNASKED,
        _index("what", told.stage) if told.kind == "progress" else UNASKED,
        _index("certainty", told.certainty) if promised else UNASKED,
        SPEAKERS.index(told.speaker) if promised else UNASKED,
        AGES.index("background" if told.background else "new") if promised else UNASKED,
    ]


def _index(question: str, answer: str) -> int:
    return OUTLETS[question].index(answer) if answer in OUTLETS[question] else UNASKED


def _roles(whole: Pieces, placed: Sequence[tuple[Line, Mark, int, int]], line: Line, told: Told | None) -> list[int]:
    """For each piece what it is to the anchor's statement: none, a role, or not asked."""
    roles = [0 if start >= 0 else UNASKED for start in whole.starts]
    if told is None:
        return roles
    actors: dict[str, str] = {}
    for other_line, mark, a, b in placed:
        if _one_statement(line, told, other_line, mark) and mark.role != "actor":
            role = ROLES.index(mark.role)
            roles[a:b] = [role] * (b - a)
            if mark.actor and mark.role in _ACTORS:
                actors.setdefault(mark.actor, mark.role)
    for other_line, mark, a, b in placed:
        if mark.actor in actors and not _one_statement(line, told, other_line, mark):
            roles[a:b] = [UNASKED] * (b - a)
    return roles


def _one_statement(line: Line, told: Told, other_line: Line, mark: Mark) -> bool:
    """Whether a mark belongs to the statement: of the same line, or of the same numbered undertaking elsewhere."""
    other = owner(other_line, mark)
    if other is None:
        return False
    if other_line is line:
        return other is told or (other.kind, other.pledge) == (told.kind, told.pledge)
    return told.pledge is not None and other.pledge == told.pledge and {other.kind, told.kind} <= {"pledge", "progress"}
