"""What a clause tells of one place alone is a part of the whole."""

import pytest
from reading_sentences import figure


@pytest.mark.parametrize(
    ("language", "marked", "part"),
    [
        ("pt", "Chuvas matam 56 no estado. Só em Juiz de Fora, foram [31] óbitos.", True),
        ("es", "Hay 56 muertos. Solo en Valencia murieron [31] personas.", True),
        ("it", "I morti sono 56. Solo a Faenza sono stati evacuati [2.400] residenti.", True),
        ("fr", "On compte 56 morts. Rien qu'à Nice, [31] personnes ont péri.", True),
        ("vi", "Có 56 người chết. Chỉ riêng tại Lào Cai, [31] người thiệt mạng.", True),
        ("es", "En Valencia murieron [31] personas.", False),
        ("es", "Solo en Valencia llueve; murieron [31] personas.", False),
    ],
)
def test_a_place_alone_is_a_part(scene_of, language, marked, part):
    assert figure(scene_of, language, marked).part == part


@pytest.mark.parametrize(
    ("marked", "action"),
    [
        ("I feriti sono 40, [sei] dei quali gravi, mentre risultano dispersi due anziani.", "wounded"),
        ("Murieron 40 personas, [seis] de las cuales eran niños, y otras 12 fueron rescatadas.", "killed"),
    ],
)
def test_a_part_behind_its_whole_shares_what_befell_it(scene_of, marked, action):
    language = "it" if "feriti" in marked else "es"
    assert figure(scene_of, language, marked).action == action
