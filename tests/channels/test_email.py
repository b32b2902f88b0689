"""E-mail, against a real SMTP server on this machine."""

from __future__ import annotations

import smtplib
import socket
import ssl
import subprocess
from dataclasses import replace
from email import message_from_bytes, policy
from shutil import which

import pytest
from alert_examples import EXAMPLES, HOSTILE, KYIV, OTHER_SPEAKER, WASHINGTON_NAMED
from hypothesis import given
from hypothesis import strategies as st
from mail_server import PASSWORD, Local, running

from monitor.channels import DeliveryError, config_of, missing, send, smtp
from monitor.channels.email import Config, render
from monitor.channels.smtp import Security
from monitor.route import ChannelConfig

MAIL = ChannelConfig(kind="email", settings={"to": ["desk@example.org"]})


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    if which("openssl") is None:
        pytest.skip("openssl is needed to make a certificate for this test")
    folder = tmp_path_factory.mktemp("tls")
    key, pem = folder / "key.pem", folder / "certificate.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", pem, "-days", "2"]
    subprocess.run([*command, *subject], check=True, capture_output=True)
    return pem, key


@pytest.fixture
def secure_server(mailbox, certificate):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*certificate)
    controller = Local(
        mailbox,
        hostname="127.0.0.1",
        port=0,
        tls_context=context,
        require_starttls=True,
        authenticator=mailbox.authenticator,
    )
    yield from running(controller)


def environment(server, **more) -> dict[str, str]:
    given = {"SMTP_HOST": "127.0.0.1", "SMTP_PORT": str(server.port), "SMTP_FROM": "Monitor <monitor@example.org>"}
    return {**given, **more}


def refusal(environment, channel=MAIL) -> DeliveryError:
    with pytest.raises(DeliveryError) as error:
        send(OTHER_SPEAKER, channel, environment)
    assert PASSWORD not in str(error.value)
    return error.value


def test_the_mail_arrives_with_a_plain_and_an_html_part(server, mailbox):
    send(OTHER_SPEAKER, MAIL, environment(server))
    (envelope,) = mailbox.envelopes
    (mail,) = mailbox.mail
    assert envelope.mail_from == "monitor@example.org"
    assert envelope.rcpt_tos == ["desk@example.org"]
    assert (
        mail["Subject"] == "North Korean troops in Russia: about 11,000, a different figure (on record: about 10,000)"
    )
    assert mail["From"] == "Monitor <monitor@example.org>"
    plain, html = mail.iter_parts()
    assert (plain.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    text = f"""\
North Korean troops in Russia

about 11,000
Different figure, another speaker
Said by Presiden Ukraina Volodymyr Zelenskyy

On record: about 10,000 · {WASHINGTON_NAMED} · kabar.example · 12 Nov 2024, 20:00 +07:00
This speaker's own last: up to 8,000 · suara.example · 5 Nov 2024, 07:30 UTC

> {KYIV.quote}

Read as: about 11,000 · North Korean soldiers · deployed · Kursk · Volodymyr Zelensky
Mind: the one on record is an estimate

warta.example · Zelenskyy: 11.000 Tentara Korut di Kursk
https://warta.example/berita/2024/11/13/korea-utara
13 Nov 2024, 09:05 +07:00 (the paper's own time)

Mute monitor mute dprk-troops-in-russia 2h
Wrong? monitor record retract dprk-troops-in-russia {KYIV.id} --reason "…"
"""
    assert plain.get_content().replace("\r\n", "\n") == text
    for words in ("about 11,000", "Sekitar 11.000</b>", 'lang="id"', "monitor mute dprk-troops-in-russia 2h"):
        assert words in html.get_content()


def test_the_headers_thread_a_watch_and_stop_answering_machines(server, mailbox):
    send(OTHER_SPEAKER, MAIL, environment(server))
    (mail,) = mailbox.mail
    assert mail["Message-ID"] == f"<{OTHER_SPEAKER.id}@example.org>"
    assert mail["References"] == "<dprk-troops-in-russia@example.org>"
    assert mail["List-Id"] == "<dprk-troops-in-russia.example.org>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Date"] == "Wed, 13 Nov 2024 09:05:00 +0700"


def test_a_second_try_sends_the_same_bytes(server, mailbox):
    for _ in range(2):
        send(OTHER_SPEAKER, MAIL, environment(server))
    first, second = (envelope.content for envelope in mailbox.envelopes)
    assert first == second


def test_a_refusal_for_good_is_permanent_and_quotes_the_server(server, mailbox):
    mailbox.answers = ["550 5.1.1 no such user"]
    error = refusal(environment(server))
    assert error.permanent
    assert "550 5.1.1 no such user" in str(error)
    assert not mailbox.envelopes


def test_a_refusal_for_now_passes_and_the_next_try_is_accepted(server, mailbox):
    mailbox.answers = ["451 4.7.1 greylisted, come back"]
    assert not refusal(environment(server)).permanent
    send(OTHER_SPEAKER, MAIL, environment(server))
    assert len(mailbox.envelopes) == 1


def test_one_bad_address_does_not_keep_the_mail_from_the_others(server, mailbox):
    mailbox.answers = ["250 OK", "550 no such user"]
    two = ChannelConfig(kind="email", settings={"to": ["desk@example.org", "gone@example.org"]})
    error = refusal(environment(server), two)
    assert mailbox.envelopes[0].rcpt_tos == ["desk@example.org"]
    assert error.permanent
    assert "gone@example.org: 550 no such user (accepted for the other 1)" in str(error)


def test_refused_for_now_and_for_good_is_tried_again(server, mailbox):
    mailbox.answers = ["451 later", "550 no such user"]
    two = ChannelConfig(kind="email", settings={"to": ["desk@example.org", "gone@example.org"]})
    assert not refusal(environment(server), two).permanent


def test_a_server_that_is_down_is_tried_again():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    error = refusal({"SMTP_HOST": "127.0.0.1", "SMTP_PORT": str(port), "SMTP_FROM": "monitor@example.org"})
    assert not error.permanent


def test_a_server_that_never_speaks_is_left_after_a_while(monkeypatch):
    monkeypatch.setattr(smtp, "TIMEOUT_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        given = {
            "SMTP_HOST": "127.0.0.1",
            "SMTP_PORT": str(silent.getsockname()[1]),
            "SMTP_FROM": "monitor@example.org",
        }
        assert not refusal(given).permanent


def test_a_bad_good_bye_does_not_undo_the_acceptance(server, mailbox, monkeypatch):
    def quit_badly(session):
        raise smtplib.SMTPServerDisconnected("gone")

    monkeypatch.setattr(smtplib.SMTP, "quit", quit_badly)
    send(OTHER_SPEAKER, MAIL, environment(server))
    assert len(mailbox.envelopes) == 1


def test_the_password_goes_in_the_clear_to_this_machine_only(server, mailbox):
    send(OTHER_SPEAKER, MAIL, environment(server, SMTP_USER="desk", SMTP_PASSWORD=PASSWORD, SMTP_SECURITY="none"))
    assert mailbox.logins == [("desk", PASSWORD, False)]


def test_the_password_is_not_sent_unencrypted_to_another_machine(server, mailbox, monkeypatch):
    monkeypatch.setattr(smtp, "_peer", lambda session: "192.0.2.7")
    error = refusal(environment(server, SMTP_USER="desk", SMTP_PASSWORD=PASSWORD, SMTP_SECURITY="none"))
    assert "the password is not sent" in str(error)
    assert not mailbox.logins
    assert not mailbox.envelopes


def test_a_wrong_password_can_still_be_mended(server):
    error = refusal(environment(server, SMTP_USER="desk", SMTP_PASSWORD="wrong"))
    assert not error.permanent
    assert "535" in str(error)


@pytest.mark.parametrize("alone", ["SMTP_USER", "SMTP_PASSWORD"])
def test_a_name_without_a_password_is_a_mistake(server, alone):
    assert "only one of SMTP_USER and SMTP_PASSWORD is set" in str(refusal(environment(server, **{alone: "desk"})))


def test_starttls_is_insisted_on_where_it_is_asked_for(server, mailbox):
    error = refusal(environment(server, SMTP_SECURITY="starttls"))
    assert "STARTTLS" in str(error)
    assert not error.permanent
    assert not mailbox.envelopes


def test_starttls_protects_mail_and_password(secure_server, mailbox, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    send(OTHER_SPEAKER, MAIL, environment(secure_server, SMTP_USER="desk", SMTP_PASSWORD=PASSWORD))
    assert mailbox.logins == [("desk", PASSWORD, True)]
    assert len(mailbox.envelopes) == 1


def test_a_certificate_that_nobody_vouches_for_is_refused(secure_server, mailbox):
    error = refusal(environment(secure_server, SMTP_SECURITY="starttls"))
    assert "its certificate is not trusted" in str(error)
    assert not mailbox.envelopes


def test_elsewhere_encryption_is_the_default():
    there = {"SMTP_HOST": "mail.example.org"}
    server = Config().server(there)
    assert (server.port, server.security, server.insist) == (587, Security.STARTTLS, True)
    assert Config().server({**there, "SMTP_PORT": "465"}).security is Security.TLS
    assert Config().server({**there, "SMTP_SECURITY": "tls"}).port == 465


def test_two_receivers_can_have_two_servers(server, mailbox):
    night = ChannelConfig(kind="email", settings={"host": "NIGHT_HOST", "port": "NIGHT_PORT", "from": "NIGHT_FROM"})
    given = {"NIGHT_HOST": "127.0.0.1", "NIGHT_PORT": str(server.port), "NIGHT_FROM": "night@example.org"}
    send(OTHER_SPEAKER, night, {**given, "SMTP_TO": "desk@example.org"})
    assert mailbox.envelopes[0].mail_from == "night@example.org"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "SMTP_HOST is not set"),
        ({"SMTP_HOST": "localhost"}, "SMTP_FROM is not set"),
        ({"SMTP_HOST": "localhost", "SMTP_FROM": "a@b.org", "SMTP_PORT": "smtp"}, "SMTP_PORT is 'smtp'"),
        ({"SMTP_HOST": "localhost", "SMTP_FROM": "a@b.org", "SMTP_SECURITY": "ssl"}, "starttls, tls or none"),
        ({"SMTP_HOST": "localhost", "SMTP_FROM": "nobody"}, "'nobody' is no mail address"),
    ],
)
def test_wrong_settings_name_the_variable_and_can_be_mended(given, words):
    error = refusal(given)
    assert words in str(error)
    assert not error.permanent


def test_recipients_may_come_from_the_environment(server, mailbox):
    channel = ChannelConfig(kind="email", settings={"to": "SMTP_TO"})
    assert missing(channel, {"SMTP_HOST": "h", "SMTP_FROM": "f"}) == ("SMTP_TO",)
    send(OTHER_SPEAKER, channel, environment(server, SMTP_TO="a@example.org, Desk <b@example.org>"))
    assert mailbox.envelopes[0].rcpt_tos == ["a@example.org", "b@example.org"]


def test_a_recipient_that_is_neither_is_refused_by_the_rules():
    with pytest.raises(ValueError, match="to"):
        config_of(ChannelConfig(kind="email", settings={"to": ["the desk"]}))


def test_hostile_text_adds_no_header_and_no_markup(server, mailbox):
    send(HOSTILE, MAIL, environment(server))
    (mail,) = mailbox.mail
    assert mailbox.envelopes[0].rcpt_tos == ["desk@example.org"]
    assert mail["Bcc"] is None
    assert "\n" not in mail["Subject"]
    html = mail.get_body(("html",)).get_content()
    assert "<script" not in html
    assert "<!channel" not in html
    assert html.count("<a href=") == 1


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_kind_of_alert_becomes_a_mail(name):
    mail = render(EXAMPLES[name], "monitor@example.org", ("desk@example.org",))
    raw = mail.as_bytes()
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert raw.isascii()


@given(st.text(min_size=1))
def test_any_title_makes_a_mail_with_one_subject(title):
    mail = render(replace(OTHER_SPEAKER, title=title), "monitor@example.org", ("desk@example.org",))
    head = message_from_bytes(mail.as_bytes(), policy=policy.default)
    assert head.get_all("Subject") is not None
    assert len(head.get_all("Subject")) == 1
    assert head.keys().count("To") == 1
    assert "Bcc" not in head
