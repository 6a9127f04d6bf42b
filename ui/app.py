"""What a Hugging Face Space starts: the chat over the bundled corpus."""

from __future__ import annotations

import contextlib
import logging
import sys
from pathlib import Path

# A Space runs this file by its path; the packages beside this folder are then not on the path.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

with contextlib.suppress(ImportError):
    import spaces  # noqa: F401 - ZeroGPU Spaces look for this import; elsewhere the package is not installed

from qa.bundled import open_bundled
from ui.serving import launch_options, page, warm_up

logging.basicConfig(format="onrecord: %(message)s", level=logging.WARNING)
logging.getLogger("onrecord").setLevel(logging.INFO)  # ours alone: the libraries would tell paths and requests
corpus = open_bundled()
demo = page(corpus)

if __name__ == "__main__":
    warm_up(corpus, logging.getLogger("onrecord").info)
    demo.launch(**launch_options())
