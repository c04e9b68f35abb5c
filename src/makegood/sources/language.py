"""A light guess of a text's language: script first, then the share of each language's commonest words."""

import re
from collections import Counter

_SAMPLE = 6_000
_LEAST_WORDS = 20
_LEAST_SHARE = 0.12
"""Running text has a fifth or more of these words; a table of names has nearly none."""
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = {
    "en": "the of and to in a is that for it on with as was at by from has have will be are this which its said an",
    "de": "der die das und in zu den von mit ist des ein eine im für auf dem nicht sich auch als wird an er",
    "fr": "le la les de des et en un une du que est pour dans qui sur par au pas plus ce se il avec sont",
    "es": "el la los las de que y en un una del por con para se es al su como más lo no ha son",
    "it": "il la le di che e in un una del per con si è della non i da al sono più nel dei gli",
    "pt": "o a os as de que e em um uma do da no na por com para se é não mais dos ao foi",
    "nl": "de het een van en in is dat op te zijn voor met die niet aan er om door als ook bij",
    "sv": "och att det som en på är av för med till den har de inte om ett i från var",
    "pl": "i w na z że się do nie jest to o jak po za od przez oraz dla tym są",
    "tr": "ve bir bu için ile da de olarak olan en çok daha kadar sonra gibi ise değil",
    "id": "yang dan di untuk dengan dari ini pada dalam tidak itu akan ke oleh juga sebagai",
    "vi": "và của là các có trong được cho một những không với người này đã để",
}
_STOP_WORDS = {code: frozenset(words.split()) for code, words in _COMMON.items()}
_LEAST_SCRIPT = 0.2
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1cff\u3040-\ud7af]")
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the main language, None where the text is too short or too odd to tell."""
    sample = text[:_SAMPLE]
    if _OTHER_SCRIPT.search(sample):
        letters = sum(character.isalpha() for character in sample)
        for code, script in _SCRIPTS:
            if len(script.findall(sample)) > _LEAST_SCRIPT * letters:
                return code
    words = [word.lower() for word in _WORD.findall(sample)]
    return _latin(words) if len(words) >= _LEAST_WORDS else None


def _latin(words: list[str]) -> str | None:
    counts = Counter(words)
    shares = {code: sum(counts[word] for word in common) / len(words) for code, common in _STOP_WORDS.items()}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= _LEAST_SHARE else None
