"""Slack, against a real local HTTP server that answers as Slack does."""

from __future__ import annotations

import json
import logging
import socket
from dataclasses import replace
from datetime import timedelta

import pytest
from alert_examples import BASELINE, EXAMPLES, HOSTILE, KYIV, OTHER_SPEAKER, WASHINGTON_NAMED, alert, change
from pytest_httpserver import HTTPServer
from werkzeug import Response

from monitor.change import ChangeKind
from monitor.channels import DeliveryError, config_of, missing, send
from monitor.channels.slack import LONGEST_SECTION, escape, render
from monitor.route import ChannelConfig

PATH = "/services/T000/B000/SECRETSECRET"
SLACK = ChannelConfig(kind="slack")


def environment(server: HTTPServer) -> dict[str, str]:
    return {"SLACK_WEBHOOK_URL": server.url_for(PATH)}


def answer(server: HTTPServer, *responses: Response) -> None:
    for response in responses:
        server.expect_ordered_request(PATH, method="POST").respond_with_response(response)


def refusal(server: HTTPServer) -> DeliveryError:
    with pytest.raises(DeliveryError) as error:
        send(OTHER_SPEAKER, SLACK, environment(server))
    assert "SECRET" not in str(error.value)
    return error.value


def texts(body) -> list[str]:
    found = [body["text"]]
    for block in body["blocks"]:
        parts = block.get("elements", []) if block["type"] == "context" else [block["text"]]
        found += [part["text"] for part in parts]
    return found


def test_the_received_body_is_the_rendered_alert(httpserver):
    answer(httpserver, Response("ok"))
    send(OTHER_SPEAKER, SLACK, environment(httpserver))
    (request, _) = httpserver.log[0]
    assert request.content_type == "application/json;charset=utf-8"
    body = json.loads(request.data)
    assert body == render(OTHER_SPEAKER)
    assert body["unfurl_links"] is False
    assert body["text"] == "North Korean troops in Russia: about 11,000, a different figure (on record: about 10,000)"
    assert (
        "\n".join(texts(body)[1:])
        == f"""\
North Korean troops in Russia: about 11,000
*Different figure, another speaker*
Said by Presiden Ukraina Volodymyr Zelenskyy
On record: *about 10,000* · {WASHINGTON_NAMED} · kabar.example · 12 Nov 2024, 20:00 +07:00
This speaker's own last: *up to 8,000* · suara.example · 5 Nov 2024, 07:30 UTC
> {KYIV.quote.replace("Sekitar 11.000", "*Sekitar 11.000*")}
Read as: about 11,000 · North Korean soldiers · deployed · Kursk · Volodymyr Zelensky
Mind: the one on record is an estimate
warta.example · <{KYIV.article.url}|Zelenskyy: 11.000 Tentara Korut di Kursk>
13 Nov 2024, 09:05 +07:00 (the paper's own time)
Mute `monitor mute dprk-troops-in-russia 2h`
Wrong? `monitor record retract dprk-troops-in-russia {KYIV.id} --reason "…"`"""
    )


def test_the_same_alert_is_posted_with_the_same_bytes(httpserver):
    answer(httpserver, Response("ok"), Response("ok"))
    for _ in range(2):
        send(OTHER_SPEAKER, SLACK, environment(httpserver))
    first, second = (request.data for request, _ in httpserver.log)
    assert first == second


def test_a_server_error_passes_and_the_next_try_is_accepted(httpserver):
    answer(httpserver, Response("rollup_error", status=500), Response("ok"))
    error = refusal(httpserver)
    assert not error.permanent
    assert str(error) == "Slack refused: 500 rollup_error"
    send(OTHER_SPEAKER, SLACK, environment(httpserver))
    assert len(httpserver.log) == 2


def test_one_call_posts_once_whatever_is_answered(httpserver):
    answer(httpserver, Response("", status=503))
    refusal(httpserver)
    assert len(httpserver.log) == 1


def test_slacks_wish_to_wait_is_passed_on(httpserver):
    answer(httpserver, Response("rate_limited", status=429, headers={"Retry-After": "30"}))
    error = refusal(httpserver)
    assert not error.permanent
    assert error.retry_after == timedelta(seconds=30)


@pytest.mark.parametrize("value", ["soon", "-5", "٣", ""])
def test_a_garbled_wish_to_wait_is_none(httpserver, value):
    answer(httpserver, Response("", status=429, headers={"Retry-After": value.encode().decode("latin-1")}))
    assert refusal(httpserver).retry_after is None


def test_nobody_can_make_us_wait_for_years(httpserver):
    answer(httpserver, Response("", status=429, headers={"Retry-After": "999999999"}))
    assert refusal(httpserver).retry_after == timedelta(hours=1)


@pytest.mark.parametrize(
    ("status", "body"),
    [(404, "no_service"), (410, "channel_is_archived"), (403, "invalid_token"), (400, "invalid_blocks")],
)
def test_a_refusal_for_good_is_permanent(httpserver, status, body):
    answer(httpserver, Response(body, status=status))
    error = refusal(httpserver)
    assert error.permanent
    assert str(error) == f"Slack refused: {status} {body}"


def test_a_portals_page_is_not_slacks_acceptance(httpserver):
    answer(httpserver, Response("<!DOCTYPE html><title>Log in</title>"))
    assert not refusal(httpserver).permanent


def test_an_endpoint_that_is_down_is_tried_again():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(DeliveryError, match="Slack was not reached") as error:
        send(OTHER_SPEAKER, SLACK, {"SLACK_WEBHOOK_URL": f"http://127.0.0.1:{port}{PATH}"})
    assert not error.value.permanent
    assert "SECRET" not in str(error.value)


def test_an_endpoint_that_never_answers_is_left_after_a_while(monkeypatch):
    monkeypatch.setattr("monitor.channels.slack.TIMEOUT_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}{PATH}"
        with pytest.raises(DeliveryError, match="timed out"):
            send(OTHER_SPEAKER, SLACK, {"SLACK_WEBHOOK_URL": url})


@pytest.mark.parametrize(
    "url", ["http://hooks.slack.com/SECRET", "ftp://a/SECRET", "SECRET", "https://[SECRET", "file:///SECRET"]
)
def test_what_is_no_https_address_is_refused_without_showing_it(url):
    with pytest.raises(DeliveryError, match="SLACK_WEBHOOK_URL does not hold an https address") as error:
        send(OTHER_SPEAKER, SLACK, {"SLACK_WEBHOOK_URL": url})
    assert "SECRET" not in str(error.value)
    assert not error.value.permanent


def test_a_missing_secret_is_named():
    assert missing(SLACK, {}) == ("SLACK_WEBHOOK_URL",)
    with pytest.raises(DeliveryError, match="SLACK_WEBHOOK_URL is not set"):
        send(OTHER_SPEAKER, SLACK, {})


def test_a_pasted_webhook_in_the_rules_is_refused_without_showing_it():
    pasted = ChannelConfig(kind="slack", settings={"webhook": "https://hooks.slack.com/services/SECRET"})
    with pytest.raises(ValueError, match="webhook") as error:
        config_of(pasted)
    assert "SECRET" not in str(error.value)


def test_no_log_shows_the_webhook(httpserver, caplog):
    caplog.set_level(logging.DEBUG)
    answer(httpserver, Response("no", status=500))
    refusal(httpserver)
    ours = [record for record in caplog.records if record.name != "werkzeug"]
    assert not [record for record in ours if "SECRET" in record.getMessage()]


def test_hostile_text_mentions_nobody_and_links_nothing():
    for text in texts(render(HOSTILE)):
        bare = text.replace("<https://evil.example/a?b=1&amp;c=%3C%7C%3E%22%27|", "", 1)
        assert "<!" not in bare
        assert "<script" not in bare
        assert "\x1b" not in bare


def test_a_cut_never_splits_an_escape():
    assert escape("&" * 100, 21) == "&amp;&amp;&amp;&amp;…"
    assert escape("a" * 100, 10) == "aaaaaaaaa…"


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_kind_of_alert_keeps_slacks_limits(name):
    body = render(EXAMPLES[name])
    assert len(body["blocks"]) <= 50
    for block in body["blocks"]:
        if block["type"] == "header":
            assert 0 < len(block["text"]["text"]) <= 150
        if block["type"] == "section":
            assert 0 < len(block["text"]["text"]) <= 3000
        if block["type"] == "context":
            assert all(0 < len(part["text"]) <= 2000 for part in block["elements"])


@pytest.mark.parametrize("sign", ["&", "<&>", "`"])
def test_endless_texts_keep_slacks_limits(sign):
    endless = sign * 5000
    fields = dict.fromkeys(("speaker", "quote", "place", "place_id", "gloss", "counted"), endless)
    long = replace(KYIV, by=(endless,), **fields)
    long = replace(long, article=replace(long.article, title=endless))
    body = render(alert(change(KYIV, long, ChangeKind.ROSE, None, speaker_last=long), title=endless))
    assert sum(map(len, texts(body))) < 10_000
    assert max(map(len, texts(body))) <= 3000


def test_a_baseline_of_many_watches_is_cut_and_says_so():
    body = render(replace(BASELINE, lines=tuple(f"Watch {number}: {'x' * 200}" for number in range(100))))
    listed = next(text for text in texts(body) if text.startswith("•"))
    assert len(listed) <= LONGEST_SECTION
    assert listed.endswith("more: `monitor record`")
