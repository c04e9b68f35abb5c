"""The cast of a story: who appears in it, under which names, and who leads whom."""

from makegood.reading.affiliation import affiliate
from makegood.reading.anaphora import described, pronoun
from makegood.reading.lexicon import rows
from makegood.reading.name_kinds import Name
from makegood.reading.pieces import Piece
from makegood.reading.referents import Referent, initials, key, same
from makegood.reading.roles import role_heads
from makegood.reading.seating import Seating
from makegood.reading.story import Passage, Story
from makegood.reference.places import Place, abbreviated

__all__ = ["Cast", "Referent"]


class Cast:
    """Referents by the piece they stand at: `at[passage number, piece index]`."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.seating = Seating(story)
        self.referents = self.seating.referents
        self.at = self.seating.at
        self._by_word: dict[str, list[Referent]] = {}
        for passage in story.passages:
            for index, piece in enumerate(passage.pieces) if "name" in passage.kinds else ():
                if piece.kind == "name" and piece.name and not piece.is_demonym:
                    self._seat(passage, index, piece.name)
        for passage in story.passages:
            affiliate(self.seating, passage)
        for passage in story.passages:
            for index, piece in enumerate(passage.pieces) if "description" in passage.kinds else ():
                if piece.kind == "description" and piece.name:
                    self.seating.take(described(self.seating, passage, index, piece.name), passage.number, index)

    def who(self, passage: Passage, index: int) -> Referent | None:
        """Whom the piece means: a name, a description or a pronoun."""
        return self.at.get((passage.number, index)) or pronoun(self.seating, passage, index)

    def free(self, passage: Passage, index: int) -> bool:
        """Whether no preposition governs the piece, so that it may be a subject."""
        return not self.seating.governed(passage.number, index)

    def topic(self) -> Referent | None:
        """The institution the story is mostly about."""
        return self.seating.topic()

    def government(self, code: str, capital: Referent | None = None) -> Referent:
        """The government of a country, brought in when the story only alludes to it ('Tokyo', 'Dutch')."""
        return self.seating.government(code, capital)

    def country(self, code: str) -> Referent | None:
        """The government of a country, when the story names the country."""
        return self.seating.country(code)

    def _seat(self, passage: Passage, index: int, name: Name) -> None:
        realm = self._realm(passage, index, name.text)
        if realm:
            self.seating.take(realm, passage.number, index)
            return
        kind = _kind_in_context(passage, index, name)
        found = self._known(name, kind)
        if found is None:
            found = self._newcomer(passage, index, name, kind)
        elif name.kind != "place" and found.short is None and len(name.text) > len(found.name):
            found.name, found.start, found.end = name.text, name.start, name.end
            self._index(found)
        found.kind = found.kind or kind
        found.country = found.country or name.country
        self.seating.take(found, passage.number, index)
        self._acronym(passage, index, found)

    def _newcomer(self, passage: Passage, index: int, name: Name, kind: str | None) -> Referent:
        label = name.place.name if name.place and name.place.kind == "country" else name.text
        kind = "government" if name.kind == "place" else kind
        is_place = _is_place(passage, index, name)
        found = self.seating.add(Referent(label, kind, name.country, name.start, name.end, is_place=is_place))
        self._index(found)
        return found

    def _known(self, name: Name, kind: str | None) -> Referent | None:
        """The latest referent that a name may stand for, looked for among those that share a word with it."""
        if name.place is not None and name.place.kind == "country":
            return next((r for r in reversed(self.referents) if same(r, name, kind)), None)
        shared = {*key(name.text), initials(name.text), name.text.casefold()}
        sharing = {r.start: r for word in sorted(shared) for r in self._by_word.get(word, ())}
        return next(
            (sharing[start] for start in sorted(sharing, reverse=True) if same(sharing[start], name, kind)), None
        )

    def _index(self, referent: Referent) -> None:
        for word in referent.goes_by():
            self._by_word.setdefault(word, []).append(referent)

    def _realm(self, passage: Passage, index: int, word: str) -> Referent | None:
        """'the Kingdom', 'the Emirates': the nearest country of that constitution named before, else after."""
        codes = rows("realms").get(word)
        if codes is None:
            return None
        before = (r.country for r in self.seating.recent(passage.number, index) if r.country in codes)
        anywhere = (p.country for other in self.story.passages for p in other.pieces if p.country in codes)
        code = next(before, None) or next(anywhere, None)
        return self.government(code) if code else None

    def _acronym(self, passage: Passage, index: int, referent: Referent) -> None:
        """'Development Finance Corporation (DFC)': the name in brackets is the same referent."""
        around = passage.pieces[index + 1 : index + 4]
        if [p.text for p in around[::2]] != ["(", ")"] or referent.short is not None or referent.is_place:
            return
        short = around[1].text
        if _is_acronym(around[1]):
            referent.short = short
            referent.end = around[2].end
            referent.name = f"{referent.name} ({short})"
            self._index(referent)


def _is_acronym(piece: Piece) -> bool:
    return piece.name is not None and piece.place is None and piece.name.text.isupper() and len(piece.name.text) > 1


def _kind_in_context(passage: Passage, index: int, name: Name) -> str | None:
    """The kind of a name; two words beside an office are a person ('spokesman Roe Doe', 'Roe Doe, the mayor')."""
    before = passage.pieces[index - 1] if index else None
    if before and before.kind == "description" and before.name and name.kind in {None, "project"}:
        return before.name.kind
    if name.kind not in {None, "person"} or " " not in name.text:
        return name.kind
    if passage.lower(index - 1) in role_heads():
        return "person"
    after = passage.lowers(index + 1, index + 4)
    titled = after[:1] == [","] and any(w in role_heads() for w in after[1:])
    return "person" if titled else name.kind


def _is_place(passage: Passage, index: int, name: Name) -> bool:
    """A city or region, or an unknown name before one ('De Soto, Kansas', 'Powell, TN')."""
    if name.place is not None:
        return name.place.kind != "country"
    after = passage.pieces[index + 1 : index + 3]
    if name.kind is not None or len(after) < 2 or after[0].text != ",":
        return False
    return abbreviated(after[1].text) is not None or _is_region(after[1].place)


def _is_region(place: Place | None) -> bool:
    return place is not None and place.kind in {"subdivision", "country"}
