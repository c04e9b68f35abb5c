"""One pledge's dossier as one HTML file: no script, nothing loaded from elsewhere, every figure with its sentence."""

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from makegood.assessment.dossier import Dossier
from makegood.assessment.stages import LADDER
from makegood.publication.inert import shown
from makegood.publication.page import Colophon, page

_NUMBER_AND_UNIT = re.compile(r"(?<=\d) (?=(?:[mbtr]+illion|jobs)\b)")


def render(dossier: Dossier, colophon: Colophon) -> str:
    """The dossier as a complete HTML document; the same input gives the same text.

    Write it as UTF-8: all that a source put in has been made inert and holds no lone surrogates.
    """
    return environment().get_template("dossier.html").render(page=page(dossier, colophon), ladder=LADDER)


def _bdi(text: str, longest: int = 400) -> Markup:
    """Text of a source: inert, escaped, and isolated from the direction of what surrounds it."""
    return Markup("<bdi>{}</bdi>").format(shown(text, longest))


def _unbroken(text: str) -> str:
    """A heading in which no line ends between a number and its unit."""
    return _NUMBER_AND_UNIT.sub("\u00a0", text)


@cache
def environment() -> Environment:
    """The one place that sets up templates: escaping on, missing values refused."""
    environment = Environment(
        loader=PackageLoader("makegood.publication"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["bdi"] = _bdi
    environment.filters["inert"] = shown
    environment.filters["unbroken"] = _unbroken
    return environment
