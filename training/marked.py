"""Our marked text: lines that a person edits in any editor, read into plain text with exact spans.

A line is `header | text with [role words]`; `training/text/README.md` is the guideline. Reading is strict: what
the guideline does not allow raises `MarkError` with file and line. Spans count code points of the plain text, and
putting the marks back at the spans gives the line's text again: nothing is lost between the two.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import get_args

from makegood.model.statement import Certainty, MeasureStatus, MeasureType, Outcome, Stage, What

ROLES = (
    "promisor", "announcer", "recipient", "amount", "jobs", "horizon", "place", "purpose", "condition", "speaker",
    "counterpart", "act", "date", "participant", "imposer", "target", "rate", "products", "subject", "actor",
)  # fmt: skip
"""What a mark may be. `act` is the trigger; `actor` names somebody without a role, for co-reference only."""

THEMES = (
    "earnings", "guidance", "funding_round", "takeover", "budget", "contract", "purchase", "donation", "crime", "sport",
    "history", "forecast", "demand", "denial", "manifesto", "statistics", "market", "debt", "personal", "disaster",
    "hope", "ceremony", "rule", "menu", "talk",
)  # fmt: skip
"""Why a sentence without a statement tempts, or `menu` and `talk` for what does not even tempt."""

STAGES: dict[str, frozenset[str]] = {
    "pledge": frozenset(get_args(Stage)),
    "progress": frozenset(get_args(What)),
    "meeting": frozenset(get_args(Outcome)),
    "measure": frozenset(f"{t}.{s}" for t in get_args(MeasureType) for s in get_args(MeasureStatus)),
    "figure": frozenset({
        "fund_size", "debt", "trade_balance", "holdings", "cash", "workforce", "past_investment", "capacity", "value",
    }),
    "total": frozenset({""}),
    "outlook": frozenset({"better", "worse", "open"}),
    "none": frozenset(THEMES),
}  # fmt: skip
"""Kind → what may stand after its dot."""

CERTAINTIES = {c.removeprefix("reported_"): c for c in get_args(Certainty)}
SPEAKERS = ("promisor", "counterpart", "third_party", "unnamed", "author")
STYLES = (
    "wire", "local", "press_release", "transcript", "list", "op_ed", "feed", "trade_press", "fact_sheet", "scraped",
    "translated", "minutes", "blog", "filing",
)  # fmt: skip

_MARK = re.compile(r"(?P<role>[a-z_]+)(?:#(?P<of>\w+))?(?:@(?P<actor>\w+))?(?P<apart>~)? (?P<words>.+)", re.DOTALL)
_STATEMENT = re.compile(r"(?P<kind>[a-z]+)(?:#(?P<pledge>\d+))?(?:\.(?P<stage>[a-z_.]+))?")
_LINK = re.compile(r"(?P<how>part_of|revises)#(?P<pledge>\d+)")
_DOCUMENT = re.compile(
    r"== (?P<name>[a-z0-9-]+) (?P<style>[a-z_]+)(?: (?P<published>\d{4}(?:-\d\d){0,2}))?(?P<countries>(?: [A-Z]{2})*)"
)


class MarkError(ValueError):
    """A line that the guideline does not allow; the text is `file:line: reason`."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A half-open interval of code points of the plain text, with its role.

    `of` is the pledge number or the kind that it belongs to (None: the line's first statement), `actor` the
    document's name for who is meant, `apart` says that it belongs to no statement of the line and only tempts.
    """

    role: str
    start: int
    end: int
    of: str | None = None
    actor: str | None = None
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One statement that a line makes; `pledge` numbers the undertaking within the document."""

    kind: str
    stage: str = ""
    pledge: int | None = None
    certainty: str = "asserted"
    speaker: str = "author"
    background: bool = False
    part_of: int | None = None
    revises: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A marked sentence: its plain text, what it tells and its marks in order."""

    file: str
    number: int
    text: str
    told: tuple[Told, ...]
    marks: tuple[Mark, ...] = ()
    year: int | None = None
    countries: tuple[str, ...] = ()


@dataclass(slots=True)
class Passage:
    """A short document, or a single sentence (then without name): lines joined by `joints` into one text."""

    lines: list[Line] = field(default_factory=list)
    joints: list[str] = field(default_factory=list)
    name: str | None = None
    style: str | None = None
    published: str | None = None
    countries: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The whole text, as a reader would be given it."""
        return "".join(joint + line.text for joint, line in zip(self.joints, self.lines, strict=True))

    def starts(self) -> list[int]:
        """Where each line begins in `text`."""
        found, end = [], 0
        for joint, line in zip(self.joints, self.lines, strict=True):
            found.append(end + len(joint))
            end = found[-1] + len(line.text)
        return found


def read_folder(folder: Path) -> Iterator[Passage]:
    """All passages of the folder's `.txt` files, in the order of the file names.

    Raises:
        MarkError: a line that the guideline does not allow.
    """
    for path in sorted(folder.rglob("*.txt")):
        yield from read_lines(path.read_text(encoding="utf-8").split("\n"), path.relative_to(folder).as_posix())


def read_lines(lines: Iterable[str], file: str) -> Iterator[Passage]:
    """The passages of one file: each line one, or after `== name style date countries` documents.

    Raises:
        MarkError: a line that the guideline does not allow.
    """
    document: Passage | None = None
    gap = False
    for number, line in enumerate(lines, 1):
        if line.startswith("== "):
            if document is not None:
                yield _closed(document, file, number)
            document, gap = _opened(line, file, number), False
        elif not line.strip():
            gap = True
        elif not line.startswith("#"):
            new_line = line.startswith("/ ")
            marked = read_line(line.removeprefix("/ "), file, number)
            if document is None:
                yield _closed(Passage([marked], [""], countries=marked.countries), file, number)
                continue
            document.joints.append("" if not document.lines else "\n\n" if gap else "\n" if new_line else " ")
            document.lines.append(marked)
            gap = False
    if document is not None:
        yield _closed(document, file, number)


def _opened(line: str, file: str, number: int) -> Passage:
    match = _DOCUMENT.fullmatch(line.rstrip())
    if not match or match["style"] not in STYLES:
        raise MarkError(
            f"{file}:{number}: a document opens with `== name style [date] [countries]`; styles: {', '.join(STYLES)}"
        )
    return Passage(
        name=match["name"],
        style=match["style"],
        published=match["published"],
        countries=tuple(match["countries"].split()),
    )


def _closed(document: Passage, file: str, number: int) -> Passage:
    """The document, if every pledge that a mark or link points at is told in it."""
    told = {t.pledge for line in document.lines for t in line.told if t.kind in ("pledge", "progress")}
    for line in document.lines:
        pointed = {t.part_of for t in line.told} | {t.revises for t in line.told}
        pointed |= {int(m.of) for m in line.marks if m.of and m.of.isdigit()}
        if missing := sorted(n for n in pointed - told if n is not None):
            raise MarkError(f"{file}:{line.number}: nothing tells pledge #{missing[0]}")
    if not document.lines:
        raise MarkError(f"{file}:{number}: document {document.name} is empty")
    return document


def read_line(line: str, file: str, number: int) -> Line:
    """One marked sentence.

    Raises:
        MarkError: no header, an unknown word in it, or a mark that does not close, is nested, empty or unknown.
    """
    header, bar, marked = line.partition("|")
    if not bar:
        raise MarkError(f"{file}:{number}: no `|` between header and text")
    try:
        told, year, countries = _read_header(header.split())
        text, marks = _read_marks(marked.strip())
        _fits(told, marks)
    except MarkError as error:
        raise MarkError(f"{file}:{number}: {error}") from None
    return Line(file, number, text, told, marks, year, countries)


def _read_header(words: list[str]) -> tuple[tuple[Told, ...], int | None, tuple[str, ...]]:
    told: list[Told] = []
    year: int | None = None
    countries: list[str] = []
    for place, word in enumerate(words):
        if re.fullmatch(r"[12]\d{3}", word):
            year = int(word)
        elif re.fullmatch(r"[A-Z]{2}", word):
            countries.append(word)
        elif word == "+":
            continue
        elif place == 0 or words[place - 1] == "+":
            told.append(_read_statement(word))
        else:
            told[-1:] = [_with_attribute(told[-1], word)] if told else [_read_statement(word)]
    return tuple(told) or (Told("none"),), year, tuple(countries)


def _read_statement(word: str) -> Told:
    match = _STATEMENT.fullmatch(word)
    if not match or match["kind"] not in STAGES:
        raise MarkError(f"unknown kind `{word}`; one of {', '.join(STAGES)}")
    kind, stage = match["kind"], match["stage"] or ""
    if stage not in STAGES[kind]:
        raise MarkError(f"`{stage}` is nothing that a {kind} can be; one of {', '.join(sorted(STAGES[kind]))}")
    return Told(kind, stage, int(match["pledge"]) if match["pledge"] else None)


def _with_attribute(told: Told, word: str) -> Told:
    if word in CERTAINTIES:
        return replace(told, certainty=CERTAINTIES[word])
    if word in SPEAKERS:
        return replace(told, speaker=word)
    if word == "background":
        return replace(told, background=True)
    if link := _LINK.fullmatch(word):
        pledge = int(link["pledge"])
        return replace(told, part_of=pledge) if link["how"] == "part_of" else replace(told, revises=pledge)
    raise MarkError(f"unknown attribute `{word}`; a certainty ({', '.join(CERTAINTIES)}), a speaker "
                    f"({', '.join(SPEAKERS)}), background, part_of#1, revises#1, a year or a country code")  # fmt: skip


def _read_marks(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """The plain text and the marks of it; `\\[` and `\\]` stand for brackets of the text itself."""
    plain: list[str] = []
    marks: list[Mark] = []
    length, opened, inside = 0, -1, 0
    for piece in re.findall(r"\\[\[\]\\]|[^\\\[\]]+|.", marked):
        if piece == "[":
            if opened >= 0:
                raise MarkError("a mark within a mark")
            opened, inside = length, len(plain)
            continue
        if piece == "]":
            if opened < 0:
                raise MarkError("`]` without `[`")
            mark, words = _read_mark("".join(plain[inside:]), opened)
            plain[inside:] = [words]
            marks.append(mark)
            length, opened = mark.end, -1
            continue
        plain.append(piece[1] if len(piece) == 2 and piece[0] == "\\" else piece)
        length += len(plain[-1])
    if opened >= 0:
        raise MarkError("`[` without `]`")
    text = "".join(plain)
    if not text or "  " in text:
        raise MarkError("no text, or two blanks in a row")
    return text, tuple(marks)


def _read_mark(inner: str, start: int) -> tuple[Mark, str]:
    match = _MARK.fullmatch(inner)
    if not match or match["role"] not in ROLES:
        raise MarkError(f"unknown mark `[{inner}]`; `[role words]` with a role of {', '.join(ROLES)}")
    words = match["words"]
    if words != words.strip():
        raise MarkError(f"blanks at the edge of `[{inner}]`")
    return Mark(match["role"], start, start + len(words), match["of"], match["actor"], bool(match["apart"])), words


def _fits(told: tuple[Told, ...], marks: tuple[Mark, ...]) -> None:
    """A line tells something or nothing; a pledge has something to point at; marks name what the line tells."""
    kinds = {t.kind for t in told}
    if "none" in kinds and len(told) > 1:
        raise MarkError("`none` beside another kind")
    own = {m.role for m in marks if not m.apart}
    if "pledge" in kinds and not own & {"promisor", "act", "amount", "jobs"}:
        raise MarkError("a pledge without promisor, act, amount or jobs")
    if "progress" in kinds and not own & {"promisor", "act", "amount", "jobs"}:
        raise MarkError("a progress without promisor, act, amount or jobs")
    if "meeting" in kinds and "participant" not in own:
        raise MarkError("a meeting without participant")
    if "measure" in kinds and not own & {"act", "rate", "products", "amount"}:
        raise MarkError("a measure without act, rate, products or amount")
    for mark in marks:
        if mark.of and not mark.of.isdigit() and mark.of not in kinds:
            raise MarkError(f"`#{mark.of}` is no statement of the line")


def with_marks(line: Line) -> str:
    """The line's marked text, made from its plain text and spans: the inverse of reading."""
    text, at = "", 0
    for m in line.marks:
        name = m.role + (f"#{m.of}" if m.of else "") + (f"@{m.actor}" if m.actor else "") + ("~" if m.apart else "")
        text += _escaped(line.text[at : m.start]) + f"[{name} {_escaped(line.text[m.start : m.end])}]"
        at = m.end
    return text + _escaped(line.text[at:])


def _escaped(words: str) -> str:
    return re.sub(r"([\\\[\]])", r"\\\1", words)
