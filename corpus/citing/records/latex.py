"""Text to LaTeX and back, as far as bibliographies use it."""

from __future__ import annotations

import re
import unicodedata

#: Braces are spelt out, because BibTeX counts those behind a backslash too.
_SPELT = {
    "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}", "&": "\\&", "%": "\\%", "$": "\\$", "#": "\\#", "_": "\\_",
}  # fmt: skip
_COMMANDS = {
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~",
    "textasciicircum": "^", "lbrace": "{", "rbrace": "}", "textquotedblleft": "“", "textquotedblright": "”",
    "textquoteleft": "‘", "textquoteright": "’", "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…",
    "textellipsis": "…", "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å",
    "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ",
    "DJ": "Đ", "copyright": "©", "S": "§", "pounds": "£", "euro": "€", "texteuro": "€", "textdegree": "°",
    "guillemotleft": "«", "guillemotright": "»", "quotedblbase": "„", "textasciigrave": "`",
}  # fmt: skip
#: Accents, as the combining mark that follows the letter in Unicode.
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
_LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "~": "\u00a0"}
_TOKEN = re.compile(
    r"""(?P<accent>\\(?P<mark>[`'^"~=.]|[uvHcdbkr](?![A-Za-z]))\s*
            (?:\{\s*\\?(?P<braced>[^\W\d_])\s*\}|\\?(?P<bare>[^\W\d_])))
      | \\(?P<command>[A-Za-z]+)(?:\{\}|[ \t]*)
      | \\(?P<escaped>[^A-Za-z])
      | (?P<ligature>---|--|``|''|~)
      | (?P<brace>[{}])""",
    re.VERBOSE,
)


def to_latex(text: str) -> str:
    """Return text as LaTeX that sets it as it stands, every brace in a pair."""
    spelt = "".join(_SPELT.get(c, c) for c in text)
    # Empty groups keep LaTeX from making dashes and quotation marks of hyphens and apostrophes.
    return re.sub(r"(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')", "{}", spelt)


def from_latex(text: str) -> str:
    """Return the characters that LaTeX text sets; commands that only change how it looks are dropped."""
    return _TOKEN.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    found = match.groupdict()
    if found["accent"]:
        letter = found["braced"] or found["bare"]
        return unicodedata.normalize("NFC", letter + _ACCENTS[found["mark"]])
    if found["command"]:
        return _COMMANDS.get(found["command"], "")
    if found["escaped"]:
        return (
            " " if found["escaped"] in "\\,;: \n" else "" if found["escaped"] in "-/@!()[]" else found["escaped"]
        )
    return _LIGATURES.get(found["ligature"] or "", "")


def to_address(address: str) -> str:
    """Return an address for a field that LaTeX reads letter by letter: what would break it is percent-encoded."""
    return re.sub(r"[{}\\\s]", lambda m: "".join(f"%{byte:02X}" for byte in m[0].encode()), address)


def from_address(text: str) -> str:
    """Return an address without the backslashes that some programs put into it."""
    return re.sub(r"\\([_%&#$~])", r"\1", text.replace("{", "").replace("}", ""))
