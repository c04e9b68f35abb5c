"""Text of strangers made harmless to show: no control or direction characters, no endless lines, safe links.

HTML escaping is the template's work (autoescape); here is what escaping leaves dangerous.
"""

import re
from urllib.parse import urlsplit

LONGEST = 400
_LONGEST_URL = 2000
_SPACE = re.compile(r"[ \t\r\n\f\v\u0085\u2028\u2029]+")
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u009f"  # C0 and C1 controls
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # direction and other invisible marks
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"  # lone surrogates, annotation and tag characters
)


def shown(text: str, longest: int = LONGEST) -> str:
    """`text` on one line, cut to `longest` code points with '…'; unseen characters are named, as ⟨U+202E⟩."""
    head = _SPACE.sub(" ", text[: longest * 4]).strip()
    cut = head if len(head) <= longest else head[: longest - 1].rstrip() + "…"
    return spoken(cut)


def spoken(text: str) -> str:
    """`text` uncut, with its lines kept, and unseen characters named."""
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def safe_link(url: str | None) -> str | None:
    """The URL if a page may link to it: http or https with a host and nothing hidden in it, else None."""
    if url is None or len(url) > _LONGEST_URL or _UNSEEN.search(url) or _SPACE.search(url):
        return None
    try:
        parts = urlsplit(url)
        host, user = parts.hostname, parts.username
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and host and user is None else None


def host_of(url: str) -> str:
    """The host of a URL that `safe_link` let pass, without 'www.'."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def file_name(ref: str) -> str:
    """The last part of a path or id, whatever its separators."""
    return re.split(r"[\\/]", ref.rstrip("\\/"))[-1] or ref
