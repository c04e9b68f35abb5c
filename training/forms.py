"""Make `reading/lexicon/forms.txt`: common English word forms with their usual part of speech.

    python training/forms.py TREEBANK.json … > src/makegood/reading/lexicon/forms.txt

Counts forms in openly licensed treebanks (UD_English-EWT and the CC-BY, CC-BY-SA and public-domain
genres of UD_English-GUM; see docs/method/reading.md for licences and credit). A form is kept when it
stands at least twice and is not mostly a proper noun. Only counts leave the treebanks, no sentence.
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

KEPT = ("NOUN", "VERB", "ADJ", "ADV", "ADP", "AUX", "DET", "PRON", "NUM", "CCONJ", "SCONJ", "PART", "INTJ")


def main(paths: list[str]) -> None:
    """Print one line a part of speech: its name, then its forms in order."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for path in paths:
        for tokens, _, parts, *_ in json.loads(Path(path).read_text(encoding="utf-8")):
            for token, part in zip(tokens, parts, strict=True):
                if token.isascii() and token.replace("-", "").replace("'", "").isalpha():
                    seen[token.lower()][part] += 1
    by_part: dict[str, list[str]] = defaultdict(list)
    for form, parts in seen.items():
        part = parts.most_common(1)[0][0]
        if parts.total() >= 2 and part in KEPT and parts["PROPN"] < 0.4 * parts.total():
            by_part[part].append(form)
    for part in KEPT:
        print(part, *sorted(by_part[part]))


main(sys.argv[1:])
