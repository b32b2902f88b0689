"""Who decides a rate or a vote says it; who sends or kills people has not said how many. The place is in [brackets]."""

import pytest

from monitor.reading.voice.attribution import speaker_of

DECIDED = [
    ("en", "The Bank of England cut its rate by [25] basis points to 4.5 percent.", "The Bank of England"),
    ("en", "The Bank of England cut its rate by 25 basis points to [4.5] percent.", "The Bank of England"),
    ("en", "Rates were cut by [25] basis points by the Federal Reserve.", "the Federal Reserve"),
    ("en", "Parliament passed the bill by [81] votes to 34.", "Parliament"),
    (
        "en",
        "The Fed cut rates by 25 basis points and the Bank of England kept its own at [5] percent.",
        "the Bank of England",
    ),
    ("en", "The company laid off [900] workers.", "The company"),
    ("id", "Bank Indonesia menurunkan suku bunga [25] basis poin.", "Bank Indonesia"),
    ("id", "Dewan Perwakilan Rakyat mengesahkan undang-undang itu dengan [310] suara.", "Dewan Perwakilan Rakyat"),
    ("de", "Der Bundestag hat es mit [393] zu 234 Stimmen ratifiziert.", "Bundestag"),
    ("ja", "日銀は政策金利を[0.25]ポイント引き上げた。", "日銀"),
]
NOT_DECIDED = [
    ("en", "The Bank of England cut its rate, while inflation rose [0.1] percentage points."),
    ("en", "Inflation cut wages by [3] percent."),
    ("en", "North Korea sent [9,000] soldiers."),
    ("en", "The army killed [31] people."),
    ("id", "Korea Utara mengirim [9.000] tentara."),
]


@pytest.mark.parametrize(("language", "marked", "expected"), DECIDED)
def test_a_decided_figure_is_said_by_who_decides(scene_of, language, marked, expected):
    scene, start, _ = scene_of(marked, language)
    speaker = speaker_of(scene, start)
    assert (speaker.text if speaker else None) == expected


@pytest.mark.parametrize(("language", "marked"), NOT_DECIDED)
def test_other_figures_of_the_sentence_have_no_speaker(scene_of, language, marked):
    scene, start, _ = scene_of(marked, language)
    assert speaker_of(scene, start) is None
