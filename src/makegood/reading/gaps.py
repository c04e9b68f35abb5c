"""What may stand between two words of one expression: blanks, a hyphen, the break of a hard-wrapped line."""

BLANKS = " \t\u00a0\u2009\u202f\u2007"
SPACE = rf"(?:[{BLANKS}]{{1,3}}|[{BLANKS}]?\n[{BLANKS}]{{0,16}})"
JOIN = rf"(?:[{BLANKS}-]{{1,3}}|[{BLANKS}]?\n[{BLANKS}]{{0,16}})"
