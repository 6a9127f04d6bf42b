"""What is told of speech with its times: pieces without words or a voice, and times that run backwards."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from corpus.errors import printable
from corpus.readers.remarks import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus.readers.spoken import Piece

#: A mark-up of WebVTT, or of HTML and SubRip, which stray into it; whatever else stands in angle brackets is none.
_NO_TAG: Final = re.compile(
    r"<(?!/|(?:[bciuvps]|ruby|rt|lang|font|span|div|br|em|strong|small|big|sub|sup)[\s.>/]|[\d.>])[^<>]{1,60}>",
    re.IGNORECASE,
)
_MOST_BRACKET_CHARS: Final = 40
#: Characters by which a whole may be longer than its parts, and be the same words in another spelling.
_LEAST_LEFT: Final = 40
_LEFT_SHARE: Final = 0.05
_COMMENT: Final = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|\Z)")


def voice_remarks(heard: Mapping[str | None, int], numbered: Sequence[str]) -> Iterator[str]:
    """Yield the remarks on who speaks.

    Args:
        heard: how many pieces of speech each label has; those without one under None.
        numbered: the labels that programs give, such as "SPEAKER_01".
    """
    total, nameless = sum(heard.values()), heard.get(None, 0)
    if 0 < nameless < total:
        name = "names" if nameless == 1 else "name"
        yield f"{nameless:,} of {total:,} pieces of speech {name} no voice, where others do"
    if numbered:
        voices = counted(len(numbered), "voice is", "voices are")
        yield f"{voices} only numbered and named by nobody: {listed(numbered, most=5)}"


def time_remarks(starts: Sequence[float], wordless: int) -> Iterator[str]:
    """Yield the remarks on pieces of speech: when they begin, in seconds, and how many have no words."""
    if wordless:
        one, several = "piece of speech has no words and was", "pieces of speech have no words and were"
        yield f"{counted(wordless, one, several)} passed over"
    if back := sum(b < a for a, b in pairwise(starts)):
        begin = counted(back, "piece of speech begins", "pieces of speech begin")
        yield f"{begin} before the one above; the order of the file was kept"


def left_out_remarks(whole: object, pieces: Iterable[Piece]) -> Iterator[str]:
    """Yield the remark on words that a file has in its text as a whole and in none of its timed pieces."""
    if not isinstance(whole, str):
        return
    said = sum(len(piece.words) + 1 for piece in pieces)  # a blank between two
    left = len(whole) - said
    if left > max(_LEAST_LEFT, said * _LEFT_SHARE):
        yield f"the text as a whole has {left:,} characters more than its timed pieces, which alone were read"


def cue_remarks(times: Sequence[tuple[float, float]], wordless: int, stray: int) -> Iterator[str]:
    """Yield the remarks on a file of subtitles.

    Args:
        times: when its cues begin and end, in seconds, in the order of the file.
        wordless: how many cues show nothing.
        stray: how many lines stand in no cue.
    """
    if stray:
        yield f"{counted(stray, 'line outside of all cues was', 'lines outside of all cues were')} not read"
    if wordless:
        yield f"{counted(wordless, 'cue has no words and was', 'cues have no words and were')} passed over"
    if back := sum(end < start for start, end in times):
        yield counted(back, "cue ends before it begins", "cues end before they begin")
    if late := sum(b < a for (a, _), (b, _) in pairwise(times)):
        begin = counted(late, "cue begins", "cues begin")
        yield f"{begin} before the one above; all were put in the order of their times"


def bracket_remarks(words: str) -> Iterator[str]:
    """Yield the remark on words in angle brackets, which WebVTT shows to nobody."""
    if found := _NO_TAG.findall(words):
        shown = f"“{printable(found[0], _MOST_BRACKET_CHARS)}”"
        what = "was taken for a tag" if len(found) == 1 else f"and {len(found) - 1:,} more were taken for tags"
        yield f"{shown} {what} and left out"


def stray_lines(lines: Sequence[str]) -> int:
    """Return how many lines between two cues say something: no comments, style sheets and cues' own names."""
    count, commented = 0, False
    for n, line in enumerate(lines):
        if not line.strip():
            commented = False
        elif commented or (_COMMENT.match(line) and (not n or not lines[n - 1].strip())):
            commented = True
        else:
            count += 1
    return count
