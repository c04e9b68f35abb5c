"""World → Document: files, folders, standard input and URLs in all the formats that are read."""

from makegood.sources.files import Locator, locate
from makegood.sources.loading import load
from makegood.sources.unread import Unread

__all__ = ["Locator", "Unread", "load", "locate"]
