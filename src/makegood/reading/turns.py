"""Turns: what happened to a project or a promise, told of somebody (opened, delayed, cancelled …)."""

from collections.abc import Iterator
from dataclasses import dataclass

from makegood.model.statement import What
from makegood.reading.cast import Cast, Referent
from makegood.reading.lexicon import table, words
from makegood.reading.voice import verbal
from makegood.reading.pieces import Piece
from makegood.reading.story import Passage, Story
from makegood.reading.subjects import Doer, doer, owner
from makegood.reading.tokens import usual_part
from makegood.reading.verbs import Act
from makegood.reading.voice import Voice, voice

_AFTER = 12
_BEFORE = 16
_SETBACKS: dict[str, What] = {"cancel": "cancel", "delay": "delay", "reduce": "scale_back"}


@dataclass(frozen=True, slots=True)
class Turn:
    """`target` is the piece of the project's noun; `act` None where a status tag tells the turn."""

    what: What
    passage: Passage
    act: Act | None
    target: int
    doers: tuple[Referent, ...]
    seat: tuple[int, int] | None
    words: tuple[int, int]

    @property
    def setback(self) -> bool:
        """Whether the promise came to less or later."""
        return self.what in {"cancel", "delay", "scale_back"}


def find_turns(story: Story, cast: Cast) -> list[Turn]:
    """The turns of a story in the order of its text."""
    return [turn for passage in story.passages for turn in _in_passage(passage, cast)]


def _in_passage(passage: Passage, cast: Cast) -> Iterator[Turn]:
    if {"you", "your"} & {p.lower for p in passage.pieces}:
        return
    tagged = _tagged(passage, cast)
    if tagged:
        yield tagged
        return
    for act in passage.acts:
        told = voice(passage, act)
        what = _what(passage, act, told)
        if what is None or told.negated or not verbal(passage, act) or _attributive(passage, act):
            continue
        target = _target(passage, act, told, what)
        if target is None:
            continue
        found = _doer(passage, act, target, cast)
        if found:
            span = (passage.pieces[act.first].start, passage.pieces[act.last].end)
            yield Turn(what, passage, act, target, found.referents, (found.passage, found.piece) if found.piece is not None else None, span)


def _what(passage: Passage, act: Act, told: Voice) -> What | None:
    for name, what in _SETBACKS.items():
        if name in act.classes:
            return None if told.possible or _supposed(passage, act) else what
    happened = (told.finished or "third" in act.inflections) and not told.future and not told.possible
    if not happened:
        return None
    for what, lemmas in words("turns").items():
        if act.lemma in lemmas:
            return what  # type: ignore[return-value]
    return None


def _attributive(passage: Passage, act: Act) -> bool:
    """'stalled projects', 'a delayed plant': a participle that only describes."""
    if "participle" not in act.inflections or act.last > act.first or act.last + 1 >= len(passage.pieces):
        return False
    before = passage.pieces[act.first - 1] if act.first else None
    described = usual_part(passage.pieces[act.last + 1].lower) in {"NOUN", "ADJ"} and _is_project(passage.pieces[act.last + 1]) or usual_part(passage.pieces[act.last + 1].lower) == "NOUN"
    return described and (before is None or usual_part(before.lower) in {"DET", "ADJ", "CCONJ", "ADP"} or before.lower in {"its", "their", "'s", "’s", ","})


def _supposed(passage: Passage, act: Act) -> bool:
    return bool({"if", "unless", "whether", "threatened", "threatens", "threaten"} & set(passage.lowers(act.first - 8, act.first)))


def _target(passage: Passage, act: Act, told: Voice, what: What) -> int | None:
    """The project that the turn befell: the object of the act, or the subject of a passive or intransitive one."""
    if not told.passive:
        found = _project(passage.pieces, act.last + 1, act.last + _AFTER, what)
        if found is None and act.last > act.first + 1:
            found = _project(passage.pieces, act.first + 1, act.last, what)
        if found is not None or what not in {"delay"}:
            return found
    return _project_before(passage.pieces, act.first - 1, max(act.first - _BEFORE, -1))


def _project(pieces: tuple[Piece, ...], start: int, stop: int, what: What) -> int | None:
    """The first project noun of an object; one preposition may be crossed ('its plans for a plant')."""
    crossed = 0
    for at in range(start, min(stop, len(pieces))):
        piece = pieces[at]
        if piece.kind == "sign" and piece.text in {",", ";", ".", "—", ":"}:
            return None
        if _is_project(piece):
            return at
        if piece.kind == "word":
            part = usual_part(piece.lower)
            if part in {"ADP", "PART"}:
                crossed += 1
                if crossed > 1 or (piece.lower in {"by", "after", "since", "from", "to"} and what != "cancel"):
                    return None
            if part in {"AUX", "SCONJ", "PRON"} and piece.lower not in {"its", "their", "his"}:
                return None
            if part == "NOUN" and piece.lower in words("nouns")["noise"] | _NOT_PROJECTS:
                return None
    return None


_NOT_PROJECTS = frozenset({"tariffs", "tariff", "jobs", "job", "costs", "emissions", "rates", "taxes", "talks", "war", "guidance", "forecast", "outlook", "estimate", "negotiations", "trade", "relations", "aid"})


def _is_project(piece: Piece) -> bool:
    lists = words("nouns")
    if piece.kind == "name" and piece.name and piece.name.kind in {None, "company"}:
        return any(word.lower() in _PROJECT_NAMES for word in piece.text.split())
    return piece.lower in lists["project"] | _PROMISED and piece.lower not in {"capacity", "operations", "training", "research"}


_PROMISED = frozenset({"investment", "investments", "plans", "plan", "pledge", "pledges", "commitment", "commitments", "promise", "deal", "programme", "funding", "loan", "loans", "grant", "grants"})
_PROJECT_NAMES = frozenset({"wind", "solar", "project", "plant", "park", "farm", "mine", "pipeline", "terminal", "hub", "campus", "corridor", "refinery", "fab"})


def _project_before(pieces: tuple[Piece, ...], start: int, stop: int) -> int | None:
    for at in range(start, stop, -1):
        if pieces[at].text in {";", ".", "”", '"'}:
            return None
        if _is_project(pieces[at]):
            return at
    return None


def _doer(passage: Passage, act: Act, target: int, cast: Cast) -> Doer | None:
    """Whose project it is: its owner, the doer, or the story's topic when the sentence names nobody."""
    topic = cast.topic()
    for found in (owner(passage, target, cast), doer(passage, act, cast), Doer((topic,), None, passage.number) if topic else None):
        if not found:
            continue
        who = tuple(dict.fromkeys(r.leads or r for r in found.referents if r.institution or r.leads))
        who = tuple(r for r in who if not r.is_place)
        if who:
            return Doer(who, found.piece, found.passage)
    return None


def _tagged(passage: Passage, cast: Cast) -> Turn | None:
    """A line of a list that ends in a status: 'Acme: Gary, Ind. (Delayed)'."""
    pieces = passage.pieces
    opening = next((i for i, p in enumerate(pieces) if p.text == "("), None)
    if passage.sentence.shape == "prose" or opening is None or pieces[-1].text != ")" or len(pieces) - opening > 8:
        return None
    tags = table("status_tags")
    what = next((tags[p.lower] for p in pieces[opening + 1 : -1] if p.lower in tags), None)
    found = next((r for i in range(opening) if (r := cast.at.get((passage.number, i))) and r.institution and not r.is_place), None)
    if what is None or found is None:
        return None
    seat = next(i for i in range(opening) if cast.at.get((passage.number, i)) is found)
    return Turn(what, passage, None, seat, (found,), (passage.number, seat), (pieces[opening].start + 1, pieces[-1].start))  # type: ignore[arg-type]
