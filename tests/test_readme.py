"""What the README says, done: its commands and its Python blocks."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from ui.cli import app

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SPEECH = (
    "The canal is open\n\nMay 12, 2014\n\n"
    "Mara Quell, the minister for waterways, promised, “The canal will carry grain before the winter.”\n\n"
    "The locks were rebuilt over two summers, and the old towpath was kept for walkers.\n"
)


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)


def commands():
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    return [line for line in lines if line.startswith("onrecord ") and not line.startswith("onrecord serve")]


@pytest.fixture
def reader(tmp_path, monkeypatch, tiny):
    """A reader of the README: in a folder with the files that its examples name."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("embeddings.encoder.load_encoder", lambda model=None: tiny)
    Path("speech.txt").write_text(SPEECH, encoding="utf-8")
    Path("notes").mkdir()
    Path("notes", "visit.md").write_text("# A visit\n\nThe gates of the canal were shut.\n", encoding="utf-8")
    Path("papers").mkdir()
    rows = "Name,Day,text\nMara Quell,2014-05-12,The canal will carry grain before the winter.\n"
    Path("papers", "speeches.csv").write_text(rows, encoding="utf-8")
    Path("old-letter.txt").write_bytes("The canal café was “closed” then.\n".encode("cp1252"))
    return tmp_path


def run(line):
    from typer.testing import CliRunner

    return CliRunner().invoke(app, shlex.split(line)[1:])


def test_every_command_of_the_readme_runs(reader):
    run("onrecord add speech.txt --corpus canal-papers")
    ends = {line: run(line) for line in commands()}
    assert len(ends) >= 7
    failed = {
        line: end.output
        for line, end in ends.items()
        if end.exit_code not in {0, 1} or (end.exit_code and " ask " not in line)
    }
    assert not failed


def test_every_command_of_the_table_exists():
    named = set(re.findall(r"^\| `onrecord (\w+)", README, flags=re.MULTILINE))
    assert named == {command.name or command.callback.__name__ for command in app.registered_commands}


def test_the_first_python_block_prints_what_it_says(sample_at_home, capsys):
    exec(compile(blocks("python")[0], "README.md", "exec"), {})  # noqa: S102 - our own README
    shown = capsys.readouterr().out
    assert "('Ali Akbar Velayati',)" in shown
    assert "“golden ring of resistance”" in shown


def test_the_second_python_block_runs(reader, capsys):
    exec(compile(blocks("python")[1], "README.md", "exec"), {})  # noqa: S102 - our own README
    assert "Mara Quell" in capsys.readouterr().out


def test_the_block_on_checking_a_quotation_prints_what_it_says(reader, capsys):
    block = next(block for block in blocks("python") if "check_quote" in block)
    exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - our own README
    shown = capsys.readouterr().out
    assert "near\n" in shown
    assert "('ring', 'circle')" in shown
    assert "Ali Akbar Velayati" in shown


def test_the_block_on_citing_prints_what_it_says(sample_at_home, capsys):
    block = next(block for block in blocks("python") if "Style.APA" in block)
    exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - our own README
    shown = capsys.readouterr().out
    assert re.search(r"# (\(.*\))$", block, flags=re.MULTILINE)[1] in shown
    assert "@techreport{" in shown


def test_the_front_matter_of_the_readme_is_that_of_a_space():
    matter = README.split("---")[1]
    assert "sdk: gradio" in matter
    assert (ROOT / re.search(r"app_file: (.+)", matter)[1]).is_file()


def test_the_pictures_of_the_readme_are_there():
    assert all((ROOT / path).is_file() for path in re.findall(r"!\[[^]]*\]\(([^)]+)\)", README))
