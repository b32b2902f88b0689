"""What the reader knows: languages, entities, counted nouns, actions, ladders. Frozen values; the rulebook loads them.

The engine knows no language. All words come from here: language files (`monitor/reading/languages`), the lexicon and
the gazetteer (`rules/`), CLDR.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from monitor.ladder import Ladder
from monitor.reading.numbers.words import NumberWords
from monitor.reading.words.text import PLAIN, Spacing, Writing

EVERY_LANGUAGE = "*"
"""The key of words that are the same in every language."""


class Cue(StrEnum):
    """The classes of function words and phrases that a language file lists: what its phrases do in a sentence."""

    # qualifiers of a number
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    # of a figure
    PART = "part"  # "including", "of whom"
    SHARE = "share"  # "'sı", "'ının" behind a number: so many of those named before
    INCLUDED = "included"  # を含む, सहित behind a number: it is a part of the one that follows
    ALONE = "alone"  # "only in", "in … alone": opens a clause that tells of one place among those of the whole
    INCREMENT = "increment"  # "a further", "additional"
    TOTAL = "total"  # "bringing the total to"
    # modality
    NEGATION = "negation"
    DENIAL = "denial"  # "denied", "dismissed as false"
    PLAN = "plan"  # "will", "plans to"
    FUTURE = "future"  # "вступит", "ratificará": yet to come by the form of the verb; also of a step itself
    HYPOTHESIS = "hypothesis"  # "could", "if", "may"
    DOUBT = "doubt"  # "confirm", "certainty": negated, they leave open what they govern, and deny nothing
    RELATIVE = "relative"  # "who", "which", "yang": the clause is about the noun before it
    ESTIMATE = "estimate"  # "estimated", "believed to"
    PAST = "past"  # "up from", "a month earlier", "previously"
    EARLIER = "earlier"  # "against", "nach", "tegen" between two rates or amounts: the second is of an earlier time
    NOW = "now"  # "now", "so far": holds a past cue off
    # attribution
    SPEECH = "speech"  # "said", "reported": speaker before or after
    ACCORDING = "according"  # "according to", "menurut": speaker after
    VIEW = "view"  # "per", "pour": before a body that speaks, at the beginning of a clause, "according to"
    RELAY = "relay"  # "citing", "quoted": the other is the speaker
    VIA = "via"  # "melansir", "as reported by": who follows relays the whole sentence
    ANONYMOUS = "anonymous"  # "reports", "sources" that name nobody
    PRONOUN = "pronoun"  # "he", "ujarnya": the speaker named before
    SELF = "self"  # "we", "I": the speaker, whoever the quotation around it says that he is
    FILLER = "filler"  # "has", "also", "telah": may stand between a subject and its verb
    TOPIC = "topic"  # は, 은, ने: marks the noun phrase before it as the subject, of which the verb stands far off
    OBJECT = "object"  # را: marks the noun phrase before it as what the verb is done to
    THAT = "that"  # कि, که behind a verb of speech: what is said follows it, though verbs stand last
    DECISION = "decision"  # "cut", "kept", "approved": its subject says the rate or the votes that it decides
    ABOVE = "above"  # "об этом", "así lo", "hal itu": what is said by the verb beside it stood in the sentence before
    REPORTED = "reported"  # "sei", "seien": what a sentence says with them its last speaker says
    INVERSION = "inversion"  # "were", "had", "sollte": makes a sentence that it begins a condition
    INFINITIVE = "infinitive"  # "to", "untuk" directly before a status phrase: not reached yet
    AGENT = "agent"  # "by", "oleh": who took a step follows
    UNTIL = "until"  # "until", "hingga" before a day, まで behind it: when what was prolonged ends, not when it was
    ROLE = "role"  # "as", "als", "sebagai" behind who is given an office: the office follows
    # structure
    DATELINE = "dateline"  # 电, "기자 =": ends what opens a report, where no dash does
    BOILERPLATE = "boilerplate"  # paragraphs that begin so: "read also", "editor:"
    COORDINATION = "coordination"  # "and", "as well as"
    OF = "of"  # "of", "from", "dari", "asal"
    IN = "in"  # "in", "at", "di", "ke"
    THERE = "there"  # "there", "the region", "kawasan tersebut": the place named before
    THEIR = "their"  # "its", "their", "negara tersebut": the group named before
    SIDE = "side"  # "side", "Seite", "pihak" beside a name: whose the counted ones of the clause are
    HAVE = "have"  # "has", "memiliki" right before a number: its subject is the group, and nothing is done
    GENITIVE = "genitive"  # の, 的, 의, का, "'nin" behind a name: the noun behind it is that one's
    VERSUS = "versus"  # "to", "zu", "против" between two numbers of votes: what the second counts the first does, too
    COUNTER = "counter"  # 名, 架, 명, 대 right behind a number: counts by itself only if it is a noun as well
    AMOUNT = "amount"  # "reached", "mencapai": links a noun before it with its number behind it
    ARTICLE = "article"  # "the", "those": between a number and its noun it counts nothing
    EVENT = "event"  # 地震, 洪水, 지진 right behind a name: it struck there
    SOURCE = "source"  # 从, から, 에서 beside a number: what it was before a change
    CLAUSE = "clause"  # begins a clause: "that", "which", "bahwa", "yang", "while"


class EntityKind(StrEnum):
    COUNTRY = "country"
    PLACE = "place"
    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"  # "enemy", "rebels"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or some place. `id` is its plain English name, as a watch writes it: "North Korea", "Kursk"."""

    id: str
    kind: EntityKind
    names: Mapping[str, tuple[str, ...]]
    """Names per language code; "*" holds those of every language."""
    demonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Adjectives and peoples: "North Korean", "North Koreans"."""
    short: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Names that mean it only in a text that also has one in full: "Kim", "the Duma"."""
    within: tuple[str, ...] = ()
    """Places that hold this one: Kursk lies in Russia."""
    acts_for: str | None = None
    """Whose organ or representative it is: Kim Jong Un and KCNA for North Korea, the State Duma for Russia."""
    code: str | None = None
    """ISO 3166 of a country, through which CLDR names it in every language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A counted noun ("soldiers"), a thing that has a status ("treaty") or an action ("deployed"), with its words.

    Words are lemmas or phrases; the reader finds their forms.
    """

    id: str
    words: Mapping[str, tuple[str, ...]]
    part_of: tuple[str, ...] = ()
    """Nouns of which this one is a part: officers are soldiers, but 500 officers are not the soldiers."""
    kind_of: tuple[str, ...] = ()
    """Wider nouns that may stand for it: soldiers are people."""
    action: str | None = None
    """Of a noun: the action it says by itself; the dead were killed."""
    own: bool = False
    """Of an action: whoever does it does it with his own ("sent"), so that its subject is the group."""
    presence: bool = False
    """Of an action: to be at the place is to do it, so that a figure without an action has it."""
    decided: bool = False
    """Of an action: whoever does it says of how many: a company lays off 2,900."""
    leaves: bool = False
    """Of an action: done away from a place, so that "from Syria" behind its noun says where and not whose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderWords:
    """A ladder with the phrases that say each status, per language, and the nouns of things that climb it."""

    ladder: Ladder
    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    things: tuple[str, ...] = ()
    nouns: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Nouns of the step itself, per status and language ("ratification", "pengesahan"). They name it without saying
    that it was taken; a signed decree of ratification, or a completed ratification, does."""
    done: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Per language, what completes such a noun ("completed", "sudah diselesaikan")."""
    bodies: bool = False
    """Whether its steps are taken by bodies and persons ("the Senate"), and not by the countries they act for."""
    by_itself: tuple[str, ...] = ()
    """Statuses that a thing reaches by itself: nobody takes them, and their words have no object ("took effect")."""
    held: bool = False
    """Whether things of it are held: a step is that of who holds or loses it, not of who gives or takes it."""


Words = Mapping[str, tuple[str, ...]]
"""Words per id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What one language calls the things that the rulebook knows by id. Words are lemmas or phrases."""

    names: Words = field(default_factory=dict)
    """Of entities; CLDR's names of countries are among them."""
    demonyms: Words = field(default_factory=dict)
    short: Words = field(default_factory=dict)
    nouns: Words = field(default_factory=dict)
    actions: Words = field(default_factory=dict)
    offices: Words = field(default_factory=dict)
    statuses: Words = field(default_factory=dict)
    """Phrases that say that a step is taken, by "ladder/status"."""
    steps: Words = field(default_factory=dict)
    """Nouns of the step itself, by "ladder/status"."""
    done: Words = field(default_factory=dict)
    """What completes such a noun, by ladder."""
    scopes: Words = field(default_factory=dict)
    """Who or what makes a step this one, by "ladder/status": "the Senate", "in first reading" of law/approved."""


NO_WORDS = Lexicon()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """One language file, with what CLDR adds. `code` is ISO 639-1."""

    code: str
    name: str
    cues: Mapping[Cue, tuple[str, ...]]
    lexicon: Lexicon = NO_WORDS
    lemmas: str | None = None
    """The code under which simplemma knows the language, or null where it does not."""
    suffixes: tuple[str, ...] = ()
    """Clitics taken off a word that is not found otherwise: -nya, -lah."""
    heads: tuple[str, ...] = ()
    """Words that end compounds, longest first: an unknown word that ends so is one of them ("Hochseeabkommen")."""
    prefixes: tuple[str, ...] = ()
    """Clitics before a word: the Arabic article and one-letter prepositions."""
    stem: int = 4
    """Letters of a word that no ending changes; fewer where short words are inflected ("дети", "детей")."""
    plurals: tuple[str, ...] = ()
    """Endings of which a people's plural has one ("North Koreans"); empty: any name of a people may be plural."""
    abbreviations: frozenset[str] = frozenset()
    """Words after which a full stop ends no sentence, in normal form without the stop."""
    group_after_noun: bool = False
    """Whether the group follows the noun ("tentara Korea Utara") rather than precedes it ("North Korean soldiers")."""
    adjectives: tuple[str, ...] = ()
    """Endings of adjectives that stand before their noun though the group may follow it: "новых солдат КНДР"."""
    postpositions: bool = False
    """Whether what a preposition says stands behind the noun: によると, 에서, के अनुसार."""
    postposed: frozenset[str] = frozenset()
    """Words of ACCORDING that stand behind the speaker where prepositions do not: zufolge."""
    verb_final: bool = False
    """Whether verbs stand last: what is said or denied stands between the speaker and the verb, and negation, plan and
    estimate behind the figure. A cue THAT behind a verb turns that round."""
    verb_first: bool = False
    """Whether a verb of speech may stand before its subject without a mark: "сообщила разведка", "قال المتحدث"."""
    capital_nouns: bool = False
    """Whether every noun has a capital, so that an unknown word without one is none: "auf 134|erhöht"."""
    verb_second: bool = False
    """Whether a verb follows whatever opens a sentence, so that it ends the phrase there: "laut Polizei|starben"."""
    endings: Mapping[Cue, tuple[str, ...]] = field(default_factory=dict)
    """Endings that give a word a cue besides what it means: -acak plans, -madı denies, -rebbero is hearsay. Listed
    words of any cue go first, so that one can be excepted as a filler."""
    beginnings: Mapping[Cue, tuple[str, ...]] = field(default_factory=dict)
    """Likewise beginnings: سي- plans."""
    brackets: Mapping[str, tuple[tuple[str, Cue], ...]] = field(default_factory=dict)
    """Words that have a cue only with another at the end of their clause: "wies … zurück". "*n" is any infinitive
    in -n, ">x" gives the cue to the second word, "+x" is the next word that begins with "x"."""
    separable: bool = False
    """Whether a verb and its particle come apart: "hob … auf", "trad … in werking"."""
    spacing: Spacing = Spacing.WORDS
    """What spaces part. Where it is no words, the vocabulary, the numbers and the scripts show where words end."""
    proclitics: tuple[str, ...] = ()
    """Words written together with the next, longest first: Arabic "and", "in". Before a known word each is a token."""
    writing: Writing = PLAIN
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    """Names in normal form; Monday is 0."""
    numbers: NumberWords | None = None
    """What `monitor.reading.numbers` needs of the language; without it only digits are read."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Vocabulary:
    """Everything the reader knows, keyed by id. Compared by identity: what is built from one can be cached by it."""

    languages: Mapping[str, Language]
    """By code. A language is loaded when it is first asked for; which there are is known before."""
    entities: Mapping[str, Entity]
    nouns: Mapping[str, Term]
    actions: Mapping[str, Term]
    ladders: Mapping[str, LadderWords]
    offices: Mapping[str, Term] = field(default_factory=dict)
    """Bodies that speak, without whose they are: "government", "intelligence"."""

    def lexicon(self, language: str) -> Lexicon:
        """The words of a language; none where it is not read."""
        return self.languages[language].lexicon if language in self.languages else NO_WORDS
