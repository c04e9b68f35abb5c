"""Markdown with front matter → the plain text it would show."""

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser

import yaml
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from makegood.model.document import Document, digest
from makegood.sources import extractors
from makegood.sources.dates import partial_date
from makegood.sources.encoding import cleaned, decode
from makegood.sources.plain import Given, document
from makegood.sources.received import Received
from makegood.sources.unread import Unread

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_STRAY_ASTERISKS = re.compile(r"\*{2,}|(?<=\S)\*(?=\s|$)|(?<!\S)\*(?=\S)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_DATES = ("published_time", "published", "date")
_LINKS = ("source_url", "url", "link", "canonical_url")


def documents(received: Received) -> Iterator[Document | Unread]:
    """The one document in a Markdown file."""
    raw = received.content()
    facts, body = front_matter(decode(raw, received.charset))
    text = rendered(body)
    if not text:
        yield Unread.of(received.ref, "no_text", "has no text beside its front matter and pictures; nothing to read")
        return
    published = (partial_date(facts.get(key), "metadata") for key in _DATES)
    given = Given(
        url=next((str(facts[key]) for key in _LINKS if facts.get(key)), received.url),
        title=_line(facts.get("title")),
        byline=_names(facts.get("author") or facts.get("authors")),
        publisher=_line(facts.get("publisher")),
        published=next((day for day in published if day), None),
        raw_digest=digest(raw),
    )
    yield document(received.ref, text, given, extractor=extractors.markdown(), scraped=False)


def front_matter(source: str) -> tuple[dict[str, object], str]:
    """The YAML mapping at the top and the rest; a broken or missing one is empty, with the rest whole."""
    found = _FRONT_MATTER.match(source)
    if found is None:
        return {}, source
    try:
        facts = yaml.load(found[1], Loader=_LOADER)  # noqa: S506  a safe loader
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, source[found.end() :]
    if not isinstance(facts, dict):
        return {}, source
    return {str(key).lower(): value for key, value in facts.items()}, source[found.end() :]


def rendered(source: str) -> str:
    """Plain text of Markdown: blocks parted by one empty line, list items one a line, wrapped lines joined.

    Emphasis, link targets, images, comments and escapes go; all other characters stay.
    """
    tree = SyntaxTreeNode(_markdown().parse(source))
    return cleaned("\n\n".join(_blocks(tree.children)))


@cache
def _markdown() -> MarkdownIt:
    """Indented text is text here, not code: official transcripts indent their paragraphs."""
    return MarkdownIt("commonmark").disable("code").enable("table")


def _blocks(nodes: list[SyntaxTreeNode]) -> list[str]:
    return [text for node in nodes if (text := _block(node).strip("\n ")).strip()]


def _block(node: SyntaxTreeNode) -> str:
    match node.type:
        case "paragraph" | "heading":
            return _inline(node.children[0].children) if node.children else ""
        case "bullet_list" | "ordered_list":
            return "\n".join(_list(node, 0))
        case "table":
            return "\n".join(_row(row) for part in node.children for row in part.children)
        case "html_block":
            return _shown(node.content)
        case "fence" | "code_block":
            return node.content
        case "hr":
            return ""
    return "\n\n".join(_blocks(node.children))


def _list(node: SyntaxTreeNode, depth: int) -> Iterator[str]:
    """One line an item, two blanks deeper for each list around it; numbers of ordered lists stay."""
    number = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    indent = "  " * depth
    for item in node.children:
        lead = f"{indent}- " if number is None else f"{indent}{number}. "
        for child in item.children:
            if child.type in ("bullet_list", "ordered_list"):
                yield from _list(child, depth + 1)
            elif text := _block(child).strip():
                yield lead + text
                lead = indent + "  "
        number = None if number is None else number + 1


def _row(row: SyntaxTreeNode) -> str:
    return " | ".join(_inline(cell.children[0].children) if cell.children else "" for cell in row.children)


def _inline(nodes: list[SyntaxTreeNode]) -> str:
    return "".join(_shown_inline(node) for node in nodes)


def _shown_inline(node: SyntaxTreeNode) -> str:
    match node.type:
        case "text":
            return _STRAY_ASTERISKS.sub("", node.content)
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "html_inline":
            return "\n" if _BREAK.match(node.content) else ""
        case "image":
            return ""
        case "code_inline":
            return node.content
    return _inline(node.children)


class _Visible(HTMLParser):
    """Collects the text of an HTML block, without scripts, styles and captions."""

    hidden = frozenset({"script", "style", "figcaption", "noscript"})
    block = frozenset({"p", "div", "li", "tr", "br", "h1", "h2", "h3", "h4", "table", "ul", "ol", "blockquote"})

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.depth += tag in self.hidden
        if tag in self.block:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag in self.hidden and self.depth > 0

    def handle_data(self, data: str) -> None:
        if not self.depth:
            self.parts.append(re.sub(r"[ \t\n]+", " ", data))


def _shown(block: str) -> str:
    visible = _Visible()
    visible.feed(block)
    visible.close()
    lines = (line.strip(" ") for line in "".join(visible.parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _line(value: object) -> str | None:
    """A front matter value as one line of text, None where it is empty or no plain value."""
    if isinstance(value, (list, dict)) or value is None:
        return None
    return cleaned(" ".join(str(value).split())) or None


def _names(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(name for part in values if (name := _line(part)))
