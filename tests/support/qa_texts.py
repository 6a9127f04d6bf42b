"""Small documents about an invented canal, for tests of questions and answers."""

from __future__ import annotations

CANAL = """The canal is open

May 12, 2014

Mara Quell, the minister for waterways, promised, “The canal will carry grain before the winter.”

The locks were rebuilt over two summers, and the old towpath was kept for walkers and herons.

Tobin Ash, an engineer, warned, “The lower gates are too weak for a flood.” [1]

[1] Report on the lower gates, Quell Valley Archive, 2013.
"""

RAILWAY = """A railway for the valley

2016-03-01

Mara Quell, the minister for waterways, said, “A railway would empty the canal within ten years.”

Benna Orr, a grocer from the upper valley, said, “We need both, the barges and the trains.”

Snow closed the pass for eleven weeks, and no mail reached the upper valley.
"""

UNDATED = """Letters to the editor

Ilse Marn, a reader, wrote, “The herons left when the dredgers came to the canal.”
"""

ALL = {"canal.txt": CANAL, "railway.txt": RAILWAY, "letters.txt": UNDATED}
