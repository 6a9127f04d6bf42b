"""Spellings of one name that are known to be one, and look-alikes that are known to be two.

A line is one name. What is not here is not lost: alike spellings are still proposed, never merged.
"""

from __future__ import annotations

from typing import Final

#: Names that many people bear: that two speakers share all of these says little, so it merges nobody.
_COMMON = """
mohammad mohammed muhammad mohamed mohamad muhammed
ahmad ahmed
ali
hassan hasan
hossein hussein husayn hosein hussain husain hossain
mahmoud mahmud
qasem qassem ghasem kassem kasem qasim qassim kassim ghassem
ibrahim ebrahim
ismail esmail ismael esmaeil ismaeel
abdullah abdallah abdollah
khalid khaled
omar umar
osama usama
yusuf yousef youssef yousuf yusef
mostafa mustafa moustafa
khan
javad jawad
reza
akbar
"""
#: More of them, which are spelled one way.
_MANY: Final = frozenset(
    """john james robert michael william david richard joseph thomas charles mary anna jose juan maria wei min
    smith jones brown johnson williams miller davis wilson taylor garcia rodriguez martinez lopez silva santos
    lee kim park choi wang li zhang liu chen yang singh kumar patel sharma gupta nguyen tran ivanov schmidt shah
    malik syed hamad saleh salem nasser aziz rahman""".split()
)
#: Names that few bear. They hold no form that is another name as well.
_RARE = """
gaddafi qaddafi gadhafi qadhafi kadafi khadafy kaddafi gathafi
muammar moammar muamar moamar
khamenei khamenai
khomeini khomeyni
soleimani suleimani sulaimani sulejmani
ahmadinejad ahmadinezhad
rouhani rohani ruhani
raisi raeisi
velayati velayaty
mousavi moussavi musavi
zawahiri zawahri
nasrallah nasrullah
arafat
yasser yasir
mubarak moubarak
hosni husni
nouri nuri
haider haidar haydar
muqtada moqtada
rafic rafik
haniyeh haniya haniyya
meshaal mashal mishal meshal
sistani
bashar
binladen
laden ladin
hafez hafiz
sisi sissi
saddam
quds qods
qassam
hezbollah hizbullah hizballah hezballah
sergei sergey serguei
dmitry dmitri dmitriy dimitri
alexei aleksei alexey aleksey
andrei andrey
nikolai nikolay
yuri yury yuriy
aleksandr alexandr
gorbachev gorbachov
yeltsin eltsin
khrushchev khruschev khrushchov
trotsky trotski trotskii
navalny navalnyi navalniy
zelensky zelenskyy zelenskiy zelenskyi
lukashenko lukashenka
tolstoy tolstoi
dostoevsky dostoyevsky dostoevskii
schroeder schroder
"""
_NICKNAMES = """
william bill billy will
robert bob bobby rob
james jim jimmy
joseph joe
john jack
richard dick rick
edward ed ted
elizabeth liz beth betty
margaret maggie peggy
michael mike
thomas tom
anthony tony
andrew andy
daniel dan
david dave
samuel sam
benjamin ben
katherine kate kathy
patricia pat
susan sue
ronald ron
charles charlie chuck
alexander alex
albert al
benjamin binyamin
"""
_OTHERS = """
khomeini khamenei
hassan hossein
hamid hamed
hamad ahmad
mahmoud mohammad
mahmoud ahmad
osama obama
jean joan
jane janet
"""


def _classes(table: str) -> dict[str, str]:
    return {word: line.split()[0] for line in table.strip().splitlines() for word in line.split()}


_COMMON_OF: Final = _classes(_COMMON)
_SPELLED: Final = _classes(_RARE) | _COMMON_OF
_CALLED: Final = [frozenset(line.split()) for line in _NICKNAMES.strip().splitlines()]
_APART: Final = frozenset(frozenset(line.split()) for line in _OTHERS.strip().splitlines())


def spelled(word: str) -> str:
    """Return the one form that stands for all known spellings of a folded word: qassem for qasem."""
    return _SPELLED.get(word, word)


def is_common(word: str) -> bool:
    """Whether so many people bear this name that sharing it says little."""
    return word in _COMMON_OF or word in _MANY


def is_nickname(one: str, other: str) -> bool:
    """Whether people of one of these names are called by the other: Robert and Bob."""
    return any({one, other} <= names for names in _CALLED)


def are_apart(one: str, other: str) -> bool:
    """Whether two words are known to be two names, however alike: Khomeini and Khamenei."""
    return frozenset({spelled(one), spelled(other)}) in _APART
