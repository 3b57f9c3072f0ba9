#!/usr/bin/env python3
"""Writes folding-table.txt: what each non-ASCII letter or digit folds to (see TextFolding.cs).

A line is the character, a space and its folded form, for every character whose NFKD form without combining marks, in lower
case, differs from its own lower case. Hangul, CJK and Arabic compatibility forms are left as they are.
"""
import pathlib
import unicodedata

SPELLED = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "ng"}
GREEK = {unicodedata.lookup(f"GREEK SMALL LETTER {name}"): word for name, word in [
    (w.upper() if w != "lambda" else "LAMDA", w) for w in
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega".split()]}
GREEK["ς"] = "sigma"
LEFT_ALONE = [(0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0x3300, 0x33FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF)]


def fold(character):
    letters = (c for c in unicodedata.normalize("NFKD", character) if not unicodedata.category(c).startswith("M"))
    lower = "".join(letters).lower()
    return "".join(SPELLED.get(c) or GREEK.get(c) or c for c in lower if not unicodedata.category(c).startswith("M"))


lines = []
for code in [*range(0x80, 0xD800), *range(0xE000, 0x10000), *range(0x1D400, 0x1D800)]:
    character = chr(code)
    if any(first <= code <= last for first, last in LEFT_ALONE) or not unicodedata.category(character)[0] in "LN":
        continue
    folded = "".join(c for c in fold(character) if c.isalnum())
    if folded and folded != character.lower():
        lines.append(f"{character} {folded}")
pathlib.Path(__file__).with_suffix(".txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
