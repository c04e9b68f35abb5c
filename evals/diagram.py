"""The reliability diagram: for each kind what confidence said against what was right. SVG, drawn from the bins."""

from collections.abc import Iterator, Mapping

from evals.calibration import Bin, Reliability

_SIDE = 150
_LEFT, _TOP, _GAP, _FOOT = 44, 34, 40, 46
_LARGEST, _SMALLEST = 11, 2.5
_STYLE = (
    "text{font:12px system-ui,sans-serif;fill:#333}.f{fill:none;stroke:#999}.d{stroke:#999;stroke-dasharray:3 3}"
    ".g{stroke:#c33;stroke-width:1.5}.b{fill:#1f5fa8;fill-opacity:.75}"
)


def diagram(kinds: Mapping[str, Reliability]) -> str:
    """One square a kind: confidence to the right, share of right ones upwards, the dashes where both agree.

    A disc's area is the number of statements in the bin; the line to the dashes is the bin's error.
    """
    drawn = {kind: one for kind, one in kinds.items() if one.bins}
    width = _LEFT + len(drawn) * (_SIDE + _GAP)
    height = _TOP + _SIDE + _FOOT
    body = [line for column, kind in enumerate(drawn) for line in _square(column, kind, drawn[kind])]
    title = "Reliability of confidence, by kind of statement"
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" role="img">',
        f"<title>{title}</title>",
        f"<style>{_STYLE}</style>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        *body,
        "</svg>\n",
    ])  # fmt: skip


def _square(column: int, kind: str, one: Reliability) -> Iterator[str]:
    left = _LEFT + column * (_SIDE + _GAP)
    bottom = _TOP + _SIDE
    yield f'<text x="{left}" y="{_TOP - 14}">{kind}: error {one.error:.3f}, n {one.count}</text>'
    yield f'<rect class="f" x="{left}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}"/>'
    yield f'<line class="d" x1="{left}" y1="{bottom}" x2="{left + _SIDE}" y2="{_TOP}"/>'
    for bin_ in one.bins:
        yield from _disc(bin_, left, bottom, max(b.count for b in one.bins))
    for value in (0, 0.5, 1):
        x, y = left + value * _SIDE, bottom - value * _SIDE
        yield f'<text x="{x:g}" y="{bottom + 16}" text-anchor="middle">{value:g}</text>'
        yield f'<text x="{left - 6}" y="{y + 4:g}" text-anchor="end">{value:g}</text>'
    yield f'<text x="{left + _SIDE / 2:g}" y="{bottom + 34}" text-anchor="middle">confidence</text>'


def _disc(bin_: Bin, left: int, bottom: int, most: int) -> Iterator[str]:
    x, y = left + bin_.confidence * _SIDE, bottom - bin_.accuracy * _SIDE
    radius = max(_SMALLEST, _LARGEST * (bin_.count / most) ** 0.5)
    told = f"said {bin_.confidence:.2f}, right {bin_.right} of {bin_.count}"
    yield f'<line class="g" x1="{x:.1f}" y1="{y:.1f}" x2="{x:.1f}" y2="{bottom - bin_.confidence * _SIDE:.1f}"/>'
    yield f'<circle class="b" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"><title>{told}</title></circle>'
