"""The other doors to the same answers: HTTP, MCP, and what keeps both and the page from misuse."""
