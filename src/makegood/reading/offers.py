"""Offers: every place in a story where somebody seems to promise money, with who and how.

An offer is one telling; `gathering` makes one pledge statement of all tellings of one promise.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from makegood.model.mention import MoneyMention
from makegood.model.statement import Certainty, Stage
from makegood.reading.cast import Cast, Referent
from makegood.reading.encoder.opinion import Opinion
from makegood.reading.exclusions import UNSAID, excluded
from makegood.reading.money_roles import Role, money_role
from makegood.reading.promisors import acted, promisor
from makegood.reading.story import Passage, Story
from makegood.reading.subjects import Doer
from makegood.reading.verbs import Act
from makegood.reading.voice import stage_of
from makegood.reading.weighing import sure, taken, thought_stage

_CONVERTED = 4


@dataclass(frozen=True, slots=True)
class Offer:
    """One telling. `announcer` is a person who spoke for the promisor, `seat` where a sentence names them.

    `opinion` is the encoder's of the sum, None where it was not asked.
    """

    passage: Passage
    money: MoneyMention
    role: Role
    promisors: tuple[Referent, ...]
    seat: tuple[int, int] | None
    stage: Stage
    certainty: Certainty
    announcer: Referent | None
    opinion: Opinion | None = None

    @property
    def anchor(self) -> int:
        """The piece of the sum."""
        return self.role.at

    @property
    def named(self) -> bool:
        """Whether the telling's own sentence names the promisor."""
        return self.seat is not None and self.seat[0] == self.passage.number

    @property
    def opens_with_promisor(self) -> bool:
        """Whether the telling's own sentence names the promisor before the sum."""
        return self.seat is not None and self.named and self.seat[1] < self.anchor

    @property
    def act(self) -> Act | None:
        """The verb over the sum."""
        return self.role.verb


def find_offers(story: Story, cast: Cast) -> list[Offer]:
    """The offers of a story in the order of its text."""
    offers: list[Offer] = []
    for passage in story.passages:
        if "money" not in passage.kinds:
            continue
        for index, piece in enumerate(passage.pieces):
            if isinstance(piece.mention, MoneyMention):
                offers.extend(_offers(passage, index, piece.mention, cast, offers[-1] if offers else None))
    return offers


def _offers(passage: Passage, index: int, money: MoneyMention, cast: Cast, last: Offer | None) -> Iterator[Offer]:
    """The offer that a sum makes, if it makes one; `last` is the one told before it."""
    role = money_role(passage, index)
    opinion = cast.story.opinions.get(passage.pieces[index].start)
    if not taken(role, opinion) or _restated(passage, index):
        return
    found, announcer = promisor(passage, role, cast, opinion)
    found = found or _goes_on(passage, role, last)
    if found is None:
        return
    reason = excluded(passage, role, found, cast)
    if reason and not (reason == UNSAID and sure(opinion)):
        return
    stage, certainty = stage_of(passage, role.verb)
    stage = thought_stage(opinion) or stage
    yield Offer(passage, money, role, found.referents, found.seat, stage, certainty, announcer, opinion)


def _restated(passage: Passage, index: int) -> bool:
    """Whether the sum only converts the one before it: '€500 million ($553 million)'."""
    if index < 2 or passage.lower(index - 1) not in {"(", "/"}:
        return False
    return any(p.kind == "money" for p in passage.pieces[max(index - _CONVERTED, 0) : index - 1])


def _goes_on(passage: Passage, role: Role, last: Offer | None) -> Doer | None:
    """The promisors of the telling before, in the same list or sentence or the next, when the sum has no subject."""
    if last is None or acted(passage, role) or not (role.head or "for_project" in role.signs):
        return None
    listed = passage.sentence.shape == "bullet" == last.passage.sentence.shape
    near = listed or passage.number - last.passage.number <= 1 + (passage.sentence.shape == "bullet")
    return Doer(last.promisors, None, passage.number) if near else None
