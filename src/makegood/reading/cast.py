"""The cast of a story: who appears in it, under which names, and who leads whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from makegood.reading.lexicon import words
from makegood.reading.names import Name
from makegood.reading.roles import role_heads
from makegood.reading.pieces import Piece
from makegood.reading.story import Passage, Story
from makegood.reading.tokens import usual_part
from makegood.reading.verbs import is_verb_form
from makegood.reference.places import abbreviated, country_name

_THING = {"it", "its", "itself"}
_HE = {"he", "she", "his", "her", "him", "himself", "herself"}
_WE = {"we", "our", "us", "ours"}
_THEY = {"they", "their", "them"}
_INSTITUTIONS = frozenset({"company", "fund", "organization", "consortium", "government", None})
_REALMS = {
    "Kingdom": frozenset({"SA", "BH", "MA", "JO", "GB", "TH", "KH", "BT"}),
    "Emirates": frozenset({"AE"}),
    "Sultanate": frozenset({"OM"}),
    "Union": frozenset({"EU"}),
}
_LOOK_BACK = 6
_PHRASE = 9
_CONJUNCTIONS = frozenset({"after", "before", "since", "as", "until", "than", "like", "despite"})
_PREPOSITIONS = frozenset({"of", "in", "for", "at", "with", "from", "by", "on", "to", "near", "between", "under", "into", "over", "after", "than", "against", "as", "like", "across", "about", "through", "outside", "inside", "around", "towards", "toward", "during", "since", "within", "amid", "including", "alongside", "via", "versus", "despite", "before", "until", "per", "without", "among"})


@dataclass(slots=True, eq=False)
class Referent:
    """Somebody in the story; `start`/`end` delimit the fullest name it goes by."""

    name: str
    kind: str | None
    country: str | None
    start: int
    end: int
    seats: list[tuple[int, int]] = field(default_factory=list)
    leads: "Referent | None" = None
    is_place: bool = False
    short: str | None = None
    described: bool = False

    @property
    def institution(self) -> bool:
        """Whether this is somebody who can hold money: no person."""
        return self.kind not in {"person", "project"}


class Cast:
    """Referents by the piece they stand at: `at[passage number, piece index]`."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.referents: list[Referent] = []
        self.at: dict[tuple[int, int], Referent] = {}
        self._by_word: dict[str, list[Referent]] = {}
        for passage in story.passages:
            for index, piece in enumerate(passage.pieces):
                if piece.kind == "name" and piece.name and piece.name.kind != "demonym":
                    self._seat(passage, index, piece.name)
        for passage in story.passages:
            self._affiliate(passage)
        for passage in story.passages:
            for index, piece in enumerate(passage.pieces):
                if piece.kind == "description" and piece.name:
                    found = self._apposed(passage, index) or self._described(passage.number, index, piece) or self._introduced(piece, piece.name)
                    self._take(found, passage.number, index)

    def who(self, passage: Passage, index: int) -> Referent | None:
        """Whom the piece means: a name, a description or a pronoun."""
        found = self.at.get((passage.number, index))
        return found if found else self._pronoun(passage, index)

    def topic(self) -> Referent | None:
        """The institution the story is mostly about: named most often, ties to the earliest."""
        named = [r for r in self.referents if r.institution and not r.is_place and not r.described and r.kind != "government"]
        return max(named, key=lambda r: (self._weight(r) - 0.5 * r.seats[0][0], -r.start), default=None)

    def _weight(self, referent: Referent) -> float:
        """How often a referent stands free, a governed name counting a third."""
        return sum(0.3 if governed(self.story.passages[n].pieces, at) else 1.0 for n, at in referent.seats)

    def government(self, code: str) -> Referent:
        """The government of a country, brought in when the story only alludes to it ('Tokyo', 'Dutch')."""
        found = self.country(code)
        if found is None:
            seat = next(p for passage in self.story.passages for p in passage.pieces if p.name and p.name.country == code)
            found = Referent(country_name(code) or seat.text, "government", code, seat.start, seat.end)
            self.referents.append(found)
        return found

    def country(self, code: str) -> Referent | None:
        """The government of a country, when the story names the country."""
        return next((r for r in self.referents if r.country == code and r.kind == "government" and not r.is_place), None)

    def _seat(self, passage: Passage, index: int, name: Name) -> None:
        kind = self._kind_in_context(passage, index, name)
        if name.text in _REALMS and (realm := self._realm(passage, index, name.text)):
            self._take(realm, passage.number, index)
            return
        found = self._known(name, kind)
        if found is None:
            is_place = _is_place(passage, index, name)
            label = name.place.name if name.place and name.place.kind == "country" else name.text
            found = Referent(label, "government" if name.kind == "place" else kind, name.country, name.start, name.end, is_place=is_place)
            self.referents.append(found)
            self._index(found)
        elif name.kind != "place" and found.short is None and len(name.text) > len(found.name):
            found.name, found.start, found.end = name.text, name.start, name.end
            self._index(found)
        found.kind = found.kind or kind
        found.country = found.country or name.country
        self._take(found, passage.number, index)
        self._acronym(passage, index, found)

    def _known(self, name: Name, kind: str | None) -> Referent | None:
        """The latest referent that a name may stand for, looked for among those that share a word with it."""
        words_ = {*_key(name.text), _initials(name.text), name.text.casefold()}
        if name.place is not None and name.place.kind == "country":
            return next((r for r in reversed(self.referents) if _same(r, name, kind)), None)
        sharing = {r.start: r for word in sorted(words_) for r in self._by_word.get(word, ())}
        return next((sharing[start] for start in sorted(sharing, reverse=True) if _same(sharing[start], name, kind)), None)

    def _index(self, referent: Referent) -> None:
        for word in {*_key(referent.name), _initials(referent.name), (referent.short or referent.name).casefold()}:
            self._by_word.setdefault(word, []).append(referent)

    def _realm(self, passage: Passage, index: int, word: str) -> Referent | None:
        """'the Kingdom', 'the Emirates': the nearest country of that constitution named before, else after."""
        codes = _REALMS[word]
        before = [r for r in self._recent(passage.number, index) if r.country in codes]
        named = (p.name.country for other in self.story.passages for p in other.pieces if p.name and p.name.country in codes)
        code = before[0].country if before else next(named, None)
        return self.government(code) if code else None

    def _take(self, referent: Referent, number: int, index: int) -> None:
        referent.seats.append((number, index))
        self.at[number, index] = referent

    def _kind_in_context(self, passage: Passage, index: int, name: Name) -> str | None:
        if name.kind not in {None, "person"}:
            return name.kind
        before, after = passage.lowers(index - 1, index), passage.lowers(index + 1, index + 4)
        if before and before[0] in role_heads() and " " in name.text:
            return "person"
        if name.kind is None and " " in name.text and after[:1] == [","] and any(w in role_heads() for w in after[1:]):
            return "person"
        return name.kind

    def _acronym(self, passage: Passage, index: int, referent: Referent) -> None:
        """'Development Finance Corporation (DFC)': the name in brackets is the same referent."""
        around = passage.pieces[index + 1 : index + 4]
        if len(around) == 3 and around[0].text == "(" and around[2].text == ")" and around[1].name:
            short = around[1].name.text
            if short.isupper() and len(short) > 1 and around[1].name.place is None and referent.short is None and not referent.is_place:
                referent.short = short
                referent.end = around[2].end
                referent.name = f"{referent.name} ({short})"
                self._index(referent)

    def _apposed(self, passage: Passage, index: int) -> Referent | None:
        """'NVIDIA, a global chipmaking giant, …': the description is the name before its comma."""
        if index < 2 or passage.pieces[index - 1].text not in {",", "—", "–"}:
            return None
        after = passage.pieces[index + 1].lower if index + 1 < len(passage.pieces) else "."
        head = self.at.get((passage.number, index - 2))
        fits = head is not None and not head.is_place and after in {",", ".", "that", "which", "in", "of", "with", "from", "and", "—", "–", "for", "behind"}
        return head if fits else None

    def _described(self, number: int, index: int, piece: Piece) -> Referent | None:
        """The nearest earlier referent that a description fits; None when it introduces somebody."""
        if piece.name is None or piece.name.kind == "consortium":
            return None
        kind, country = piece.name.kind, piece.name.country
        if kind == "government" and country:
            return self.government(country)
        if piece.text.split()[0].lower() not in {"the", "this"}:
            return None
        for referent in self._recent(number, index):
            if referent.described:
                continue
            fits = referent.kind == kind or (referent.kind is None and kind == "company") or (kind == "company" and referent.kind in {"fund", "organization"})
            theirs = referent.country or (referent.leads.country if referent.leads else None)
            foreign = country is not None and (theirs != country if kind == "person" else theirs not in {None, country})
            if fits and not foreign and not referent.is_place:
                return referent
        return None

    def _label(self, passage: Passage) -> Referent | None:
        """Who speaks in a transcript: the name before the colon that opens this paragraph or an earlier one."""
        for number in range(passage.number, max(passage.number - 40, -1), -1):
            pieces = self.story.passages[number].pieces
            colon = next((i for i, p in enumerate(pieces[:8]) if p.text == ":"), None)
            found = next((r for i in range(colon or 0) if (r := self.at.get((number, i)))), None)
            if colon and found and number > 0 and self.story.passages[number - 1].sentence.block != self.story.passages[number].sentence.block:
                return found
        return None

    def _introduced(self, piece: Piece, name: Name) -> Referent:
        """Somebody the story only describes ('big drugmakers', 'a Chinese carmaker')."""
        found = next((r for r in self.referents if r.name == piece.text), None)
        if found is None:
            found = Referent(piece.text, name.kind, name.country, piece.start, piece.end, described=True)
            self.referents.append(found)
            if name.kind == "person" and name.country and piece.text.split()[-1].lower() in words("roles")["head_of_state"]:
                found.leads = self.government(name.country)
        return found

    def _pronoun(self, passage: Passage, index: int) -> Referent | None:
        lower = passage.pieces[index].lower
        if lower in _HE:
            return next((r for r in self._recent(passage.number, index) if r.kind == "person"), None)
        if lower in _THING | _THEY:
            things = [r for r in self._subjects(passage, index) if r.institution and not r.is_place]
            return things[-1] if things else next((r for r in self._recent(passage.number, index) if r.institution and not r.is_place), None)
        if lower in _WE:
            if label := self._label(passage):
                return label.leads or (label if label.institution else self.topic())
            speaker = next((r for r in self._recent(passage.number, index) if r.kind == "person"), None)
            return speaker.leads if speaker and speaker.leads else self.topic()
        return None

    def _subjects(self, passage: Passage, index: int) -> list[Referent]:
        """Referents to the left in the same sentence that no preposition governs and that own nothing."""
        pieces = passage.pieces
        return [
            found
            for at in range(index)
            if (found := self.at.get((passage.number, at)))
            and not governed(pieces, at)
            and pieces[at + 1].lower not in {"'s", "’s", "'", "’"}
        ]

    def _recent(self, number: int, index: int) -> Iterator[Referent]:
        """Referents before a piece: in its sentence from the left, then in earlier ones, subjects first."""
        seen: set[int] = set()
        for back in range(number, max(number - _LOOK_BACK, -1), -1):
            pieces = self.story.passages[back].pieces
            stop = index if back == number else len(pieces)
            for at in sorted(range(stop), key=lambda i: ((back, i) in self.at and governed(pieces, i), i)):
                found = self.at.get((back, at))
                if found and id(found) not in seen:
                    seen.add(id(found))
                    yield found

    def _affiliate(self, passage: Passage) -> None:
        """Who leads what: 'Acme CEO Jane Roe', 'Jane Roe, chief executive of Acme', 'Japanese Prime Minister …'."""
        for index, piece in enumerate(passage.pieces):
            person = self.at.get((passage.number, index))
            if piece.kind == "name" and person and person.kind == "person" and person.leads is None:
                person.leads = self._before(passage, index) or self._after(passage, index)

    def _before(self, passage: Passage, index: int) -> Referent | None:
        at = index - 1
        roles = 0
        while at >= 0 and (passage.pieces[at].lower in _role_parts() or (roles and passage.pieces[at].lower in {"and", ","})):
            roles += 1
            at -= 1
        if not roles or at < 0:
            return None
        if passage.pieces[at].lower in {"'s", "’s", "'", "’"}:
            at -= 1
        return self._institution(passage, at)

    def _after(self, passage: Passage, index: int) -> Referent | None:
        pieces = passage.pieces[index + 1 : index + 14]
        if not pieces or pieces[0].text not in {",", "("}:
            return None
        if not any(p.lower in role_heads() for p in pieces[:8]):
            return None
        for offset, piece in enumerate(pieces[1:], index + 2):
            if piece.text in {".", ";"}:
                return None
            found = self._institution(passage, offset)
            if found:
                return found
        return None

    def _institution(self, passage: Passage, index: int) -> Referent | None:
        piece = passage.pieces[index]
        if piece.name and piece.name.kind == "demonym" and piece.name.country:
            return self.government(piece.name.country)
        found = self.at.get((passage.number, index))
        return found if found and found.institution else None


def _is_place(passage: Passage, index: int, name: Name) -> bool:
    """A city or region, or an unknown name before one ('De Soto, Kansas', 'Powell, TN')."""
    if name.place is not None:
        return name.place.kind != "country"
    after = passage.pieces[index + 1 : index + 3]
    if name.kind is not None or len(after) < 2 or after[0].text != ",":
        return False
    region = after[1].name.place if after[1].name else None
    return abbreviated(after[1].text) is not None or (region is not None and region.kind in {"subdivision", "country"})


def governed(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a preposition before the noun phrase that ends at `at` takes it out of the running for subject."""
    back = at - 1
    while back >= 0 and (_inside_phrase(pieces[back]) or (pieces[back].lower == "and" and back and pieces[back - 1].kind == "name")):
        back -= 1
        if at - back > _PHRASE:
            return False
    return back >= 0 and pieces[back].lower in _PREPOSITIONS and not (pieces[back].lower in _CONJUNCTIONS and _clause_follows(pieces, at))


def _clause_follows(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a verb comes right after the noun phrase: then 'after', 'since', 'as' open a clause."""
    for piece in pieces[at + 1 : at + 4]:
        if is_verb_form(piece.lower) or usual_part(piece.lower) in {"AUX", "VERB"}:
            return True
        if usual_part(piece.lower) != "ADV":
            return False
    return False


def _inside_phrase(piece: Piece) -> bool:
    return piece.lower in {"the", "a", "an", "'s", "’s", "its", "their", "his", "based", "led", "owned", "backed"} or piece.kind == "name" or (piece.kind == "word" and usual_part(piece.lower) in {"ADJ", "NOUN", "NUM"})


def _same(referent: Referent, name: Name, kind: str | None) -> bool:
    if name.place is not None and name.place.kind == "country":
        return referent.kind == "government" and referent.country == name.country and not referent.is_place
    mine, other = _key(referent.name), _key(name.text)
    if mine == other or referent.short == name.text:
        return True
    if not mine or not other or name.kind == "place" or referent.is_place:
        return False
    if referent.kind == "person" or kind == "person":
        short, long = sorted((mine, other), key=len)
        return referent.kind in {"person", None} and kind in {"person", None} and len(short) == 1 and short[0] in {long[-1], long[0]}
    short, long = sorted((mine, other), key=len)
    if referent.kind and kind and referent.kind != kind:
        return False
    if len(short) == 1 and len(long) > 1 and short[0] == _initials(referent.name if long == mine else name.text):
        return True
    return long[: len(short)] == short and len(short[0]) > 2


def _initials(name: str) -> str:
    """'LG Energy Solution' → 'lges': first letters, words in capitals whole."""
    return "".join(w if w.isupper() else w[0] for w in name.split() if w[0].isupper()).casefold()


@lru_cache(maxsize=4096)
def _key(name: str) -> list[str]:
    folded = [w.strip(".,’'").casefold() for w in name.split()]
    kept = [w for w in folded if w not in {"the", "inc", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "ag", "sa", "nv", "gmbh", "group", "holdings", "&"}]
    return kept or folded



@cache
def _role_parts() -> frozenset[str]:
    return frozenset(part for group in words("roles").values() for role in group for part in role.split())
