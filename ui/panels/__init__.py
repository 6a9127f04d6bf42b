"""The parts of the page, a tab each."""
