"""Offers: every place in a story where somebody seems to promise money, with who and how.

An offer is one telling; `gathering` makes one pledge statement of all tellings of one promise.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from makegood.model.mention import MoneyMention
from makegood.model.statement import Certainty, Stage
from makegood.reading.cast import Cast, Referent, governed
from makegood.reading.lexicon import table, words
from makegood.reading.money_roles import Role, money_role, verbal
from makegood.reading.story import Passage, Story
from makegood.reading.subjects import Doer, agent_after, doer, owner
from makegood.reading.verbs import Act
from makegood.reading.voice import stage_of, voice
from makegood.reference.places import government_of

_ESTABLISHED = 3
_PAST = {"was", "were", "fell", "rose", "totaled", "totalled", "grew", "reached", "stood"}
_PROMISING = frozenset({"put", "promise", "announce", "agree", "plan", "consider", "build"})


@dataclass(slots=True)
class Offer:
    """One telling. `anchor` is the piece of the sum; `announcer` a person who spoke for the promisor."""

    passage: Passage
    anchor: int
    role: Role
    promisors: tuple[Referent, ...]
    seat: tuple[int, int] | None
    act: Act | None
    stage: Stage
    certainty: Certainty
    announcer: Referent | None = None
    score: float = 0.0
    parts: list["Offer"] = field(default_factory=list)

    @property
    def money(self) -> MoneyMention:
        """The sum's mention."""
        mention = self.passage.pieces[self.anchor].mention
        assert isinstance(mention, MoneyMention)
        return mention


def find_offers(story: Story, cast: Cast) -> list[Offer]:
    """The offers of a story in the order of its text."""
    offers: list[Offer] = []
    for passage in story.passages:
        offers.extend(_in_passage(passage, cast, offers[-1] if offers else None))
    return offers


def _in_passage(passage: Passage, cast: Cast, last: Offer | None) -> Iterator[Offer]:
    threshold = float(table("money_roles")["threshold"])  # type: ignore[arg-type]
    for index, piece in enumerate(passage.pieces):
        if not isinstance(piece.mention, MoneyMention):
            continue
        role = money_role(passage, index)
        if role.score < threshold or _restated(passage, index):
            continue
        offer = _offer(passage, index, role, cast, last)
        if offer:
            yield offer
            last = offer


def _restated(passage: Passage, index: int) -> bool:
    """Whether the sum only converts the one before it: '€500 million ($553 million)'."""
    before = passage.pieces[index - 1] if index else None
    if before is None or before.text not in {"(", "/"} or index < 2:
        return False
    return any(p.kind == "money" for p in passage.pieces[max(index - 4, 0) : index - 1])


def _offer(passage: Passage, index: int, role: Role, cast: Cast, last: Offer | None) -> Offer | None:
    act = role.verb
    found, announcer = _promisor(passage, index, role, cast)
    near = last is not None and (passage.number - last.passage.number <= 1 or passage.sentence.shape == "bullet" == last.passage.sentence.shape)
    if found is None and last is not None and near and not _acted(passage, role) and (role.head or "for_project" in role.signs):
        found = Doer(last.promisors, None, passage.number)
    if found is None or not found.referents:
        return None
    if act and act.classes & {"put", "pay", "build"} and role.head not in {"promise", "deal"} and _history(passage, act):
        return None
    if role.noun is not None and passage.lowers(role.noun + 1, role.noun + 2) == ["between"] and not (role.verb and role.verb.classes & {"put", "promise"}):
        return None
    if _asked(passage, role) or _politics(found) or (_lends(role) and _to_a_firm(passage, found, cast)):
        return None
    if not _promises(passage, role):
        return None
    stage, certainty = stage_of(passage, act)
    seat = (found.passage, found.piece) if found.piece is not None else None
    return Offer(passage, index, role, found.referents, seat, act, stage, certainty, announcer, role.score)


def _acted(passage: Passage, role: Role) -> bool:
    """Whether the sum's verb is active and so has a subject of its own, if only one that nobody can be read from."""
    verb = role.verb
    return verb is not None and not voice(passage, verb).passive and "flow" not in verb.classes and bool(verb.inflections & {"third", "past"})


def _asked(passage: Passage, role: Role) -> bool:
    """Whether somebody only asks for the money: a counterpart's demand is no promise (R1)."""
    verb = role.verb
    return verb is not None and any("ask" in a.classes and a.first < verb.first <= a.last + 9 and not a.inflections & {"ing"} for a in passage.acts)


def _politics(found: Doer) -> bool:
    """Whether a party promises: manifestos and budgets are no pledges (R1)."""
    return any(set(r.name.casefold().split()) & words("organisations")["party"] or "party" in r.name.casefold().split() for r in found.referents)


def _lends(role: Role) -> bool:
    return role.head == "aid" or (role.verb is not None and role.verb.lemma in {"grant", "award", "lend", "give", "provide"})


def _to_a_firm(passage: Passage, found: Doer, cast: Cast) -> bool:
    """Whether a government lends or gives at home: a subsidy, which is a measure and no pledge (R21)."""
    if any(r.kind != "government" for r in found.referents):
        return False
    named = [p.name.country for p in passage.pieces if p.name and p.name.place and p.name.country]
    homes = {r.country or ("US" if "U.S." in r.name else None) for r in found.referents} - {None} or set(named)
    abroad = [c for c in _states_named(passage) if c not in homes]
    firms = [r for i in range(len(passage.pieces)) if (r := cast.at.get((passage.number, i))) and r.kind in {"company", None} and not r.is_place and not r.described]
    if firms:
        return not abroad
    return all(c in homes for other in cast.story.passages for c in _states_named(other))


def _states_named(passage: Passage) -> list[str | None]:
    """The countries (None for continents) that a sentence names as such, by demonym or by capital."""
    kinds = {"country", "continent", "region", "capital", "demonym"}
    return [p.name.country for p in passage.pieces if p.name and p.name.place and p.name.place.kind in kinds]


def _promises(passage: Passage, role: Role) -> bool:
    """Whether the sentence holds an act of promising: a promising verb, or a future; a past sum is a figure (R1)."""
    acts = [a for a in passage.acts if verbal(passage, a)]
    promising = any(a.classes & {"put", "promise", "agree", "plan", "consider", "flow", "cancel", "delay", "reduce", "begin", "finish"} or (a.classes & {"announce"} and "say" not in a.classes) for a in acts)
    future = any(p.lower in {"will", "would", "to", "'ll", "’ll"} for p in passage.pieces)
    if role.head in {"promise", "project", "aid", "deal"} and role.noun is not None:
        after = passage.lowers(role.noun + 1, role.noun + 3)
        between = passage.lowers(role.noun + 1, role.at)
        if _PAST & set(after) or (_PAST & set(between) and not {"will", "would"} & set(between)):
            return False
    return promising or future or role.head in {"promise", "project", "aid", "deal"}


def _history(passage: Passage, act: Act) -> bool:
    told = voice(passage, act)
    if "promise" in act.classes or told.passive:
        return False
    return told.finished and not any("promise" in a.classes or a.lemma in {"announce", "unveil", "agree"} for a in passage.acts)


def _promisor(passage: Passage, index: int, role: Role, cast: Cast) -> tuple[Doer | None, Referent | None]:
    """Who promises the sum: its owner, the doer of the verb over it, else of the sentence's promise verb."""
    for found in _candidates(passage, index, role, cast):
        if found and found.referents:
            resolved = _institutions(found, cast)
            if resolved:
                return resolved
    return None, None


def _candidates(passage: Passage, index: int, role: Role, cast: Cast) -> Iterator[Doer | None]:
    yield owner(passage, role.noun if role.noun is not None and role.noun > index else index, cast)
    yield _promised_by(passage, index, cast)
    yield _within(passage, index, role.noun, cast)
    yield _relative(passage, max(index, role.noun or index), cast)
    if role.verb and "flow" in role.verb.classes:
        yield agent_after(passage, role.verb.first, cast, {"from"})
    if role.verb and ("say" not in role.verb.classes or "put" in role.verb.classes):
        yield doer(passage, role.verb, cast)
    before = [act for act in reversed(passage.acts) if act.first < index and act != role.verb]
    after = [act for act in passage.acts if act.first > index]
    for act in (*before, *after):
        if act.classes & _PROMISING and verbal(passage, act):
            found = doer(passage, act, cast)
            if found and ("say" not in act.classes or _speaks_for_itself(passage, found)):
                yield found
    first = next((i for i in range(index) if (r := cast.at.get((passage.number, i))) and r.institution and not r.is_place and not governed(passage.pieces, i)), None)
    if first is not None and role.head in {"aid", "promise", "deal", "project"} and role.verb is None:
        yield Doer((cast.at[passage.number, first],), first, passage.number)
    if not any(p.kind == "name" and (r := cast.at.get((passage.number, i))) and r.institution and not r.is_place and not governed(passage.pieces, i) for i, p in enumerate(passage.pieces)):
        topic = cast.topic()
        if topic and not _acted(passage, role) and len(topic.seats) >= _ESTABLISHED and role.head in {"promise", "project", "aid", "deal"}:
            yield Doer((topic,), None, passage.number)


def _speaks_for_itself(passage: Passage, found: Doer) -> bool:
    """'$10 billion would be spent, Acme said': the company that says so of the future is taken for the promisor."""
    return bool({"will", "would"} & {p.lower for p in passage.pieces}) and all(r.kind in {"company", "fund", "person", None} for r in found.referents)


def _within(passage: Passage, index: int, noun: int | None, cast: Cast) -> Doer | None:
    """A name inside the sum's own phrase: '$600 million of Acme financing', 'a $5 billion Acme plant'."""
    for at in range(index + 1, noun or index):
        found = cast.at.get((passage.number, at))
        if found and found.kind in {"company", "fund", "organization"}:
            return Doer((found,), at, passage.number)
    return None


def _relative(passage: Passage, noun: int, cast: Cast) -> Doer | None:
    """'the $5 billion of investment that Acme trumpeted'."""
    after = passage.pieces[noun + 1 : noun + 4]
    start = next((i for i, p in enumerate(after) if p.lower in {"that", "which"}), None)
    if start is None or noun + 2 + start >= len(passage.pieces):
        return None
    at = noun + 2 + start
    act = next((a for a in passage.acts if at < a.first < at + 10 and a.classes & {"promise", "announce", "plan", "put"}), None)
    found = cast.at.get((passage.number, at))
    return Doer((found,), at, passage.number) if found and act else None


def _promised_by(passage: Passage, index: int, cast: Cast) -> Doer | None:
    """The owner of a promise noun to the left: 'a pledge by Acme to spend $5 billion', 'Acme's plan to …'."""
    nouns = words("nouns")
    for at in range(index - 1, max(index - 10, -1), -1):
        lower = passage.pieces[at].lower
        if passage.pieces[at].text in {",", ";", ":"}:
            return None
        if (lower in nouns["promise"] and lower not in {"money", "funds", "spending"}) or lower in nouns["deal"] or lower in nouns["aid"]:
            return owner(passage, at, cast)
    return None


def _institutions(found: Doer, cast: Cast) -> tuple[Doer, Referent | None] | None:
    """A person acts for what he or she leads; a person who leads nothing known promises for nobody else."""
    who: list[Referent] = []
    announcer = None
    for referent in found.referents:
        if referent.described and len(referent.name.split()) - (referent.name.split()[0].lower() in {"the", "a", "an", "this"}) < 2:
            continue
        if referent.is_place:
            code = government_of(referent.name)
            who += [cast.government(code)] if code else []
        elif referent.kind == "project":
            continue
        elif referent.kind == "person":
            announcer = referent
            if referent.leads:
                who.append(referent.leads)
        else:
            who.append(referent)
    if not who:
        return None
    return Doer(tuple(dict.fromkeys(who)), found.piece, found.passage), announcer
