"""What each source of single documents calls itself in a document's facts.

A name says all that text and facts depend on besides the bytes: a number of ours and the version of the
library. Whoever changes what is made of the same bytes, in a source or in what sources share, raises the
number. So a file whose bytes the ledger knows under a name of today need not be cleaned again
(docs/decisions/0104).
"""

from importlib.metadata import version

PLAIN = "plain 1"
LINKED_PAGE = "html 1 (json-ld articleBody)"


def page() -> str:
    """A page's main text."""
    return f"html 1 (trafilatura {version('trafilatura')} precision)"


def markdown() -> str:
    """A Markdown file's text."""
    return f"markdown 1 (markdown-it-py {version('markdown-it-py')})"


def pdf() -> str:
    """The text of a PDF."""
    return f"pdf 1 (pypdf {version('pypdf')})"


def of_today() -> frozenset[str]:
    """All names that a file of one document may get."""
    return frozenset({PLAIN, LINKED_PAGE, page(), markdown(), pdf()})
