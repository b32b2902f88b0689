"""The jobs on a real server and real HTTP: one bad feed, page or article never holds up the others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
import structlog
from redis.exceptions import ConnectionError as Unreachable
from rq.timeouts import JobTimeoutException

from monitor.change import ChangeKind
from monitor.source import SourceState
from monitor.store import State
from workers import jobs
from workers.boundary import attempt
from workers.desk import Desk
from workers.rules import LiveRules
from workers.settings import Settings

NOW = datetime.now(UTC)
LATER = NOW + timedelta(days=1)
RULES = """\
watches:
  troops:
    title: North Korean troops in Russia
    figure: {{count: soldiers, of: North Korea, action: deployed}}
    alert: {{at_most: no limit}}
    send: [desk]
receivers:
  desk: [{{channel: log}}]
sources:
  good: {{url: "{root}/good.xml", language: en}}
  bad: {{url: "{root}/bad.xml", language: en}}
"""
ITEM = "<item><title>{name}</title><link>{root}/{name}</link><guid>{name}</guid><pubDate>{date}</pubDate></item>"
PAGE = "<html lang='{language}'><body><article><h1>{title}</h1><p>{text}</p><p>{filling}</p></article></body></html>"
FILLING = (
    "The report gave no further details, and officials in the capital did not answer questions on Monday. "
    "Talks are to go on next week, people familiar with the matter said, and a statement may follow after that."
)


def deployed(count: str, who: str = "the Pentagon") -> str:
    return f"About {count} North Korean soldiers are deployed in Kursk, {who} said."


@pytest.fixture
def site(httpserver):
    """`site(name=text, …)` publishes pages and a feed of them, the first the oldest."""

    def publish(**pages: str) -> None:
        root = httpserver.url_for("").rstrip("/")
        items = []
        for hour, (name, text) in enumerate(pages.items()):
            date = (NOW - timedelta(hours=20 - hour)).strftime("%a, %d %b %Y %H:%M:%S +0000")
            items.append(ITEM.format(name=name, root=root, date=date))
            page = PAGE.format(language="en", title=f"A story called {name}", text=text, filling=FILLING)
            httpserver.expect_request(f"/{name}").respond_with_data(page, content_type="text/html; charset=utf-8")
        feed = f"<rss version='2.0'><channel><title>Good</title>{''.join(items)}</channel></rss>"
        httpserver.expect_request("/good.xml").respond_with_data(feed, content_type="application/rss+xml")

    return publish


@pytest.fixture
def desk(store, httpserver, tmp_path, monkeypatch):
    rules = tmp_path / "rules.yaml"
    rules.write_text(RULES.format(root=httpserver.url_for("").rstrip("/")))
    settings = Settings(_env_file=None, host_pause_seconds=0, allow_private_addresses=True, read_attempts=2)
    desk = Desk(settings, store, LiveRules(rules))
    monkeypatch.setattr(jobs, "_desks", [desk])
    return desk


def established(desk, *names: str) -> None:
    """Sources whose first poll lies behind them."""
    for name in names:
        desk.store.sources.save(SourceState(name=name, baseline_done=True))


def unread(desk) -> list[str]:
    return desk.store.articles.unread_due(LATER, lease=timedelta(seconds=1), limit=100)


def standing(desk) -> int | None:
    claim = desk.store.ledgers.load("troops").fold.standing
    return None if claim is None else int(claim.quantity.nominal)


def told(desk) -> list[str]:
    return [item.alert.kind for item in desk.store.outbox.unsent()]


def test_a_poll_offers_what_the_feed_names(desk, site):
    site(one=deployed("10,000"), two=deployed("11,000"))
    jobs.poll_sources(["good"])
    found = [desk.store.articles.get(article_id).found.title for article_id in unread(desk)]
    assert sorted(found) == ["one", "two"]


def test_a_first_poll_is_recorded_and_not_told(desk, site):
    site(one=deployed("10,000"), two=deployed("11,000"))
    jobs.poll_sources(["good"])
    jobs.read_articles(unread(desk))
    assert standing(desk) == 11000
    assert told(desk) == []
    assert desk.store.baselines.ready() == ["good"]


def test_articles_of_one_batch_are_told_in_one_alert_with_the_way_it_took(desk, site):
    established(desk, "good")
    site(one=deployed("10,000"), two=deployed("11,000"), three=deployed("12,000"))
    jobs.poll_sources(["good"])
    jobs.read_articles(unread(desk)[::-1])
    (item,) = desk.store.outbox.unsent()
    assert [int(change.to.quantity.nominal) for change in item.alert.changes][-2:] == [11000, 12000]


def test_reading_the_same_batch_again_tells_nothing_again(desk, site):
    established(desk, "good")
    site(one=deployed("10,000"), two=deployed("11,000"))
    jobs.poll_sources(["good"])
    ids = unread(desk)
    jobs.read_articles(ids)
    jobs.read_articles(ids)
    assert len(told(desk)) == 1


def test_in_shadow_all_is_recorded_and_nothing_goes_out(desk, site, monkeypatch):
    shadow = desk.settings.model_copy(update={"shadow": True})
    monkeypatch.setattr(jobs, "_desks", [Desk(shadow, desk.store, desk.rules)])
    established(desk, "good")
    site(one=deployed("10,000"), two=deployed("11,000"))
    jobs.poll_sources(["good"])
    jobs.read_articles(unread(desk))
    assert standing(desk) == 11000
    assert told(desk) == []


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"response_data": "oops", "status": 500}, "500"),
        ({"response_data": "<html><body>Welcome</body></html>", "content_type": "text/html"}, "feed"),
        ({"response_data": "", "content_type": "application/rss+xml"}, "empty"),
    ],
)
def test_a_bad_feed_says_what_is_wrong_and_holds_up_no_other(desk, site, httpserver, answer, words):
    httpserver.expect_request("/bad.xml").respond_with_data(**answer)
    site(one=deployed("10,000"))
    jobs.poll_sources(["bad", "good"])
    state = desk.store.sources.state("bad")
    assert words in state.error
    assert state.next_due > NOW
    assert len(unread(desk)) == 1


@pytest.mark.parametrize(("module", "step"), [("jobs", "poll"), ("fetching", "read_article")])
def test_what_nobody_foresaw_in_one_of_a_batch_holds_up_no_other(desk, site, monkeypatch, module, step):
    """Of a source and of an article alike, which are tried again."""
    site(bad=deployed("9,000"), good=deployed("10,000"))
    work = getattr(import_module(f"workers.{module}"), step)

    async def breaking(subject, *arguments, **options):
        if "bad" in (getattr(subject, "name", None), getattr(subject, "title", None)):
            raise ZeroDivisionError
        return await work(subject, *arguments, **options)

    monkeypatch.setattr(f"workers.{module}.{step}", breaking)
    jobs.poll_sources(["bad", "good"])
    ids = unread(desk)
    with structlog.testing.capture_logs():
        jobs.read_articles(ids)
    assert standing(desk) == 10000
    if step == "poll":
        state = desk.store.sources.state("bad")
        assert ("ZeroDivisionError" in state.error, state.failures, state.next_due > NOW) == (True, 1, True)
    else:
        bad = next(known for known in map(desk.store.articles.get, ids) if known.found.title == "bad")
        assert (bad.state, "ZeroDivisionError" in bad.error) == (State.UNREAD, True)


def test_a_page_without_text_is_given_up_in_words_and_the_others_are_read(desk, site, httpserver):
    httpserver.expect_request("/empty").respond_with_data("<html><body></body></html>", content_type="text/html")
    site(empty="", good=deployed("10,000"))
    jobs.poll_sources(["good"])
    ids = unread(desk)
    jobs.read_articles(ids)
    states = {known.found.title: known for known in map(desk.store.articles.get, ids)}
    assert states["empty"].state is State.FAILED
    assert "no text" in states["empty"].error
    assert states["good"].state is State.READ


def test_a_page_that_cannot_be_fetched_is_tried_again_and_given_up_after_its_tries(desk, site, httpserver):
    httpserver.expect_request("/gone").respond_with_data("later", status=503)
    site(gone="")
    jobs.poll_sources(["good"])
    (article_id,) = unread(desk)
    jobs.read_articles([article_id])
    assert desk.store.articles.get(article_id).state is State.UNREAD
    jobs.read_articles([article_id])
    known = desk.store.articles.get(article_id)
    assert (known.state, "503" in known.error) == (State.FAILED, True)


def test_an_article_whose_host_asks_us_to_wait_is_tried_for_longer(desk, site, httpserver):
    httpserver.expect_request("/busy").respond_with_data("later", status=429, headers={"Retry-After": "1"})
    site(busy="")
    jobs.poll_sources(["good"])
    (article_id,) = unread(desk)
    for _ in range(3):
        desk.store.articles.begin(article_id)
        desk.store.articles.failed(article_id, "429", NOW, NOW)
    jobs.read_articles([article_id])
    known = desk.store.articles.get(article_id)
    assert (known.state, known.attempts, "429" in known.error) == (State.UNREAD, 4, True)


def test_a_text_in_a_language_that_we_do_not_read_is_said_and_left(desk, site):
    hungarian = (
        "A kormány hétfőn bejelentette, hogy a következő héten új tárgyalások kezdődnek a szomszédos országokkal. "
        "A miniszterelnök szerint a megállapodás mindenkinek jó lesz, és a részletekről később tájékoztatják a sajtót."
    )
    site(magyar=f"{hungarian} {hungarian}")
    jobs.poll_sources(["good"])
    (article_id,) = unread(desk)
    jobs.read_articles([article_id])
    assert "Hungarian, which is not read" in desk.store.articles.get(article_id).error


def test_a_language_that_we_do_not_read_is_said_once_of_each_source(desk, site):
    hungarian = (
        "A kormány hétfőn bejelentette, hogy a következő héten új tárgyalások kezdődnek a szomszédos országokkal. "
        "A miniszterelnök szerint a megállapodás mindenkinek jó lesz, és a részletekről később tájékoztatják a sajtót."
    )
    site(egy=f"{hungarian} {hungarian}", ketto=f"{hungarian} {hungarian}")
    jobs.poll_sources(["good"])
    with structlog.testing.capture_logs() as told:
        jobs.read_articles(unread(desk))
    said = [(entry["log_level"], entry["source"]) for entry in told if "not read" in entry["event"]]
    assert said == [("warning", "good"), ("debug", "good")]


def test_one_article_that_breaks_the_reader_does_not_hold_up_its_batch(desk, site, monkeypatch):
    established(desk, "good")
    site(one=deployed("10,000"), poison="Some text about a poisoned well in the north.", two=deployed("11,000"))
    jobs.poll_sources(["good"])
    assess = jobs.assess

    def breaking(store, book, articles, *arguments, **options):
        if any("poison" in article.text for article in articles):
            raise ZeroDivisionError
        return assess(store, book, articles, *arguments, **options)

    monkeypatch.setattr(jobs, "assess", breaking)
    ids = unread(desk)
    with structlog.testing.capture_logs() as lines:
        jobs.read_articles(ids)
    assert standing(desk) == 11000
    states = {known.found.title: known for known in map(desk.store.articles.get, ids)}
    assert states["poison"].state is State.UNREAD
    assert "ZeroDivisionError" in states["poison"].error
    assert any(line["event"] == "a mistake of ours" for line in lines)


@pytest.mark.parametrize("error", [Unreachable("gone"), JobTimeoutException("too long")])
def test_a_lost_server_or_a_job_that_takes_too_long_ends_the_job(error):
    def step():
        raise error

    with pytest.raises(type(error)):
        attempt("reading", step)


def test_an_article_whose_reading_never_ends_is_given_up_and_the_others_are_read(desk, site, httpserver):
    site(deadly=deployed("10,000"))
    jobs.poll_sources(["good"])
    (deadly,) = unread(desk)
    for _ in range(jobs.GIVEN_UP_AFTER):
        desk.store.articles.begin(deadly)
    httpserver.clear()
    site(deadly=deployed("10,000"), other=deployed("11,000"))
    jobs.poll_sources(["good"])
    ids = desk.store.articles.unread_due(NOW + timedelta(days=90), lease=timedelta(seconds=1), limit=9)
    jobs.read_articles(ids)
    states = {known.found.title: known for known in map(desk.store.articles.get, ids)}
    assert states["other"].state is State.READ
    assert (states["deadly"].state, "never ended" in states["deadly"].error) == (State.FAILED, True)


def test_an_article_whose_jobs_no_worker_took_for_days_is_read_when_one_comes(desk, site):
    site(waiting=deployed("10,000"))
    jobs.poll_sources(["good"])
    for day in range(2, 30):
        ids = desk.store.articles.unread_due(NOW + timedelta(days=day), lease=timedelta(seconds=1), limit=1)
    jobs.read_articles(ids)
    assert desk.store.articles.get(ids[0]).state is State.READ


def test_what_a_job_has_no_time_for_stays_unread(desk, site, monkeypatch):
    hurried = desk.settings.model_copy(update={"job_seconds": 0})
    monkeypatch.setattr(jobs, "_desks", [Desk(hurried, desk.store, desk.rules)])
    site(one=deployed("10,000"))
    jobs.poll_sources(["good"])
    (article_id,) = unread(desk)
    jobs.read_articles([article_id])
    known = desk.store.articles.get(article_id)
    assert (known.state, known.attempts, known.begun) == (State.UNREAD, 0, 0)


def test_an_article_that_was_edited_corrects_its_own_figure(desk, site, httpserver):
    established(desk, "good")
    site(one=deployed("10,000"))
    jobs.poll_sources(["good"])
    (article_id,) = unread(desk)
    jobs.read_articles([article_id])
    httpserver.clear()
    site(one=deployed("12,000"))
    jobs.read_articles([article_id])
    (item,) = desk.store.outbox.unsent()
    assert [change.kind for change in item.alert.changes] == [ChangeKind.CORRECTED]
    assert standing(desk) == 12000


def test_ids_that_nobody_knows_any_more_are_passed_over(desk):
    desk.store.baselines.begin("good", ["0" * 16])
    jobs.read_articles(["0" * 16])
    jobs.poll_sources(["removed"])
    assert desk.store.baselines.ready() == ["good"]
