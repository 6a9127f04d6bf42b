"""Adding, correcting and removing documents on the page."""

from __future__ import annotations

import json

import pytest
from browser_server import served
from tiny_encoder import TinyEncoder

HARBOUR = "---\ntitle: The Harbour\nauthor: Ann Author\n---\n\n“The ferry runs late,” said Mayor Jane Roe.\n"
MARSH = "---\ntitle: The Marsh\n---\n\n“The marsh is dry,” said Warden Sanna Veld.\n"


@pytest.fixture
def own(make_corpus):
    return make_corpus({"harbour.md": HARBOUR}, encoder=TinyEncoder())


@pytest.fixture
def desk(read, own):
    with served(own) as url:
        yield read(url)


def files(folder, **texts):
    paths = []
    for name, text in texts.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        paths.append(path)
    return paths


def upload(reader, paths, part="Add documents"):
    reader.show("Documents")
    reader.page.get_by_role("button", name=part).click()
    place = "#or-doc-add" if part == "Add documents" else "#or-doc-describe"
    reader.page.locator(f"{place} input[type=file]").set_input_files(paths)


def opened(reader, title="The Harbour"):
    reader.show("Documents")
    reader.page.locator("#or-doc-list").get_by_role("link", name=title).click()
    reader.page.locator("#or-doc-view .or-doc-name").wait_for()


def correcting(reader):
    opened(reader)
    reader.page.get_by_role("button", name="Correct what is known of it").click()
    reader.page.get_by_label("Title").wait_for()


def test_a_file_is_read_listed_and_answers_at_once(desk, tmp_path):
    upload(desk, files(tmp_path, marsh_md=MARSH))
    desk.page.get_by_text("1 read, 0 refused. They can be asked about now.").wait_for()
    assert "added" in desk.page.locator("#or-doc-read tbody tr").first.inner_text()
    desk.page.locator("#or-doc-list").get_by_role("link", name="The Marsh").wait_for()
    desk.show("Ask")
    desk.ask("the marsh is dry")
    assert "“The marsh is dry,”" in desk.cards.first.inner_text()


def test_progress_is_shown_for_each_file(desk, tmp_path, monkeypatch):
    from qa import Corpus

    slow = Corpus.put_as

    def put_as(self, path, name, **given):
        desk_shows.wait(20)
        return slow(self, path, name, **given)

    import threading

    desk_shows = threading.Event()
    monkeypatch.setattr(Corpus, "put_as", put_as)
    upload(desk, files(tmp_path, marsh_md=MARSH))
    desk.page.get_by_text("Reading marsh.md").first.wait_for()
    desk_shows.set()
    desk.page.get_by_text("1 read, 0 refused").wait_for()


def test_bad_files_among_good_ones_are_named_and_stop_nothing(desk, tmp_path, own):
    paths = files(tmp_path, bad_md=b"caf\xe9 au lait", empty_txt=" ", marsh_md=MARSH, program_exe=b"MZ\0")
    upload(desk, paths)
    desk.page.get_by_text("1 read, 3 refused").wait_for()
    told = desk.page.locator("#or-doc-read tbody tr").all_inner_texts()
    assert ["refused:" in row for row in told] == [True, True, False, True]
    assert len(own.documents()) == 2


def test_a_file_that_is_too_large_is_named_and_stops_nothing(desk, tmp_path):
    upload(desk, files(tmp_path, huge_txt=b"word " * 4_100_000, marsh_md=MARSH))
    desk.page.get_by_text("1 read, 1 refused").wait_for()
    assert "more than 20,000,000 bytes" in desk.page.locator("#or-doc-read tbody tr").first.inner_text()


def test_a_corrected_title_stands_in_the_answers_citation(desk):
    correcting(desk)
    assert desk.page.get_by_label("Title").input_value() == "The Harbour"
    desk.page.get_by_label("Title").fill("The Ferry Port")
    desk.page.get_by_role("button", name="Save corrections").click()
    desk.page.get_by_text("Saved. The citations now read:").wait_for()
    assert desk.page.locator("#or-doc-corrected cite").count() == 4
    assert desk.page.locator("#or-doc-view .or-doc-name").inner_text() == "The Ferry Port"
    desk.show("Ask")
    desk.ask("the ferry runs late")
    assert "“The Ferry Port,”" in desk.cards.first.locator("cite").first.inner_text()


def test_a_refused_correction_says_why_and_keeps_what_was_typed(desk, own):
    correcting(desk)
    desk.page.get_by_label("Date").fill("soon")
    desk.page.get_by_role("button", name="Save corrections").click()
    failure = desk.page.locator("#or-doc-corrected .or-failure")
    failure.wait_for()
    assert "is not a date; expected" in failure.inner_text()
    assert desk.page.get_by_label("Date").input_value() == "soon"
    assert own.corrections(own.find("The Harbour").id) == {}


def test_a_correction_is_withdrawn(desk, own):
    own.correct("The Harbour", {"title": "The Ferry Port"})
    desk.show("Documents")
    desk.page.locator("#or-doc-list").get_by_role("link", name="The Ferry Port").click()
    desk.page.get_by_role("button", name="Correct what is known of it").click()
    desk.page.get_by_role("checkbox", name="Title").check()
    desk.page.get_by_role("button", name="Withdraw the chosen corrections").click()
    desk.page.get_by_text("Withdrawn. What was read shows again:").wait_for()
    assert desk.page.locator("#or-doc-view .or-doc-name").inner_text() == "The Harbour"
    assert own.corrections(own.find("The Harbour").id) == {}


def test_records_from_a_file_describe_the_documents_they_fit(desk, tmp_path, own):
    records = [{"id": "veld", "type": "book", "title": "The Harbour", "publisher": "Veld & Sons"}]
    upload(desk, files(tmp_path, library_json=json.dumps(records)), "Import citation records")
    desk.page.get_by_text("1 of 1 records describe a document now.").wait_for()
    assert own.corrections(own.find("The Harbour").id)["publisher"] == "Veld & Sons"


def test_a_document_is_removed_after_a_question_and_put_back(desk, own):
    opened(desk)
    desk.page.get_by_role("button", name="Remove this document").click()
    desk.page.get_by_role("button", name="Keep it").click()
    assert len(own.documents()) == 1
    desk.page.get_by_role("button", name="Remove this document").click()
    desk.page.get_by_role("button", name="Yes, remove it").click()
    desk.page.get_by_text("Removed: The Harbour").wait_for()
    desk.page.get_by_text("There are no documents yet.").wait_for()
    assert own.documents() == []
    desk.page.get_by_role("button", name="Undo the removal").click()
    desk.page.get_by_text("Back in the corpus: The Harbour").wait_for()
    desk.page.locator("#or-doc-list").get_by_role("link", name="The Harbour").wait_for()
    assert [s.citation.title for s in own.documents()] == ["The Harbour"]


def test_nothing_goes_wrong_behind_the_page(desk, tmp_path):
    upload(desk, files(tmp_path, marsh_md=MARSH))
    desk.page.get_by_text("1 read, 0 refused").wait_for()
    opened(desk, "The Marsh")
    assert (desk.faults, desk.abroad) == ([], [])


def test_what_was_typed_stays_while_the_same_document_is_read(desk):
    correcting(desk)
    desk.page.get_by_label("Title").fill("The Ferry Port")
    desk.page.locator("#or-doc-view").get_by_role("link", name="¶1").click()
    desk.page.locator("#or-in-view").wait_for()
    assert desk.page.get_by_label("Title").input_value() == "The Ferry Port"
    desk.page.get_by_role("button", name="Back to the list").click()
    opened(desk)
    desk.page.wait_for_function("document.querySelector('#or-field-title textarea').value === 'The Harbour'")


def test_table_and_form_fit_a_phone(read, own, tmp_path):
    with served(own) as url:
        reader = read(url, viewport={"width": 390, "height": 844}, color_scheme="dark")
        upload(reader, files(tmp_path, marsh_md=MARSH, bad_md=b"caf\xe9 au lait"))
        reader.page.get_by_text("1 read, 1 refused").wait_for()
        assert reader.sideways() == 0
        opened(reader)
        reader.page.get_by_role("button", name="Correct what is known of it").click()
        reader.page.get_by_label("Title").wait_for()
        assert reader.sideways() == 0
