"""What RTF's control words mean for the words that are read."""

from __future__ import annotations

from typing import Final

#: Groups whose words are not the document's, or are given a second time.
PASSED_OVER: Final = frozenset(
    """colortbl pict header headerl headerr headerf footer footerl footerr footerf fldinst nonshppict shprslt sp
    ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn xe tc rxe bkmkstart bkmkend comment info objdata private pntxta
    pntxtb template buptim creatim revtim printim datafield
    atnid atnauthor annotation atnref atnicn atrfstart atrfend filetbl listtable listoverridetable revtbl
    xmlopen xmlclose themedata colorschememapping latentstyles datastore""".split()
)
#: Those of them that hold a page's furniture, or once more what stands elsewhere.
NOT_MISSED: Final = frozenset(
    """header headerl headerr headerf footer footerl footerr footerf nonshppict shprslt ftnsep ftnsepc ftncn
    aftnsep aftnsepc aftncn pntxta pntxtb""".split()
)
#: Those behind ``\\*`` that are read all the same; any other is passed over, as the format asks.
READ_ALL_THE_SAME: Final = frozenset({"shpinst"})
#: Groups that hold the sign before a list item.
LIST_SIGNS: Final = frozenset({"listtext", "pntext"})
#: Characters by control word.
CHARACTERS: Final = {
    "tab": "\t", "line": "\n", "page": "\n", "column": "\n", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "~": "\u00a0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}", "\t": "\t",
    "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f",
}  # fmt: skip
#: What ends a paragraph, a cell, a row.
ENDS: Final = frozenset({"par", "sect", "nestcell", "cell", "row", "\r", "\n"})
#: How notes are numbered: foot- or endnotes, and the way.
NUMBERING: Final = {
    f"{kind}{ending}": (kind, style)
    for kind in ("ftn", "aftn")
    for ending, style in {
        "nar": "decimal", "nalc": "lowerLetter", "nauc": "upperLetter", "nrlc": "lowerRoman",
        "nruc": "upperRoman",
    }.items()
}  # fmt: skip
#: A font's character set, as the codec that reads it.
CHARSETS: Final = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 255: "cp437",
}  # fmt: skip
#: The whole document's, by control word.
DOCUMENT_CHARSETS: Final = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
#: Those of ``\\ansicpg`` that are not called "cp" and the number.
CODE_PAGES: Final = {10000: "mac_roman", 936: "gb18030", 65001: "utf-8", 1361: "johab", 708: "iso8859_6"}
