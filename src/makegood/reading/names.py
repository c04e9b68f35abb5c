"""Names: capitalised runs of a sentence, cut into actors, places and roles, each with its kind."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from makegood.reading.lexicon import words
from makegood.reading.name_kinds import Name, kind_of, personal
from makegood.reading.name_runs import capital, run_end
from makegood.reading.pieces import Piece
from makegood.reading.roles import role_heads, role_parts
from makegood.reading.tokens import usual_part
from makegood.reference.actors import known_actor
from makegood.reference.places import PLACES

_PAIR = 2


def find_names(tokens: Sequence[Piece], lower_forms: frozenset[str], title_case: bool) -> list[Name]:
    """The names of one sentence, in order, not overlapping.

    `lower_forms` are the lower-case words of the whole document: a capitalised word that also stands
    there in lower case is no name at the start of a sentence. `title_case` marks a heading.
    """
    names: list[Name] = []
    stop = 0
    for index in [i for i, token in enumerate(tokens) if not token.text.islower() and capital(token)]:
        if index >= stop:
            stop = run_end(tokens, index, lower_forms, title_case)
            names.extend(_cut(tokens[index:stop], at_start=index == 0))
    return names


def _cut(run: Sequence[Piece], at_start: bool) -> Iterator[Name]:
    """A run cut at role words ('SoftBank CEO Masayoshi Son') and after a leading demonym."""
    part: list[Piece] = []
    after_role = False
    for position, token in enumerate(run):
        if not _is_role(run, position) or _inside(run, position):
            part.append(token)
            continue
        if not (at_start and position == 1 and len(part) == 1 and _nobody(part[0].text)):
            yield from _name(part, after_role)
        part, after_role = [], True
    yield from _name(part, after_role)


def _nobody(text: str) -> bool:
    """Whether a sentence's first word before a role says nothing of whose role it is ('Caretaker Prime Minister')."""
    return text not in PLACES and known_actor(text) is None and usual_part(text.lower()) in {"ADJ", "NOUN", "ADV"}


def _is_role(run: Sequence[Piece], position: int) -> bool:
    """A role's last word ('Minister'), or a word before it that the role has too ('Prime', 'Foreign')."""
    lower = run[position].lower
    following = run[position + 1].lower if position + 1 < len(run) else ""
    if position == 0 and following in words("organisations")["company"]:
        return False
    if lower in role_heads() and (lower != "general" or (position == 0 and len(run) > _PAIR)):
        return True
    return following in role_heads() and lower in role_parts() and usual_part(lower) is not None


def _inside(run: Sequence[Piece], position: int) -> bool:
    """Whether a role word belongs to an organisation's name ('Office of the President', 'Crown Holdings')."""
    return position > 0 and run[position - 1].lower in {"of", "the"}


def _name(run: Sequence[Piece], after_role: bool) -> Iterator[Name]:
    """The names in one part of a run: a demonym or country that opens it stands by itself."""
    part = _trimmed(run)
    if not part:
        return
    whole = _classified(part, after_role)
    lead = _nation(part, whole)
    if lead:
        yield _classified(part[:lead], after_role=False)
        rest_is_person = after_role or len(part) > _PAIR
        yield _classified(part[lead:], after_role=lead < _PAIR and rest_is_person)
    else:
        yield whole


def _trimmed(run: Sequence[Piece]) -> Sequence[Piece]:
    first, stop = 0, len(run)
    while stop and _falls_away(run[stop - 1]):
        stop -= 1
    while first < stop and _falls_away(run[first]) and not capital(run[first]):
        first += 1
    return run[first:stop]


def _falls_away(token: Piece) -> bool:
    return token.lower in words("names")["links"] or token.text in {".", "-"}


def _nation(part: Sequence[Piece], whole: Name) -> int:
    """How many words at the head of a name are a demonym or country of its own ('South Korean', 'US')."""
    if len(part) > _PAIR and (pair := PLACES.get(f"{part[0].text} {part[1].text}")) and pair.kind == "demonym":
        return _PAIR
    head = PLACES.get(part[0].text)
    unknown = whole.kind in {None, "person"} and known_actor(whole.text) is None
    return int(len(part) > 1 and head is not None and head.kind in {"demonym", "country"} and unknown)


def _classified(part: Sequence[Piece], after_role: bool) -> Name:
    start, end, text = part[0].start, part[-1].end, _surface(part)
    place = PLACES.get(text)
    if place:
        return Name(start, end, text, "demonym" if place.kind == "demonym" else "place", place.country, place)
    known = known_actor(text)
    if known:
        return Name(start, end, text, known.kind, known.country)
    kind = kind_of([token.lower for token in part])
    return Name(start, end, text, kind or ("person" if after_role or personal([t.text for t in part]) else None))


def _surface(part: Sequence[Piece]) -> str:
    """The words as they stand, any stretch of blanks as one."""
    gaps = (" " * (token.start > before.end) + token.text for before, token in pairwise(part))
    return part[0].text + "".join(gaps)
