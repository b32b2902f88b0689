"""Digits behind a name that belong to it count nothing, whatever was counted before."""

import pytest
from reading_sentences import figure


@pytest.mark.parametrize(
    ("language", "marked", "noun"),
    [
        ("fr", "Huit officiers sont arrivés. L'un roulait en Renault [5].", None),
        ("it", "Crollati nove edifici, tra cui uno in via Roma [12].", None),
        ("es", "Hay 63 presos. El jefe vivía en la calle Mayor [31].", None),
        ("vi", "Có 23 ngôi nhà sập. Ông sống tại căn hộ [1204].", None),
        ("en", "Eight people came by car. In Codogno [12] were killed.", "people"),
        ("fr", "Huit personnes ont été blessées. À Codogno [12] ont été tuées.", "people"),
        ("en", "They counted 40 dead in Lima and in Codogno [12].", "dead"),
        ("it", "I feriti sono 40. A Forlì [31] persone sono morte.", "people"),
        ("es", "Hay 63 presos en Lima, y en Quito [31].", "prisoners"),
    ],
)
def test_a_number_of_a_name_counts_nothing(scene_of, language, marked, noun):
    assert figure(scene_of, language, marked).noun == noun
