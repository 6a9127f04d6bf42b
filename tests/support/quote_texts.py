"""Invented documents full of what makes quotations hard to check."""

from __future__ import annotations

QUAY = """The quay in winter

March 3, 2015

“We will not sell the quay,” said Sanna Veld, the harbour master. “It belongs to the town.”

Oda Bern, a pilot, said, “The tide took 40 boats and 3.5 tons of rope, or 12% of the fleet.”

Warden Tolliver said that the lamps would never be lit again before the spring.

The lamps were bought in 1998. They were lit for one winter only, and then they were sold to a theatre. [1]

Sanna Veld wrote, “Nobody asked the divers. The wall [of the old dock] leans, and the divers know it. [2] They will
not go down.”

The council called the plan “bold”, and on Monday it called the bill “a scandal”.

[1] Quay ledger, 1999.

[2] Divers’ log.
"""

MINUTES = """Minutes of the dock board

June 4, 2015

SANNA VELD: The board meets to speak of the crane and of nothing else.

ODA BERN: I have read the report on the crane. It is rusted through.

ODA BERN: A new crane would cost us four hundred crowns.

WARDEN TOLLIVER: The crane stays where it is.
"""

SCRIPTS = """Harbour signs in many tongues

1 May 2016

Знак на стене: «Мы не продаём набережную никому и никогда».

Auf dem Schild steht, dass die Fähre heute nicht über den Fluß fährt.

港の看板には「今日は船が出ません」と書いてある。

قال الحارس إن القارب لن يعود قبل الربيع.

เรือลำนี้ไม่ออกวันนี้

Le café du port n’est pas ouvert l’été, écrit José Núñez.
"""

COPY = """The quay in winter, again

April 9, 2015

“We will not sell the quay,” said Sanna Veld, the harbour master. “It belongs to the town.”

The gulls came back in April and sat on the wall where the lamps had been.
"""

TEXTS = {"quay.txt": QUAY, "minutes.txt": MINUTES, "scripts.txt": SCRIPTS, "copy.txt": COPY}
