"""The command ``onrecord serve``: the page, and with it the other doors."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.options import CorpusOption, ModelOption  # noqa: TC001 - typer reads the annotations
from ui.terminal import open_corpus, say


def serve(
    corpus: CorpusOption = None,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port; 0 takes a free one.", min=0, max=65535)] = 7860,
    public: Annotated[  # noqa: FBT002 - typer
        bool, typer.Option("--public", help="For strangers: nothing changes the corpus, and work is rationed.")
    ] = False,
    behind_proxy: Annotated[  # noqa: FBT002
        bool, typer.Option("--behind-proxy", help="Believe the X-Forwarded headers of the proxy in front.")
    ] = False,
    mcp: Annotated[  # noqa: FBT002
        bool, typer.Option("--mcp", help="Answer agents too (needs: pip install 'onrecord[mcp]').")
    ] = False,
    model: ModelOption = None,
) -> None:
    """Open the page in a web browser, and answer programs at its address.

    Only a browser on this machine, or one that asks for --host or for an address in numbers, is answered; with
    --public anybody is, and nothing can be uploaded, corrected or removed.
    """
    from ui.doors.access import Access  # noqa: PLC0415
    from ui.serving import serve as run  # noqa: PLC0415 - gradio takes seconds to import

    access = Access(public=public, host=host, behind_proxy=behind_proxy, mcp=mcp)
    run(open_corpus(corpus, model), access=access, port=port, say=say)
