from __future__ import annotations

import pytest
from qa_texts import ALL

from corpus.citing import Style
from qa import retrieve


@pytest.fixture
def hit(make_corpus):
    return retrieve("Who promised grain on the canal?", corpus=make_corpus(ALL)).hits[0]


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        (Style.APA, "(Mara Quell, as cited in The canal is open, 2014, para. 1)"),
        (Style.HARVARD, "(Mara Quell, quoted in The canal is open, 2014, para. 1)"),
        (Style.MLA, "(Mara Quell qtd. in The canal is open, par. 1)"),
    ],
)
def test_a_hit_is_cited_with_its_speaker_and_its_paragraph(hit, style, shown):
    assert hit.cite(style).in_text.text == shown


def test_a_hits_chicago_citation_is_its_note(hit):
    assert hit.cite(Style.CHICAGO).whole.text == hit.note
