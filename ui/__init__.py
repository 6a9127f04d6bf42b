"""The same answer in several dresses: chat, command line, JSON. No retrieval here."""
