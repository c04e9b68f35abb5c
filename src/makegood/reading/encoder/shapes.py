"""How a word is written, which the encoder's lower-cased vocabulary forgets."""


def shape(word: str) -> int:
    """0 nothing, 1 lower case, 2 Capitalised, 3 CAPITALS, 4 one capital, 5 miXed, 6 with a figure, 7 sign."""
    if not word:
        return 0
    if any(c.isdigit() for c in word):
        return 6
    if not any(c.isalpha() for c in word):
        return 7
    if word.islower():
        return 1
    if word.isupper():
        return 4 if len(word) == 1 else 3
    return 2 if word[0].isupper() and word[1:].islower() else 5
