from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from corpus import errors
from ui.cli import app

SUPPORT = Path(__file__).resolve().parents[1] / "support"
COMMANDS = typer.main.get_command(app).commands
WITH_TINY = """
import embeddings.encoder, tiny_encoder
embeddings.encoder.load_encoder = lambda *_: tiny_encoder.TinyEncoder()
from ui.cli import main
main()
"""


def _kinds(kind=errors.OnRecordError):
    return [kind, *(deeper for child in kind.__subclasses__() for deeper in _kinds(child))]


def _in_ascii(*words, stdin=b""):
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONPATH": str(SUPPORT)}
    command = [sys.executable, "-c", WITH_TINY, *words]
    return subprocess.run(command, env=os.environ | ascii_only, input=stdin, capture_output=True, check=False)


def test_help_lists_every_command(onrecord):
    shown = onrecord("--help")
    assert shown.code == 0
    assert set(COMMANDS) == set(
        """serve ask add remove list speakers doctor check eval correct describe merge export verify backup
        restore""".split()
    )
    assert all(f"  {name} " in shown.out for name in COMMANDS)


@pytest.mark.parametrize("code", sorted({0, 1} | {kind.exit_code for kind in _kinds()}))
def test_help_explains_every_exit_code(onrecord, code):
    assert f" {code} " in " ".join(onrecord("--help").out.split())


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_option_and_argument_is_documented(onrecord, name):
    shown = onrecord(name, "--help")
    assert shown.code == 0
    assert COMMANDS[name].help
    assert all(option.help for option in COMMANDS[name].params)


@pytest.mark.parametrize(
    "filter_", ["speaker:", "since:", "until:", "source:", "kind:", "exact phrases", "A minus", "--per-document"]
)
def test_the_help_of_ask_names_every_filter_that_a_question_may_hold(onrecord, filter_):
    assert filter_ in " ".join(onrecord("ask", "--help").out.split())


def test_no_command_shows_the_help(onrecord):
    run = onrecord()
    assert "Exit codes:" in run.out + run.err


def test_an_ascii_terminal_does_not_break_printing(filled):
    run = _in_ascii("ask", "the ferry to the island runs late", "--corpus", str(filled))
    assert run.returncode == 0, run.stderr
    assert "▸“The ferry to the island runs late,”" in run.stdout.decode("utf-8")


def test_an_ascii_terminal_does_not_break_questions(filled):
    question = "the ferry to the “island” runs late".encode()
    piped = _in_ascii("ask", "-", "--json", "--corpus", str(filled), stdin=question)
    typed = _in_ascii("ask", question.decode(), "--json", "--corpus", str(filled))
    assert (piped.returncode, typed.returncode) == (0, 0), piped.stderr + typed.stderr
    assert piped.stdout.split(b'"took_ms"')[0] == typed.stdout.split(b'"took_ms"')[0]
    assert b"ferry to the \\u201cisland\\u201d runs late" in typed.stdout
