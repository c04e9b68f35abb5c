"""One word for one thing: the glossary's words, and never their synonyms, in the names that we make."""

import re
from collections.abc import Set
from pathlib import Path

import pytest

from tests.style.tree import defined, modules

WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")

NEVER = {
    "annotator": "Reader",
    "article": "Document",
    "claim": "Statement",
    "commitment": "Pledge",
    "crawler": "Source",
    "dump": "Publication",
    "entity": "Actor",
    "parser": "Reader",
    "party": "Actor",
    "provider": "Source",
    "rating": "Assessment",
}
"""In no name at all → the word to use."""

NOT_AS_A_THING = {
    "deal": "Pledge",
    "event": "Statement or Entry",
    "extractor": "Reader",
    "item": "Document",
    "offset": "Span",
    "output": "Reading",
    "promise": "Pledge",
    "record": "Entry",
    "release": "Publication",
    "result": "Reading",
    "tag": "Mention",
    "warning": "Issue",
}
"""In no name of a class or function → the word to use; a local variable may have such a name."""

IN_ANOTHER_SENSE = {
    "src/makegood/publication": {"article"},  # the part of speech
    "src/makegood/reading": {"article"},
}
"""Folder → words that are no synonyms there."""


def _words(identifier: str) -> set[str]:
    words = {word.lower() for word in WORD.findall(identifier)}
    return words | {w[:-3] + "y" for w in words if w.endswith("ies")} | {w[:-1] for w in words if w.endswith("s")}


def _synonyms(identifier: str, thing: bool, allowed: Set[str] = frozenset()) -> list[str]:
    banned = NEVER | NOT_AS_A_THING if thing else NEVER
    return sorted(f"{word} (say {banned[word]})" for word in _words(identifier) & banned.keys() - allowed)


@pytest.mark.parametrize("module", modules("src", "training", "evals"), ids=str)
def test_our_names_use_the_glossary_words(module: Path) -> None:
    allowed = IN_ANOTHER_SENSE.get(str(module.parent), set())
    found = [
        f"{module}:{line}: {name}: {', '.join(synonyms)}"
        for name, line, thing in defined(module)
        if (synonyms := _synonyms(name, thing, allowed))
    ]
    assert not found, "\n".join(found)


def test_the_test_sees_parts_of_names_and_plurals() -> None:
    assert _synonyms("read_articles", thing=False) == ["article (say Document)"]
    assert _synonyms("LegalEntities", thing=False) == ["entity (say Actor)"]
    assert _synonyms("HTMLParser", thing=True) == ["parser (say Reader)"]
    assert _synonyms("item", thing=False) == []
    assert _synonyms("store_item", thing=True) == ["item (say Document)"]
    assert _synonyms("participant", thing=True) == []
