"""What our marked text covers, and where it repeats itself: classes, lengths, currencies, countries, eras, verbs."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from statistics import median

from training.marked import Line, Passage

_SMALL = Path(__file__).with_name("small_words.txt")
_CURRENCIES = Path(__file__).with_name("currencies.toml")
ALIKE = 0.7
TEMPLATES_AT_MOST = 0.1


@cache
def _small() -> frozenset[str]:
    return frozenset(_SMALL.read_text(encoding="utf-8").split())


@cache
def _currencies() -> dict[str, str]:
    """Currency → how amounts name it."""
    patterns: dict[str, str] = tomllib.loads(_CURRENCIES.read_text(encoding="utf-8"))["patterns"]
    return patterns


def skeleton(line: Line) -> str:
    """The sentence without names, numbers and what its roles hold: two fillings of one template have the same."""
    text, at = "", 0
    for mark in line.marks:
        filled = mark.role not in ("act", "purpose", "condition")
        text += line.text[at : mark.start] + (f"<{mark.role}>" if filled else line.text[mark.start : mark.end])
        at = mark.end
    return frame(text + line.text[at:])


def frame(text: str) -> str:
    """The words of a text in lower case without names and numbers."""
    text = re.sub(r"(?<=\S )[A-Z]\w*(?:[ -][A-Z]\w*)*", "<name>", text)
    return " ".join(re.findall(r"<\w+>|[a-z'’]+", re.sub(r"\d[\d.,]*", "<n>", text).lower()))


def alike(lines: list[Line]) -> list[tuple[Line, Line]]:
    """Pairs of a line and an earlier one of (nearly) the same skeleton; each line at most once.

    Likeness is Jaccard's over word triples of the skeletons, `ALIKE` or more; short lines must have the same one.
    """
    seen: dict[tuple[str, ...], list[int]] = defaultdict(list)
    shingles: list[frozenset[tuple[str, ...]]] = []
    pairs: list[tuple[Line, Line]] = []
    for index, line in enumerate(lines):
        words = skeleton(line).split()
        own = frozenset(tuple(words[i : i + 3]) for i in range(len(words) - 2)) or frozenset({tuple(words)})
        shared = Counter(earlier for triple in own for earlier in seen[triple])
        match = next((e for e, n in shared.most_common() if n / len(own | shingles[e]) >= ALIKE), None)
        if match is not None:
            pairs.append((line, lines[match]))
        for triple in own:
            seen[triple].append(index)
        shingles.append(own)
    return pairs


def currencies(line: Line) -> set[str]:
    """Currencies that the line's amounts name; of signs that contain one another the longest counts."""
    amounts = " ; ".join(line.text[m.start : m.end] for m in line.marks if m.role == "amount")
    found: dict[int, tuple[str, str]] = {}
    for code, pattern in _currencies().items():
        for match in re.finditer(pattern, amounts):
            if match.end() not in found or len(match[0]) > len(found[match.end()][1]):
                found[match.end()] = (code, match[0])
    return {code for code, _ in found.values()}


def verbs(line: Line) -> list[str]:
    """The acts without their small words: `is to build` → `build`."""
    acts = [line.text[m.start : m.end].lower() for m in line.marks if m.role == "act"]
    bare = [" ".join(w for w in re.findall(r"[\w'’-]+", act) if w.replace("’", "'") not in _small()) for act in acts]
    return [verb for verb in bare if verb]


def era(line: Line, passage: Passage) -> int | None:
    """The line's year: from its header, the document's date, or the latest year in the text, in this order."""
    if line.year:
        return line.year
    if passage.published:
        return int(passage.published[:4])
    years = [int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", line.text)]
    return max(years, default=None)


def tables(passages: Iterable[Passage]) -> dict[str, Counter[str]]:
    """Name of a table → its counts, over all lines."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for passage in passages:
        if passage.style:
            found["style"][passage.style] += 1
        for line in passage.lines:
            found["currency"].update(currencies(line))
            found["country"].update(line.countries or (passage.countries if passage.name else ()))
            found["verb"].update(verbs(line))
            found["role"].update(m.role + ("~" if m.apart else "") for m in line.marks)
            if year := era(line, passage):
                found["era"][f"{year // 5 * 5}-{year // 5 * 5 + 4}"] += 1
            for told in line.told:
                found["kind"][told.kind] += 1
                found[f"stage of {told.kind}"][told.stage or "-"] += 1
                if told.kind != "none":
                    found["certainty"][told.certainty] += 1
                    found["speaker"][told.speaker] += 1
                    found["told as"]["background" if told.background else "new"] += 1
    return found


def lengths(lines: list[Line]) -> tuple[int, float, int]:
    """Shortest, median and longest line in words."""
    words = [len(line.text.split()) for line in lines]
    return min(words), median(words), max(words)
