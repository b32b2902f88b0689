"""Hindi: who says a figure and how, whose it is, and how far a treaty is. The place in [brackets] is asked for."""

import pytest

from monitor.reading.figures.finding import find_figures
from monitor.reading.statuses.finding import find_statuses
from monitor.reading.voice.attribution import speaker_of
from monitor.reading.voice.modality import modality_of

SPEAKERS = [
    ("बाढ़ में [40] लोग बेघर हो गए, आपदा प्रबंधन प्राधिकरण ने सोमवार को बताया।", "आपदा प्रबंधन प्राधिकरण"),
    ("रूस के रक्षा मंत्रालय ने कहा कि [240] सैनिक मारे गए हैं।", "रूस के रक्षा मंत्रालय"),
    ("राष्ट्रपति जेलेंस्की ने सोमवार को पत्रकारों से कहा कि [9,000] सैनिक मोर्चे पर हैं।", "राष्ट्रपति जेलेंस्की"),
    ("खुफिया एजेंसी के अनुसार [9,000] सैनिक तैनात हैं।", "खुफिया एजेंसी"),
    ("अधिकारियों का कहना है कि [50] लोग अब भी फंसे हैं।", "अधिकारियों"),
    ('"[31] लोग मारे गए," मेयर ने कहा।', "मेयर"),
    ("रिजर्व बैंक ने रेपो दर [0.25] प्रतिशत घटा दी।", "रिजर्व बैंक"),
    ("संसद ने विधेयक को [311] मतों से पारित किया।", "संसद"),
    ("बाढ़ में [12] लोगों की मौत हो गई।", None),
]
MODALITIES = [
    ("पाकिस्तान ने दावे का खंडन करते हुए कहा कि [11] सैनिक मारे गए।", "asserted"),
    ("क्रेमलिन ने [9,000] सैनिकों की मौजूदगी से इनकार किया।", "denied"),
    ("क्रेमलिन ने इस बात से इनकार किया कि [9,000] सैनिक सीमा पर हैं।", "denied"),
    ("उत्तर कोरिया ने [9,000] सैनिक नहीं भेजे।", "denied"),
    ("उत्तर कोरिया [9,000] सैनिक भेजेगा।", "planned"),
    ("उत्तर कोरिया [9,000] सैनिक भेज सकता है।", "hypothetical"),
    ("[31] लोगों की मौत की पुष्टि नहीं हुई है।", "hypothetical"),
    ("माना जा रहा है कि [500] लोग लापता हैं।", "estimated"),
    ("एक महीने पहले [800] सैनिक थे।", "past"),
    ("मंत्रालय ने कहा कि [240] सैनिक मारे गए।", "asserted"),
]
FIGURES = [
    ("हमले में [26] पर्यटक मारे गए।", "people", (), "killed"),
    ("हादसे में [3] बच्चों समेत 12 लोगों की मौत हो गई।", "children", (), "killed"),
    ("मृतकों में [9] बच्चे भी हैं।", "children", (), "killed"),
    ("भूकंप में [31] लोग घायल हुए।", "people", (), "wounded"),
    ("मोर्चे पर [900] उत्तर कोरियाई सैनिक मारे गए।", "soldiers", ("North Korea",), "killed"),
    ("प्रदर्शन में [80] लोग गिरफ्तार किए गए।", "people", (), "arrested"),
]
STEPS = [
    (
        "रूस ने संधि का अनुमोदन कर दिया है, लेकिन उत्तर कोरिया ने अभी तक अनुमोदन नहीं किया है।",
        [("ratified", "asserted"), ("ratified", "denied")],
    ),
    ("संधि अगले महीने लागू होगी।", [("in_force", "planned")]),
]


@pytest.mark.parametrize(("marked", "expected"), SPEAKERS)
def test_the_speaker_is_found_before_behind_and_far_from_the_verb(scene_of, marked, expected):
    scene, start, _ = scene_of(marked, "hi")
    speaker = speaker_of(scene, start)
    assert (speaker.text if speaker else None) == expected


@pytest.mark.parametrize(("marked", "expected"), MODALITIES)
def test_verbs_and_their_endings_behind_a_figure_say_how_it_is_put(scene_of, marked, expected):
    scene, start, end = scene_of(marked, "hi")
    assert modality_of(scene, start, end) == expected


@pytest.mark.parametrize(("marked", "noun", "of", "action"), FIGURES)
def test_a_figure_has_its_noun_its_group_and_its_action(scene_of, marked, noun, of, action):
    scene, start, _ = scene_of(marked, "hi")
    figure = next(one for one in find_figures(scene) if one.start == start)
    assert (figure.noun, figure.of, figure.action) == (noun, of, action)


@pytest.mark.parametrize(("text", "expected"), STEPS)
def test_a_treaty_climbs_by_each_step_that_is_taken(scene_of, text, expected):
    scene, *_ = scene_of(text, "hi")
    assert [(one.status, str(one.modality)) for one in find_statuses(scene)] == expected
