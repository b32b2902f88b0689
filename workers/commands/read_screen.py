"""What `monitor read` shows to people: each sentence with its spans in colour, and what became of each span."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from monitor.article import Article
from monitor.quantity import COUNT, Quantity
from monitor.reading import Disposition, NumberMention, Reading, StatusMention
from monitor.reading.matching import CLAIMS
from monitor.reading.scene import Scene
from monitor.reading.vocabulary import Vocabulary
from monitor.reading.words.text import Sentence
from monitor.watch import Watch

YEAR = "year"
TAKEN, NUMBER, STATUS, QUIET = "bold green", "yellow", "cyan", "dim"
QUIET_UNITS = frozenset({"date", "time", "year", "ordinal", "name", "determiner"})

HARMLESS = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)], "\N{REPLACEMENT CHARACTER}")
"""Control characters of an article could command the terminal; one sign for one, so that places stay right."""

Mention = NumberMention | StatusMention


class ReadScreen:
    def __init__(self, console: Console, vocabulary: Vocabulary) -> None:
        self._console = console
        self._vocabulary = vocabulary

    def show(self, article: Article, reading: Reading, watches: Mapping[str, Watch]) -> None:
        self._say(article.title or article.file or article.id, "bold")
        self._say(f"{article.language or '?'} · {article.published or 'undated'}", QUIET)
        if reading.scene is None:
            return
        made: dict[int, list[Disposition]] = {}
        for one in reading.dispositions:
            made.setdefault(one.start, []).append(one)
        mentions: list[Mention] = [*reading.numbers, *reading.statuses]
        mentions.sort(key=lambda mention: mention.start)
        for sentence, found in per_sentence(reading.scene, mentions):
            self._console.print()
            self._print(coloured(reading.scene, sentence, found, made))
            for mention in found:
                self._mention(mention, made.get(mention.start, []), watches)
        self._console.print()

    def _mention(self, mention: Mention, made: list[Disposition], watches: Mapping[str, Watch]) -> None:
        is_claim = any(one.disposition in CLAIMS for one in made)
        self._say(phrase(mention), TAKEN if is_claim else "", indent=2)
        if isinstance(mention, NumberMention) and mention.unit in QUIET_UNITS:
            return
        ordered = sorted((one for one in made if one.watch in watches), key=lambda one: one.disposition not in CLAIMS)
        for one in ordered:
            style = TAKEN if one.disposition in CLAIMS else QUIET
            self._say(f"{one.watch}: {one.disposition} ({one.reason})", style, indent=6)

    def _say(self, words: str, style: str, *, indent: int = 0) -> None:
        self._print(Text(words.translate(HARMLESS), style=style), indent)

    def _print(self, text: Text, indent: int = 0) -> None:
        """A terminal's long lines keep their indent; those of a pipe or a file stay whole, for grep."""
        if self._console.is_terminal:
            self._console.print(Padding(text, (0, 0, 0, indent), expand=False))
        else:
            self._console.print(Text(" " * indent) + text, soft_wrap=True)


def per_sentence(scene: Scene, mentions: list[Mention]) -> Iterator[tuple[Sentence, list[Mention]]]:
    """The sentences that hold a mention, with those they hold."""
    grouped: dict[int, list[Mention]] = {}
    for mention in mentions:
        grouped.setdefault(scene.sentence_of(mention.start).index, []).append(mention)
    for index, found in sorted(grouped.items()):
        yield scene.document.sentences[index], found


def coloured(scene: Scene, sentence: Sentence, mentions: list[Mention], made: Mapping[int, list[Disposition]]) -> Text:
    words = scene.document.text[sentence.start : sentence.end].translate(HARMLESS)
    text = Text(words, style=QUIET if sentence.boilerplate else "")
    for mention in mentions:
        taken = any(one.disposition in CLAIMS for one in made.get(mention.start, ()))
        style = TAKEN if taken else NUMBER if isinstance(mention, NumberMention) else STATUS
        text.stylize(style, mention.start - sentence.start, mention.end - sentence.start)
    return text


def phrase(mention: Mention) -> str:
    """One line on a mention: what it is, and what was read around it."""
    if isinstance(mention, StatusMention):
        told = [f"“{mention.text}”: {mention.status} ({mention.ladder})", f"of {mention.thing}"]
        told += [f"between {' and '.join(mention.parties)}"] if mention.parties else []
        told += [f"by {' and '.join(mention.by)}"] if mention.by else []
        told += [f"on {mention.when}"] if mention.when else []
    else:
        told = [f"“{mention.text}”: {spelled(mention.quantity)}"]
        told += [f"{mention.counted or mention.noun}"] if mention.counted or mention.noun else []
        told += [f"of {' and '.join(mention.of)}"] if mention.of else []
        told += [mention.action] if mention.action else []
        told += [f"in {mention.place}"] if mention.place else []
        told += ["part"] if mention.part else []
        told += ["increment"] if mention.increment else []
    told += [f"says {mention.speaker}"] if mention.speaker else []
    return " · ".join([*told, mention.modality])


def spelled(quantity: Quantity) -> str:
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    values = [quantity.nominal] if quantity.nominal is not None else ends
    if quantity.unit == YEAR:
        return f"{YEAR} {' to '.join(map(str, values))}"
    unit = "" if quantity.unit == COUNT else f" {quantity.unit}"
    return f"{quantity.qualifier.replace('_', ' ')} {' to '.join(map(plain, values))}{unit}"


def plain(value: Decimal) -> str:
    return f"{value:,f}"
