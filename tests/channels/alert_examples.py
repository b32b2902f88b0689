"""Alerts as the judge makes them, for the tests of the channels and for the pictures in docs/."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from monitor.article import revision_of
from monitor.change import Alert, AlertKind, Change, ChangeKind, Relation
from monitor.claim import ArticleRef, Claim, Kind, Modality
from monitor.quantity import Qualifier, Quantity

JAKARTA = timezone(timedelta(hours=7))
TROOPS = "dprk-troops-in-russia"
TREATY = "dprk-russia-treaty"
TITLE = "North Korean troops in Russia"


def article(name: str, time: datetime, **fields) -> ArticleRef:
    given = {
        "url": f"https://{name}/berita/{time:%Y/%m/%d}/korea-utara",
        "title": "Pasukan Korea Utara di Kursk",
        "published": time,
        "language": "id",
        "dated": True,
        "first_seen": time + timedelta(minutes=9),
    }
    return ArticleRef(**{"id": f"{name}-{time:%d%H}", "revision": revision_of(name), "time": time, **given, **fields})


def claim(ref: ArticleRef, quote: str, mention: str, **fields) -> Claim:
    start = 812
    at = start + quote.index(mention)
    where = {"start": start, "end": start + len(quote), "mention_start": at, "mention_end": at + len(mention)}
    return Claim(**{"watch": TROOPS, "kind": Kind.FIGURE, "article": ref, "quote": quote, **where, **fields})


WASHINGTON = claim(
    article("kabar.example", datetime(2024, 11, 12, 20, 0, tzinfo=JAKARTA), title="AS: Tentara Korut Tiba di Kursk"),
    "Pemerintah Amerika Serikat memperkirakan sekitar 10.000 tentara Korea Utara berada di Kursk.",
    "sekitar 10.000",
    quantity=Quantity.of(10000, Qualifier.ABOUT),
    speaker="Pemerintah Amerika Serikat",
    speaker_id="United States government",
    speaker_gloss="United States government",
    counted="tentara",
    gloss="North Korean soldiers",
    of="North Korea",
    action="deployed",
    place="Kursk",
    place_id="Kursk",
    modality=Modality.ESTIMATED,
)
WASHINGTON_NAMED = f"{WASHINGTON.speaker} ({WASHINGTON.speaker_gloss})"
KYIV = claim(
    article(
        "warta.example", datetime(2024, 11, 13, 9, 5, tzinfo=JAKARTA), title="Zelenskyy: 11.000 Tentara Korut di Kursk"
    ),
    "“Sekitar 11.000 tentara Korea Utara kini berada di wilayah Kursk,” kata Presiden Ukraina Volodymyr Zelenskyy "
    "dalam pidato malamnya.",
    "Sekitar 11.000",
    quantity=Quantity.of(11000, Qualifier.ABOUT),
    speaker="Presiden Ukraina Volodymyr Zelenskyy",
    speaker_id="Volodymyr Zelensky",
    speaker_gloss="Volodymyr Zelensky",
    counted="tentara",
    gloss="North Korean soldiers",
    of="North Korea",
    action="deployed",
    place="Kursk",
    place_id="Kursk",
)
KYIV_BEFORE = claim(
    article("suara.example", datetime(2024, 11, 5, 7, 30, tzinfo=UTC), language="en", title="Troops near the border"),
    "Zelensky said on Monday that up to 8,000 North Korean troops had been sent to Russia.",
    "up to 8,000",
    quantity=Quantity.of(8000, Qualifier.AT_MOST),
    speaker="Zelensky",
    speaker_id="Volodymyr Zelensky",
    speaker_gloss="Volodymyr Zelensky",
    counted="tentara",
    gloss="North Korean soldiers",
    of="North Korea",
    action="deployed",
    place="Russia",
    place_id="Russia",
)
SIGNED = claim(
    article("kabar.example", datetime(2024, 10, 15, 12, 0, tzinfo=JAKARTA)),
    "Putin menandatangani perjanjian itu pada bulan Juni.",
    "menandatangani",
    watch=TREATY,
    kind=Kind.STATUS,
    status="signed",
    when="2024-06",
)
RATIFIED = claim(
    article("warta.example", datetime(2024, 11, 12, 16, 0, tzinfo=JAKARTA), title="Korut Ratifikasi Perjanjian"),
    "Korea Utara telah meratifikasi perjanjian pertahanan dengan Rusia, demikian laporan KCNA, Selasa.",
    "meratifikasi",
    watch=TREATY,
    kind=Kind.STATUS,
    status="ratified",
    by=("North Korea",),
    when="2024-11-11",
    speaker="KCNA",
    speaker_id="KCNA",
    speaker_gloss="KCNA",
)


def change(before: Claim | None, to: Claim | None, kind: ChangeKind, relation: Relation | None, **fields) -> Change:
    seen = to or before
    return Change(watch=seen.watch, kind=kind, at=seen.article.time, before=before, to=to, relation=relation, **fields)


def alert(*changes: Change, **fields) -> Alert:
    given = {
        "watch": changes[0].watch,
        "title": TITLE,
        "at": changes[-1].at,
        "receivers": ("desk",),
        "changes": changes,
    }
    return Alert(**{**given, **fields})


OTHER_SPEAKER = alert(
    change(WASHINGTON, KYIV, ChangeKind.ROSE, Relation.OTHER_SPEAKER, speaker_last=KYIV_BEFORE),
)
SAME_SPEAKER = alert(change(KYIV_BEFORE, KYIV, ChangeKind.ROSE, Relation.SAME_SPEAKER, speaker_last=KYIV_BEFORE))
UNNAMED = alert(change(WASHINGTON, replace(KYIV, speaker=None, speaker_id=None), ChangeKind.ROSE, Relation.UNKNOWN))
FIRST = alert(change(None, KYIV, ChangeKind.FIRST, None))
RATIFICATION = alert(
    change(SIGNED, RATIFIED, ChangeKind.ADVANCED, Relation.UNKNOWN, parties=("North Korea",), parties_total=2),
    title="Treaty between North Korea and Russia",
    watch_kind=Kind.STATUS,
)
HELD = alert(
    change(KYIV_BEFORE, WASHINGTON, ChangeKind.ROSE, Relation.OTHER_SPEAKER),
    change(WASHINGTON, KYIV, ChangeKind.ROSE, Relation.OTHER_SPEAKER, speaker_last=KYIV_BEFORE),
)
EDITED = replace(KYIV, quantity=Quantity.of(12000, Qualifier.ABOUT), quote=KYIV.quote.replace("11.000", "12.000"))
CORRECTED = alert(change(KYIV, EDITED, ChangeKind.CORRECTED, Relation.SAME_SPEAKER, speaker_last=KYIV))
RETRACTED = alert(change(KYIV, WASHINGTON, ChangeKind.RETRACTED, None))
EMPTIED = alert(change(KYIV, None, ChangeKind.RETRACTED, None))
BASELINE = Alert(
    watch="",
    title="First look at the source kabar: 12 articles read",
    at=datetime(2024, 11, 12, 13, 0, tzinfo=UTC),
    receivers=("desk",),
    kind=AlertKind.BASELINE,
    lines=(
        "North Korean troops in Russia: about 10,000 · United States government · kabar.example",
        "Treaty between North Korea and Russia: ratified by North Korea, 1 of 2 · KCNA · warta.example",
    ),
)
HOSTILE_NAME = "<!channel> & <script>alert(1)</script>\u2028Bcc: all@example.org\r\n\x1b[31m\u202e*x*"
HOSTILE = alert(
    change(
        WASHINGTON,
        replace(
            KYIV,
            speaker=HOSTILE_NAME,
            speaker_id=HOSTILE_NAME.casefold(),
            speaker_gloss=HOSTILE_NAME,
            place=HOSTILE_NAME,
            place_id=None,
            article=replace(KYIV.article, title=HOSTILE_NAME, url="https://evil.example/a?b=1&c=<|>\"'"),
            quote=f"Sekitar 11.000 {HOSTILE_NAME}",
            start=0,
            end=15 + len(HOSTILE_NAME),
            mention_start=8,
            mention_end=14,
        ),
        ChangeKind.ROSE,
        Relation.OTHER_SPEAKER,
    ),
    title=f"Title {HOSTILE_NAME}",
)
EXAMPLES = {
    "other speaker": OTHER_SPEAKER,
    "same speaker": SAME_SPEAKER,
    "no speaker named": UNNAMED,
    "first": FIRST,
    "ratification": RATIFICATION,
    "held": HELD,
    "corrected": CORRECTED,
    "retracted": RETRACTED,
    "emptied": EMPTIED,
    "baseline": BASELINE,
    "hostile": HOSTILE,
}
