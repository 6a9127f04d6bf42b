"""Hold what was read of a file against what must be read of it: one line for each fault, and counts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from sources.expect import FURNITURE
from sources.world import PEOPLE

_LABEL = re.compile(r"[^\n:]{1,60}:\s|M[rs]\. [A-Z]+\. ")


@dataclass
class Told:
    """Faults by what they are about, and counts of all that was looked at."""

    faults: dict[str, list[str]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def check(self, about: str, found: object, wanted: object, where: str) -> None:
        """Count one thing looked at, and whether it is as it must be."""
        self.counts[f"{about} all"] += 1
        self.counts[f"{about} right"] += found == wanted
        if found != wanted:
            self.faults.setdefault(about, []).append(f"{where}: {found!r} is not {wanted!r}")

    def add(self, other: Told) -> None:
        """Count another file's too."""
        self.counts += other.counts
        for about, lines in other.faults.items():
            self.faults.setdefault(about, []).extend(lines)


def compared(source, documents) -> Told:
    """Compare a file's documents, as read, with those that it must hold."""
    told = Told()
    told.check("documents", len(documents), len(source.docs), source.name)
    for number, (document, doc) in enumerate(zip(documents, source.docs, strict=False)):
        where = f"{source.name}#{number}" if len(source.docs) > 1 else source.name
        _passages(told, document, doc, where)
        _fields(told, document, doc, where)
        _asides(told, document, doc, where)
        _words(told, document, doc, where)
        told.check("parts", document.source.partition("#")[2], doc.part, where)
    return told


def _passages(told, document, doc, where):
    told.check("number of passages", len(document.passages), len(doc.passages), where)
    for n, (passage, block) in enumerate(zip(document.passages, doc.passages, strict=False), 1):
        at = f"{where} passage {n}"
        told.check("slices", document.text[passage.start : passage.end], passage.text, at)
        told.check("passages", passage.text, block.words, at)
        told.check("kinds", passage.kind.value, block.kind, at)
        time = None if block.time is None else round(block.time, 3)
        found = (n, passage.paragraph, passage.page, None if passage.time is None else round(passage.time, 3))
        told.check("locators", found, (passage.ordinal, n, block.page, time), at)
        told.check("sections", passage.section, block.section, at)
        told.check("cited notes", passage.notes, block.notes, at)
        for note in block.notes:
            told.check("notes found", document.note(note), _note(doc, note), at)
        _speakers(told, passage, block, at)


def _note(doc, label):
    return next((aside.words for aside in doc.asides if aside.label == label), None)


def _speakers(told, passage, block, at):
    """Count, for each stretch that somebody says, whether it is given to that speaker, to nobody or to another."""
    stretches = [(_stretch(passage.text, said.words), said.speaker) for said in block.said]
    for (low, high), speaker in stretches:
        over = [u for u in passage.utterances if u.start < high and low < u.end]
        names = {u.speaker for u in over if u.speaker}
        whole = any(u.speaker and u.start <= low and u.end >= high for u in over)
        right = len(names) == 1 and _alike(names, speaker) and whole
        kind = "right" if right else "unattributed" if not names else "wrong"
        told.counts[f"speakers {kind}"] += 1
        if kind == "wrong":
            told.faults.setdefault("speakers", []).append(
                f"{at}: {sorted(names)} is not {speaker!r} ({passage.text[low:high][:60]!r})"
            )
        if kind == "unattributed":
            told.faults.setdefault("unattributed", []).append(
                f"{at}: {speaker!r} ({passage.text[low:high][:60]!r})"
            )
    for u in passage.utterances:
        if u.speaker and not any(u.start < high and low < u.end for (low, high), _ in stretches):
            told.counts["speakers wrong"] += 1
            told.faults.setdefault("speakers", []).append(
                f"{at}: {u.speaker!r} says {passage.text[u.start : u.end][:60]!r}"
            )


def _stretch(text, words):
    if words is not None:
        at = text.index(words)
        return at, at + len(words)
    label = _LABEL.match(text)
    named = label and any(name.split()[-1].casefold() in label.group().casefold() for name in PEOPLE)
    return (label.end() if label and named else 0), len(text)


def _alike(names, speaker):
    return {name.casefold() for name in names} == {speaker.casefold()}


def _fields(told, document, doc, where):
    found = {name: (one.value, one.provenance.name) for name, one in document.citation.fields}
    for name in sorted(found.keys() | doc.fields.keys()):
        told.check("fields", found.get(name), doc.fields.get(name), f"{where} {name}")


def _asides(told, document, doc, where):
    """Furniture may be an aside or nothing at all; any other aside is there, as what it is, once."""
    found = Counter((a.kind.value, _line(document.text[a.start : a.end])) for a in document.asides)
    carried = {word for block in doc.asides if block.kind == FURNITURE for word in block.words.split()}
    for block in doc.asides:
        if block.kind != FURNITURE:
            there = Counter((block.kind, _line(line)) for line in _parts(found, block))
            told.check("asides", there - found, Counter(), f"{where} {block.kind} {block.words[:80]!r}")
            found -= there
    over = [
        words for kind, words in found.elements() if kind != "leftover" or not carried.issuperset(words.split())
    ]
    told.check("asides too many", over, [], where)


def _parts(found, block):
    """Return an aside as one piece, or, where it was not found so, line by line."""
    return [block.words] if (block.kind, _line(block.words)) in found else block.words.splitlines()


def _words(told, document, doc, where):
    """No word is lost and none is invented; what the file hides is in no passage and no aside."""
    found = Counter(re.findall(r"\w+", document.text))
    wanted = Counter(w for b in doc.blocks if b.kind != FURNITURE for w in re.findall(r"\w+", b.words))
    furniture = Counter(w for b in doc.blocks if b.kind == FURNITURE for w in re.findall(r"\w+", b.words))
    told.counts["words"] += wanted.total()
    told.check("words lost", wanted - found, Counter(), where)
    told.check("words invented", found - wanted - furniture, Counter(), where)
    for words in doc.hidden:
        told.check("hidden words shown", words if words in document.text else "", "", where)


def _line(words):
    return " ".join(words.split())
