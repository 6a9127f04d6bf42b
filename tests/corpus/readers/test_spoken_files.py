"""Transcripts and tables as they come: through the confined process, into documents."""

from __future__ import annotations

import json
import time

import pytest

from corpus import errors
from corpus.model import BlockKind
from corpus.readers import read_file

SEGMENTS = {"segments": [{"start": 1.5, "end": 3, "text": " It rained.", "speaker": "Oda Bern"}]}
TEI = (
    '<TEI><teiHeader><person xml:id="OB"><persName>Oda Bern</persName></person></teiHeader>'
    '<text><body><pb n="7"/><u who="#OB"><seg>It rained.</seg></u></body></text></TEI>'
)
AKOMA = (
    '<akomaNtoso><debate><meta><TLCPerson eId="ob" showAs="Oda Bern"/></meta><debateBody><speech by="#ob">'
    "<from>Oda Bern:</from><p>It rained.</p></speech></debateBody></debate></akomaNtoso>"
)
FILES = {
    "a.vtt": ("WEBVTT\n\n00:01.500 --> 00:03.000\n<v Oda Bern>It rained.\n", 1.5, None),
    "a.json": (json.dumps(SEGMENTS), 1.5, None),
    "tei.xml": (TEI, None, "7"),
    "akoma.xml": (AKOMA, None, None),
    "a.csv": ("Speaker;Text;Page;Time\nOda Bern;It rained.;7;0:01.5\n", 1.5, "7"),
    "a.tsv": ("speaker\ttext\tpage\nOda Bern\tIt rained.\t7\n", None, "7"),
    "a.jsonl": ('{"speaker": "Oda Bern", "text": "It rained.", "page": 7, "time": 1.5}\n', 1.5, "7"),
}


@pytest.fixture
def write(tmp_path):
    def write(name, data):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return write


@pytest.mark.parametrize("name", FILES)
def test_a_turn_has_its_speaker_and_its_place(write, name):
    data, seconds, page = FILES[name]
    (document,) = read_file(write(name, data)).documents
    (passage,) = document.passages
    (utterance,) = passage.utterances
    assert (passage.text, passage.kind) == ("It rained.", BlockKind.TURN)
    assert (utterance.speaker, utterance.confidence) == ("Oda Bern", 1.0)
    assert (passage.time, passage.page) == (seconds, page)


@pytest.mark.parametrize("name", FILES)
def test_every_passage_and_aside_is_a_slice_of_its_document(write, name):
    (document,) = read_file(write(name, FILES[name][0])).documents
    assert all(p.text == document.text[p.start : p.end] for p in document.passages)
    assert all(document.text[a.start : a.end].strip() for a in document.asides)


def test_a_subrip_file_names_its_speakers_by_what_it_prints(write):
    turns = ["ODA BERN: One.", "MARA QUELL: Two.", "ODA BERN: Three.", "MARA QUELL: Four."]
    cues = [f"{n}\n00:00:0{n},000 --> 00:00:0{n + 1},000\n{words}" for n, words in enumerate(turns, 1)]
    (document,) = read_file(write("a.srt", "\n\n".join(cues))).documents
    assert [p.speakers for p in document.passages] == [("ODA BERN",), ("MARA QUELL",)] * 2
    assert [p.time for p in document.passages] == [1.0, 2.0, 3.0, 4.0]


def test_parquet_is_read_by_the_confined_process_too(write, tmp_path):
    arrow = pytest.importorskip("pyarrow")
    path = tmp_path / "a.parquet"
    table = arrow.table({"speaker": ["Oda Bern"] * 2, "text": ["It rained.", "It did."], "id": ["a", "b"]})
    pytest.importorskip("pyarrow.parquet").write_table(table, path)
    documents = read_file(path).documents
    assert [d.source for d in documents] == [f"{path}#a", f"{path}#b"]
    assert [d.passages[0].speakers for d in documents] == [("Oda Bern",)] * 2


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("laughs.xml", '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><TEI>&b;</TEI>'),
        ("deep.xml", "<TEI>" * 100_000),
        ("many.xml", "<TEI>" + "<a/>" * 1_000_000 + "</TEI>"),
        ("deep.json", '{"segments": ' + "[" * 1_000_000),
        ("lists.json", '{"segments": [' + "[]," * 4_000_000 + "[]]}"),
        ("open.csv", 'text\n"' + "It rained. " * 200_000),
        ("quotes.csv", "text\n" + '""' * 2_000_000),
        ("wide.csv", "text," * 500_000 + "\nIt rained."),
        ("keys.jsonl", "\n".join(f'{{"k{n}": 1}}' for n in range(50_000))),
        ("fake.parquet", b"PAR1" + b"\xff" * 5_000 + b"PAR1"),
        ("arrows.vtt", "WEBVTT\n\n" + "00:01.000 --> 00:02.000\n" * 150_000),
        ("binary.srt", bytes(range(256)) * 1_000),
    ],
)
def test_a_hostile_file_ends_in_a_named_refusal_in_time(write, name, data):
    path = write(name, data)
    began = time.perf_counter()
    with pytest.raises(errors.SourceError, match=name):
        read_file(path)
    assert time.perf_counter() - began < 10


def test_the_same_table_read_twice_is_the_same_documents(write):
    path = write("a.csv", "id,text\na,It rained.\nb,It did.\n")
    assert [d.id for d in read_file(path).documents] == [d.id for d in read_file(path).documents]


def test_a_row_more_leaves_the_others_the_documents_they_were(write):
    before = read_file(write("a.csv", "id,text\nb,It did.\n")).documents
    after = read_file(write("a.csv", "id,text\na,It rained.\nb,It did.\n")).documents
    assert before[0].id == after[1].id
