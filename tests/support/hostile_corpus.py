"""A corpus whose documents say hostile things in every place where a document can say anything."""

from __future__ import annotations

from tiny_encoder import TinyEncoder
from ui_hostile import HOSTILE

from corpus.citation import Citation, Field, Provenance, csl_date, csl_names
from corpus.model import Aside, BlockKind, Document, Passage, StatementDate, passage_id, text_digest
from corpus.readers import READER_VERSION
from corpus.utterance import Utterance, UtteranceKind
from qa import Corpus

#: So many documents share the word that one question finds them by.
SHELF = 5
_LAYOUT = (
    (BlockKind.TITLE, "{words}"),
    (BlockKind.BYLINE, "{words}"),
    (BlockKind.HEADING, "{words}"),
    (BlockKind.PARAGRAPH, "Notice{number} on shelf{shelf} of the quay: {words}"),
    (BlockKind.QUOTE, "{words} {words}"),
    (BlockKind.CAPTION, "{words}"),
    (BlockKind.NOTE, "{words}"),
    (BlockKind.LEFTOVER, "{words}"),
)


def hostile_corpus(folder, entries=HOSTILE):
    """Make a corpus with a document of two passages for each entry."""
    corpus = Corpus(folder, create=True, encoder=TinyEncoder())
    with corpus.store.writing() as writer:
        for number, words in enumerate(entries.values()):
            writer.put(hostile_document(number, words), READER_VERSION)
    return corpus


def hostile_document(number, words):
    """Return a document with ``words`` as its text, its whole citation, its headings, its notes and its speakers.

    Nothing reads it from a file: a reader would take some of the marks for its format's own.
    """
    texts = [text.format(words=words, number=number, shelf=number // SHELF) for _, text in _LAYOUT]
    text = "\n\n".join(texts)
    name = text_digest(text)[:16]
    starts = [sum(len(t) + 2 for t in texts[:n]) for n in range(len(texts))]
    blocks = [(kind, at, at + len(t)) for (kind, _), at, t in zip(_LAYOUT, starts, texts, strict=True)]
    passages = [block for block in blocks if block[0].answers]
    return Document(
        id=name,
        text=text,
        citation=_citation(words, 1960 + number),
        source=f"/shelf/{words}",
        sha256=text_digest(text),
        passages=tuple(_passage(name, n, block, text, words) for n, block in enumerate(passages, 1)),
        asides=tuple(
            Aside(kind, start, end, words if kind is BlockKind.NOTE else None)
            for kind, start, end in blocks
            if not kind.answers
        ),
    )


def _citation(words, year):
    said = dict.fromkeys(("title", "container-title", "publisher", "URL", "DOI", "abstract", "language"), words)
    names = {"author": csl_names([words]), "editor": [{"family": words, "given": words}]}
    stated = said | names | {"issued": csl_date(str(year))}
    return Citation.of({name: Field(value, Provenance.METADATA) for name, value in stated.items()})


def _passage(name, ordinal, block, text, words):
    kind, start, end = block
    own = text[start:end]
    return Passage(
        passage_id(name, ordinal, own), name, ordinal, ordinal, own, start, end, kind,
        section=words, page=words, notes=(words,), utterances=(_said(own, words, ordinal),),
    )  # fmt: skip


def _said(own, words, ordinal):
    """Return what is surely said in a document's first passage, and what is probably in its second."""
    at = own.index(words)
    when = StatementDate(at, at + len(words), words, "2014-05-01", "2014-05-31")
    sure = ordinal == 1
    return Utterance(
        at, len(own), UtteranceKind.DIRECT if sure else UtteranceKind.BLOCK,
        speaker=words if sure else None, as_printed=f"{words}!", role=words, cue=words,
        confidence=0.9 if sure else 0.6, probably=None if sure else words, said=when,
    )  # fmt: skip
