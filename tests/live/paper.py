"""A newspaper of our own: a feed and pages over HTTP, with all that surrounds an article on a real site."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
  <meta charset="utf-8">
  <title>{title} | Harian Contoh</title>
  <meta property="og:title" content="{title}">
  <script>window.dataLayer = [{{"soldiers": 99000, "figure": "77.000 tentara Korea Utara di Kursk"}}];</script>
  <style>.menu {{ color: #900 }}</style>
</head>
<body>
  <header><nav class="menu"><ul>
    <li><a href="/">Home</a></li><li><a href="/dunia">Dunia</a></li><li><a href="/ekonomi">Ekonomi</a></li>
    <li><a href="/top">10 Berita Terpopuler</a></li>
  </ul></nav></header>
  <main><article>
    <h1>{title}</h1>
    {paragraphs}
  </article></main>
  <aside class="related-posts"><h3>Baca Juga</h3><ul>
    <li><a href="/lama/1">66.000 Tentara Korea Utara Disebut Sudah di Kursk</a></li>
    <li><a href="/lama/2">Gempa: 4.340 Tewas</a></li>
  </ul></aside>
  <footer>© 2026 Harian Contoh. 12 kantor di 8 negara. <script>track(55000, "soldiers")</script></footer>
</body>
</html>
"""
FEED = """\
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Harian Contoh</title><link>{root}/</link><description>Berita</description>
{items}</channel></rss>
"""
ITEM = """\
<item><title>{title}</title><link>{link}</link><guid isPermaLink="false">{name}</guid><pubDate>{date}</pubDate></item>
"""


@dataclass(frozen=True)
class Story:
    name: str
    language: str
    title: str
    text: str

    def page(self) -> bytes:
        paragraphs = "\n".join(f"<p>{escape(' '.join(part.split()))}</p>" for part in self.text.split("\n\n"))
        return PAGE.format(language=self.language, title=escape(self.title), paragraphs=paragraphs).encode()


@dataclass
class Paper:
    """`holding` makes requests for pages wait, and `held` says that one does: the moment to kill somebody."""

    published: list[tuple[Story, datetime]] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)
    held: threading.Event = field(default_factory=threading.Event)
    released: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.released.set()
        self.server = serve(self._handler())
        self.root = f"http://127.0.0.1:{self.server.server_port}"

    def publish(self, *stories: Story, ago: timedelta = timedelta(0)) -> None:
        """The last of them now, each of the others some seconds before the next: feeds count in seconds."""
        last = datetime.now(UTC) - ago
        times = [last - timedelta(seconds=2 * place) for place in range(len(stories))]
        self.published += zip(stories, reversed(times), strict=True)

    def hold_pages(self) -> None:
        self.held.clear()
        self.released.clear()

    def feed(self) -> bytes:
        items = "".join(
            ITEM.format(
                title=escape(story.title),
                link=f"{self.root}/{story.language}/{story.name}",
                name=story.name,
                date=format_datetime(published),
            )
            for story, published in reversed(self.published)
        )
        return FEED.format(root=self.root, items=items).encode()

    def pages_asked(self) -> dict[str, int]:
        return {path: count for path, count in self.asked.items() if path != "/feed.xml"}

    def close(self) -> None:
        self.released.set()
        self.server.shutdown()
        self.server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        paper = self

        class Desk(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                paper.asked[self.path] += 1
                if self.path == "/feed.xml":
                    self.answer(paper.feed(), "application/rss+xml")
                    return
                if not paper.released.is_set():
                    paper.held.set()
                    paper.released.wait(100)
                name = self.path.rsplit("/", 1)[-1]
                for story, _ in paper.published:
                    if story.name == name:
                        self.answer(story.page(), "text/html; charset=utf-8")
                        return
                self.send_error(404)

            def answer(self, body: bytes, kind: str) -> None:
                tag = f'"{sha256(body).hexdigest()[:12]}"'
                fresh = self.headers.get("If-None-Match") != tag
                self.send_response(200 if fresh else 304)
                self.send_header("ETag", tag)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)) if fresh else "0")
                self.end_headers()
                if fresh:
                    self.wfile.write(body)

            def log_message(self, *arguments: object) -> None:
                pass

        return Desk


def serve(handler: type[BaseHTTPRequestHandler]) -> ThreadingHTTPServer:
    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """The other side was killed in the middle: that is what some tests are about."""

    server = Quiet(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    return server
