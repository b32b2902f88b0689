"""The claim that a mention makes for a watch: with the whole sentence that proves it."""

from __future__ import annotations

from functools import partial

from monitor.claim import ArticleRef, Claim
from monitor.reading.figures.mentions import NumberMention
from monitor.reading.gloss import gloss_of, speaker_gloss
from monitor.reading.live_blog import said_at
from monitor.reading.matching import listed
from monitor.reading.scene import Scene
from monitor.reading.statuses.finding import StatusMention
from monitor.watch import Watch


def figure_claim(scene: Scene, article: ArticleRef, mention: NumberMention, watch: Watch) -> Claim:
    return said(scene, article, mention, watch)(
        mention_end=mention.phrase_end,
        quantity=mention.quantity,
        counted=mention.counted or mention.noun,
        gloss=gloss_of(scene.vocabulary, mention.noun, mention.of),
        of=listed(mention.of) or None,
        action=mention.action,
        place=mention.place,
        place_id=mention.place_id,
        rule="figure",
    )


def status_claim(scene: Scene, article: ArticleRef, mention: StatusMention, watch: Watch) -> Claim:
    return said(scene, article, mention, watch)(
        status=mention.status,
        by=mention.by,
        when=mention.when,
        rule="status",
    )


def said(scene: Scene, article: ArticleRef, mention: NumberMention | StatusMention, watch: Watch) -> partial[Claim]:
    """What every claim has: its sentence, where the mention stands in it, who says so and how."""
    sentence = scene.sentence_of(mention.start)
    return partial(
        Claim,
        watch=watch.id,
        kind=watch.kind,
        article=article,
        quote=scene.document.text[sentence.start : sentence.end],
        start=sentence.start,
        end=sentence.end,
        mention_start=mention.start,
        mention_end=mention.end,
        modality=mention.modality,
        prominence=sentence.prominence,
        said_at=said_at(scene, mention.start),
        speaker=mention.speaker,
        speaker_id=mention.speaker_id,
        speaker_gloss=speaker_gloss(scene.vocabulary, mention.speaker_id),
        via=mention.via,
    )
