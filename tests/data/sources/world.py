"""An invented coast state and the dispute over its harbour: who is in it, what they say, what is told of it."""

from __future__ import annotations

import random
from dataclasses import dataclass

VELD, BERN, TOLLIVER, QUELL = "Sanna Veld", "Oda Bern", "Ivo Tolliver", "Mara Quell"
HASKEL, AMUNDRY, OSTERLEY, VONN = "Teodor Haskel", "Lise Amundry", "Bram Osterley", "Petra Vonn"
WICK, STRAUB = "Jonas Wick", "Anneke Straub"
PEOPLE = (VELD, BERN, TOLLIVER, QUELL, HASKEL, AMUNDRY, OSTERLEY, VONN, WICK, STRAUB)

#: Passages that a question can be asked of, each in one file only, and who speaks in it.
FACTS = {
    "cost": "The breakwater at Anstey will cost £4.2 million, and not a penny of it will come out of the pilots’ "
    "pension fund. I have said so twice, and I shall say it a third time on the day we lay the first stone.",
    "seals": "We counted two hundred and six grey seals on the Sorrel Bar in February. A dredger cannot work "
    "there "
    "in the pupping season, whatever the contract says – and the contract says nothing about seals.",
    "ferry": "If the Lowmere ferry stops at dusk, the night nurses of Anstey cannot get home. That is the whole "
    "of "
    "my objection, and nobody on the board has answered it.",
    "lamp": "The leading lamp on Cotter Point was dark for eleven nights in March. Two trawlers went by the "
    "church "
    "clock instead, and a third went aground.",
    "toll": "Estmark will not pay a toll for water that it has sailed since 1811. Call it a harbour due, call it "
    "a "
    "light due: my government reads the treaty of Hálden as it is written.",
    "steel": "The sheet piles came from a yard that had never rolled steel for salt water, and after six winters "
    "you could push a pencil through them.",
    "wages": "A deckhand at Lowmere takes home less today than his father did in the year of the great frost. I "
    "have both wage books on my kitchen table.",
    "school": "We shall move the navigation school from the customs house to the old ropewalk, with room for "
    "ninety "
    "pupils and a planetarium in the loft.",
    "silt": "Every tide leaves a hand’s breadth of silt in the inner basin. Leave it for ten years, and the "
    "lifeboat "
    "will sit on mud at low water.",
    "museum": "The whalers’ museum keeps the only chart of the Bar from before the flood, drawn by a pilot’s "
    "widow "
    "on the back of a sail-maker’s bill.",
}

_PLACES = ("the Long Quay", "the Anstey Mole", "the inner basin", "Cotter Point", "the Sorrel Bar",
           "the customs house", "the coal stairs", "the ropewalk", "the fish market",
               "the pilots’ lodge")  # fmt: skip
_BODIES = ("the Board of Works", "the Harbour Committee", "the town council", "the Lights Office",
    "the fishers’ union",
           "the insurers", "the dredging firm", "the Ministry of Harbours")  # fmt: skip
_MONTHS = ("January", "February", "March", "April", "June", "July", "August", "September", "October", "November")
_THINGS = (
    "mooring ring",
    "dredger",
    "tide gauge",
    "lock gate",
    "crane",
    "light",
    "slipway",
    "bollard",
    "pump",
    "launch",
)

#: What is told: no words of anybody's, and nobody is named.
_TOLD = (
    "The work on {place} began in {month} {year} and was to take {few} weeks.",
    "By the end of {month} the {thing} had been mended twice, at a cost of £{sum},000.",
    "Of the {count} boats that lie at {place}, fewer than half are insured.",
    "Nothing in the papers of {body} shows who ordered the second {thing}.",
    "The sum set aside in {year} – £{sum},000 – had been spent by {month}.",
    "At low water the stones of {place} stand {few} feet clear of the mud.",
    "A gale in {month} carried away the {thing} and {few} yards of planking.",
    "Between {year} and the flood, {body} met {count} times and kept minutes of {few} meetings.",
    "The fog came down over {place} at {few} o’clock, and the pilots stayed ashore.",
    "A café at the corner of {place} still shows the mark of the high water of {year}.",
    "In {month} the price of ice rose by {few} per cent; that of diesel hardly moved.",
    "The survey of {year} found {count} cracks in the wall, most of them no wider than a coin.",
    "Lowmere has {count} berths, {few} of them deep enough for a coaster at spring tide.",
    "No tender was invited for the {thing}, although the sum lay above the limit of £{sum},000.",
    "The new {thing} stands in the yard behind {place}, still in its crate.",
    "Trade through {place} fell from {count},000 tons to {sum},000 within three years.",
    "Each spring {body} prints a list of the buoys, and each autumn the list is wrong.",
    "The road to {place} floods {few} times a year, as it has since {year}.",
    "What the wall needs is not in dispute: {sum} tons of stone, and a summer without gales.",
    "A copy of the plan of {year} hangs in the hall of {place}; the original is lost.",
    "For {few} winters running, the {thing} has been laid up for want of a crew.",
    "The letters fill {count} boxes, of which {few} have been opened since {year}.",
)  # fmt: skip
#: What is said, in the first person and without naming who says it.
_SAID = (
    "I walked out to {place} this morning, and the {thing} was still broken.",
    "We asked {body} for the figures in {month}, and we are asking again today.",
    "My own boat lay at {place} for {few} weeks with a cracked keel.",
    "I will not sign for a {thing} that nobody has seen.",
    "Our fathers built that wall in {year} with {count} men and no machines.",
    "There are {count} families who live off that water; I can give you their names.",
    "We shall need £{sum},000 before {month}, and I would rather ask for it now.",
    "I don’t believe the {thing} will last another winter, and I’d be glad to be wrong.",
    "You can read the report from end to end and not find the word “silt” in it.",
    "I have brought the minutes of {month}, and they don’t say what you have been told.",
    "Let us be plain: {few} inspections in {year} means {few} days of looking.",
    "We were promised a new {thing} in {year}; we are still rowing to the old one.",
    "I counted {count} lorries on the quay road between dawn and noon.",
    "If you stand at {place} at low water, you can hear the wall working.",
    "We have paid our dues since {year}, and we have the receipts.",
    "I was on the night watch in {month} when the {thing} gave way.",
    "What I want is simple – a date, a sum and a name.",
    "We don’t ask for favours; we ask that {body} keep its own rules.",
    "I shall come back in {month} with the drawings, and you may hold me to that.",
    "Nobody in my office knew of the {thing} until it stood on {place}.",
    "Half of what I know about tides I learnt from {place} with my feet wet.",
    "We measured it {few} times, and {few} times we got the same depth.",
)  # fmt: skip


@dataclass
class Pen:
    """Writes sentences that no other file has; the same seed writes the same."""

    seed: str

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311 - prose, not secrets
        self._left: dict[tuple[str, ...], list[str]] = {}

    def told(self, sentences: int = 3) -> str:
        """Write a paragraph in which nobody speaks."""
        return " ".join(self._sentence(_TOLD) for _ in range(sentences))

    def said(self, sentences: int = 3) -> str:
        """Write what somebody says."""
        return " ".join(self._sentence(_SAID) for _ in range(sentences))

    def _sentence(self, forms: tuple[str, ...]) -> str:
        left = self._left.setdefault(forms, [])
        if not left:
            left += self._random.sample(forms, len(forms))
        pick = self._random
        return left.pop().format(
            place=pick.choice(_PLACES), body=pick.choice(_BODIES), month=pick.choice(_MONTHS),
            thing=pick.choice(_THINGS), year=pick.randint(1851, 2019), few=pick.randint(3, 19),
            count=pick.randint(21, 98), sum=pick.randint(110, 890),
        )  # fmt: skip
