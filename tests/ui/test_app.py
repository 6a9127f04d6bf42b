from __future__ import annotations

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import ui

APP = Path(ui.__file__).with_name("app.py")


@pytest.fixture
def no_model(monkeypatch):
    """Fail when a model is loaded: a Space must show its page before the first question."""

    def load(*_):
        raise AssertionError("a model was loaded")

    monkeypatch.setattr("embeddings.encoder.load_encoder", load)


def test_running_the_file_builds_the_page_over_the_bundled_corpus(no_model):
    names = runpy.run_path(str(APP))
    assert names["demo"].title == "On Record"
    assert len(names["corpus"].documents()) == len(list((APP.parent.parent / "corpus" / "sample").glob("*.md")))


def test_a_space_is_public_and_believes_its_hosts_proxy(no_model, monkeypatch):
    monkeypatch.setenv("SPACE_ID", "warden/archive")
    access = runpy.run_path(str(APP))["access"]
    assert (access.public, access.behind_proxy) == (True, True)


@pytest.mark.parametrize("there", [True, False])
def test_a_space_answers_agents_where_their_package_is_installed(no_model, monkeypatch, there):
    monkeypatch.setattr("ui.doors.mcp.installed", lambda: there)
    assert runpy.run_path(str(APP))["access"].mcp is there


def test_the_file_started_elsewhere_believes_no_proxy(no_model, monkeypatch):
    monkeypatch.delenv("SPACE_ID", raising=False)
    access = runpy.run_path(str(APP))["access"]
    assert (access.public, access.behind_proxy) == (True, False)


def test_the_file_puts_its_own_root_on_the_path(no_model, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [p for p in sys.path if p not in {"", str(APP.parent.parent)}])
    runpy.run_path(str(APP))
    assert sys.path[0] == str(APP.parent.parent)


def test_the_file_finds_its_packages_from_another_folder_without_being_installed(tmp_path):
    # -P and a path that lacks the project: only what the file itself adds can find `qa`.
    code = f"""
import sys
sys.meta_path = [f for f in sys.meta_path if 'editable' not in repr(f)]
sys.path = [p for p in sys.path if p not in ('', {str(APP.parent.parent)!r})]
import runpy
print(runpy.run_path({str(APP)!r})['demo'].title)
"""
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, cwd=tmp_path, env=os.environ, capture_output=True, text=True, check=False)
    assert done.stdout == "On Record\n", done.stderr
