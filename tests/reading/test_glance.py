"""A glance at a sentence tells which hits it cannot have, in every language."""

import pytest
from labelled import codes, passages

from monitor.reading.scene import see
from monitor.reading.words.lookup import HitKind

SORTS = (
    (frozenset({HitKind.STATUS, HitKind.STEP}), None),
    (frozenset({HitKind.STATUS}), frozenset({"treaty"})),
    (frozenset({HitKind.NOUN}), frozenset({"treaty", "law", "soldiers"})),
    (frozenset({HitKind.ENTITY, HitKind.DEMONYM}), None),
)


def is_of(hit, kinds, ids):
    return hit.kind in kinds and (ids is None or hit.id.partition("/")[0] in ids)


@pytest.mark.parametrize("code", codes())
def test_no_hit_is_overlooked(code, vocabulary):
    for passage in passages(code):
        scene = see(passage["text"], vocabulary, vocabulary.languages[code])
        for index, hits in enumerate(scene.hits):
            for sort in SORTS:
                assert scene.may_hold(index, *sort) or not any(is_of(hit, *sort) for hit in hits), passage["id"]


@pytest.mark.parametrize(
    ("language", "nothing", "step"),
    [
        ("en", "The two ministers met in Geneva on Monday.", "The pact took, at last, effect."),
        ("de", "Die Minister trafen sich in Genf.", "Das Abkommen trat am Montag in Kraft."),
        ("ar", "التقى الوزيران في جنيف.", "وصادق البرلمان على الاتفاق."),
        ("zh", "两位部长在日内瓦会面。", "条约已经生效。"),
        ("ko", "두 장관은 제네바에서 만났다.", "조약이 발효됐다."),
    ],
)
def test_most_sentences_need_no_second_look(language, nothing, step, scene_of):
    kinds = frozenset({HitKind.STATUS, HitKind.STEP})
    scene, _, _ = scene_of(nothing, language)
    assert not scene.may_hold(0, kinds)
    scene, _, _ = scene_of(step, language)
    assert scene.may_hold(0, kinds)


def test_a_text_in_combining_signs_is_looked_at_in_any_case(scene_of):
    scene, _, _ = scene_of("か\u3099いこく。", "ja")
    assert scene.may_hold(0, frozenset({HitKind.STATUS}))
