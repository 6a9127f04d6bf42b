from __future__ import annotations

import pytest
from ui_taken import MINUTES, SPEECH

from ui.exports import Standing, verify_pack


@pytest.fixture(autouse=True)
def no_model(monkeypatch):
    monkeypatch.setattr("embeddings.encoder.load_encoder", lambda *_: pytest.fail("a model was asked for"))


def by_file(report):
    return {check.file: check.standing for check in report.passages}


@pytest.fixture
def standing(pack, everything, make_corpus):
    """Return a function that checks the pack against a corpus of other texts: the standing by words."""

    def look(**texts):
        report = verify_pack(pack, make_corpus({f"{n}.md": text for n, text in texts.items()}, name="now"))
        words = {f"passages/{hit.rank:03d}.txt": hit.text.split()[0] for hit in everything.hits}
        return {words[check.file]: check.standing for check in report.passages}, report

    return look


def test_in_the_corpus_it_was_made_from_every_passage_stands(pack, wall):
    report = verify_pack(pack, wall)
    assert set(by_file(report).values()) == {Standing.STANDS}
    assert all(check.at == check.passage_id for check in report.passages)
    assert report.holds


def test_without_a_corpus_nothing_is_said_of_where_passages_stand(pack):
    assert set(by_file(verify_pack(pack)).values()) == {None}


def test_the_same_words_in_another_document_are_found_there(standing):
    found, report = standing(wall=SPEECH + "\nThe lamps were lit.\n", minutes=MINUTES)
    assert found == {
        "“The": Standing.ELSEWHERE, "Nobody": Standing.ELSEWHERE, "ODA": Standing.STANDS,
    }  # fmt: skip
    assert all(check.at for check in report.passages)
    assert report.holds


def test_changed_words_are_told_from_words_that_are_gone(standing):
    text = SPEECH.replace("who had seen the stones", "who never saw the stones")
    found, report = standing(wall=text)
    assert found == {"“The": Standing.ELSEWHERE, "Nobody": Standing.CHANGED, "ODA": Standing.GONE}
    assert (report.whole, report.stands, report.holds) == (True, False, False)


def test_in_an_empty_corpus_everything_is_gone(pack, make_corpus):
    report = verify_pack(pack, make_corpus({}, name="empty"))
    assert set(by_file(report).values()) == {Standing.GONE}


def test_a_passage_with_words_in_brackets_only_can_be_gone(make_corpus, tmp_path):
    from qa.collect import collected
    from ui.exports import Format, export

    corpus = make_corpus({"a.txt": "Notes\n\n[Applause and laughter in the hall.]\n"})
    with corpus.store.reading() as view:
        ids = view.passage_ids()
    path = tmp_path / "a.zip"
    path.write_bytes(export(collected(corpus, ids), Format.PACK))
    report = verify_pack(path, make_corpus({"b.txt": "Notes\n\nThe wall leans.\n"}, name="now"))
    assert set(by_file(report).values()) == {Standing.GONE}


def test_words_that_do_not_hold_are_not_looked_up(pack, wall):
    from ui.exports.archive import archive, read_archive

    files = read_archive(pack.read_bytes(), "x")
    pack.write_bytes(archive(files | {"passages/001.txt": b"Others."}))
    report = verify_pack(pack, wall)
    assert by_file(report)["passages/001.txt"] is Standing.UNKNOWN
    assert not report.stands
