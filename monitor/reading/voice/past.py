"""Whether a figure is of an earlier time: "a month earlier", of a bygone year, or the first of "from 12 to 13 %"."""

from __future__ import annotations

from collections.abc import Iterator

from monitor.quantity import COUNT
from monitor.reading.numbers.dates import DateKind
from monitor.reading.numbers.found import YEAR
from monitor.reading.numbers.search import Number
from monitor.reading.phrases import QUALIFIERS, is_border
from monitor.reading.view import View, dates_of
from monitor.reading.vocabulary import Cue
from monitor.reading.voice.attribution import frames_of
from monitor.reading.voice.clauses import fenced
from monitor.reading.voice.reaching import governing
from monitor.reading.words.lookup import Hit, HitKind

NEAR = 6
"""Tokens between a past cue and its figure: "8,000 a month earlier"."""
YEAR_AHEAD = 10
"""Tokens between a year and the figure that it dates: "the 2018 earthquake in Palu killed more than 4,300"."""
OPENING = 4
"""Tokens of a sentence among which a year with a comma behind it is about all that follows: "In 2018, …"."""
COMPARED = 3
"""Tokens from "compared with" to the figure that it is said of."""
NAMED = 4
"""Tokens in which the time is named that is compared: "against the same period|last year"."""
UNIT = 2
"""Tokens of a unit or noun behind a figure."""
CHANGED = 4
"""Tokens between the old and the new figure of a change."""
SET_AGAINST = 8
"""Tokens between two rates that are set against each other: "2.3 % in the year to May,|against|2.1 %"."""
VOTES = "votes"
PEOPLE = "people"
BEFORE_FIGURE = (*QUALIFIERS, Cue.ARTICLE, Cue.IN, Cue.OF)


def is_past(view: View, first: int, last: int) -> bool:
    """Whether a cue or a year close by says that the figure is of an earlier time, and none that it is of now."""
    if of_bygone_year(view, first, last) or said_before(view, first) or is_left_behind(view, first, last):
        return True
    if is_benchmark(view, first, last) or is_set_against(view, first):
        return True
    cues = view.all(Cue.PAST)
    old = left_before(view, first) if cues else None
    for hit in cues:
        if is_opposed(view, hit) or (old is not None and old < hit.first < first):
            continue
        before = hit.last < first <= hit.last + NEAR and reaches_ahead(view, hit, first)
        after = last < hit.first <= last + NEAR and reaches_back(view, last, hit)
        if (before or after) and not view.covers(first, Cue.NOW) and not now_between(view, hit, first):
            return True
    return False


def left_before(view: View, first: int) -> int | None:
    """Where the old figure stands of which this one is the new: "از ۸ هزار نفر در یک ماه پیش|به ۱۲ هزار"."""
    if view.tongue.postpositions:
        return None
    found = max(((at, number) for at, number in counts(view) if at < first), key=lambda one: one[0], default=None)
    if found is None or view.covers(found[0] - 1, Cue.OF, Cue.SOURCE) is None:
        return None
    last = view.sentence.token_at(found[1].end - 1)
    return found[0] if is_left_behind(view, found[0], last) else None


def is_benchmark(view: View, first: int, last: int) -> bool:
    """Whether a figure of a time that stands before it is what a new one is compared with: "前日の|1520人|を上回り"."""
    genitive = view.covers(first - 1, Cue.GENITIVE) if first > 0 else None
    time = view.covers(first - 1, Cue.PAST) if genitive is None and first > 0 else None
    start = genitive.first - 1 if genitive is not None else -1
    if time is None and (start < 0 or not names_time(view, start)):
        return False
    if not view.tongue.postpositions:
        while start > 0 and names_time(view, start - 1):
            start -= 1
        before = (time.first if time is not None else start) - 1
        return before >= 0 and view.covers(before, Cue.MORE_THAN, Cue.LESS_THAN) is not None
    counter = view.covers(last + 1, Cue.COUNTER)
    return view.covers((counter.last if counter is not None else last) + 1, Cue.MORE_THAN, Cue.LESS_THAN) is not None


def names_time(view: View, index: int) -> bool:
    return index in view.dated or view.tokens[index].norm in view.tongue.months or is_time(view, index)


def is_opposed(view: View, past: Hit) -> bool:
    """Whether a word that compares with an earlier time sets votes against votes: "306 депутатов, против — 67"."""
    versus = view.tokens[past.last].norm in view.tongue.cues.get(Cue.VERSUS, ())
    return versus and any(hit.kind is HitKind.NOUN and hit.id == VOTES for hit in view.hits)


def reaches_ahead(view: View, past: Hit, first: int) -> bool:
    """Whether a cue is said of a figure behind it, and not of one in between: "last year's 8,000 became 11,000"."""
    begin = past.last + 1
    if is_behind_figure(view, past) or (is_compared(view, past) and not governs_ahead(view, past)):
        return False
    if is_of_other(view, past, first):
        return False
    if past.first < OPENING and view.tokens[begin].norm == ",":
        begin += 1  # "A day earlier, 2,122 …"
    return not fenced(view, begin, first) and not taken(view, past.last, first)


def is_of_other(view: View, past: Hit, first: int) -> bool:
    """Whether a time stands right behind the figure before what it became: "8 000|il y a un mois|à 12 000"."""
    before = any(view.sentence.token_at(number.end - 1) == past.first - 1 for _, number in counts(view))
    return before and past.last + 1 < first and view.covers(past.last + 1, Cue.IN, Cue.AMOUNT) is not None


def taken(view: View, after: int, before: int) -> bool:
    """Whether another figure stands in between, which no "and" joins."""
    counted = [at for at, _ in counts(view) if after < at < before]
    return bool(counted) and not any(view.covers(at, Cue.COORDINATION) for at in range(after + 1, before))


def reaches_back(view: View, last: int, past: Hit) -> bool:
    """Whether a cue is said of the figure before it: "8,000 a month earlier", and not "9,000, against 8,000"."""
    if view.tokens[past.first].norm == "," or fenced(view, last + 1, past.first) or is_compared(view, past):
        return False
    if governs_ahead(view, past) and not is_behind_figure(view, past):
        return False
    return not taken(view, last, past.first) and not (is_rate(view, last) and compares(view, last, past))


def is_rate(view: View, last: int) -> bool:
    """Whether what ends at the token is no count: a percentage, money."""
    return any(
        number.quantity.unit != COUNT and view.sentence.token_at(number.end - 1) == last for _, number in counts(view)
    )


def compares(view: View, last: int, past: Hit) -> bool:
    """Whether a time behind a rate is what it is compared with: "12 % against the same period|last year".

    Unlike "4.1 %|a year earlier", which stands right behind it and says the time by itself.
    """
    after = past.last + 1
    named = after < len(view.tokens) and view.tokens[after].is_word and not view.over.get(after)
    return past.first > last + 1 + UNIT or (named and after not in view.dated)


def is_compared(view: View, past: Hit) -> bool:
    """Whether a cue only names a time that is compared: "rose 2.8 % compared with|a year earlier"."""
    before = past.first - 1
    while before > 0 and view.covers(before, Cue.ARTICLE):
        before -= 1
    compared = before >= 0 and view.covers(before, Cue.PAST, Cue.OF, Cue.MORE_THAN, Cue.LESS_THAN) is not None
    figures = {at for at, _ in counts(view)}
    for after in range(past.last + 1, min(past.last + 1 + NAMED, len(view.tokens))):
        if compared or after in figures or is_border(view, after):
            break
        compared = is_time(view, after)
    return compared


def is_time(view: View, index: int) -> bool:
    """Whether a time counted from now stands there: "a month earlier", "last year"."""
    relative = (date for date in dates_of(view.scene, view.sentence) if date.kind is DateKind.RELATIVE)
    return view.covers(index, Cue.PAST) is not None or any(
        view.sentence.token_at(date.start) == index for date in relative
    )


def is_behind_figure(view: View, past: Hit) -> bool:
    """Whether a cue is the postposition of a figure right before it: "37|से बढ़कर 43"."""
    if not view.tongue.postpositions:
        return False
    return any(view.sentence.token_at(number.end - 1) == past.first - 1 for _, number in counts(view))


def governs_ahead(view: View, past: Hit) -> bool:
    """Whether a figure stands right behind the cue, over words that qualify it."""
    at, numbers = past.last + 1, {at for at, _ in counts(view)}
    while at <= past.last + COMPARED and at not in numbers and view.covers(at, *BEFORE_FIGURE):
        at += 1
    return at in numbers


def is_left_behind(view: View, first: int, last: int) -> bool:
    """Whether it is what a rate was before a change: "from 12.25 % to 13.25 %", "yüzde 47'den yüzde 44'e"."""
    numbers = dict(counts(view))
    if came_from(view, numbers, first):
        return True
    old, after = numbers.get(first), view.tongue.postpositions
    source = last + 1 if after else first - 1
    if after and (counter := view.covers(source, Cue.COUNTER)) is not None:
        source = counter.last + 1
    if old is None or source < 0:
        return False
    if view.covers(source, Cue.OF, Cue.SOURCE) is None and not has_ending(view, old, Cue.OF, Cue.SOURCE):
        return False
    dated = sum(at in view.dated for at in range(last + 1, last + 1 + SET_AGAINST))
    at = next((at for at in range(last + 1, last + 2 + CHANGED + dated) if at in numbers), None)
    if at is None or numbers[at].quantity.unit != old.quantity.unit or set_against(view, at) is not None:
        return False
    if old.quantity.unit == COUNT and not all(
        view.covers(one, *BEFORE_FIGURE, Cue.AMOUNT, Cue.COUNTER, Cue.SOURCE, Cue.PAST)
        or one in view.dated
        or is_people(view, one)
        or one in view.dated
        for one in range(last + 1, at)
    ):
        return False  # "soldiers from 10 countries came to 43 places"
    target = view.sentence.token_at(numbers[at].end - 1) + 1 if after else at - 1
    if after and (counter := view.covers(target, Cue.COUNTER)) is not None:
        target = counter.last + 1
    return view.covers(target, Cue.IN, Cue.AMOUNT, Cue.AT_MOST) is not None or has_ending(view, numbers[at], Cue.IN)


def is_people(view: View, index: int) -> bool:
    """Whether a word says no more than that people are counted: "از ۳۸|نفر|به ۵۱"."""
    return any(hit.kind is HitKind.NOUN and hit.id == PEOPLE for hit in view.at.get(index, ()))


def has_ending(view: View, number: Number, *cues: Cue) -> bool:
    """Whether a number in words has a cue's ending, as digits have it behind an apostrophe: "8 bin|den 11 bin|e"."""
    last = view.sentence.token_at(number.end - 1)
    if not view.tongue.postpositions or last >= len(view.tokens):
        return False  # a number may reach beyond a sentence that was cut
    ending = view.scene.document.text[number.end : view.tokens[last].end].lower()
    return bool(ending) and any(f"'{ending}" in view.tongue.cues.get(cue, ()) for cue in cues)


def is_set_against(view: View, first: int) -> bool:
    """Whether a rate is what another one right before it was: "2.3 %,|against|2.1 % in May"."""
    compared, numbers = set_against(view, first), dict(counts(view))
    before = max((at for at in numbers if at < first), default=None)
    if compared is None or before is None or first not in numbers:
        return False
    unit = numbers[first].quantity.unit
    if unit == COUNT or numbers[before].quantity.unit != unit:
        return False
    between = range(view.sentence.token_at(numbers[before].end - 1) + 1, compared.first)
    return len(between) <= SET_AGAINST and not any(view.covers(at, Cue.SPEECH, Cue.COORDINATION) for at in between)


def set_against(view: View, first: int) -> Hit | None:
    """The word before a figure, over what qualifies it, that sets it against another one."""
    index = first - 1
    while index > 0 and (hit := view.covers(index, *QUALIFIERS, Cue.ARTICLE)) is not None:
        index = hit.first - 1
    return view.covers(index, Cue.EARLIER) if index > 0 else None


def came_from(view: View, numbers: dict[int, Number], first: int) -> bool:
    """Whether it follows what it became: "fell to 4.1 %|from 4.3 %"."""
    before = [at for at in numbers if at < first]
    if first not in numbers or view.tongue.postpositions or not before:
        return False
    if view.covers(first - 1, Cue.OF, Cue.SOURCE) is None:
        return False
    new, old = numbers[before[-1]], numbers[first]
    end = view.sentence.token_at(new.end - 1) + 1
    between = [at for at in range(end, first - 1) if at not in view.dated and not view.covers(at, Cue.IN, Cue.ARTICLE)]
    stop = first - 1 - (first > 1 and view.tokens[first - 2].norm == ",")  # "al 2%, dal 2,25%"
    close = len(between) < (UNIT if new.quantity.unit == COUNT else CHANGED) and not fenced(view, end, stop)
    target = before[-1] > 0 and view.covers(before[-1] - 1, Cue.IN, Cue.AMOUNT, Cue.AT_MOST, Cue.INFINITIVE) is not None
    return close and target and new.quantity.unit == old.quantity.unit


def counts(view: View) -> Iterator[tuple[int, Number]]:
    """The numbers of the sentence that are of something, each with its first token."""
    for number in view.numbers:
        first = view.sentence.token_at(number.start)
        if first not in view.dated and number.quantity.unit != YEAR:
            yield first, number


def said_before(view: View, first: int) -> bool:
    """Whether the speaker is one of an earlier time: "an earlier version said", "he had previously said"."""
    frame = governing(view, frames_of(view), first)
    return frame is not None and any(
        frame.first <= hit.first and hit.last <= frame.last and not fenced(view, hit.last + 1, frame.last)
        for hit in view.all(Cue.PAST)
    )


def of_bygone_year(view: View, first: int, last: int) -> bool:
    """Whether a year long before publication dates the figure: "the 2018 quake killed 4,340", "4,340 died in 2018".

    Last year's does not: news gives it as the latest there is. Nor does one from which on is counted ("since 2022").
    """
    published = view.scene.published
    if published is None:
        return False
    for year, at in years(view):
        counted_from = at > 0 and view.covers(at - 1, Cue.CLAUSE) is not None
        if year >= published.year - 1 or counted_from:
            continue
        opening = at < OPENING and at + 1 < len(view.tokens) and view.tokens[at + 1].norm == ","
        before = 0 < first - at <= YEAR_AHEAD and not fenced(view, at + (2 if opening else 1), first)
        after = 0 < at - last <= NEAR and not fenced(view, last + 1, at)
        if before or after:
            return True
    return False


def years(view: View) -> Iterator[tuple[int, int]]:
    """The years that stand alone in the sentence, each with its token."""
    for number in view.numbers:
        value = number.quantity.nominal
        if number.quantity.unit == YEAR and value is not None:
            yield int(value), view.sentence.token_at(number.start)


def now_between(view: View, past: Hit, first: int) -> bool:
    low, high = sorted((past.first, first))
    return any(low < hit.first < high for hit in view.all(Cue.NOW))
