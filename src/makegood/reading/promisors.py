"""Promisors: who promises a sum of money, by a list of places to look, the surest first."""

from collections.abc import Callable, Iterator

from makegood.reading.cast import Cast, Referent
from makegood.reading.contenders import contenders
from makegood.reading.encoder.opinion import Opinion
from makegood.reading.grammar import closed
from makegood.reading.lexicon import words
from makegood.reading.money_roles import Role
from makegood.reading.story import Passage
from makegood.reading.subjects import Doer, agent_after, doer, owner
from makegood.reading.voice import verbal, voice
from makegood.reference.places import government_of

_ESTABLISHED = 3
_NOUN_REACH = 10
_PROMISING = frozenset({"put", "promise", "announce", "agree", "plan", "consider", "build"})
_TRUMPETING = frozenset({"promise", "announce", "plan", "put"})
_OWN_WORDS = frozenset({"company", "fund", "person", None})
_MONEY = frozenset({"money", "funds", "spending"})


def promisor(
    passage: Passage, role: Role, cast: Cast, opinion: Opinion | None = None
) -> tuple[Doer | None, Referent | None]:
    """Who promises the sum, and the person who says so for them where one does."""
    found = [doer for look in _PLACES for doer in look(passage, role, cast) if doer]
    ranked = contenders(passage, role, cast, opinion, found) if opinion else found
    resolved = (institutions(doer, cast) for doer in ranked)
    return next((found for found in resolved if found), (None, None))


def acted(passage: Passage, role: Role) -> bool:
    """Whether the sum's verb is active and so has a subject of its own, if only one that nobody can be read from."""
    verb = role.verb
    if verb is None or "flow" in verb.classes or not verb.inflections & {"third", "past"}:
        return False
    return not voice(passage, verb).passive


def _its_owner(passage: Passage, role: Role, cast: Cast) -> Iterator[Doer | None]:
    """'Acme's $5 billion plan'."""
    yield owner(passage, max(role.at, role.noun or 0), cast)


def _owner_of_pledge(passage: Passage, role: Role, cast: Cast) -> Iterator[Doer | None]:
    """The owner of a noun of promising to the left: 'a pledge by Acme to spend $5 billion'."""
    nouns = words("nouns")
    pledges = (nouns["promise"] - _MONEY) | nouns["deal"] | nouns["aid"]
    for at in range(role.at - 1, max(role.at - 1 - _NOUN_REACH, -1), -1):
        if passage.pieces[at].text in {",", ";", ":"}:
            return
        if passage.lower(at) in pledges:
            yield owner(passage, at, cast)
            return


def _inside(passage: Passage, role: Role, cast: Cast) -> Iterator[Doer | None]:
    """A name inside the sum's own phrase: '$600 million of Acme financing', 'a $5 billion Acme plant'."""
    for at in range(role.at + 1, role.noun or role.at):
        found = cast.at.get((passage.number, at))
        if found and found.kind in {"company", "fund", "organization"}:
            yield Doer((found,), at, passage.number)
            return


def _relative(passage: Passage, role: Role, cast: Cast) -> Iterator[Doer | None]:
    """'the $5 billion of investment that Acme trumpeted'."""
    noun = max(role.at, role.noun or role.at)
    opening = next((i for i in range(noun + 1, noun + 4) if passage.lower(i) in {"that", "which"}), None)
    found = cast.at.get((passage.number, opening + 1)) if opening is not None else None
    if found and opening is not None:
        at = opening + 1
        if any(at < a.first < at + _NOUN_REACH and a.classes & _TRUMPETING for a in passage.acts):
            yield Doer((found,), at, passage.number)


def _of_its_verb(passage: Passage, role: Role, cast: Cast) -> Iterator[Doer | None]:
    """The doer of the verb over the sum; what flows comes 'from' somebody."""
    verb = role.verb
    if verb and "flow" in verb.classes:
        yield agent_after(passage, verb.first, cast, {"from"})
    if verb and ("say" not in verb.classes or "put" in verb.classes):
        yield doer(passage, verb, cast)


def _of_other_verbs(passage: Passage, role: Role, cast: Cast) -> Iterator[Doer | None]:
    """The doers of the other verbs of promising: those before the sum, the nearest first, then those after."""
    before = [act for act in reversed(passage.acts) if act.first < role.at and act != role.verb]
    after = [act for act in passage.acts if act.first > role.at]
    for act in (*before, *after):
        if act.classes & _PROMISING and verbal(passage, act):
            found = doer(passage, act, cast)
            if found and ("say" not in act.classes or _speaks_for_itself(passage, found)):
                yield found


def _speaks_for_itself(passage: Passage, found: Doer) -> bool:
    """'$10 billion would be spent, Acme said': who says so of the future is taken for the promisor."""
    future = any(p.lower in words("exclusions")["future"] for p in passage.pieces)
    return future and all(r.kind in _OWN_WORDS for r in found.referents)


def _first_named(passage: Passage, role: Role, cast: Cast) -> Iterator[Doer | None]:
    """The first free institution before a sum that has a noun of promising and no verb."""
    if role.verb is not None or not role.announces:
        return
    at = next((i for i in _free(passage, cast) if i < role.at), None)
    if at is not None:
        yield Doer((cast.at[passage.number, at],), at, passage.number)


def _topic(passage: Passage, role: Role, cast: Cast) -> Iterator[Doer | None]:
    """What the story is about, when the sentence names nobody who could promise."""
    if not role.announces or any(passage.pieces[i].kind == "name" for i in _free(passage, cast)):
        return
    topic = cast.topic()
    if topic and len(topic.seats) >= _ESTABLISHED and not acted(passage, role):
        yield Doer((topic,), None, passage.number)


def _free(passage: Passage, cast: Cast) -> Iterator[int]:
    """The pieces at which institutions stand that no preposition governs."""
    seated = cast.seating.seated(passage.number)
    return (i for i in seated if cast.at[passage.number, i].body and cast.free(passage, i))


_PLACES: tuple[Callable[[Passage, Role, Cast], Iterator[Doer | None]], ...] = (
    _its_owner,
    _owner_of_pledge,
    _inside,
    _relative,
    _of_its_verb,
    _of_other_verbs,
    _first_named,
    _topic,
)
"""Where a promisor is looked for, in this order; the first that can promise is taken."""


def institutions(found: Doer, cast: Cast) -> tuple[Doer, Referent | None] | None:
    """Who pays, and the person who says so: a person acts for what he or she leads, and else for nobody."""
    able = [r for r in found.referents if not _vague(r)]
    who = [payer for r in able if (payer := _payer(r, cast))]
    people = [r for r in able if r.kind == "person" and not r.is_place]
    if not who:
        return None
    return Doer(tuple(dict.fromkeys(who)), found.piece, found.passage), people[-1] if people else None


def _vague(referent: Referent) -> bool:
    """Whether a description says too little to name somebody ('the group', 'companies')."""
    said = referent.name.split()
    bare = said[0].lower() in closed("articles") or said[0].lower() == "this"
    return referent.described and len(said) - bare < 2


def _payer(referent: Referent, cast: Cast) -> Referent | None:
    """Whose money it would be: a capital's is its government's, a leader's what he or she leads."""
    if referent.is_place:
        code = government_of(referent.name)
        return cast.government(code, referent) if code else None
    if referent.kind == "person":
        return referent.leads if referent.leads and not referent.leads.is_place else None
    return referent if referent.institution else None
