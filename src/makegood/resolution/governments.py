"""Governments by the many ways a text names them: 'Tokyo', 'the Japanese government', 'Trump administration'."""

from functools import lru_cache

from makegood.model.actor import ActorKind
from makegood.reference.actors import KNOWN
from makegood.reference.folding import fold
from makegood.reference.places import PLACES, Place, country_name, government_of
from makegood.reference.telling import telling_words

_COUNTRIES = frozenset({"country", "demonym"})


@lru_cache(maxsize=50_000)
def government(name: str, kind: ActorKind | None) -> tuple[str, str] | None:
    """Key and usual name of the government that `name` means: ('JP', 'Japan'), ('US/texas', 'Texas').

    A bare country is its government where it acts; a capital only if the text did not make it
    something else; a name of a company or person never is.
    """
    if kind in ("company", "fund", "person", "consortium"):
        return None
    bare, told_so = _bare(name)
    place = PLACES.get(bare)
    place = place or PLACES.get(bare.removeprefix("the "))
    known = fold(name) in KNOWN
    seat = None if known else government_of(name) or (government_of(bare) if told_so or kind == "government" else None)
    if seat is not None and (place is None or place.kind == "capital"):
        return seat, country_name(seat) or seat
    if place is None:
        return _leaders(name, bare) if told_so else None
    return _of_place(place, told_so or kind == "government")


def _of_place(place: Place, certain: bool) -> tuple[str, str] | None:
    if place.country is None:
        return None
    if place.kind in _COUNTRIES:
        return place.country, country_name(place.country) or place.country
    if place.kind in ("subdivision", "city") and certain:
        return f"{place.country}/{fold(place.name)}", place.name
    return None


def _leaders(name: str, bare: str) -> tuple[str, str] | None:
    """'Trump administration': the government that a known leader heads."""
    leader = KNOWN.get(fold(bare))
    if leader is None or leader.kind != "person" or leader.country is None or "of" in name.split():
        return None
    return leader.country, country_name(leader.country) or leader.country


def _bare(name: str) -> tuple[str, bool]:
    """The name without the words that make it a government's, and whether there were any."""
    words = name.split()
    told = False
    for count in range(len(words) - 1, 0, -1):
        before = " ".join(words[:count]).casefold()
        if before in telling_words("government_before"):
            words, told = words[count:], before != "the"
            break
    for count in range(1, len(words)):
        if " ".join(words[count:]).casefold() in telling_words("government_after"):
            return " ".join(words[:count]).removesuffix("'s").removesuffix("’s"), True
    return " ".join(words), told
