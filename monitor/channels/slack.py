"""Slack, through an incoming webhook. Its URL is a secret: whoever knows it can post, so no error text shows it."""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from http import HTTPStatus
from http.client import HTTPException
from logging import getLogger
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict
from slack_sdk.errors import SlackClientError
from slack_sdk.webhook import WebhookClient, WebhookResponse

from monitor.change import Alert
from monitor.channels.base import DeliveryError, Variable, is_loopback, redacted, secret
from monitor.wording import READING, Fact, Message, Quote, message, one_line, sentence

# Slack's own limits (docs.slack.dev/reference/block-kit/blocks), less some room.
LONGEST_HEADER = 150
LONGEST_SECTION = 2900
MOST_LINES = 40
TIMEOUT_SECONDS = 15
LONGEST_WAIT = timedelta(hours=1)
"""More than Slack ever asks; a Retry-After beyond it is a mistake."""
TRY_AGAIN = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS})
"""Refusals that are not for good."""
SILENT = getLogger("monitor.channels.slack")
SILENT.disabled = True  # slack_sdk logs the webhook's URL at debug level, which nobody may read


class Config(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    webhook: Variable = "SLACK_WEBHOOK_URL"
    """The name of the environment variable that holds the URL."""

    def variables(self) -> tuple[str, ...]:
        return (self.webhook,)


def render(alert: Alert) -> dict[str, Any]:
    """The body that is posted. Its shape depends on the alert alone."""
    said = message(alert)
    blocks = [_header(said), _section(_opening(said)), *_facts(said.facts, reading=False)]
    blocks += [_section(_quote(quote)) for quote in said.quotes]
    blocks += _facts(said.facts, reading=True)
    if said.lines:
        blocks.append(_section(_listed(said.lines)))
    blocks += _footer(said)
    return {"text": escape(said.headline), "blocks": blocks, "unfurl_links": False, "unfurl_media": False}


def send(alert: Alert, config: Config, environment: Mapping[str, str]) -> None:
    url = _checked(secret(config.webhook, environment), config.webhook)
    client = WebhookClient(
        url, timeout=TIMEOUT_SECONDS, ssl=ssl.create_default_context(), logger=SILENT, retry_handlers=[]
    )
    try:
        response = client.send_dict(render(alert))
    except (OSError, HTTPException, SlackClientError, UnicodeError) as error:
        reason = getattr(error, "reason", None) or error
        raise DeliveryError(redacted(f"Slack was not reached: {reason}", [url])) from None
    _accepted(response, url)


def escape(text: str, limit: int | None = None) -> str:
    """Text from outside, as Slack shows it literally: no mention, no link, no code block; cut before it is escaped."""
    plain = text if limit is None else _fitted(text, limit)
    return _escaped(plain)


def _escaped(text: str) -> str:
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace("```", "`\u200b``")


def _fitted(text: str, limit: int) -> str:
    """The longest beginning whose escaped form has at most `limit` characters."""
    if len(_escaped(text)) <= limit:
        return text
    cut = text[:limit]
    while len(_escaped(cut)) > limit - 1:
        cut = cut[: len(cut) - max(1, (len(_escaped(cut)) - limit) // 5)]
    return cut.rstrip() + "…"


def _header(said: Message) -> dict[str, Any]:
    text = said.headline if said.lines else f"{said.title}: {said.value}"
    return {
        "type": "header",
        "text": {"type": "plain_text", "text": escape(text, LONGEST_HEADER), "emoji": False},
    }


def _section(markdown: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": markdown, "verbatim": True}}


def _context(parts: Sequence[str]) -> dict[str, Any]:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": part, "verbatim": True} for part in parts]}


def _opening(said: Message) -> str:
    verdict = f"*{escape(sentence(said.verdict))}*"
    return verdict if said.speaker is None else f"{verdict}\nSaid by {escape(said.speaker)}"


def _facts(facts: Iterable[Fact], *, reading: bool) -> list[dict[str, Any]]:
    """One section for the facts that say how we read it, or for the others; none where there are none."""
    chosen = [fact for fact in facts if (fact.label in READING) is reading]
    text = "\n".join(f"{fact.label}: {_valued(fact)}" for fact in chosen)
    return [_section(text)] if text else []


def _valued(fact: Fact) -> str:
    rest = escape(fact.rest, LONGEST_SECTION // 4)
    return f"{_bold(fact.value)}{rest}" if fact.value else rest


def _quote(quote: Quote) -> str:
    touches = quote.before[-1:].isalnum() or quote.after[:1].isalnum()
    bold = escape(quote.mention) if touches or not quote.mention else _bold(quote.mention)
    label = f"*{quote.label}:*\n" if quote.label else ""
    return f"{label}> {escape(quote.before)}{bold}{escape(quote.after)}"


def _bold(text: str) -> str:
    """In bold, unless the text has marks of its own that would end it early."""
    return escape(text) if re.search(r"[*_~`]", text) else f"*{escape(text)}*"


def _listed(lines: Sequence[str]) -> str:
    shown: list[str] = []
    for line in lines[:MOST_LINES]:
        text = f"• {escape(line, 250)}"
        if sum(map(len, shown)) + len(shown) + len(text) > LONGEST_SECTION - 40:
            break
        shown.append(text)
    left_out = len(lines) - len(shown)
    return "\n".join([*shown, f"… and {left_out} more: `monitor record`"] if left_out else shown)


def _footer(said: Message) -> list[dict[str, Any]]:
    blocks = []
    if said.origin is not None:
        name = escape(said.origin.title or said.origin.paper, 200).replace("|", "¦")
        link = f"<{_escaped(said.origin.link)}|{name}>" if said.origin.link else name
        paper = f"{escape(said.origin.paper)} · " if said.origin.title else ""
        blocks.append(_context([f"{paper}{link}\n{escape(said.origin.time)}"]))
    commands = "\n".join(f"{command.label} `{_escaped(command.text)}`" for command in said.commands)
    return [*blocks, _context([commands])]


def _checked(url: str, name: str) -> str:
    """Refuses what is no https address, without showing it; http only to this machine itself."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        host = None
    if host is None or (parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(host))):
        raise DeliveryError(f"{name} does not hold an https address: set it to the webhook's URL, as Slack shows it")
    return url


def _accepted(response: WebhookResponse, url: str) -> None:
    body = one_line(redacted(response.body, [url]), 80)
    status = response.status_code
    if status == HTTPStatus.OK:
        if body.startswith("<"):
            raise DeliveryError("Slack's address answered with a web page: a proxy or a portal is in between")
        return
    raise DeliveryError(
        f"Slack refused: {status} {body}".rstrip(),
        permanent=HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR and status not in TRY_AGAIN,
        retry_after=_retry_after(response.headers),
    )


def _retry_after(headers: Mapping[str, str]) -> timedelta | None:
    given = {name.lower(): value for name, value in headers.items()}.get("retry-after", "").strip()
    if not re.fullmatch(r"[0-9]{1,9}", given):
        return None
    return min(timedelta(seconds=int(given)), LONGEST_WAIT)
