"""Named rule sets: what a total counts, and by which rules. The table is the method (R3)."""

from typing import NamedTuple

from makegood.assessment.stages import Column


class RuleSet(NamedTuple):
    """One way to count.

    `columns` are counted. `draws_down`: a part takes its sum off its umbrella (R9). `investment_only`: purchases and
    trade targets are left out (R8). `by_bounds`: 'up to' counts nothing in the low total (R6), else every figure counts
    as it stands in a headline. `unbinding`: what was only floated or has been called off counts as well.
    """

    name: str
    words: str
    rules: tuple[str, ...]
    columns: tuple[Column, ...] = ("committed", "pledged")
    draws_down: bool = True
    investment_only: bool = True
    by_bounds: bool = True
    unbinding: bool = False


RULE_SETS: dict[str, RuleSet] = {
    one.name: one
    for one in (
        RuleSet("makegood", "committed, with pledged beside it", ("R3", "R6", "R7", "R8", "R9")),
        RuleSet("binding", "committed and later alone", ("R3", "R6", "R7", "R8", "R9"), columns=("committed",)),
        RuleSet(
            "headline",
            "every figure as a headline has it: purchases, trade targets, tops of ranges, wholes and their parts",
            ("R7",),
            draws_down=False,
            investment_only=False,
            by_bounds=False,
            unbinding=True,
        ),
    )
}
MAKEGOOD = RULE_SETS["makegood"]
NOT_INVESTMENT = {
    "purchase": "not_investment: a purchase buys goods, it builds nothing (R8)",
    "trade_target": "not_investment: a trade target is a wish about turnover (R8)",
}
