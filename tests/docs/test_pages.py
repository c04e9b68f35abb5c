"""Documentation that is checked: links lead somewhere, each rule is explained, the changelog keeps its shape."""

import re
from pathlib import Path

import pytest

from tests.style.test_words import NEVER, NOT_AS_A_THING
from tests.style.tree import ROOT, files

PAGES = [file for file in files() if file.suffix == ".md" and file.parts[0] not in ("samples", "tests")]
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)")
RULE = re.compile(r"\bR([1-9]\d?)\b")
KINDS_OF_CHANGE = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security", "Data & method"}
VOCABULARY = {
    "Source", "Document", "Span", "Mention", "Reader", "Reading", "Statement", "Actor", "Pledge", "Judgement", "Entry",
    "Assessment", "Issue", "Publication",
}  # fmt: skip


def _text(file: Path | str) -> str:
    return (ROOT / file).read_text(encoding="utf-8")


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_links_lead_somewhere(page: Path) -> None:
    for target, anchor in LINK.findall(_text(page)):
        place = (ROOT / page.parent / target) if target else ROOT / page
        assert place.exists(), f"{page}: {target}"
        assert not anchor or anchor in _anchors(place), f"{page}: {target}#{anchor}"


def test_pages_named_in_the_code_exist() -> None:
    """`docs/decisions/0002` may stand for the page that begins so."""
    named = [
        (file, name.rstrip("."))
        for file in files()
        if file.suffix in (".py", ".toml") and file.parts[0] in ("src", "training", "evals")
        for name in re.findall(r"\bdocs/[\w./-]+", _text(file))
    ]
    assert not [(file, name) for file, name in named if not [*ROOT.glob(f"{name}*")]]


def test_each_counting_rule_is_explained_once_and_in_order() -> None:
    explained = re.findall(r"^\*\*R(\d+)[. ]", _text("docs/method/counting-rules.md"), re.MULTILINE)
    assert [int(number) for number in explained] == list(range(1, 25))


def test_the_code_and_the_pages_name_only_rules_that_exist() -> None:
    naming = [file for file in files() if file.suffix in (".py", ".md", ".toml", ".html") and file.parts[0] != "tests"]
    unknown = [f"{file}: R{n}" for file in naming for n in RULE.findall(_text(file)) if int(n) > 24]
    assert not unknown


def test_the_glossary_holds_every_word_and_every_banned_synonym_is_banned_there() -> None:
    rows = [row.split("|")[1:4] for row in _text("docs/glossary.md").splitlines() if row.startswith("|")][2:]
    words = [word.strip() for word, _, _ in rows]
    synonyms = {synonym.strip() for _, _, column in rows for synonym in column.split(",")}
    assert set(words) >= VOCABULARY
    assert len(words) == len(set(words))
    assert {*NEVER, *NOT_AS_A_THING} <= synonyms | {"warning", "dump"}


def test_the_changelog_keeps_its_shape() -> None:
    text = _text("CHANGELOG.md")
    versions = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert versions[0] == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", version) for version in versions[1:])
    for version in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        kinds = re.findall(r"^### (.+)$", version, re.MULTILINE)
        assert set(kinds) <= KINDS_OF_CHANGE
        assert "Data & method" in kinds


DECISIONS = [f for f in files() if f.parent == Path("docs/decisions") and f.name != "README.md"]


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.name)
def test_a_decision_record_is_one_page_of_the_agreed_shape(page: Path) -> None:
    text = _text(page)
    number = re.match(r"(\d{4})-[a-z0-9-]+\.md", page.name)
    assert number
    assert text.startswith(f"# {number[1]} ")
    assert "\nStatus: " in text
    assert "\n## Decision\n" in text
    assert len(text.split()) <= 600


def test_no_two_decision_records_share_a_number() -> None:
    numbers = [page.name[:4] for page in DECISIONS]
    assert len(numbers) == len(set(numbers))


def test_every_sample_is_described() -> None:
    described = set(re.findall(r"^\| `([^`]+)`", _text("docs/samples.md"), re.MULTILINE))
    assert described == {file.name for file in files() if file.parts[0] == "samples"}


def test_samples_name_no_address_but_the_reserved_ones() -> None:
    hosts = {
        host
        for file in files()
        if file.parts[0] == "samples"
        for host in re.findall(r"https?://([^/\s\"'<)]+)", _text(file))
    }
    allowed = re.compile(r"(^|\.)example\.(com|org)$|^purl\.org$")
    assert not [host for host in hosts if not allowed.search(host)]
