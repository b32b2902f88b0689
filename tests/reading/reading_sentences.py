"""What the tests of a language ask of one sentence; what is asked for stands in [brackets]."""

from monitor.reading.figures.finding import find_figures
from monitor.reading.statuses.finding import find_statuses
from monitor.reading.voice.attribution import speaker_of
from monitor.reading.voice.modality import modality_of


def figure(scene_of, language, marked):
    scene, start, _ = scene_of(marked, language)
    (mention,) = [one for one in find_figures(scene) if one.start == start]
    return mention


def counted(scene_of, language, marked):
    """Noun, group, action and place of a figure."""
    mention = figure(scene_of, language, marked)
    return mention.noun, " and ".join(mention.of), mention.action, mention.place_id


def speaker(scene_of, language, marked):
    scene, start, _ = scene_of(marked, language)
    found = speaker_of(scene, start)
    return found.text if found else None


def modality(scene_of, language, marked):
    return modality_of(*scene_of(marked, language))


def steps(scene_of, language, text):
    """Status, modality and who took the step, of every step of the text."""
    scene, _, _ = scene_of(text, language)
    return [(one.status, str(one.modality), " and ".join(one.by)) for one in find_statuses(scene)]
