"""The table of a replay, printed row by row, since a long run is not to be held in memory."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from monitor.change import Alert, Change
from monitor.claim import ArticleRef
from monitor.wording import change_phrase, headline, one_line, paper_phrase, path_phrase, short_speaker
from workers.replay import Happened

WIDTHS = (16, 8)
PIPED_WIDTH = 120


class ReplayTable:
    """Alerts, and the changes that were recorded and not told (first sightings, what is held)."""

    def __init__(self, console: Console) -> None:
        self._console = console if console.is_terminal else Console(width=PIPED_WIDTH, highlight=False)
        self._waiting: list[Happened] = []
        self._begun = False

    def add(self, happened: Happened) -> None:
        """A change waits for its alert, which shows it; another article's shows that there is none."""
        if self._waiting and self._waiting[0].article.id != happened.article.id:
            self.flush()
        if isinstance(happened.event, Alert):
            told = {change.id for change in happened.event.changes}
            self._waiting = [each for each in self._waiting if not _told(each, told)]
            self.flush()
            self._row(happened.event, happened.article)
        else:
            self._waiting.append(happened)

    def flush(self) -> None:
        for happened in self._waiting:
            self._row(happened.event, happened.article)
        self._waiting = []

    def _row(self, event: Change | Alert, article: ArticleRef) -> None:
        if not self._begun:
            self._begun = True
            self._print("time", "", "what changed, who says so, where it was read", style="dim")
        time = f"{event.at:%Y-%m-%d %H:%M}"
        if isinstance(event, Alert):
            self._print(time, "ALERT", headline(event), style="bold")
            if len(event.changes) > 1:
                self._print("", "", path_phrase(event.changes))
            self._said(event.changes[-1], article)
        else:
            self._print(time, "recorded", f"{event.watch}: {change_phrase(event)}", style="dim")

    def _said(self, change: Change, article: ArticleRef) -> None:
        if change.to is None:
            self._print("", "", paper_phrase(article), style="dim")
            return
        # The two are one where a paper says it itself.
        said = dict.fromkeys((short_speaker(change.to), paper_phrase(change.to.article)))
        self._print("", "", " · ".join(said), style="dim")
        self._print("", "", f"“{one_line(change.to.quote, 300)}”", style="italic")

    def _print(self, *cells: str, style: str = "") -> None:
        row = Table.grid(padding=(0, 2))
        for width in WIDTHS:
            row.add_column(width=width)
        row.add_column(overflow="fold")
        row.add_row(*(Text(cell) for cell in cells), style=style)
        self._console.print(row)


def _told(happened: Happened, told: set[str]) -> bool:
    return isinstance(happened.event, Change) and happened.event.id in told
