"""What a Hugging Face Space starts: the public page over the bundled corpus."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from pathlib import Path

# A Space runs this file by its path; the packages beside this folder are then not on the path.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

with contextlib.suppress(ImportError):
    import spaces  # noqa: F401 - ZeroGPU Spaces look for this import; elsewhere the package is not installed

from qa.bundled import open_bundled
from ui.doors.access import Access
from ui.doors.mcp import installed
from ui.serving import launch_options, page, warm_up

logging.basicConfig(format="onrecord: %(message)s", level=logging.WARNING)
logging.getLogger("onrecord").setLevel(logging.INFO)  # ours alone: the libraries would tell paths and requests
corpus = open_bundled()
# A Space stands behind its host's proxy; whoever starts this file elsewhere need not.
# It answers agents where requirements.txt has been given the package mcp.
access = Access(public=True, behind_proxy="SPACE_ID" in os.environ, mcp=installed())
demo = page(corpus, access)

if __name__ == "__main__":
    # The page is there while the model loads.
    demo.launch(prevent_thread_lock=True, **launch_options(corpus, access))
    warm_up(corpus, logging.getLogger("onrecord").info)
    demo.block_thread()
