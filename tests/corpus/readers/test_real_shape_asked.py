"""The same folder through the front door: added by the command, asked with the packaged model."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

sys.path.append(str(Path(__file__).parents[2] / "data"))

from sources.world import AMUNDRY, FACTS, HASKEL, QUELL, TOLLIVER, VELD, VONN
from sources.write import all_sources, write

pytestmark = pytest.mark.slow

#: The question, the passage by its key, who says it (None where the document does not tell), file, and locator.
ASKED = [
    ("What will the breakwater at Anstey cost?", "cost", VELD, "carrow-sitting-31.xml", "211"),
    ("How many seals were counted on the Sorrel Bar?", "seals", QUELL, "seal-count.json", "0:00:"),
    ("Why does the mayor object to stopping the ferry at dusk?", "ferry", AMUNDRY, "five-questions.md", "para. 2"),
    ("For how many nights was the lamp on Cotter Point dark?", "lamp", TOLLIVER, "hearing-lamp.txt", "para. 2"),
    ("Will Estmark pay a toll for the water?", "toll", VONN, "toll-debate.vtt", "0:00:"),
    ("What was wrong with the steel of the sheet piles?", "steel", None, "lecture-steel.vtt", "0:01:"),
    ("What does a deckhand at Lowmere earn?", "wages", QUELL, "courier-long-quay.txt", "para. 3"),
    ("Where will the navigation school move to?", "school", None, "address-anstey.txt", "para. 2"),
    ("How much silt does every tide leave in the inner basin?", "silt", HASKEL, "widows-chart.md", "para. 3"),
    ("Who drew the only chart of the Bar from before the flood?", "museum", None, "widows-chart.md", "para. 2"),
]


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    return tmp_path_factory.mktemp("asked") / "sources", tmp_path_factory.mktemp("corpus") / "corpus"


@pytest.fixture(scope="module")
def added(folders):
    """Return what the command printed of adding the folder."""
    from ui.cli import app

    files, corpus = folders
    write(files)
    return CliRunner().invoke(app, ["add", str(files), "--corpus", str(corpus)])


@pytest.fixture(scope="module")
def corpus(added, folders, minilm):
    from qa import Corpus

    return Corpus(folders[1], encoder=minilm)


def test_every_file_goes_in(added, corpus):
    documents = sum(len(source.docs) for source in all_sources())
    assert added.exit_code == 0, added.output
    assert len(corpus.documents()) == documents


@pytest.mark.parametrize(("question", "key", "speaker", "file", "place"), ASKED)
def test_a_question_finds_its_passage_its_speaker_and_its_place(corpus, question, key, speaker, file, place):
    from qa import retrieve

    answer = retrieve(question, corpus=corpus)
    assert answer.answered
    hit = answer.hits[0]
    assert FACTS[key].rstrip(".")[:60] in hit.text
    assert Path(hit.source.partition("#")[0]).name == file
    assert hit.speakers == ((speaker,) if speaker else ())
    assert place in hit.note
    assert json.dumps(hit.to_dict())


def test_what_nobody_there_speaks_of_is_not_answered(corpus):
    from qa import retrieve

    assert not retrieve("Which vaccine was approved by the health agency?", corpus=corpus).answered
