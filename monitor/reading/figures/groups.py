"""Whose ones are counted: named beside the noun, as owner of the number, as who acts with his own, or carried over."""

from __future__ import annotations

from monitor.reading.figures.counted import QUALIFIERS, Counted, Place, ends_phrase, hit_at, noun_first
from monitor.reading.figures.places import cited_besides, placed
from monitor.reading.figures.relatives import relative_behind
from monitor.reading.phrases import View
from monitor.reading.statuses.parties import country_of, unique
from monitor.reading.vocabulary import Cue, EntityKind
from monitor.reading.words.lookup import Hit, HitKind

GROUPS = (EntityKind.COUNTRY, EntityKind.GROUP, EntityKind.ORGANISATION)
NAMES = (HitKind.ENTITY, HitKind.DEMONYM)
NEAR = 3
"""Unknown words between a noun and the name behind it: "pasukan khusus elite Korea Utara"."""
CLAUSE_LENGTH = 24
BACK = 2
"""Sentences back from which a group is carried over."""
WINDOW = 600
"""Characters before a sentence within which its group may have been named."""

LOSSES = "casualties"
"""The noun of those whom a side lost."""

Group = tuple[str, ...]
"""Entity ids; several are counted together. Empty: the text does not say."""


def group_of(view: View, number: Place, counted: Counted | None, action: Hit | None, places: list[Place]) -> Group:
    """The group of a number in its own sentence."""
    if told := told_of(view, number):
        return told
    if counted is not None and counted.id is not None:
        beside = beside_noun(view, number, counted, places)
        if beside:
            return with_included(view, counted, beside, places)
    group = owner(view, number.first) or having(view, number, action)
    if not group and (clause := relative_behind(view, counted)) is not None:
        group = chain(view, clause.name)
    group = group or on_side(view, number) or acting(view, number, action) or losing(view, number, counted)
    return with_included(view, counted, group, places) if counted is not None else group


def told_of(view: View, number: Place) -> Group:
    """Who a sentence says that they are: "Of those, 11,000|are|North Koreans"."""
    verb = view.covers(number.last + 1, Cue.FILLER)
    name = hit_at(view, verb.last + 1, HitKind.DEMONYM) if verb is not None else None
    return chain(view, name) if name is not None else ()


def on_side(view: View, number: Place) -> Group:
    """Whose side is spoken of: "auf|nordkoreanischer|Seite", "di pihak|Korea Utara"."""
    for side in reversed(view.all(Cue.SIDE)):
        if side.last < number.first <= side.last + CLAUSE_LENGTH and not cut_off(view, side.last + 1, number.first):
            name = ending_at(view, side.first - 1) if side.first > 0 else None
            name = name or hit_at(view, side.last + 1, *NAMES)
            return groups_among(view, [name]) if name is not None else ()
    return ()


def cut_off(view: View, first: int, before: int) -> bool:
    return any(
        view.tokens[index].norm in {";", ":"} or view.covers(index, Cue.SPEECH) for index in range(first, before)
    )


def with_included(view: View, counted: Counted, group: Group, places: list[Place]) -> Group:
    """Together with those of others that the number includes: "50,000 soldiers, including North Koreans".

    Those of whom it says how many they are, "including 11,000 North Koreans", are a figure of their own.
    """
    numbers = {place.first for place in places}
    for index in range(counted.last + 1, min(counted.last + 3, len(view.tokens))):
        cue = view.covers(index, Cue.PART)
        if cue is not None and group:
            near = range(cue.last + 1, min(cue.last + 1 + NEAR, len(view.tokens)))
            return group if numbers.intersection(near) else unique((*group, *named(view, near.start, near.stop - 1)))
    return group


def beside_noun(view: View, number: Place, counted: Counted, places: list[Place]) -> Group:
    start = counted.first if counted.before else number.last + 1
    between = named(view, start, counted.last, but_places=True)
    before = before_noun(view, counted) if counted.before else ()
    behind = () if view.tongue.postpositions else behind_noun(view, counted, places)
    return unique((*before, *between)) or behind or theirs(view, counted)


def theirs(view: View, counted: Counted) -> Group:
    """Read "its troops": those of the subject."""
    for index in range(counted.first - 1, max(-1, counted.first - NEAR), -1):
        if view.covers(index, Cue.THEIR):
            return subject_of(view, index, anaphor=True)
        if ends_phrase(view, index):
            return ()
    return ()


def named(view: View, first: int, last: int, *, but_places: bool = False) -> Group:
    """All that the tokens name, each by the country it acts for; `but_places`, not what a preposition governs."""
    hits = [
        hit
        for index in range(first, last + 1)
        for hit in view.at.get(index, ())
        if hit.kind in NAMES and hit.last <= last and not (but_places and is_object(view, hit))
    ]
    return groups_among(view, hits)


def groups_among(view: View, names: list[Hit]) -> Group:
    """Whom names stand for; a town or a person who acts for nobody is no group."""
    vocabulary = view.scene.vocabulary
    members = unique(country_of(vocabulary, hit.id) for hit in names)
    return tuple(member for member in members if vocabulary.entities[member].kind in GROUPS)


def before_noun(view: View, counted: Counted) -> Group:
    """The adjectives right before a noun that stands before its number: "North Korean soldiers now number 11,000"."""
    first = counted.first
    while first > 0 and (hit := joined_before(view, first - 1)) is not None:
        first = hit.first
        first = joint_before(view, first) or first
    return named(view, first, counted.last, but_places=True)


def joined_before(view: View, index: int) -> Hit | None:
    """What says more of a noun behind it and ends at the token: a name, or a noun between the two, "북한군 사상자"."""
    name = ending_at(view, index)
    if name is not None or noun_first(view):
        return name
    genitive = view.covers(index, Cue.GENITIVE)
    if genitive is not None:
        index = genitive.first - 1
    return next((hit for hit in view.ends.get(index, ()) if hit.kind in (HitKind.NOUN, HitKind.OFFICE)), None)


def ending_at(view: View, index: int) -> Hit | None:
    """The name, or its "'s" or other mark of a genitive, that ends at the token."""
    genitive = view.covers(index, Cue.GENITIVE)
    if genitive is not None:
        index = genitive.first - 1
    elif view.tokens[index].norm == "'s" and index > 0:
        index -= 1
    return next((hit for hit in view.ends.get(index, ()) if hit.kind in NAMES), None)


def behind_noun(view: View, counted: Counted, places: list[Place]) -> Group:
    """Names behind the noun: "tentara Korea Utara", "tentara dari Rusia dan Korea Utara", "troops from Russia".

    Of "500 perwira dan tiga jenderal Korea Utara" the name belongs to both.
    """
    index, unknown, linked = counted.last + 1, 0, noun_first(view)
    starts = {place.first: place for place in places}
    if linked and (both := set_apart(view, index)):
        return both
    while index < len(view.tokens):
        name = hit_at(view, index, *NAMES)
        if name is not None:
            return chain(view, name) if linked else ()
        cue = view.covers(index, Cue.OF, Cue.COORDINATION)
        if cue is not None and cue.id == Cue.OF:
            linked, index = True, cue.last + 1
        elif cue is not None:
            following = starts.get(cue.last + 1)
            noun = hit_at(view, following.last + 1, HitKind.NOUN) if following is not None else None
            return behind_noun(view, Counted(noun.id, noun.first, noun.last), places) if noun is not None else ()
        elif ends_phrase(view, index) or view.covers(index, Cue.THERE) or hit_at(view, index, HitKind.ACTION):
            return ()
        else:
            unknown += view.tokens[index].is_word and view.covers(index, Cue.ARTICLE) is None
            if unknown > NEAR:
                return ()
            index += 1
    return ()


def set_apart(view: View, index: int) -> Group:
    """Several peoples behind a comma: "45 000 hommes|, Russes et Nord-Coréens confondus"."""
    if index >= len(view.tokens) or view.tokens[index].norm != ",":
        return ()
    name = hit_at(view, index + 1, HitKind.DEMONYM)
    found = chain(view, name) if name is not None else ()
    return found if len(found) > 1 else ()


def chain(view: View, name: Hit) -> Group:
    """A name and those coordinated with it: "dari Rusia dan Korea Utara"."""
    names, index = [name], name.last + 1
    while index < len(view.tokens):
        joint = view.covers(index, Cue.COORDINATION)
        if joint is None and view.tokens[index].norm != ",":
            break
        following = joint.last + 1 if joint is not None else index + 1
        while following < len(view.tokens) and view.covers(following, Cue.OF, Cue.COORDINATION):
            following += 1
        hit = hit_at(view, following, *NAMES)
        if hit is None:
            break
        names.append(hit)
        index = hit.last + 1
    if len(names) > 1 and not any(
        view.covers(index, Cue.COORDINATION) for index in range(name.last + 1, names[-1].first)
    ):
        names = names[:1]  # a comma alone begins something else
    return groups_among(view, names)


def owner(view: View, before: int) -> Group:
    """A possessive right before the number: "North Korea's 11,000 soldiers"."""
    index = before - 1
    while index >= 0 and before - index <= NEAR + 1:
        if view.tokens[index].norm == "'s" or view.covers(index, Cue.GENITIVE):
            name = owning(view, index)
            return coordinated_before(view, name) if name is not None and not is_object(view, name) else ()
        if view.tongue.cues.get(Cue.GENITIVE) and not is_known(view, index):
            return ()  # "イスラエル軍の攻撃で4万人": the attack is theirs, not those who died
        index -= 1
    return ()


def owning(view: View, index: int) -> Hit | None:
    """The name before a genitive, or before the noun there: "俄罗斯和朝鲜|士兵|组成的", "北朝鮮|軍|の"."""
    name = ending_at(view, index)
    if name is not None or not view.tongue.cues.get(Cue.GENITIVE):
        return name
    genitive = view.covers(index, Cue.GENITIVE)
    before = genitive.first - 1 if genitive is not None else index
    noun = next((hit for hit in view.ends.get(before, ()) if hit.kind is HitKind.NOUN), None)
    return ending_at(view, noun.first - 1) if noun is not None and noun.first > 0 else None


def is_known(view: View, index: int) -> bool:
    return bool(view.over.get(index) or view.at.get(index) or view.ends.get(index))


def having(view: View, number: Place, action: Hit | None) -> Group:
    """The subject of "has" right before the number: "North Korea has 10,000 soldiers in Russia".

    Not of an auxiliary: "Hamas hat 24 Geiseln freigelassen".
    """
    verb = have_before(view, number)
    if verb is None and has_behind(view, number):
        return subject_of(view, number.first)
    if view.tongue.verb_second and action is not None and not view.scene.vocabulary.actions[action.id].own:
        return ()
    return subject_of(view, verb.first) if verb is not None else ()


def losing(view: View, number: Place, counted: Counted | None) -> Group:
    """Whose losses they are of which the dead are told: "Russian losses in the battle reached 20,000 dead"."""
    term = view.scene.vocabulary.nouns.get(counted.id) if counted is not None and counted.id is not None else None
    if counted is None or term is None or term.action is None or counted.first < number.first:
        return ()
    for index in range(number.first - 1, max(-1, number.first - CLAUSE_LENGTH), -1):
        if view.tokens[index].norm in {",", ";", ":"} or view.covers(index, Cue.CLAUSE, Cue.SPEECH):
            return ()
        loss = next((hit for hit in view.ends.get(index, ()) if hit.kind is HitKind.NOUN and hit.id == LOSSES), None)
        if loss is not None:
            noun = Counted(loss.id, loss.first, loss.last, before=True)
            return before_noun(view, noun) or behind_noun(view, noun, [])
    return ()


def has_behind(view: View, number: Place) -> bool:
    """Whether "has" ends the number's clause, where verbs stand last without postpositions: "۹۰۰ سرباز|دارد"."""
    if not view.tongue.verb_final or view.tongue.postpositions:
        return False
    for index in range(number.last + 1, min(number.last + CLAUSE_LENGTH, len(view.tokens))):
        if view.covers(index, Cue.HAVE):
            return True
        if view.tokens[index].norm in {";", ":"} or view.covers(index, Cue.CLAUSE, Cue.SPEECH):
            return False
    return False


def have_before(view: View, number: Place) -> Hit | None:
    index = number.first - 1
    while index >= 0 and (cue := view.covers(index, *QUALIFIERS)) is not None:
        index = cue.first - 1
    return view.covers(index, Cue.HAVE) if index >= 0 else None


def acting(view: View, number: Place, action: Hit | None) -> Group:
    """Who does with his own what the number suffers: the subject of "sent", or the agent of "sent by"."""
    if action is None or not view.scene.vocabulary.actions[action.id].own:
        return ()
    agent = agent_of(view, action)
    if agent:
        return agent
    if action.first < number.first:
        behind = subject_behind(view, action, number)
        before = (
            () if behind and opens_clause(view, action) else himself(view, action) or subject_of(view, action.first)
        )
        return before or behind
    if view.tongue.verb_final or is_bracketed(view, number) or is_subordinate(view, number):
        return subject_of(view, number.first)
    return subject_within(view, number, action) if view.tongue.verb_second else ()


def himself(view: View, action: Hit) -> Group:
    """Who says right before the verb that he does it, or does not: "Pyongyang denied|sending 8,000 troops"."""
    index, said = action.first - 1, False
    while index >= 0 and (hit := view.covers(index, Cue.SPEECH, Cue.DENIAL, Cue.FILLER)) is not None:
        said = said or hit.id in (Cue.SPEECH, Cue.DENIAL)
        index = hit.first - 1
    name = ending_at(view, index) if said and index >= 0 else None
    return coordinated_before(view, name) if name is not None and not is_object(view, name) else ()


def is_bracketed(view: View, number: Place) -> bool:
    """Whether an auxiliary of who acts stands before the number whose verb ends the clause: "hat … 900 entsandt"."""
    if not view.tongue.verb_second:
        return False
    for index in range(number.first - 1, max(-1, number.first - CLAUSE_LENGTH), -1):
        if view.covers(index, Cue.HAVE, Cue.PLAN):
            return True
        if view.tokens[index].norm in {",", ";", ":"} or (view.covers(index, Cue.CLAUSE) and not leads(view, index)):
            return False
    return False


def is_subordinate(view: View, number: Place) -> bool:
    """Whether a clause whose verb ends it begins shortly before the number: "wo Russland 900 Mann|entsandt hat"."""
    if not view.tongue.verb_second:
        return False
    for index in range(number.first - 1, max(-1, number.first - CLAUSE_LENGTH), -1):
        if view.covers(index, Cue.CLAUSE):
            return True
        if not view.tokens[index].is_word:
            return False
    return False


def leads(view: View, index: int) -> bool:
    """Whether what else begins a clause is a preposition there: "hat Russland|seit|Januar"."""
    return view.covers(index, Cue.IN) is not None


def subject_within(view: View, number: Place, action: Hit) -> Group:
    """Who stands behind the auxiliary where the object opens the sentence: "900 Mann hat Russland … geschickt"."""
    verb = next((at for at in range(number.last + 1, action.first) if view.covers(at, Cue.HAVE)), action.first)
    names = (hit for at in range(verb + 1, min(verb + 2 + NEAR, action.first)) if (hit := hit_at(view, at, *NAMES)))
    name = next(names, None)
    return chain(view, name) if name is not None and not is_object(view, name) else ()


def opens_clause(view: View, verb: Hit) -> bool:
    """Whether nothing stands before a verb in its clause that could be its subject."""
    index = verb.first - 1
    while index >= 0 and (filler := view.covers(index, Cue.FILLER)) is not None:
        index = filler.first - 1
    return index < 0 or not view.tokens[index].is_word or view.covers(index, Cue.CLAUSE) is not None


def subject_behind(view: View, action: Hit, number: Place) -> Group:
    """Who stands between a verb and its number where verbs may stand first: "отправила Россия 900 солдат"."""
    if not view.tongue.verb_first:
        return ()
    name = hit_at(view, action.last + 1, *NAMES)
    return chain(view, name) if name is not None and name.last < number.first else ()


def agent_of(view: View, action: Hit) -> Group:
    for index in range(action.last + 1, min(action.last + 8, len(view.tokens))):
        cue = view.covers(index, Cue.AGENT)
        if cue is not None:
            name = next((hit for at in range(cue.last + 1, cue.last + 4) if (hit := hit_at(view, at, *NAMES))), None)
            return chain(view, name) if name is not None else ()
    return ()


def subject_of(view: View, verb: int, *, anaphor: bool = False) -> Group:
    """The nearest name before a verb in its clause; "it" or "negara tersebut" stands for the one named before it."""
    if not any(verb - CLAUSE_LENGTH - 1 <= hit.last < verb for kind in NAMES for hit in view.of_kind(kind)):
        return ()
    spoken = frozenset() if anaphor else cited_besides(view, verb)
    for index in range(verb - 1, max(-1, verb - CLAUSE_LENGTH - 1), -1):
        name = next((hit for hit in view.ends.get(index, ()) if hit.kind in NAMES), None)
        if name is not None and name.first not in spoken and not is_object(view, name):
            return coordinated_before(view, name)
        anaphor = anaphor or view.covers(index, Cue.THEIR) is not None
        if (index in spoken and not view.tongue.verb_second) or view.tokens[index].norm in {";", ":"}:
            return ()
        border = view.covers(index, Cue.CLAUSE)
        joined = leads(view, index) or (border is not None and shares_subject(view, border, verb))
        if border is not None and not (anaphor or relative(view, border) or joined):
            return ()
    return ()


def shares_subject(view: View, border: Hit, verb: int) -> bool:
    """Whether a verb right behind a clause word has the subject of the one before: "has armed it|but also sent …"."""
    small = (Cue.FILLER, Cue.NOW, Cue.NEGATION, Cue.PLAN, Cue.FUTURE, Cue.HAVE)
    return all(view.covers(index, *small) is not None for index in range(border.last + 1, verb))


def relative(view: View, border: Hit) -> bool:
    """Whether the clause word stands for the name right before it: "Iran, which has sent …"; "where" does not."""
    if view.tongue.cues.get(Cue.RELATIVE) and view.covers(border.first, Cue.RELATIVE) is None:
        return False
    index = border.first - 1
    if index >= 0 and view.tokens[index].norm == ",":
        index -= 1
    return index >= 0 and ending_at(view, index) is not None


def is_object(view: View, name: Hit) -> bool:
    """Whether a preposition makes the name a place or a beneficiary: "to Russia", "di Ukraina"."""
    if view.tongue.postpositions:
        return placed(view, name) is not None
    return name.first > 0 and view.covers(name.first - 1, Cue.IN) is not None


def coordinated_before(view: View, name: Hit) -> Group:
    first = name.first
    while (joint := joint_before(view, first)) > 0 and (earlier := owning(view, joint - 1)) is not None:
        first = earlier.first
    return named(view, first, name.last)


def joint_before(view: View, first: int) -> int:
    """Where an "and" stands before a name and its article: "i russi|e|i nordcoreani"; 0 for none."""
    index = first - 1
    if index > 1 and view.covers(index, Cue.ARTICLE) and view.covers(index, Cue.COORDINATION) is None:
        index -= 1
    return index if index > 0 and view.covers(index, Cue.COORDINATION) else 0
