"""Run by the peers' own interpreter: texts as JSON lines in, each peer's mentions as JSON lines out.

In: {"exam", "id", "text", "published"}. Out: {"peer", "version", "exam", "id", "mentions"}, mentions in the form of
`makegood mentions`. Where a peer gives several values for a date all are passed on, and any that is right will do.
"""

import datetime
import json
import re
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import Any

import dateparser.search
from quantulum3 import parser as quantulum
from recognizers_date_time import DateTimeRecognizer
from recognizers_number_with_unit import NumberWithUnitRecognizer
from recognizers_text import Culture

CURRENCIES = {"dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "japanese yen": "JPY", "yen": "JPY"}
MONEY = NumberWithUnitRecognizer(Culture.English).get_currency_model()
DATES = DateTimeRecognizer(Culture.English).get_datetime_model()


def recognizers_money(text: str, _: datetime.datetime) -> Iterator[dict[str, Any]]:
    """Amounts of Recognizers-Text; it leaves the currency of a bare dollar open."""
    for found in MONEY.parse(text):
        value = (found.resolution or {}).get("value")
        if value not in (None, "null"):
            money = {"low": float(value), "high": float(value), "currency": found.resolution.get("isoCurrency")}
            yield {"type": "money", "start": found.start, "end": found.end + 1, **money}


def quantulum_money(text: str, _: datetime.datetime) -> Iterator[dict[str, Any]]:
    """Amounts of quantulum3; a range is its middle and its uncertainty."""
    for found in quantulum.parse(text):
        if found.unit.entity.name == "currency":
            spread = found.uncertainty or 0
            money = {"low": found.value - spread, "high": found.value + spread}
            yield {
                "type": "money", "start": found.span[0], "end": found.span[1], **money,
                "currency": CURRENCIES.get(found.unit.name),
            }  # fmt: skip


def recognizers_dates(text: str, published: datetime.datetime) -> Iterator[dict[str, Any]]:
    """Dates and durations of Recognizers-Text, every value that it offers."""
    for found in DATES.parse(text, published):
        values = (found.resolution or {}).get("values", [])
        timex = [str(v.get(key, "")) for v in values for key in ("timex", "value", "start")]
        timex += [part for value in values for part in re.findall(r"P\d+[YMWD]", value.get("timex", ""))]
        yield {"type": "date", "start": found.start, "end": found.end + 1, "timex": timex}


def dateparser_dates(text: str, published: datetime.datetime) -> Iterator[dict[str, Any]]:
    """It gives days alone: the month and the year of that day count as well."""
    found = dateparser.search.search_dates(text, languages=["en"], settings={"RELATIVE_BASE": published})
    at = 0
    for quote, day in found or []:
        start = text.find(quote, at)
        at = max(start, at)
        iso = day.date().isoformat()
        yield {"type": "date", "start": start, "end": start + len(quote), "timex": [iso, iso[:7], iso[:4]]}


PEERS: dict[str, dict[str, Callable[[str, datetime.datetime], Iterator[dict[str, Any]]]]] = {
    "money": {"Recognizers-Text": recognizers_money, "quantulum3": quantulum_money},
    "dates": {"Recognizers-Text": recognizers_dates, "dateparser": dateparser_dates},
}
PACKAGES = {"Recognizers-Text": "recognizers-text-suite"}


def main() -> None:
    """Answer the texts of standard input."""
    for line in sys.stdin:
        asked = json.loads(line)
        published = datetime.datetime.fromisoformat(asked["published"] or "2000-01-01")
        for peer, answer in PEERS[asked["exam"].partition("_")[0]].items():
            said = {
                "peer": peer,
                "version": version(PACKAGES.get(peer, peer)),
                "exam": asked["exam"],
                "id": asked["id"],
            }
            print(json.dumps({**said, "mentions": list(answer(asked["text"], published))}))


if __name__ == "__main__":
    main()
