"""Encounters: every place in a story where it says that people meet, with who and how it came out (R21)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from makegood.model.statement import Certainty, Outcome
from makegood.reading.attendee import Attendee
from makegood.reading.attendees import everybody, left_of, right_of
from makegood.reading.cast import Cast, Referent
from makegood.reading.gate import Gate, gate
from makegood.reading.lexicon import table, words
from makegood.reading.phrases import find_phrase, phrase_at
from makegood.reading.story import Passage, Story
from makegood.reading.tokens import usual_part

_GAP = 12
_PAIR = 2
_ENDINGS: tuple[Outcome, ...] = ("cancelled", "declined")
_FAR = 10
_CLOSE_LINKS = {"of", "by", "from"}
_NEAR = 9
_FOLLOWED = 3
"""Mentions that make a person the one whom a story follows."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A row of lexicon/meetings.toml; the flags are explained there."""

    noun: bool
    forms: tuple[str, ...]
    links: tuple[str, ...]
    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Encounter:
    """One telling. `words` are the code points of the word of meeting, `told` those that give the outcome."""

    passage: Passage
    first: int
    words: tuple[int, int]
    attendees: tuple[Attendee, ...]
    outcome: Outcome
    told: tuple[tuple[int, int], ...]
    certainty: Certainty
    far: bool
    host: Attendee | None = None


def find_encounters(story: Story, cast: Cast) -> list[Encounter]:
    """The encounters of a story in the order of its text; a last line without a stop is cut off, no heading."""
    return [
        found
        for passage in story.passages
        if (passage.sentence.shape != "heading" or passage is story.passages[-1]) and passage.opens(triggers())
        for found in _in_passage(passage, cast)
    ]


@cache
def triggers() -> Gate:
    """The words of meeting."""
    return gate(form for triggers in _triggers().values() for trigger in triggers for form in trigger.forms)


def _in_passage(passage: Passage, cast: Cast) -> Iterator[Encounter]:
    lowers = passage.forms
    if _caption(lowers) or lowers[-1:] == ["?"]:
        return
    for index in range(len(lowers)):
        for trigger in _triggers().get(lowers[index], ()):
            after = phrase_at(lowers, index, trigger.forms)
            if after is None:
                continue
            if _denied(lowers, index):
                break
            attendees = _attendees(passage, cast, trigger, index, after)
            if _enough(attendees, trigger):
                yield _encounter(passage, index, after, attendees, trigger)
                break


def _caption(lowers: Sequence[str]) -> bool:
    return bool({"photo", "(photo", "pictured", "getty", "images"} & set(lowers))


def _denied(lowers: Sequence[str], index: int) -> bool:
    """'has not met', 'never spoke with': no meeting, unless it is still wished for."""
    before = lowers[max(index - 4, 0) : index]
    return any(w in {"not", "never", "cannot"} or w.endswith(("n't", "n’t")) for w in before)


@cache
def _triggers() -> dict[str, tuple[Trigger, ...]]:
    """The rows by the first word of their forms."""
    rows: dict[str, list[Trigger]] = {}
    for name in ("verb", "noun"):
        for row in table("meetings")[name]:  # type: ignore[attr-defined]
            flags = frozenset(key for key, value in row.items() if value is True)
            trigger = Trigger(name == "noun", tuple(row["forms"]), tuple(row["links"]), flags)
            for first in dict.fromkeys(form.split()[0] for form in row["forms"]):
                rows.setdefault(first, []).append(trigger)
    return {first: tuple(found) for first, found in rows.items()}


def _attendees(passage: Passage, cast: Cast, trigger: Trigger, first: int, after: int) -> list[Attendee]:
    if "joint" in trigger.flags:
        return _joint(passage, cast, first)
    if "everybody" in trigger.flags:
        return everybody(passage, cast)
    if "object" in trigger.flags:
        return _addressed(passage, cast, first)
    left = left_of(passage, first, cast, owner=trigger.noun)
    other = _other_side(passage, cast, trigger, after)
    if other is not None:
        return _both(trigger, left or _opened_by(passage, cast, first, other[1]), *other)
    pair = "pair" in trigger.flags and _coordinated(left, trigger, passage) and _acting(passage, left, first)
    return left if pair else []


def _opened_by(passage: Passage, cast: Cast, first: int, others: Sequence[Attendee]) -> list[Attendee]:
    """'Meeting X, the minister praised …': the first other person of the sentence, else whom the story follows."""
    if first > 0 or not passage.forms[0].endswith("ing") or not others:
        return []
    if sum(a.is_person for a in others) > 1:
        return list(others[-1:])
    keys = {a.key for a in others}
    here = [a for a in everybody(passage, cast) if a.is_person and a.key not in keys and a.piece > others[-1].piece]
    if here:
        return here[:1]
    people = [r for r in cast.referents if r.kind == "person" and r.seats[0][0] < passage.number]
    lead = max(people, key=lambda r: len(r.seats), default=None)
    if lead is None or len(lead.seats) < _FOLLOWED or any(a.referent is lead for a in others):
        return []
    return [Attendee(lead.name, "person", None, lead, (lead.interval,), 0)]


def _both(trigger: Trigger, left: list[Attendee], link: str, right: list[Attendee]) -> list[Attendee]:
    """The two sides as one group, where both are there."""
    if "states" in trigger.flags:
        return right if _of_two_states(right) else []
    if "guest" in trigger.flags:
        return _hosted(left, right)
    if link in {"between", "of"} and len(right) > 1 and any(a.is_person for a in right):
        return right
    keys = {a.key for a in left}
    return left + [a for a in right if a.key not in keys] if left and right else []


def _other_side(passage: Passage, cast: Cast, trigger: Trigger, after: int) -> tuple[str, list[Attendee]] | None:
    """The link and the group after it; None when the trigger has no other side here."""
    lowers = passage.forms
    linked = [link for link in trigger.links if link]
    reach = after + (_GAP if trigger.noun or "gap" in trigger.flags else 1)
    for index in range(after, min(reach, len(lowers))):
        if lowers[index] in {".", ";", ":", "that", "which", "who"}:
            break
        stop = phrase_at(
            lowers, index, linked if index == after else [link for link in linked if link not in _CLOSE_LINKS]
        )
        if stop is not None:
            right = right_of(passage, stop, cast)
            if right or not trigger.noun:
                return lowers[index], right
    if "" in trigger.links:
        right = right_of(passage, after, cast)
        offices = words("encounters")["groups"] & set(passage.lowers(after, after + 3))
        if right and ("office" not in trigger.flags or offices or any(a.role for a in right)):
            return "", right
    return None


def _joint(passage: Passage, cast: Cast, first: int) -> list[Attendee]:
    """Who shares a stage: a conference called joint, or told of somebody's counterpart."""
    if "joint" not in passage.lowers(first - 2, first):
        return []
    people = everybody(passage, cast)
    for index, piece in enumerate(passage.pieces):
        if piece.lower in {"his", "her"} and words("encounters")["counterpart"] & set(
            passage.lowers(index + 1, index + 4)
        ):
            found = cast.who(passage, index)
            if found and found.kind == "person" and all(a.referent is not found for a in people):
                people.insert(0, Attendee(found.name, "person", None, found, ((piece.start, piece.end),), index))
    return people


def _coordinated(left: Sequence[Attendee], trigger: Trigger, passage: Passage) -> bool:
    """Whether several people act together: joined by 'and', of two states where the verb alone says little."""
    if len(left) < _PAIR or not all(a.is_person for a in left):
        return False
    spans = sorted(a.piece for a in left)
    joined = bool({"and", "&"} & set(passage.lowers(spans[0], spans[-1])))
    return joined and ("states" not in trigger.flags or _of_two_states(left))


def _of_two_states(people: Sequence[Attendee]) -> bool:
    """Whether at least two lead a state, or people of two houses are among them."""
    offices = tuple(words("roles")["head_of_state"])
    heads = [a for a in people if a.role and a.role.lower().endswith(offices) and "vice" not in a.role.lower()]
    return len(heads) > 1 or len({id(h) for a in people if (h := _house(a.referent))}) > 1


def _acting(passage: Passage, left: Sequence[Attendee], first: int) -> bool:
    """Whether no other noun stands between a pair and its verb but in an apposition."""
    between = passage.pieces[max(a.piece for a in left) + 1 : first]
    if {"with", "having"} & {p.lower for p in between}:
        return False
    if not any(p.kind == "word" and usual_part(p.lower) == "NOUN" for p in between):
        return True
    return bool({",", "who"} & {p.lower for p in between[-2:]})


def _addressed(passage: Passage, cast: Cast, first: int) -> list[Attendee]:
    """'appealed to him in person': the person right before the words, and the one who acts."""
    other = next(
        (a for at in range(first - 1, max(first - 4, -1), -1) for a in right_of(passage, at, cast) if a.is_person), None
    )
    if other is None:
        return []
    actors = [a for a in left_of(passage, other.piece, cast) if a.key != other.key and a.is_person]
    return [*actors[:1], other] if actors else []


def _hosted(left: Sequence[Attendee], right: Sequence[Attendee]) -> list[Attendee]:
    """Who comes and who receives: a country's name before 'a visit by' is the host."""
    hosts = [a for a in left if not a.is_person and a.kind == "government"]
    return [*right, *hosts[:1]] if hosts and any(a.is_person for a in right) else []


def _house(referent: Referent | None) -> Referent | None:
    return referent.leads if referent else None


def _enough(attendees: Sequence[Attendee], trigger: Trigger) -> bool:
    """Two named people, or one and a named body (R21)."""
    named = [a for a in attendees if a.referent is not None and not a.is_office]
    people = [a for a in named if a.is_person]
    if not people or len({a.key for a in attendees}) < 2:
        return False
    return len(people) > 1 or "person" not in trigger.flags


def _encounter(passage: Passage, first: int, after: int, attendees: Sequence[Attendee], trigger: Trigger) -> Encounter:
    at = (passage.pieces[first].start, passage.pieces[after - 1].end)
    outcome, told, certainty = _outcome(passage, first, after, trigger.noun)
    far = "far" in trigger.flags or bool(words("encounters")["far"] & set(passage.lowers(first, after + _FAR)))
    host = next((a for a in attendees if not a.is_person), None) if "guest" in trigger.flags else None
    return Encounter(passage, first, at, tuple(attendees), outcome, told or (at,), certainty, far, host)


def _outcome(
    passage: Passage, first: int, after: int, noun: bool
) -> tuple[Outcome, tuple[tuple[int, int], ...], Certainty]:
    """What became of it, by the words before the trigger, and for a refusal also those after it."""
    lists = words("encounters")
    for outcome in _ENDINGS:
        found = find_phrase(passage, first - _NEAR, len(passage.pieces), lists[outcome])
        if found:
            return outcome, (found,), "asserted"
    found = find_phrase(passage, first - _NEAR, first, lists["sought"])
    if found:
        return "sought", (found,), "asserted"
    found = find_phrase(passage, first - _NEAR, first, lists["planned"]) or (
        find_phrase(passage, after, after + 3, lists["planned"]) if noun else None
    )
    if found:
        return "planned", (found,), "planned"
    ahead = next(
        (
            p
            for p in passage.pieces[after : after + _FAR]
            if p.kind == "date" and p.text.lower().startswith(("next", "tomorrow", "later"))
        ),
        None,
    )
    if ahead is not None:
        return "planned", ((ahead.start, ahead.end),), "planned"
    unreal = find_phrase(passage, first - _NEAR, first, lists["unreal"])
    return "held", (), "possible" if unreal else "asserted"
