"""The text that markup shows, by resiliparse: fast enough for archives and for fragments in feeds."""

import re

from resiliparse.extract.html2text import extract_plain_text

from makegood.sources.encoding import cleaned

_LISTS = (("<ul", "<ol"), ("</ul", "</ol"), ("<UL", "<ol"), ("</UL", "</ol"))
"""resiliparse's main content drops every unordered list, so they are made ordered first."""
_LISTED = re.compile(r"^  ( *)(?:\u2022|\d+\.) ", re.MULTILINE)
"""How it shows what stands in a list; the number may be none of the page's."""


def main_text(markup: str) -> str:
    """The main text of a page: lists one a line, no comments."""
    for unordered, ordered in _LISTS:
        markup = markup.replace(unordered, ordered)
    text = extract_plain_text(markup, preserve_formatting=True, main_content=True, comments=False, alt_texts=False)
    return _tidied(text)


def whole_text(markup: str) -> str:
    """All that a fragment shows: lists one a line, without links' addresses and images."""
    return _tidied(extract_plain_text(markup, preserve_formatting=True, alt_texts=False))


def _tidied(text: str) -> str:
    lines = _LISTED.sub(r"\1- ", text).split("\n")
    return cleaned("\n".join(line.rstrip(" ") for line in lines)).strip()
