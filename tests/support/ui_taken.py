"""Two small documents about an invented sea wall, to take passages away from."""

from __future__ import annotations

SPEECH = """---
title: The long wall
author:
  - family: Orr
    given: Benna
date: 2016-03-01
---

“The wall will stand,” said Sanna Veld. “It leans, and it will stand.”

Nobody asked the divers, who had seen the stones.
"""
MINUTES = """---
title: Minutes of the quay board
---

ODA BERN: Four hundred crowns, and that is cheap.
"""
