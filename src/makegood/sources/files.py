"""Where documents are: references expanded to locators, without reading any."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from makegood.sources.unread import Unread

SUFFIXES = frozenset(
    {
        ".html", ".htm", ".xhtml", ".txt", ".text", ".md", ".markdown", ".pdf", ".jsonl", ".ndjson", ".json",
        ".rss", ".atom", ".xml", ".warc", ".gz",
    }
)  # fmt: skip
"""Of a folder's files only these are taken; a file named by itself is always tried."""


@dataclass(frozen=True, slots=True)
class Locator:
    """One input: `ref` as the operator knows it, `path` where it is a file."""

    ref: str
    kind: Literal["file", "url", "stdin"]
    path: str | None = None


def locate(refs: Sequence[str]) -> Iterator[Locator | Unread]:
    """Expand files, folders (sorted, recursive, hidden ones left out), `-` and http(s) URLs.

    Cheap: no file is opened. What does not exist or is not readable comes as `Unread`.
    """
    for ref in refs:
        if ref == "-":
            yield Locator("-", "stdin")
        elif ref.lower().startswith(("http://", "https://")):
            yield Locator(ref, "url")
        else:
            yield from _path(ref)


def _path(ref: str) -> Iterator[Locator | Unread]:
    try:
        mode = Path(ref).stat().st_mode
    except (OSError, ValueError) as error:
        yield Unread.of(ref, "not_found", f"cannot be found ({_reason(error)}); check the name")
        return
    if stat.S_ISDIR(mode):
        yield from _folder(ref)
    elif stat.S_ISREG(mode):
        yield Locator(ref, "file", ref)
    else:
        yield Unread.of(ref, "not_a_file", "is neither a file nor a folder; save it to a file, or pipe it in and use -")


def _folder(ref: str) -> Iterator[Locator | Unread]:
    """All documents below a folder; ends with what was left out, or that there was nothing."""
    taken, left_out = 0, []
    for found in _walk(Path(ref), set()):
        if isinstance(found, Unread):
            yield found
        elif found.suffix.lower() in SUFFIXES:
            taken += 1
            yield Locator(str(found), "file", str(found))
        else:
            left_out.append(str(found))
    if left_out:
        why = f"{len(left_out)} files are not named as documents, the first {left_out[0]}; name one to have it read"
        yield Unread.of(ref, "left_out", why)
    elif not taken:
        yield Unread.of(ref, "empty_folder", "holds no documents; name another folder")


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | Unread]:
    """Files below `folder` in order; each folder once, however many links lead to it."""
    try:
        status = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Unread.of(str(folder), "unreadable", f"cannot be opened ({_reason(error)}); check its permissions")
        return
    if (status.st_dev, status.st_ino) in seen:
        yield Unread.of(str(folder), "link_loop", "links to a folder that is read already; left out")
        return
    seen.add((status.st_dev, status.st_ino))
    for entry in entries:
        if not entry.name.startswith("."):
            yield from _entry(entry, seen)


def _entry(entry: "os.DirEntry[str]", seen: set[tuple[int, int]]) -> Iterator[Path | Unread]:
    try:
        is_folder, is_file = entry.is_dir(), entry.is_file()
    except OSError as error:
        yield Unread.of(entry.path, "unreadable", f"cannot be opened ({_reason(error)}); check the link")
        return
    if is_folder:
        yield from _walk(Path(entry.path), seen)
    elif is_file:
        yield Path(entry.path)
    elif entry.is_symlink():
        yield Unread.of(entry.path, "not_found", "is a link to nothing; mend or remove it")


def _reason(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
