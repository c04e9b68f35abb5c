"""The sides of a measure: who imposes it, whom it hits, and on what goods."""

from makegood.reading.cast import Cast
from makegood.reading.lexicon import words
from makegood.reading.phrases import find_phrase
from makegood.reading.pieces import Piece
from makegood.reading.powers import Power, power, powers
from makegood.reading.story import Passage
from makegood.reading.terms import Found
from makegood.reading.tokens import usual_part

_POSSESSIVE = {"'s", "’s", "'", "’"}
_ON = {"on", "against", "for", "upon", "over", "from", "into"}
_REACH = 26
_SEARCH = 16
_OWNED = 5


def owner_of(passage: Passage, head: int, cast: Cast) -> Power | None:
    """Whose measure it is by the words before the noun: 'US tariffs', "Peru's new 10% duty"."""
    for at in range(head - 1, max(head - 1 - _OWNED, -1), -1):
        piece = passage.pieces[at]
        if piece.kind in {"name", "description"}:
            return power(passage, at, cast)
        if (
            piece.kind == "word"
            and piece.lower not in _POSSESSIVE
            and usual_part(piece.lower) not in {"ADJ", "NOUN", None, "PROPN", "NUM", "CCONJ"}
            and not piece.lower.endswith("ed")
        ):
            return None
        if piece.kind == "sign" and piece.text not in {"-", "%", "$", '"', "“", "”"} | _POSSESSIVE:
            return None
    return None


def subject_of(passage: Passage, stop: int, cast: Cast, first: int = 0) -> Power | None:
    """The power that acts left of the piece `stop`: the nearest one right before a verb, else the nearest at all."""
    found: Power | None = None
    for at in range(stop - 1, first - 1, -1):
        candidate = power(passage, at, cast)
        if candidate is None or not _may_act(passage, at):
            continue
        if _verb_follows(passage, at, stop):
            return candidate
        found = found or candidate
    return found


def _may_act(passage: Passage, at: int) -> bool:
    """Whether no preposition rules the power and it is not only whose or what kind something is."""
    if _governed(passage, at):
        return False
    if passage.lowers(at + 1, at + 2) and passage.lowers(at + 1, at + 2)[0] in _POSSESSIVE:
        return _own_agent(passage, at)
    name = passage.pieces[at].name
    return name is None or name.kind != "demonym" or _own_agent(passage, at - 1)


def _verb_follows(passage: Passage, at: int, stop: int) -> bool:
    acting = words("measures")["charge"] | words("measures")["announced"] | words("measures")["paused"]
    after = [p for p in passage.pieces[at + 1 : min(at + 4, stop)] if usual_part(p.lower) not in {"ADV"}][:1]
    return (
        bool(after)
        and after[0].kind == "word"
        and (usual_part(after[0].lower) in {"AUX", "VERB"} or after[0].lower in acting)
    )


def _own_agent(passage: Passage, at: int) -> bool:
    """Whether what a power owns acts for it: "China's commerce ministry", 'the Mexican government'."""
    return bool(words("measures")["agents"] & set(passage.lowers(at + 1, at + 6)))


def _is_place(piece: Piece) -> bool:
    return piece.name is not None and piece.name.place is not None


def _governed(passage: Passage, at: int) -> bool:
    after = passage.pieces[at + 1] if at + 1 < len(passage.pieces) else None
    if at and passage.pieces[at - 1].text == "," and after is not None and usual_part(after.lower) in {"AUX", "VERB"}:
        return False
    back = at - 1
    while back >= 0 and (
        passage.pieces[back].lower in {"the", "a", "an", ",", "and"} | _POSSESSIVE
        or (passage.pieces[back].kind == "word" and usual_part(passage.pieces[back].lower) in {"ADJ", "NOUN"})
        or _is_place(passage.pieces[back])
    ):
        if passage.pieces[back].lower in {",", "and"} and (back == 0 or passage.pieces[back - 1].name is None):
            return False
        back -= 1
    return back >= 0 and passage.pieces[back].kind == "word" and usual_part(passage.pieces[back].lower) == "ADP"


def object_start(passage: Passage, head: int, stop: int, to: bool = False) -> int | None:
    """The piece after the 'on', 'against' or 'for' (and 'to') that follows the measure's noun within [head, stop)."""
    crossed = False
    for at in range(head + 1, min(head + _SEARCH, stop - 1)):
        lower = passage.pieces[at].lower
        crossed = crossed or lower == "," or usual_part(lower) == "VERB"
        if crossed and lower in {"for", "from", "into", "to"}:
            continue
        if (lower in _ON or (to and lower == "to")) and not _other_object(passage, at):
            return at + 1
        if lower in {"that", "which", "who", "while", "but", "because"} or passage.pieces[at].text in {".", ";"}:
            return None
    return None


def _other_object(passage: Passage, at: int) -> bool:
    """'from 10%', 'for a year', 'on a preferential basis': no object of a measure."""
    after = passage.pieces[at + 1]
    if after.kind == "percent":
        return passage.lowers(at + 2, at + 3) != ["of"]
    settled = {"top", "hold", "time", "now", "while", "average", "moment", "behalf", "condition", "good"} & set(
        passage.lowers(at + 1, at + 3)
    )
    if after.lower in words("organisations")["never"]:
        return True
    aim = passage.pieces[at].lower == "for" and after.kind == "word" and after.lower.endswith("ing")
    return (
        aim
        or after.lower == "and"
        or after.kind in {"date", "duration", "money"}
        or bool(settled)
        or "basis" in passage.lowers(at + 2, at + 5)
    )


def phrase_stop(passage: Passage, start: int, stop: int) -> int:
    """Where the noun phrase that begins at `start` ends; lists joined by commas belong to it."""
    at = start
    while at < min(start + _REACH, stop):
        piece = passage.pieces[at]
        if passage.lowers(at, at + 3) in (
            ["that", "are", "products"],
            ["which", "are", "products"],
            ["that", "are", "goods"],
        ):
            at += 3
            continue
        if (
            piece.lower in words("measures")["phrase_ends"]
            and passage.lowers(at, at + 3) != ["as", "well", "as"]
            and passage.lowers(at - 2, at + 1) != ["as", "well", "as"]
        ) or piece.text in {".", ";", ":", "(", ")", "—", "–", "”", '"'}:
            break
        if piece.kind in {"money", "duration", "date"} or (piece.kind == "percent" and at > start):
            break
        if piece.lower in words("measures")["tariff"]:
            return next((i for i in range(at, start, -1) if passage.pieces[i].lower == "and"), at)
        if piece.text == "," and not _listed(passage, at, stop):
            break
        if (
            at > start
            and usual_part(piece.lower) in {"VERB", "AUX"}
            and piece.kind == "word"
            and piece.lower
            not in {
                "originating",
                "made",
                "built",
                "going",
                "grown",
                "manufactured",
                "finished",
                "existing",
                "furnished",
                "upholstered",
            }
            and not piece.lower.endswith("ed")
        ):
            break
        at += 1
    return at


def _listed(passage: Passage, at: int, stop: int) -> bool:
    """Whether a comma joins a list: within a few words another comma or 'and' follows without a verb between."""
    for index in range(at + 1, min(at + 6, stop)):
        piece = passage.pieces[index]
        if piece.lower in {"and", ",", "&"}:
            after = passage.pieces[index + 1 : index + 4]
            clause_follows = any(p.kind == "word" and usual_part(p.lower) in {"AUX", "VERB"} for p in after)
            return not clause_follows and (index > at + 1 or piece.lower == "and")
        if piece.kind == "word" and usual_part(piece.lower) in {"VERB", "AUX", "PRON", "SCONJ", "ADV", "ADP"}:
            return False
    return False


def targets_in(passage: Passage, start: int, stop: int, cast: Cast) -> Found[tuple[str, ...]] | None:
    """The powers that a phrase names, or everybody."""
    everywhere = find_phrase(passage, start, stop, words("measures")["everywhere"])
    found = [p for p in powers(passage, start, stop, cast) if "into" not in passage.lowers(p.piece - 2, p.piece)]
    if found:
        return Found(tuple(p.mark for p in found), tuple(p.at for p in found))
    return Found(("all",), (everywhere,)) if everywhere else None


def _no_goods(piece: Piece) -> bool:
    """Whether a piece before the goods only leads to them: an article, a country, 'imports of'."""
    if piece.name is not None:
        return piece.name.kind is not None or piece.kind == "description"
    return piece.kind in {"sign", "percent"} or piece.lower in words("measures")["before_goods"] | _POSSESSIVE


def products_in(passage: Passage, start: int, stop: int, text: str) -> Found[str] | None:
    """The goods that a phrase names, without the countries they come from."""
    first, last = start, stop
    while first < last and _no_goods(passage.pieces[first]):
        first += 1
    for at in range(first, last):
        if passage.pieces[at].lower in {
            "from",
            "in",
            "into",
            "originating",
            "coming",
            "made",
            "exported",
            "imported",
        } or (passage.pieces[at].kind == "name" and passage.pieces[at].name and passage.pieces[at].name.place):  # type: ignore[union-attr]
            last = at
            break
    while last > first and (
        passage.pieces[last - 1].lower
        in {"that", "are", "which", "those", "imports", "goods", "products", "and", ",", "of", "the", "exports"}
        or passage.pieces[last - 1].kind == "sign"
    ):
        last -= 1
    if last <= first or all(p.lower in words("measures")["vague"] for p in passage.pieces[first:last]):
        return None
    at_ = (passage.pieces[first].start, passage.pieces[last - 1].end)
    value = text[at_[0] : at_[1]]
    return Found(value, (at_,)) if any(c.isalpha() for c in value) else None


def imposer_of(
    passage: Passage,
    head: int,
    bounds: tuple[int, int],
    owner: Power | None,
    target: Found[tuple[str, ...]] | None,
    cast: Cast,
) -> Found[str] | None:
    """Who imposes the measure at the piece `head`: its owner, who collects it, or who acts in its clause."""
    first, stop = bounds
    hit = set(target.value) if target else set()
    for found in (
        owner,
        _paid(passage, head, first, stop, cast),
        subject_of(passage, head, cast, first),
        _sayer(passage, head, cast),
    ):
        if found is not None and found.mark not in hit:
            return Found(found.name, (found.at,))
    return None


def _paid(passage: Passage, head: int, first: int, stop: int, cast: Cast) -> Power | None:
    """Who collects: 'will pay the United States', 'imports into the US'."""
    lowers = passage.surfaces
    for at in range(first, stop):
        if lowers[at] in {"pay", "pays", "paid"} and at < head:
            for index in range(at + 1, min(at + 4, stop)):
                found = power(passage, index, cast)
                if found:
                    return found
        if lowers[at] == "into" and set(lowers[max(at - 4, first) : at]) & words("measures")["goods"]:
            for index in range(at + 1, min(at + 3, stop)):
                found = power(passage, index, cast)
                if found:
                    return found
    return None


def _sayer(passage: Passage, head: int, cast: Cast) -> Power | None:
    """The power that says so at the end: '…, the European Union says'."""
    for at in range(head + 1, len(passage.pieces) - 1):
        if passage.pieces[at].lower in words("encounters")["saying"]:
            return next((p for i in range(at - 1, max(at - 5, head), -1) if (p := power(passage, i, cast))), None)
    return None
