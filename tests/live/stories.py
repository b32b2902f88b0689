"""Six stories of our own, in Indonesian and English, with the traps of real ones. The first is there from the start."""

from __future__ import annotations

from paper import Story

BEFORE = Story(
    "sebelas-ribu",
    "id",
    "Ukraina Sebut 11.000 Tentara Korea Utara Ada di Kursk",
    """
    Sekitar 11.000 tentara Korea Utara telah dikerahkan ke wilayah Kursk di Rusia, kata Presiden Ukraina Volodymyr
    Zelensky dalam pidatonya pada Senin malam.

    Korea Utara dan Rusia menandatangani perjanjian kemitraan strategis di Pyongyang pada bulan Juni. Perjanjian itu
    belum diratifikasi.

    Pemerintah di Moskwa tidak menanggapi pernyataan tersebut, sementara para pengamat di Seoul meminta bukti yang
    lebih jelas.
    """,
)
TWELVE = Story(
    "twelve-thousand",
    "en",
    "Seoul raises its estimate of the force in Kursk",
    """
    Up to 12,000 North Korean soldiers have been deployed to Russia's Kursk region, South Korea's spy agency said on
    Thursday. There had been months of speculation about their number.

    The agency told lawmakers that 3,000 of them had been trained in the far east in the autumn, and that 12 flights
    had been counted over 9 days.

    A spokesman in Moscow declined to comment on the figures, which could not be confirmed by other means.
    """,
)
TRAPS = Story(
    "angka-lain",
    "id",
    "Pertempuran di Kursk Berlanjut, Kerugian Bertambah",
    """
    Sebanyak 3.000 tentara Korea Utara tewas dan terluka di Kursk, kata seorang pejabat Kyiv pada Jumat. Angka itu
    tidak dapat diperiksa secara mandiri.

    Pasukan Ukraina bertempur melawan sekitar 50.000 tentara musuh di Kursk, menurut panglima militer negara itu.

    Zelensky kembali mengatakan bahwa sekitar 11.000 tentara Korea Utara telah dikerahkan ke Kursk. Cuaca di wilayah itu
    mencapai minus 7 derajat dan salju turun selama 3 hari.
    """,
)
TEN = Story(
    "ten-thousand",
    "en",
    "Pentagon gives its own count of North Koreans in Russia",
    """
    About 10,000 North Korean soldiers are deployed in Kursk, the Pentagon said on Monday. It gave a count of its own
    for the first time since the first of them arrived.

    A spokeswoman said that Washington was watching the border closely and that the count rested on several sources.

    Trade between the two neighbours grew by 34 percent in 2024, according to customs data published in Seoul.
    """,
)
RATIFIED = Story(
    "ratifikasi",
    "id",
    "Korea Utara Ratifikasi Perjanjian dengan Rusia",
    """
    Korea Utara telah meratifikasi perjanjian kemitraan strategis dengan Rusia, lapor kantor berita KCNA pada Selasa.

    Perjanjian itu akan berlaku setelah kedua negara bertukar dokumen ratifikasi. Perjanjian itu ditandatangani di
    Pyongyang pada bulan Juni.

    Media pemerintah tidak menyebut kapan dokumen itu akan dipertukarkan, dan tidak memberi keterangan lain.
    """,
)
NOTHING = Story(
    "nothing-new",
    "en",
    "Harbour towns count the cost of a quiet winter",
    """
    Fishing towns along the coast have sold 15,000 tonnes less than a year ago, the ministry said on Wednesday, and
    some 400 boats stayed in harbour for most of January.

    The treaty on fishing rights between the neighbours is expected to be signed in 2027, officials said, if talks
    about quotas end by then.

    Residents said the season had been the slowest in living memory, with prices falling by a third.
    """,
)
ADDED = (TWELVE, TRAPS, TEN, RATIFIED, NOTHING)
RULES = """\
watches:
  troops:
    title: North Korean troops in Russia
    figure: {count: soldiers, of: North Korea, action: deployed, where: {any: [Russia, Kursk]}}
    alert: {when: differs, at_most: no limit}
    send: [desk]
  treaty:
    title: Treaty between North Korea and Russia
    status: {of: {thing: treaty, between: [North Korea, Russia]}, ladder: treaty}
    alert: {at_most: no limit}
    send: [desk]
receivers:
  desk:
    - channel: slack
    - channel: email
sources:
  harian:
    url: ROOT/feed.xml
    every: 15 min
"""
