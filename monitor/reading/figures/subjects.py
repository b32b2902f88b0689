"""Who acts with his own: the subject or the agent of what the counted ones do."""

from __future__ import annotations

from monitor.reading.figures.nouns import Place, hit_at
from monitor.reading.figures.places import cited_besides, placed
from monitor.reading.statuses.parties import country_of, unique
from monitor.reading.view import View
from monitor.reading.vocabulary import Cue, EntityKind
from monitor.reading.words.lookup import Hit, HitKind

GROUPS = (EntityKind.COUNTRY, EntityKind.GROUP, EntityKind.ORGANISATION)
NAMES = (HitKind.ENTITY, HitKind.DEMONYM)
NEAR = 3
"""Unknown words between a noun and the name behind it: "pasukan khusus elite Korea Utara"."""
CLAUSE_LENGTH = 24
Group = tuple[str, ...]
"""Entity ids; several are counted together. Empty: the text does not say."""


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


def ending_at(view: View, index: int) -> Hit | None:
    """The name, or its "'s" or other mark of a genitive, that ends at the token."""
    genitive = view.covers(index, Cue.GENITIVE)
    if genitive is not None:
        index = genitive.first - 1
    elif view.tokens[index].norm == "'s" and index > 0:
        index -= 1
    return next((hit for hit in view.ends.get(index, ()) if hit.kind in NAMES), None)


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


def owning(view: View, index: int) -> Hit | None:
    """The name before a genitive, or before the noun there: "俄罗斯和朝鲜|士兵|组成的", "北朝鮮|軍|の"."""
    name = ending_at(view, index)
    if name is not None or not view.tongue.cues.get(Cue.GENITIVE):
        return name
    genitive = view.covers(index, Cue.GENITIVE)
    before = genitive.first - 1 if genitive is not None else index
    noun = next((hit for hit in view.ends.get(before, ()) if hit.kind is HitKind.NOUN), None)
    return ending_at(view, noun.first - 1) if noun is not None and noun.first > 0 else None


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
        if view.covers(index, Cue.HAVE, Cue.PLAN, Cue.ESTIMATE, Cue.REPORTED):
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
