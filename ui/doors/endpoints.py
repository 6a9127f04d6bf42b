"""What programs and agents may ask: four functions that take and return JSON values.

Their docstrings are what the callers read: the descriptions of the HTTP endpoints and of the MCP tools.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath, PureWindowsPath
from typing import TYPE_CHECKING, Any, Final

from corpus import limits
from corpus.errors import UsageError
from qa import check_quote, retrieve
from qa.bounds import QUESTION, QUOTATION, check_text

if TYPE_CHECKING:
    from corpus.model import DocumentSummary, Speaker
    from qa import Corpus
    from qa.bounds import Bounds

_JSON_KINDS: Final = {
    str: "text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object",
    type(None): "null",
}  # fmt: skip


@dataclass(frozen=True)
class Endpoints:
    """The four functions over one corpus.

    ``public``: strangers call them, so that an answer is not as long as they like.
    """

    corpus: Corpus
    public: bool = False

    def ask(
        self,
        question: str,
        k: int = 5,
        speaker: str | None = None,
        since: str | None = None,
        until: str | None = None,
        source: str | None = None,
    ) -> dict[str, Any]:
        """Find the passages of the corpus that answer a question, each with who said it and a citation.

        Use this for anything that the documents might say: who said what, when, about what. Every word returned is
        verbatim from a document; nothing is generated. Returned are "answered", "confidence" (0 to 1), "reading"
        (how the question was understood) and "hits", the likeliest first, each with "text" (the whole passage),
        "spans" (the answering sentence in it, as offsets), "utterances" (which words are whose, of which kind, how
        surely), "citation" (CSL-JSON), "citation_note" (ready for a footnote) and "passage_id". When "answered" is
        false the corpus does not answer: say so, and claim nothing from the hits, which are only the nearest
        passages. A speaker of null is unattributed: do not guess one. Words of kind "indirect" are the author's
        report, not a quotation.

        Args:
            question: 1 to 2,000 characters, as a question or as words to look for. "Words in quotation marks" must
                occur; speaker:"Jane Roe" since:2014-08 until:2015 source:budget kind:direct in it are filters.
            k: the most passages to return, 1 to 1,000; 50 at a public page.
            speaker: only passages in which this person speaks; part of a name will do.
            since: only documents published from then on, such as 2014, 2014-08 or 2014-08-10.
            until: only documents published up to then.
            source: only documents whose title, publication or file name holds this text.
        """
        self._check(question, k, QUESTION, speaker=speaker, since=since, until=until, source=source)
        found = retrieve(
            question, corpus=self.corpus, k=k, speaker=speaker, since=since, until=until, source=source
        )
        return found.to_dict()

    def check_quote(self, quotation: str, speaker: str | None = None, k: int = 3) -> dict[str, Any]:
        """Check whether a quotation is a document's own words, where it stands, and who says it there.

        Use this before quoting anybody, and on quotations met elsewhere. Returned are "grade", which is "exact"
        (every word, in order), "near" (words differ) or "absent" (not in this corpus, which does not mean that it
        was never said), and "matches", each with the real words, what differs, who says them there, a citation and
        warnings, such as another speaker than the one named. Only "exact" may be quoted as it stands; for "near"
        quote the real words instead.

        Args:
            quotation: 1 to 10,000 characters, with or without quotation marks around them.
            speaker: who is said to have said it; only for a warning, no place is kept out.
            k: the most places to return, 1 to 1,000; 50 at a public page.
        """
        self._check(quotation, k, QUOTATION, speaker=speaker)
        return check_quote(quotation, corpus=self.corpus, speaker=speaker, k=k).to_dict()

    def documents(self) -> dict[str, Any]:
        """List the documents of the corpus: what there is to ask about.

        Returned is "documents", by title, each with "id", "title", "date" (as far as it is known: 2014-08),
        "sources" (file names or addresses), "passages" and "speakers" (how many), and "citation" (CSL-JSON).
        """
        return {"documents": [_document(summary) for summary in self.corpus.documents()]}

    def speakers(self) -> dict[str, Any]:
        """List who speaks in the corpus: whose words can be asked for.

        Returned is "speakers", most often first, each with "name", "aliases" (other spellings printed), "roles"
        (as printed), "utterances" and "documents" (how many).
        """
        return {"speakers": [_speaker(speaker) for speaker in self.corpus.speakers()]}

    def _check(self, text: str, k: int, bounds: Bounds, **filters: str | None) -> None:
        """Refuse what is no text, no number, or more than a stranger may have; nothing has looked at it yet."""
        _check_type(text, bounds.text)
        if isinstance(k, bool) or not isinstance(k, int):
            raise _wrong("k", _JSON_KINDS[type(k)], "a whole number")
        check_text(text, k, bounds)
        if self.public and k > limits.MAX_PUBLIC_HITS:
            raise UsageError(
                f"k is {k}",
                expected=f"1 to {limits.MAX_PUBLIC_HITS} at a public page",
                action="Choose such a number, or narrow the question.",
            )
        for name, value in filters.items():
            if value is not None:
                _check_type(value, name)


def _check_type(value: object, name: str) -> None:
    if not isinstance(value, str):
        raise _wrong(name, _JSON_KINDS[type(value)], "text")
    try:
        value.encode()
    except UnicodeEncodeError:  # JSON can hold half of a pair of surrogates, which is no character
        raise _wrong(name, "broken Unicode", "text in Unicode") from None


def _wrong(name: str, found: str, expected: str) -> UsageError:
    return UsageError(f"the {name} is {found}", expected=expected, action="Send it as such.")


def _document(summary: DocumentSummary) -> dict[str, Any]:
    return {
        "id": summary.id,
        "title": summary.citation.title,
        "date": summary.citation.issued.iso if summary.citation.issued else None,
        "sources": [_source_name(source) for source in summary.sources],
        "passages": summary.passages,
        "speakers": summary.speakers,
        "citation": summary.citation.csl(summary.id),
    }


def _source_name(source: str) -> str:
    """Return a source without the folders of this machine; an address on the web as it is."""
    if source.startswith(("http://", "https://")):
        return source
    return PureWindowsPath(PurePath(source).name).name


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {
        "name": speaker.name,
        "aliases": list(speaker.aliases),
        "roles": list(speaker.roles),
        "utterances": speaker.utterances,
        "documents": speaker.documents,
    }
