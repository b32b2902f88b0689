"""The claim that a mention makes for a watch: with the whole sentence that proves it."""

from __future__ import annotations

from monitor.claim import ArticleRef, Claim, Kind
from monitor.reading.gloss import gloss_of, speaker_gloss
from monitor.reading.matching import listed
from monitor.reading.mentions import NumberMention
from monitor.reading.scene import Scene
from monitor.reading.statuses import StatusMention
from monitor.watch import Watch


def figure_claim(scene: Scene, article: ArticleRef, mention: NumberMention, watch: Watch) -> Claim:
    sentence = scene.document.sentences[mention.sentence]
    return Claim(
        watch=watch.id,
        kind=Kind.FIGURE,
        article=article,
        quote=scene.document.text[sentence.start : sentence.end],
        start=sentence.start,
        end=sentence.end,
        mention_start=mention.start,
        mention_end=mention.phrase_end,
        modality=mention.modality,
        prominence=sentence.prominence,
        quantity=mention.quantity,
        speaker=mention.speaker,
        speaker_id=mention.speaker_id,
        speaker_gloss=speaker_gloss(scene.vocabulary, mention.speaker_id),
        via=mention.via,
        counted=mention.counted or mention.noun,
        gloss=gloss_of(scene.vocabulary, mention.noun, mention.of),
        of=listed(mention.of) or None,
        action=mention.action,
        place=mention.place,
        place_id=mention.place_id,
        rule="figure",
    )


def status_claim(scene: Scene, article: ArticleRef, mention: StatusMention, watch: Watch) -> Claim:
    sentence = scene.sentence_of(mention.start)
    return Claim(
        watch=watch.id,
        kind=Kind.STATUS,
        article=article,
        quote=scene.document.text[sentence.start : sentence.end],
        start=sentence.start,
        end=sentence.end,
        mention_start=mention.start,
        mention_end=mention.end,
        modality=mention.modality,
        prominence=sentence.prominence,
        status=mention.status,
        by=mention.by,
        when=mention.when,
        speaker=mention.speaker,
        speaker_id=mention.speaker_id,
        speaker_gloss=speaker_gloss(scene.vocabulary, mention.speaker_id),
        via=mention.via,
        rule="status",
    )
