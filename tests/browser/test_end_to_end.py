"""The program as a user starts it: the command, the bundled corpus, the packaged model, a browser."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from browser_server import free_port


def _command():
    beside = shutil.which("onrecord", path=str(Path(sys.executable).parent))
    return [beside] if beside else [sys.executable, "-m", "ui.cli"]


@pytest.fixture
def serving():
    """Start ``onrecord serve`` and yield its address once it says that it is ready; Ctrl-C ends it."""
    command = [*_command(), "serve", "--port", str(free_port())]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=os.environ) as program:
        said = []
        for line in program.stderr:
            said.append(line)
            if "ready: open " in line:
                break
        assert said, "nothing was said"
        assert "ready: open " in said[-1], "".join(said)
        yield said[-1].split("ready: open ", 1)[1].split()[0]
        program.send_signal(signal.SIGINT)
        rest = program.stderr.read()
    assert program.returncode == 0, rest
    assert "Traceback" not in rest


def test_a_user_starts_the_program_asks_and_reads_who_said_it_and_where(read, serving):
    reader = read(serving)
    reader.ask("Who called Syria the golden ring of resistance?")
    card = reader.cards.first
    assert "“golden ring of resistance”" in card.locator(".or-words").inner_text()
    assert "Ali Akbar Velayati" in card.locator(".or-speakers strong").inner_text()
    assert card.locator("cite").inner_text().startswith("Ali Akbar Velayati, quoted in On Record contributors, ")
    assert reader.abroad == []
    assert reader.faults == []
