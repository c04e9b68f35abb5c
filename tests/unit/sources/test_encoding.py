"""Bytes to text: every way that a page may be written, and bytes that are no text."""

import codecs

import pytest

from makegood.sources.encoding import cleaned, decode, is_binary

TEXT = "Société Générale will invest €300 million in Łódź – “a start”, it said.\n" * 5
WESTERN = "Société Générale will invest €300 million – “a start”, it said to the press in Paris.\n" * 5
CYRILLIC = "Компания вложит три миллиарда рублей в новый завод под Казанью, сообщил директор.\n" * 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_forms_are_told_without_help(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_a_declared_encoding_is_believed() -> None:
    assert decode(CYRILLIC.encode("koi8-r"), "KOI8-R") == CYRILLIC


def test_latin_1_means_what_browsers_take_it_for() -> None:
    assert decode(WESTERN.encode("cp1252"), "ISO-8859-1") == WESTERN


def test_a_false_declaration_does_no_harm() -> None:
    assert decode(TEXT.encode(), "utf-16") == TEXT
    assert decode(TEXT.encode(), "no-such-code") == TEXT


@pytest.mark.parametrize(("text", "encoding"), [(WESTERN, "cp1252"), (CYRILLIC, "cp1251")])
def test_an_undeclared_encoding_is_guessed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_one_broken_byte_does_not_change_the_rest() -> None:
    assert decode(TEXT.encode()[:-3] + b"\xff.\n") == TEXT[:-3] + "\ufffd.\n"


def test_only_marks_newlines_and_what_no_text_holds_are_changed() -> None:
    assert cleaned("\ufeffa\r\nb\rc\0d\ud800e\u00a0“f”\u202f") == "a\nb\nc\ufffdd\ufffde\u00a0“f”\u202f"


@pytest.mark.parametrize("head", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\x7fELF\2\1\1\0\0\0\0\0", bytes(range(256)) * 4])
def test_binary_is_told(head: bytes) -> None:
    assert is_binary(head)


@pytest.mark.parametrize(
    "head", [b"", b"plain", TEXT.encode("utf-16-le"), codecs.BOM_UTF16_BE + b"\0a", WESTERN.encode("cp1252")]
)
def test_text_is_not_binary(head: bytes) -> None:
    assert not is_binary(head)
