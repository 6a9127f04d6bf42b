"""What a transcript prints that nobody says: "(Laughter.)", "[Applause]", "The clerk called the roll."."""

from __future__ import annotations

import re

#: One remark in brackets; a paragraph that is brackets from end to end is the transcriber's.
_REMARK = r"(?:\([^()]{1,300}\)|\[[^\[\]]{1,300}\]|\{[^{}]{1,40}\})"
_REMARKS = re.compile(
    rf"\s*(?:[*_]{{1,2}})?{_REMARK}(?:\s*{_REMARK}){{0,4}}(?:[*_]{{1,2}})?[.]?(?:\s*\d{{1,4}})?\s*\Z"
)
_SOUND = (
    r"(?:laugh\w*|applause|cheer\w*|crosstalk|cross[- ]talk|inaudible|indiscernible|unintelligible"
    r"|indistinct|music\w*|boo(?:s|ing)"
    r"|pause\w*|silence|chuckl\w+|sigh\w*|cough\w*|gavel|interruption|commercial break"
    r"|standing ovation"
    r"|(?:begin|start|end|play(?:ing)?|roll(?:ing)?) (?:of )?(?:video|audio|film)[ \w]{0,20}|video clip|audio clip"
    r"|recess(?:ed)?|break|end|no response|no audible response|overlapping (?:speech|conversation)|phonetic"
    r"|(?:speaking|speaks|in) (?:\w+ )?(?:foreign language|spanish|french|german|arabic|russian|chinese))"
)
#: The same without brackets, on a line of its own and set apart by capitals, stars or dashes.
_BARE = re.compile(
    rf"\s*(?:[*_–—-]{{1,3}}\s?(?i:{_SOUND})\.?\s?[*_–—-]{{1,3}}"
    rf"|(?-i:(?=[A-Z .-]{{1,60}}\Z|[A-Z .-]{{1,60}}[\r\n]))(?i:{_SOUND})\.?)\s*\Z"
)
#: How somebody speaks, which is neither a role nor words: "(continuing)", "(via translator)", "[on the phone]".
_MANNER = re.compile(
    rf"(?i:{_SOUND}|cont(?:inuing|inued|['’]?d|\.)?|via|through|by|on|in|off|over|from|with|to|into|voice|resuming"
    r"|(?!acting\b|presiding\b|sitting\b|managing\b|consulting\b|founding\b"
    r"|visiting\b)[a-z]+ing)(?![\w-])[^\n]*\Z|\d[\d:.,]*\Z"
)
_INNER = re.compile(r"(?:\((?P<round>[^()\n]{1,80})\)|\[(?P<square>[^\[\]\n]{1,80})\])\.?")
_AT_END = re.compile(r"\s*(?:\([^()\n]{1,80}\)|\[[^\[\]\n]{1,80}\])\.?\s*\Z")
#: A record's own sentences between the speeches.
_NARRATION = re.compile(
    r"(?:(?:The|A)\s(?:[\w-]+\s){0,4}clerk\s(?:proceeded|called|read|reported|announced|will report)\b"
    r"|(?:Mr|Mrs|Ms|Miss|Dr)\.\s[^.:]{2,40}?\s(?:addressed\sthe\s(?:Chair|House)|rose"
    r"|was\srecognized)\b[^.]{0,40}\.\Z"
    r"|There\sbeing\sno\sobjection,\s.{0,200}?\b(?:was|were)\sordered\b"
    r"|(?:Thereupon|Whereupon)\b|By\s(?:Mr|Mrs|Ms|Miss|Dr)\.\s[^:]{2,200}:\Z"
    r"|The\s(?:text|material|letter|article|statement|amendment|bill|resolution|message|nomination|result"
    r"|vote|motion"
    r"|question|document|exhibit|prepared\sstatement|testimony|meeting|hearing|committee|session|house|senate)s?\b"
    r"[^.]{0,200}?\s(?:(?:is|are|was|were)\s(?:as\sfollows|agreed\sto|announced|taken|adjourned|recessed"
    r"|passed|ordered)"
    r"|as\sfollows|(?:adjourned|recessed|reconvened|follows)\b))",
    re.IGNORECASE | re.DOTALL,
)
#: What is printed behind it belongs to a paper, not to who asked for it to be printed.
_INSERTS = re.compile(r"\b(?:as follows|follows)\s*:\s*\Z", re.IGNORECASE)
#: What an editor says about the conversation once it is over.
_CLOSING = re.compile(
    r"[\[(*_\s]*(?:(?:this|the|our)\s(?:interview|conversation|transcript|discussion|podcast|episode"
    r"|hearing|meeting"
    r"|session|programme|program|call)\b|(?:edited|produced|transcribed|recorded|reported|reporting"
    r"|interview|transcript"
    r"|transcription|photographs?)\s(?:by|for|from|provided|and|has)\b|editor[’']?s?\snote|copyright\b|©|end of\b"
    r"|correction\b|about the\b|for more\b|listen to\b|watch the\b|subscribe\b)",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:i|we|you|my|our|me|us|yeah|yes|no|ok|okay|well|so|thanks?)\b", re.IGNORECASE)
#: What a heading does not end with, or hold.
_ENDS = re.compile(r"[.,;?!…—–-][\"”’')\]]*\Z|:")
_MOST_HEADING_WORDS = 14
_SHORT_WORD = 3
_SEPARATOR = re.compile(r"[\W_]+\Z|(?:#\s*)+\Z|-?\s*(?:end|ends|30)\s*-?\Z", re.IGNORECASE)


def is_direction(line: str) -> bool:
    """Whether a line or paragraph only says what happens beside the speech."""
    return _REMARKS.match(line) is not None or _BARE.match(line) is not None


def is_manner(words: str) -> bool:
    """Whether the words in brackets behind a name say how or when it is said, not who says it."""
    return _MANNER.match(words.strip()) is not None


def is_narration(paragraph: str) -> bool:
    """Whether a paragraph of a record tells what was done, between two speeches."""
    return _NARRATION.match(paragraph.strip()) is not None


def inserts_a_paper(paragraph: str) -> bool:
    """Whether a paragraph says that what follows is a letter, a bill or a list of rules."""
    return _INSERTS.search(paragraph) is not None


def closes(paragraph: str) -> bool:
    """Whether a paragraph says that the conversation is over: an editor's note, a row of stars."""
    return _CLOSING.match(paragraph) is not None or _SEPARATOR.match(paragraph.strip()) is not None


def spoken(words: str, start: int) -> tuple[int, int]:
    """Return the offsets of what is said from ``start`` on, without the directions at both ends.

    Brackets that hold something else are kept: "[The harbour] was a good place" is what an editor made clear.
    """
    end = len(words.rstrip())
    while (
        start < end and (inner := _INNER.match(words, start, end)) and is_manner(inner["round"] or inner["square"])
    ):
        start = inner.end() + len(words[inner.end() : end]) - len(words[inner.end() : end].lstrip())
    while start < end and (last := _AT_END.search(words, max(start, end - 100), end)):
        if not is_manner(last.group().strip().strip("()[].")):
            break
        end = last.start()
    return start, max(start, end)


def is_section(paragraph: str, *, record: bool = False) -> bool:
    """Whether a bare line among the turns is the heading of what follows, and no unfinished sentence.

    Title case or capitals show it. A line in small letters alone is one only where it has three words or more,
    or in a ``record``, which prints no sentence without its point.
    """
    line = paragraph.strip()
    words = re.findall(r"[^\W\d_][\w’'-]*", line)
    if is_direction(line) or "\n" in line or not 0 < len(words) <= _MOST_HEADING_WORDS or _ENDS.search(line):
        return False
    long = [w for w in words if len(w) > _SHORT_WORD]
    if long and all(w[0].isupper() for w in long):
        return True
    small = line == line.lower() and not _FIRST_PERSON.search(line)
    return small and (record or len(words) >= _SHORT_WORD)
