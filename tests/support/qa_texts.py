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

MINUTES = """Minutes of the harbour board

June 4, 2015

SANNA VELD: The board meets to speak of the ferry and of nothing else.

ODA BERN: I have read the report on the ferry. It leaks.

SANNA VELD: How much would a new hull cost us?

ODA BERN: Four hundred crowns, and that is cheap.

WARDEN TOLLIVER: The lamps on the quay are dark again.
"""

SPEECH = """A speech on the quay

September 10, 2014

On August 2, 2014, Sanna Veld said, “The harbour wall must be higher than the tide of last spring.”

“Nobody asked the divers,” Oda Bern said in March 2013. Corin Hale was named in the report, and said nothing.

The wall was built in nine weeks. It leaned to the north from the first day.
"""

TWO_ASHES = """The Ashes on the peat road

Lena Ash, a judge, said, “The peat road belongs to the villages.”

Tobin Ash, an engineer, said, “The peat road will sink under lorries.”

The peat road is nine miles long and has no lamps.
"""

HARBOUR = {"minutes.txt": MINUTES, "speech.txt": SPEECH}
EVERYTHING = ALL | HARBOUR | {"ashes.txt": TWO_ASHES}
