"""Word lists that stand in for a grammar: small closed classes, and nouns that people are called by."""

from __future__ import annotations

DETERMINERS = frozenset(
    """the a an this that these those his her their its our my your some many several few most both all one two
    three four five six seven eight nine ten another other any each every no more dozens hundreds thousands
    multiple various numerous such""".split()
)
PREPOSITIONS = frozenset(
    """of for to with from by in at on against about near under between than like over into toward towards above
    behind beside besides below beneath underneath before after through across around along alongside beyond past
    outside inside opposite among amid without within despite during unlike via upon onto since until throughout
    per off out up down""".split()
)
#: Prepositions that hang a phrase on a noun: "a spokesman for the mayor", "officials in Ohio".
ATTACHING = frozenset("of for with from in at on to against within inside near behind".split())
CONJUNCTIONS = frozenset(
    """and but or nor so yet because although though while whereas when whenever where if unless that whether as
    which who whom whose what how why than once""".split()
)
#: Pronouns that stand for one person and can name a source.
PERSONAL = frozenset(
    """he she they i we it you who someone somebody everyone everybody nobody others many some another one
    most""".split()
)
AUXILIARIES = frozenset(
    """has had have is was were are been be being would could will can must may might should shall did does do
    n't n’t not never 's 've 'd 'll ’s ’ve ’d ’ll""".split()
)
ADVERBS = frozenset(
    """also then later once again himself herself themselves just still even often always first soon now earlier
    recently yesterday today tonight long ever already instead too twice simply perhaps almost reportedly only
    however meanwhile both all further furthermore thus has""".split()
)
CALENDAR = frozenset(
    """january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec christmas easter
    thanksgiving spring summer autumn fall winter""".split()
)
#: What people and bodies that speak are called.
PEOPLE = frozenset(
    """activist activists adviser advisers advisor advisors agency aide aides ally allies ambassador analyst
    analysts anchor army attorney attorneys author authors board boss brother campaign candidate candidates
    captain cardinal chair chairman chairwoman chief citizens cleric client clients coach colleague colleagues
    columnist commander commentator commentators commission commissioner committee company congressman
    congresswoman coroner councillor council court critic critics daughter defendant delegate delegates democrat
    democrats demonstrators department deputy detective developer diplomat diplomats director doctor doctors
    economist economists editor editorial editors employee employees engineer envoy executive executives expert
    experts farmer farmers father firm friend friends general government governor group groups head host
    husband insider insiders investigator investigators journalist journalists judge judges jury justice king
    labor lady lawmaker lawmakers lawyer lawyers leader leaders leadership letter magazine maker man manager mayor
    member members minister ministry moderator mogul mother museum musician neighbor neighbors neighbour
    neighbours network newspaper nominee nurse observer observers officer officers official officials operative
    operatives opponent opponents organisation organization owner owners panel panelist paper parent parents
    participant party pastor people person physician players poet police policeman politician politicians poll
    polls pollster pollsters pope president prince priest princess prisoner producer professor prosecution
    prosecutor prosecutors protester protesters pundit pundits queen recording relatives report reporter
    reporters reports representative republicans republican researcher researchers resident residents reviewer
    scholar scholars scientist scientists secretary senator senators sheriff sister soldier soldiers son source
    sources spokesman spokesmen spokesperson spokespeople spokeswoman staff staffer staffers state statement
    strategist strategists student students study supporter supporters surgeon survey surveys surrogate surrogates
    survivor survivors teacher teachers team teenager union veteran veterans vice-president victim victims
    villager villagers voter voters wife witness witnesses woman women worker workers writer writers men guests
    guest congress administration rival rivals frontrunner front-runner businessman billionaire businesswoman
    tycoon celebrity star actor actress comedian singer artist novelist historian biographer conservatives
    liberals progressives hopeful pair duo crowd audience memo email emails document documents filing lawsuit
    complaint indictment ruling opinion law bill resolution treaty constitution article story book ad ads advert
    commercial video tweet post message transcript website site release note sign banner""".split()
)
