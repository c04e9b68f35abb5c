"""What a page declares about itself: JSON-LD and meta elements."""

import json
import re
from collections.abc import Iterable, Iterator

from resiliparse.parse.html import ElementNode, HTMLTree

from makegood.model.values import PartialDate
from makegood.sources.dates import partial_date
from makegood.sources.encoding import cleaned
from makegood.sources.plain import Given
from makegood.sources.visible import whole_text

_BODY = "articleBody"
_KINDS = ("Article", "BlogPosting", "Report", "WebPage", "PressRelease")
_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
_AUTHORS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
_PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "publisher")
_DATES = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "pubdate",
    "publish-date", "publish_date", "parsely-pub-date", "sailthru.date", "article.published", "og:published_time",
)  # fmt: skip
_NO_NAME = re.compile(r"https?:|@|/|\d|^(admin|staff|editor|administrator|webmaster)$", re.IGNORECASE)
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_WEB = ("http://", "https://")
_HTML = re.compile(r"<[a-z/!][^>]*>", re.IGNORECASE)


class Declared:
    """The declarations of one page, read once."""

    def __init__(self, tree: HTMLTree) -> None:
        self.tree = tree
        self.linked = _linked(tree)
        self.meta = _meta(tree)

    def given(self, beside: Given) -> Given:
        """What the page declares; facts known beside it (`beside`) win."""
        return Given(
            url=beside.url or self._url(),
            title=beside.title or self._title(),
            byline=beside.byline or self._byline(),
            publisher=beside.publisher or self._publisher(),
            published=beside.published or self._published(),
            raw_digest=beside.raw_digest,
        )

    def body(self) -> str:
        """The text that JSON-LD carries for pages that show it by script only, else empty."""
        bodies = (node[_BODY] for node in self.linked if isinstance(node.get(_BODY), str))
        body = max((str(body) for body in bodies), key=len, default="")
        if _HTML.search(body):
            return whole_text(body)
        return cleaned(body).strip()

    def _title(self) -> str | None:
        declared = [_text(node.get("headline")) for node in self.linked]
        shown = next((_text(heading.text) for heading in _all(self.tree, "h1")), None)
        return next(filter(None, [*declared, *self._values(_TITLES), shown, _text(self.tree.title)]), None)

    def _byline(self) -> tuple[str, ...]:
        linked = [name for node in self.linked for name in _names(node.get("author"))]
        meta = [name for value in self._values(_AUTHORS) for name in re.split(r",\s+|;\s*|\s+and\s+", value)]
        names = [_BY.sub("", name) for name in linked or meta]
        return tuple(dict.fromkeys(name for name in names if name and not _NO_NAME.search(name)))

    def _publisher(self) -> str | None:
        linked = [name for node in self.linked for name in _names(node.get("publisher"))]
        return next(iter([*linked, *self._values(_PUBLISHERS)]), None)

    def _published(self) -> PartialDate | None:
        values = [node.get("datePublished") for node in self.linked] + list(self._values(_DATES))
        stamps = _all(self.tree, "time[itemprop=datePublished], time[pubdate]")
        values += [stamp.getattr("datetime") or stamp.text for stamp in stamps]
        days = (partial_date(value, "metadata") for value in values)
        return next((day for day in days if day), None)

    def _url(self) -> str | None:
        links = [link.getattr("href") for link in _all(self.tree, "link[rel=canonical]")]
        addresses = [*links, self.meta.get("og:url")]
        return next((address for address in addresses if address and address.startswith(_WEB)), None)

    def _values(self, names: tuple[str, ...]) -> Iterator[str]:
        return (value for name in names if (value := self.meta.get(name)))


def _all(tree: HTMLTree, selector: str) -> Iterable[ElementNode]:
    return tree.document.query_selector_all(selector) if tree.document else ()


def _meta(tree: HTMLTree) -> dict[str, str]:
    """Name or property, lower case → content of the first such element."""
    found: dict[str, str] = {}
    for element in _all(tree, "meta"):
        name = element.getattr("property") or element.getattr("name") or element.getattr("itemprop") or ""
        if content := _text(element.getattr("content")):
            found.setdefault(name.lower(), content)
    return found


def _linked(tree: HTMLTree) -> list[dict[str, object]]:
    """The JSON-LD nodes that describe a story or its page, stories first."""
    nodes: list[dict[str, object]] = []
    for script in _all(tree, 'script[type="application/ld+json"]'):
        try:
            nodes += _nodes(json.loads(script.text or "", strict=False))
        except (ValueError, RecursionError):
            continue  # a page's broken script is no loss: the same facts stand elsewhere
    described = [node for node in nodes if any(kind in str(node.get("@type")) for kind in _KINDS)]
    return sorted(described, key=lambda node: "WebPage" in str(node.get("@type")))


def _nodes(value: object) -> list[dict[str, object]]:
    if isinstance(value, list):
        return [node for one in value for node in _nodes(one)]
    if not isinstance(value, dict):
        return []
    return [value, *_nodes(value.get("@graph")), *_nodes(value.get("mainEntity"))]


def _names(value: object) -> list[str]:
    if isinstance(value, list):
        return [name for one in value for name in _names(one)]
    name = _text(value.get("name") if isinstance(value, dict) else value)
    return [name] if name else []


def _text(value: object) -> str | None:
    return cleaned(" ".join(value.split())) or None if isinstance(value, str) else None
