"""Synthetic news pages of 100 to 200 kB, in Indonesian and English, the same on every run.

They are built as papers build theirs: menus, styles, scripts with state in JSON, an article of some 4 kB with numbers,
dates and money in it, teasers between its paragraphs, lists of other articles, comments and a footer.

    python benchmarks/pages.py FOLDER [COUNT]     writes them as files
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

SIZES = range(100_000, 200_000)
"""Bytes of a page."""
PARAGRAPHS = 24

ID = {
    "title": "{place} {event}, {who} {act}",
    "places": [
        "Bandung",
        "Semarang",
        "Makassar",
        "Padang",
        "Pontianak",
        "Kupang",
        "Ambon",
        "Jayapura",
        "Mataram",
        "Banjarmasin",
    ],
    "events": ["Diguyur Hujan Lebat", "Gelar Pasar Murah", "Bangun Jembatan Baru", "Buka Jalur Kereta"],
    "people": [
        "wali kota",
        "kepala dinas",
        "gubernur",
        "ketua panitia",
        "seorang pedagang",
        "juru bicara bank sentral",
    ],
    "acts": ["Siapkan Anggaran", "Minta Warga Bersabar", "Janjikan Perbaikan", "Tinjau Lokasi"],
    "sentences": [
        "Pemerintah kota {place} menyiapkan Rp{money} miliar untuk memperbaiki {small} ruas jalan rusak sejak {year}.",
        "Menurut {who}, harga beras naik {percent} persen menjadi Rp{price} per kilogram pada {date}.",
        "Sebanyak {count} penumpang memakai kereta pada hari pertama, kata {who} kepada wartawan di {place}.",
        "Hujan turun selama {small} jam dan baru reda menjelang pukul {hour}.{minute} waktu setempat.",
        "Pertandingan berakhir dengan skor {small}-{tiny}, dan {count} penonton pulang dengan gembira.",
        "Warga berharap pembangunan {thing} selesai sebelum {year}, meskipun biayanya diperkirakan membengkak.",
        "Dalam rapat itu {who} menegaskan bahwa {thing} tidak akan dijual kepada pihak mana pun.",
        "Bank sentral menahan suku bunga pada {percent} persen, sedangkan nilai tukar bergerak di sekitar {price}.",
        "Setelah {small} bulan, {thing} di {place} akhirnya dibuka kembali untuk umum dengan tiket Rp{price}.",
    ],
    "things": ["pasar induk", "jembatan layang", "gedung sekolah", "taman kota", "pelabuhan lama", "terminal bus"],
    "months": [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
    "also": "Baca Juga",
    "menu": [
        "Beranda",
        "Politik",
        "Ekonomi",
        "Olahraga",
        "Teknologi",
        "Gaya",
        "Otomotif",
        "Kesehatan",
        "Wisata",
        "Opini",
        "Video",
        "Foto",
    ],
    "comment": "Semoga cepat selesai, sudah {small} tahun kami menunggu.",
}
EN = {
    "title": "{place} {event} as {who} {act}",
    "places": [
        "Leeds",
        "Ottawa",
        "Brisbane",
        "Galway",
        "Dunedin",
        "Halifax",
        "Cardiff",
        "Tucson",
        "Winnipeg",
        "Durban",
    ],
    "events": ["opens a new bridge", "braces for heavy rain", "holds its budget talks", "reopens its market hall"],
    "people": [
        "the mayor",
        "a council official",
        "the finance minister",
        "the head coach",
        "a shopkeeper",
        "the bank's spokesman",
    ],
    "acts": ["promises repairs", "asks for patience", "defends the cost", "visits the site"],
    "sentences": [
        "The council of {place} has set aside ${money} million to mend {small} roads damaged since {year}.",
        "Rice now costs {percent} percent more than it did on {date}, {who} said, at about {price} a tonne.",
        "About {count} passengers took the train on its first day, {who} told reporters in {place}.",
        "Rain fell for {small} hours and did not ease until {hour}:{minute} local time.",
        "The match ended {small}-{tiny}, and a crowd of {count} went home content.",
        "Residents hope that the {thing} will be finished before {year}, although its cost is expected to grow.",
        "At the meeting {who} insisted that the {thing} would not be sold to anyone.",
        "The central bank held its rate at {percent} percent while the currency traded near {price}.",
        "After {small} months the {thing} in {place} opened again to the public, with tickets at ${tiny}.",
    ],
    "things": ["wholesale market", "flyover", "school building", "city park", "old harbour", "bus terminal"],
    "months": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "also": "Read also",
    "menu": [
        "Home",
        "Politics",
        "Business",
        "Sport",
        "Technology",
        "Lifestyle",
        "Motoring",
        "Health",
        "Travel",
        "Opinion",
        "Video",
        "Pictures",
    ],
    "comment": "About time, we have been waiting for {small} years.",
}
LANGUAGES = {"id": ID, "en": EN}


def page(number: int, language: str) -> bytes:
    """One page; the same for the same number and language."""
    chance = random.Random(f"{number} {language}")
    words = LANGUAGES[language]
    size = chance.choice(SIZES)
    title = _filled(chance, words, words["title"]).title()
    date = f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}T{chance.randint(0, 23):02}:00:00+07:00"
    top = (
        _head(chance, language, title, date)
        + _menu(chance, words)
        + f"<main><h1>{title}</h1>"
        + _article(chance, words)
    )
    bottom = "</main>" + _comments(chance, words) + "<footer>" + _menu(chance, words) + "</footer></body></html>"
    filling: list[str] = []
    missing = size - len(top.encode()) - len(bottom.encode())
    while missing > 0:
        filling.append(_teasers(chance, words) if len(filling) % 2 else _script(chance, words))
        missing -= len(filling[-1].encode())
    return (top + "".join(filling) + bottom).encode()


def pages(count: int) -> Iterator[tuple[str, bytes]]:
    """(language, page), the languages in turn."""
    for number in range(count):
        language = ("id", "en")[number % 2]
        yield language, page(number, language)


def _filled(chance: random.Random, words: dict, template: str) -> str:
    separator = "." if words is ID else ","
    return template.format(
        place=chance.choice(words["places"]),
        event=chance.choice(words["events"]),
        who=chance.choice(words["people"]),
        act=chance.choice(words["acts"]),
        thing=chance.choice(words["things"]),
        money=chance.randint(2, 900),
        small=chance.randint(2, 30),
        tiny=chance.randint(0, 9),
        year=chance.randint(1990, 2027),
        percent=f"{chance.randint(1, 19)}{',' if words is ID else '.'}{chance.randint(0, 9)}",
        price=f"{chance.randint(11, 19)}{separator}{chance.randint(0, 999):03}",
        count=f"{chance.randint(1, 80)}{separator}{chance.randint(0, 999):03}",
        hour=f"{chance.randint(0, 23):02}",
        minute=f"{chance.randint(0, 59):02}",
        date=f"{chance.randint(1, 28)} {chance.choice(words['months'])} {chance.randint(2015, 2024)}",
    )


def _sentence(chance: random.Random, words: dict) -> str:
    return _filled(chance, words, chance.choice(words["sentences"]))


def _head(chance: random.Random, language: str, title: str, date: str) -> str:
    rules = "".join(
        f".c{chance.randrange(16**6):06x}-{n}{{margin:{chance.randint(0, 40)}px;color:#{chance.randrange(16**6):06x}}}"
        for n in range(200)
    )
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title} - Koran</title>'
        f'<meta property="og:title" content="{title}"><meta property="article:published_time" content="{date}">'
        f"<style>{rules}</style></head><body>"
    )


def _menu(chance: random.Random, words: dict) -> str:
    items = "".join(
        f'<li class="menu-item menu-item-{chance.randrange(9999)}">'
        f'<a href="/{name.lower()}/{place.lower()}">{name} {place}</a></li>'
        for name in words["menu"]
        for place in words["places"][:6]
    )
    return f'<nav class="menu"><ul>{items}</ul></nav>'


def _article(chance: random.Random, words: dict) -> str:
    parts = []
    for n in range(PARAGRAPHS):
        parts.append(f"<p>{' '.join(_sentence(chance, words) for _ in range(chance.randint(1, 3)))}</p>")
        if n % 6 == 5:
            parts.append(
                f'<p><strong>{words["also"]}: <a href="/{n}">{_filled(chance, words, words["title"])}</a></strong></p>'
            )
    return f'<article class="post-content">{"".join(parts)}</article>'


def _teasers(chance: random.Random, words: dict) -> str:
    cards = "".join(
        f'<div class="card card-{n}"><a href="/artikel/{chance.randrange(10**7)}">'
        f'<img src="/img/{chance.randrange(10**9)}.webp" alt="" width="320" height="180"></a>'
        f'<div class="card-body"><h3>{_filled(chance, words, words["title"])}</h3>'
        f'<span class="date">{chance.randint(1, 28)}/{chance.randint(1, 12)}/2024</span></div></div>'
        for n in range(12)
    )
    return f'<section class="related"><div class="grid">{cards}</div></section>'


def _script(chance: random.Random, words: dict) -> str:
    state = [
        {
            "id": chance.randrange(10**9),
            "title": _filled(chance, words, words["title"]),
            "views": chance.randrange(10**6),
        }
        for _ in range(40)
    ]
    return f"<script>window.__state={json.dumps(state)};</script>"


def _comments(chance: random.Random, words: dict) -> str:
    said = "".join(f'<li class="comment"><p>{_filled(chance, words, words["comment"])}</p></li>' for _ in range(20))
    return f'<section id="comments"><ol>{said}</ol></section>'


def main() -> None:
    folder, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100
    folder.mkdir(parents=True, exist_ok=True)
    for number, (language, body) in enumerate(pages(count)):
        (folder / f"{number:05}.{language}.html").write_bytes(body)
    print(f"{count} pages in {folder}")


if __name__ == "__main__":
    main()
