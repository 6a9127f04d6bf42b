"""Without a superuser's rights: what the operating system refuses to everybody else."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534


@contextmanager
def reachable_folder():
    """Give a folder that every user can reach; pytest's own are the test's user's alone."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        for path in (folder, *folder.rglob("*")):
            if path.is_dir():
                path.chmod(0o755)


@contextmanager
def without_privileges():
    """Run the block as nobody where the tests run as root; elsewhere the user has no privileges anyway."""
    if not hasattr(os, "setresuid"):
        pytest.skip("this system cannot lay down a user's rights and take them up again")
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


def unprivileged():
    """Return the command prefix for a child that permissions hold for; a superuser lays that power down."""
    if os.name == "nt":
        pytest.skip("Windows has other permissions")
    if os.geteuid() != 0:
        return []
    without = "-dac_override,-dac_read_search"
    prefix = ["setpriv", f"--bounding-set={without}", f"--inh-caps={without}"]
    if not shutil.which("setpriv") or subprocess.run([*prefix, "true"], check=False).returncode:
        pytest.skip("a superuser needs the setpriv command to lay down its rights")
    return prefix
