"""A part behind its whole, a place behind its country's adjective, a noun beside what befell others."""

import pytest
from reading_sentences import counted, figure


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "Of the 11,000 troops sent to Kursk, [4,000] have been killed or wounded."),
        ("es", "De los 11.000 soldados enviados, unos [4.000] han muerto."),
        ("ja", "派遣された北朝鮮兵1万人のうち、[4000]人が死傷した。"),
        ("zh", "1.1万名朝鲜士兵中，已有[4000]人伤亡。"),
    ],
)
def test_a_smaller_number_behind_a_fronted_whole_is_a_part(scene_of, language, marked):
    assert figure(scene_of, language, marked).part


def test_a_whole_keeps_what_it_did_itself(scene_of):
    text = "Of the [11,000] troops sent to Kursk, 4,000 have been killed."
    assert figure(scene_of, "en", text).action == "deployed"


def test_a_number_behind_a_verb_of_speech_is_no_whole(scene_of):
    text = "Séoul, qui avait fait état de [10 000] soldats, parle désormais de 12 000 hommes."
    assert not figure(scene_of, "fr", text).part


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "About [11,000] soldiers are fighting in the Russian region of Kursk."),
        ("de", "In der russischen Region Kursk kämpfen rund [11.000] Soldaten."),
        ("es", "Unos [11.000] soldados luchan en la región rusa de Kursk."),
    ],
)
def test_the_place_is_the_region_and_not_its_countrys_adjective(scene_of, language, marked):
    assert figure(scene_of, language, marked).place_id == "Kursk"


def test_including_those_who_are_counted_themselves_adds_no_group(scene_of):
    marked = "Russia massed [50,000] soldiers, including 11,000 North Koreans, in Kursk."
    assert figure(scene_of, "en", marked).of == ("Russia",)


def test_whose_attack_it_was_says_nothing_of_who_died(scene_of):
    assert counted(scene_of, "ja", "イスラエル軍の攻撃で[43]人が死亡した。") == ("people", "", "killed", None)


def test_children_who_are_only_included_share_the_fate_of_the_whole(scene_of):
    marked = "Bei dem Angriff wurden zwölf Menschen getötet, darunter [drei] Kinder, und 40 weitere verletzt."
    assert figure(scene_of, "de", marked).action == "killed"


def test_those_listed_behind_what_is_included_with_another_fate_are_no_part(scene_of):
    marked = "Bei dem Angriff wurden zwölf Menschen getötet, darunter drei Kinder, und [40] weitere verletzt."
    assert not figure(scene_of, "de", marked).part


def test_persons_behind_a_preposition_are_the_object_of_the_verb_before_it(scene_of):
    marked = "El temporal obligó a evacuar a [5.500] personas y destruyó 1.300 edificios."
    assert figure(scene_of, "es", marked).action == "displaced"
