from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.errors import DiskFullError

pytestmark = pytest.mark.slow

SCRIPT = Path(__file__).parents[1] / "support" / "faults_small_disk.py"


def _own_mounts(folder):
    """Return the command prefix under which this user may mount a disk; skip where no user may."""
    if not shutil.which("unshare"):
        pytest.skip("mounting a small disk needs the unshare command of Linux")
    prefix = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]
    probe = [*prefix, "mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)]
    if subprocess.run(probe, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small disk needs root or user namespaces")
    return prefix


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What happened while a disk of 8 MB was filled and freed; run once for all tests here."""
    disk, sources = tmp_path_factory.mktemp("disk"), tmp_path_factory.mktemp("sources")
    command = [*_own_mounts(disk), sys.executable, str(SCRIPT), str(disk), str(sources)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout) | {"folder": str(disk / "corpus")}


def test_a_full_disk_is_named_with_its_folder_and_a_remedy(told):
    assert told["fault"].startswith(f"no room left on the disk that holds {told['folder']}")
    assert "Free some space" in told["fault"]


def test_everything_acknowledged_before_is_still_there_and_answers(told):
    assert len(told["kept"]) >= 3
    assert set(told["kept"]) <= set(told["full"]["stored"])
    assert told["full"]["hits"] > 0


def test_a_disk_without_one_free_byte_still_answers(told):
    assert told["brim"] == told["full"]


def test_the_command_says_so_in_one_line_with_an_exit_code_of_its_own(told):
    (line,) = told["command"]["err"]
    assert line.startswith("onrecord: no room left on the disk")
    assert told["command"]["code"] == DiskFullError.exit_code == 8


def test_what_was_refused_changed_nothing(told):
    assert told["refused"] == told["full"]


def test_after_freeing_room_adding_goes_on(told):
    assert told["again"]["code"] == 0, told["again"]["err"]
    assert told["after"]["stored"] == sorted([*told["full"]["stored"], "late.txt"])
    assert told["after"]["hits"] > 0


def test_a_folder_that_finds_no_room_is_refused_and_goes_in_when_there_is(told):
    assert told["dropped"]["code"] == DiskFullError.exit_code
    assert any("no room left on the disk" in line for line in told["dropped"]["err"])
    assert not any("Traceback" in line for line in told["dropped"]["err"])
    assert told["dropped again"]["code"] == 0, told["dropped again"]["err"]
    assert set(told["all"]["stored"]) == {*told["after"]["stored"], *(f"several-{n}.txt" for n in range(3))}


@pytest.mark.parametrize("room", ["backup", "half backup"])
def test_a_backup_that_finds_no_room_is_named_and_leaves_no_half_of_itself(told, room):
    (line,) = told[room]["err"]
    assert line.startswith("onrecord: no room left on the disk")
    assert told[room]["code"] == DiskFullError.exit_code
    assert told[room]["left"] == []


def test_after_freeing_room_the_backup_is_made(told):
    assert told["backup again"]["code"] == 0, told["backup again"]["err"]
    assert told["backup again"]["left"] == ["b.zip"]
