"""Draw the pictures of docs/alerts.md: `python tests/channels/render_examples.py [FOLDER] [EXAMPLE...]`.

The mail is the HTML part as it is sent. Slack's message is the blocks as they are posted, laid out by a small likeness
of Slack. Needs Chromium on the PATH; nothing is fetched.
"""

from __future__ import annotations

import re
import subprocess
import sys
from html import escape
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from alert_examples import EXAMPLES  # noqa: E402 - found beside this file
from markupsafe import Markup  # noqa: E402

from monitor.change import Alert  # noqa: E402
from monitor.channels import email, slack  # noqa: E402

SHOWN = {"slack": ("other speaker", "ratification"), "email": ("other speaker",)}
WIDTH = {"slack": 720, "email": 660}
SLACK_PAGE = """<!DOCTYPE html><meta charset="utf-8"><style>
body{margin:0;padding:18px 20px;background:#fff;color:#1d1c1d;font:15px/22px Lato,"Noto Sans",Helvetica,sans-serif}
.message{display:flex;gap:8px;padding:6px 0 14px}.icon{width:36px;height:36px;border-radius:6px;background:#1264a3;
color:#fff;font-weight:700;text-align:center;line-height:36px;flex:none}.name{font-weight:900}.app{background:#e8e8e8;border-radius:2px;
font-size:10px;padding:1px 3px;color:#616061;margin:0 4px}.time,.context{color:#616061;font-size:12px;line-height:18px}
.header{font-size:18px;line-height:24px;font-weight:900;margin:4px 0 8px}.section,.context{margin:0 0 8px}
.quote{border-left:4px solid #ddd;padding-left:12px}
code{background:#f8f8f8;border:1px solid #ddd;border-radius:3px;color:#e01e5a;font-size:12px;padding:1px 3px}
a{color:#1264a3;text-decoration:none}</style>"""


def slack_page(alerts: list[Alert]) -> str:
    return SLACK_PAGE + "".join(_message(slack.render(alert)["blocks"]) for alert in alerts)


def _message(blocks: list) -> str:
    head = '<span class="name">News monitor</span><span class="app">APP</span><span class="time">9:14</span>'
    body = "".join(_block(block) for block in blocks)
    return f'<div class="message"><div class="icon">N</div><div>{head}{body}</div></div>'


def _block(block: dict) -> str:
    if block["type"] == "header":
        return f'<div class="header">{block["text"]["text"]}</div>'
    parts = block["elements"] if block["type"] == "context" else [block["text"]]
    lines = [_line(line) for part in parts for line in part["text"].split("\n")]
    return f'<div class="{block["type"]}">{"".join(lines)}</div>'


def _line(markdown: str) -> str:
    """The text is escaped already, as Slack wants it; of its markup we draw what we use."""
    quote, text = (True, markdown[2:]) if markdown.startswith("> ") else (False, markdown)
    text = re.sub(r"<(https?://[^|>]+)\|([^>]*)>", r'<a href="\1">\2</a>', text)
    text = re.sub(r"`([^`]+)`", r"<code>\1</code>", text)
    text = re.sub(r"(?<!\w)\*([^*]+)\*(?!\w)", r"<b>\1</b>", text)
    return f'<div class="quote">{text}</div>' if quote else f"<div>{text}</div>"


def email_page(alerts: list[Alert]) -> str:
    mail = email.render(alerts[0], "News monitor <monitor@example.org>", ("desk@example.org",))
    head = "".join(f"<div><b>{name}</b> {escape(str(mail[name]))}</div>" for name in ("Subject", "From", "To"))
    style = "padding:14px 24px;background:#fff;border-bottom:1px solid #d0d5dd;font:14px/22px sans-serif"
    html = mail.get_body(("html",)).get_content()
    return Markup(html).replace(Markup("<body "), Markup(f'<div style="{style}">{head}</div><body '), 1)


def draw(html: str, target: Path, width: int, browser: str) -> None:
    with TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(html, encoding="utf-8")
        height = _height(page, width, browser, folder)
        _run(browser, folder, f"--screenshot={target}", f"--window-size={width},{height}", page.as_uri())


def _height(page: Path, width: int, browser: str, folder: str) -> int:
    measured = (
        page.read_text(encoding="utf-8") + "<script>document.title=document.documentElement.scrollHeight</script>"
    )
    probe = page.with_name("probe.html")
    probe.write_text(measured, encoding="utf-8")
    dom = _run(browser, folder, "--dump-dom", f"--window-size={width},100", probe.as_uri())
    return int(re.findall(r"<title>(\d+)</title>", dom)[-1])


def _run(browser: str, folder: str, *arguments: str) -> str:
    quiet = ("--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update")
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-sync", "--hide-scrollbars", *quiet)
    command = [browser, *flags, f"--user-data-dir={folder}/profile", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=100).stdout


def main() -> None:
    browser = which("chromium") or which("chromium-browser") or which("google-chrome")
    if browser is None:
        raise SystemExit("no Chromium on the PATH")
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs"
    for kind, page in (("slack", slack_page), ("email", email_page)):
        for names in [[name] for name in sys.argv[2:]] or [list(SHOWN[kind])]:
            target = folder / (f"alert-{kind}.png" if len(sys.argv) < 3 else f"{kind}-{names[0].replace(' ', '-')}.png")
            draw(page([EXAMPLES[name] for name in names]), target.resolve(), WIDTH[kind], browser)
            sys.stdout.write(f"{target} {target.stat().st_size // 1024} kB\n")


if __name__ == "__main__":
    main()
