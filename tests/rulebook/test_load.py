"""From files to a rulebook: what is taken, what is refused and how it is told."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from problems_told import told
from pydantic import BaseModel, ConfigDict, Field

from monitor.change import Kind
from monitor.channels.base import VARIABLE
from monitor.claim import Modality
from monitor.quantity import Qualifier, Quantity
from monitor.route import ChannelConfig
from monitor.rulebook import load, stamp
from monitor.source import Content, Source
from monitor.watch import First, Group, When

TROOPS = """
    watches:
      troops:
        title: North Korean troops
        figure:
          count: soldiers
          of: North Korea
          action: deployed
          where: {any: [Russia, Kursk]}
          plausible: [500, 200000]
        alert: {when: differs, first: alert, last: 10000, at_most: 1 per 2 h, also: [planned]}
        since: 2024-10-01
        send: [desk]
"""
TREATY = """
    watches:
      treaty:
        title: Treaty
        status:
          of: {thing: treaty, between: [North Korea, Russia]}
          ladder: treaty
        alert: {last: signed}
        send: desk
"""


def watch(body: str) -> str:
    return f"""
    watches:
      w:
        title: A watch
        send: [desk]
        {body}
    """


def test_a_figure_watch_is_resolved_whole(rules):
    loaded = rules(TROOPS)
    assert loaded.problems == ()
    troops = loaded.rulebook.watches["troops"]
    assert (troops.id, troops.title, troops.kind, troops.send) == (
        "troops",
        "North Korean troops",
        Kind.FIGURE,
        ("desk",),
    )
    assert troops.since == datetime(2024, 10, 1, tzinfo=UTC)
    assert troops.figure.count == ("soldiers",)
    assert troops.figure.of == Group(("North Korea",))
    assert troops.figure.action == "deployed"
    assert troops.figure.where == ("Russia", "Kursk")
    assert troops.figure.plausible == (Decimal(500), Decimal(200000))
    assert troops.policy.when is When.DIFFERS
    assert troops.policy.first is First.ALERT
    assert troops.policy.last == Quantity.of(10000, Qualifier.EXACT)
    assert troops.policy.at_most_every == timedelta(hours=2)
    assert troops.policy.also == {Modality.PLANNED}


def test_a_status_watch_is_resolved_whole(rules):
    loaded = rules(TREATY)
    assert loaded.problems == ()
    treaty = loaded.rulebook.watches["treaty"]
    assert treaty.kind is Kind.STATUS
    assert treaty.status.thing == ("treaty",)
    assert treaty.status.parties == ("North Korea", "Russia")
    assert treaty.status.ladder.id == "treaty"
    assert treaty.policy.last_status == "signed"


def test_a_joint_force_is_a_group_of_several(rules):
    loaded = rules(watch("figure: {count: soldiers, of: {together: [Russia, North Korea]}}"))
    assert loaded.rulebook.watches["w"].figure.of == Group(("Russia", "North Korea"), together=True)


@pytest.mark.parametrize("name", ["North Korea", "north korea", "Korea Utara", "Korut", "DPRK", "North Korean"])
def test_a_country_may_be_written_by_any_name_that_the_vocabulary_has(rules, name):
    loaded = rules(watch(f"figure: {{count: soldiers, of: {name}}}"))
    assert loaded.rulebook.watches["w"].figure.of == Group(("North Korea",))


def test_new_high_has_a_short_form(rules):
    loaded = rules(watch("figure: {count: people, action: killed}\n        alert: {new: high}"))
    assert loaded.rulebook.watches["w"].policy.when is When.NEW_HIGH


def test_an_unlimited_watch_tells_every_time(rules):
    loaded = rules(watch("figure: {count: people}\n        alert: {at_most: no limit}"))
    assert loaded.rulebook.watches["w"].policy.at_most_every == timedelta()


def test_words_in_a_language_we_do_not_read_are_refused(rules):
    assert "'xq' is no language we read" in told(rules(watch("figure: {count: {xq: [foo]}}")))


def test_a_watch_is_for_languages_that_are_read(rules):
    assert "'xq' is no language we read" in told(rules(watch("figure: {count: soldiers}\n        languages: [id, xq]")))


def test_sources_and_receivers_are_values(rules):
    loaded = rules(
        """
        sources:
          wire: {url: "https://wire.example/rss", every: 1 h, language: id, content: feed}
          short: https://short.example/feed
        receivers:
          night:
            - {channel: slack, name: pager, webhook: NIGHT_WEBHOOK, optional: true}
        """
    )
    book = loaded.rulebook
    assert book.sources["wire"] == Source(
        name="wire", url="https://wire.example/rss", every=timedelta(hours=1), language="id", content=Content.FEED
    )
    assert book.sources["short"].every == timedelta(minutes=15)
    expected = ChannelConfig(kind="slack", name="pager", settings={"webhook": "NIGHT_WEBHOOK"}, optional=True)
    assert book.receivers["night"].channels == (expected,)


# Mistakes


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("figure: {count: soldiers, of: Nort Korea}", "did you mean 'North Korea'?"),
        ("figure: {count: soldiers, of: NO}", "write the name instead of the code: Norway"),
        ("figure: {count: soldierz}", "did you mean 'soldiers'?"),
        ("figure: {count: soldiers, action: deplyed}", "did you mean 'deployed'"),
        ("figure: {count: soldiers, of: [Russia, Ukraine]}", "{together: [Russia, North Korea]} for a joint force"),
        ("figure: {count: soldiers, of: {together: [Russia]}}", "`together` needs at least 2"),
        ("figure: {cuont: soldiers}", "did you mean 'count'?"),
        ("figure: {count: soldiers, plausible: [9, 3]}", "write [3, 9]"),
        ("figure: {count: soldiers, plausible: [500, 200,000]}", "`plausible` takes no more than 2"),
        ("figure: {count: soldiers, action: [killed, wounded]}", "one action is one figure"),
        ("figure: {count: soldiers}\n        alert: {last: 11.000}", "11.000 may be 11,000 or 11"),
        ("figure: {count: soldiers}\n        alert: {first: NO}", "`first` cannot be 'NO'"),
        ("figure: {count: soldiers}\n        alert: {when: new high, new: high}", "keep one of them"),
        ("figure: {count: soldiers}\n        alert: {also: [asserted]}", "write one of: planned"),
        ("figure: {count: soldiers}\n        allert: {first: alert}", "did you mean 'alert'?"),
        ("status: {of: treaty, ladder: traety}", "did you mean 'treaty'"),
        ("status: {of: treaty, ladder: treaty}\n        alert: {last: signd}", "did you mean 'signed'"),
        ("status: {of: treaty, ladder: treaty}\n        alert: {when: differs}", "unknown key `when`"),
        ("figre: {count: soldiers}", "did you mean 'figure'?"),
        ("figure: {count: soldiers}\n        status: {of: treaty, ladder: treaty}", "make two watches of it"),
        ("figure: soldiers", "`figure` cannot be 'soldiers'"),
        ("figure: {count: soldiers}\n        examples: [{text: a}]", "`figure` is missing"),
    ],
)
def test_a_mistake_is_told_with_what_would_be_right(rules, body, words):
    loaded = rules(watch(body))
    assert words in told(loaded)
    assert loaded.rulebook.watches == {}


def test_a_mistake_is_told_with_its_file_and_line(rules):
    assert told(rules(watch("figure: {count: soldiers}\n        alert:\n          last: 11.000"))) == (
        "0.yaml:7: error: 11.000 may be 11,000 or 11\n    write 11000, or 11 if that is what you mean"
    )


def test_all_mistakes_of_a_file_are_told_at_once(rules):
    loaded = rules(
        """
        watches:
          a: {title: A, send: desk, figure: {count: soldierz, of: Nowhereland}}
          b: {title: B, send: dsek, figure: {count: soldiers}}
          c: {title: C, figure: {count: soldiers}}
        sources:
          s: {url: "ftp://x.example/"}
        """
    )
    assert [problem.line for problem in loaded.errors] == [2, 2, 3, 4, 6]


def test_all_mistakes_of_one_watch_are_told_at_once(rules):
    said = told(
        rules(
            """
            watches:
              w:
                figure: {count: soldiers, of: Nort Korea, plausible: [9, 3], actoin: deployed}
                alert: {last: 11.000}
                examples: [{text: a, figure: 1}, {txt: b, figure: 2}]
            """
        )
    )
    for words in (
        "`title` is missing",
        "`send` is missing",
        "unknown key `actoin`",
        "'Nort Korea' is no country",
        "11.000 may be",
        "unknown key `txt`",
    ):
        assert words in said


def test_a_mistake_in_one_watch_leaves_the_others(rules):
    loaded = rules(TROOPS, watch("figure: {count: nothing known}"))
    assert list(loaded.rulebook.watches) == ["troops"]


def test_a_broken_file_leaves_the_other_files(rules):
    loaded = rules(TROOPS, "watches: [")
    assert list(loaded.rulebook.watches) == ["troops"]
    assert "1.yaml:1: error: no valid YAML" in told(loaded)


def test_a_broken_file_leaves_the_receivers_that_come_along(tmp_path):
    (tmp_path / "broken.yaml").write_text("watches: [")
    (tmp_path / "mine.yaml").write_text("watches: {w: {title: A, send: desk, figure: {count: soldiers}}}\n")
    assert list(load(tmp_path).rulebook.watches) == ["w"]


def test_a_watch_that_tells_nobody_is_refused(rules):
    loaded = rules("watches: {w: {title: A, figure: {count: soldiers}}}")
    assert "`send` is missing\n    who is told: receivers, [desk]" in told(loaded)
    assert loaded.rulebook.watches == {}


def test_a_watch_with_an_empty_list_of_receivers_is_refused(rules):
    assert "`send` is empty" in told(rules("watches: {w: {title: A, send: [], figure: {count: soldiers}}}"))


def test_an_unknown_receiver_is_refused_with_the_near_one(rules):
    loaded = rules("watches: {w: {title: A, send: [dsk], figure: {count: soldiers}}}")
    assert "unknown receiver 'dsk'\n    did you mean 'desk'?" in told(loaded)


def test_a_name_is_given_once_over_all_files(rules):
    loaded = rules(TROOPS, TROOPS)
    assert "a second 'troops' among the watches" in told(loaded)
    assert ":2: choose another name" in told(loaded)


def test_a_name_that_cannot_be_one_is_refused_with_one_that_can(rules):
    assert "write lower-case letters, digits and hyphens: my-watch" in told(
        rules("watches: {My Watch!: {title: A, send: desk, figure: {count: soldiers}}}")
    )


def test_an_unknown_section_is_refused_with_those_there_are(rules):
    assert "known here: watches, receivers, sources" in told(rules("feeds: {a: b}"))


def test_a_section_of_another_shape_is_refused(rules):
    assert "`watches` cannot be a list" in told(rules("watches: [a]"))


def test_an_empty_section_is_no_mistake(rules):
    assert rules("sources:\nwatches:\n").problems == ()


def test_a_folder_that_is_not_there_gives_no_rulebook(tmp_path):
    loaded = load(tmp_path / "none")
    assert loaded.rulebook is None
    assert "no such file or folder" in str(loaded.problems[0])


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("nobody: []", "the channels of 'nobody' cannot be nothing"),
        ("nobody: {channel: log}", "list its channels, each beginning with a hyphen"),
        ("nobody: [{chanel: log}]", "`channel` is missing"),
        ("nobody: [{channel: log}, {channel: log}]", "give one of them a name"),
        ("nobody: [{channel: slakc}]", "did you mean 'slack'?"),
        ("nobody: [{channel: slack, wehbook: A}]", "did you mean 'webhook'?"),
    ],
)
def test_a_mistake_in_a_receiver_is_told(rules, entry, words):
    assert words in told(rules(f"receivers: {{{entry}}}", channels={"slack": Slack, "log": Log}))


class Log(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Slack(BaseModel):
    model_config = ConfigDict(extra="forbid")

    webhook: str = Field(pattern="^[A-Z_]+$")


@pytest.mark.parametrize("pasted", ["hunter2secret", "https://hooks.example/T0", "xoxb-1-2", "me@paper.example"])
def test_what_looks_like_a_secret_is_no_name_of_a_variable(pasted):
    assert re.search(VARIABLE, pasted) is None
    assert re.search(VARIABLE, "NIGHT_WEBHOOK_URL2")


def test_a_secret_written_where_its_variable_belongs_is_not_repeated(rules):
    said = told(
        rules(
            "receivers: {a: [{channel: slack, webhook: 'https://hooks.example/T0/secret'}]}", channels={"slack": Slack}
        )
    )
    assert "write the name of the variable here" in said
    assert "hooks.example" not in said


# Versions


def versions(rules, *bodies: str) -> list[str]:
    return [rules(watch(body)).rulebook.watches["w"].version for body in bodies]


def test_the_version_of_a_watch_changes_with_what_it_takes(rules):
    first, second = versions(rules, "figure: {count: soldiers}", "figure: {count: officers}")
    assert first != second


def test_the_version_of_a_watch_does_not_depend_on_how_often_it_tells(rules):
    body = "figure: {count: soldiers}\n        alert: {at_most: 1 per %s}"
    first, second = versions(rules, body % "1 h", body % "2 h")
    assert first == second


def test_the_version_of_a_watch_changes_with_words_of_ones_own(rules):
    first, second = versions(rules, "figure: {count: {en: [houses, huts]}}", "figure: {count: {en: [houses, barns]}}")
    assert first != second


def test_the_version_of_the_rulebook_changes_with_any_file(rules, tmp_path):
    before = rules(TROOPS).rulebook.version
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "mine.yaml").write_text("nouns: {balloons: {words: {en: [balloon]}}}\n")
    assert load(tmp_path).rulebook.version != before


def test_the_stamp_changes_when_a_file_is_edited(rules, tmp_path):
    rules(TROOPS)
    before = stamp(tmp_path)
    assert stamp(tmp_path) == before
    (tmp_path / "0.yaml").write_text("watches:\n# nothing\n")
    assert stamp(tmp_path) != before


# Where names come from


def test_a_users_own_lexicon_lies_over_the_shipped_one(rules, tmp_path):
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "mine.yaml").write_text("nouns: {balloons: {words: {en: [balloon]}}}\n")
    assert rules(watch("figure: {count: [balloons, soldiers]}")).problems == ()


def test_a_mistake_in_the_users_own_lexicon_is_told_with_its_line(rules, tmp_path):
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "mine.yaml").write_text("nouns:\n  balloons:\n    wrods: {en: [balloon]}\n")
    assert "mine.yaml:3:" in told(rules(TROOPS))


def test_a_single_file_takes_the_receivers_beside_it(rules, tmp_path):
    rules(TROOPS)
    (tmp_path / "1.yaml").rename(tmp_path / "receivers.yaml")
    book = load(tmp_path / "0.yaml").rulebook
    assert list(book.watches) == ["troops"]
    assert list(book.receivers) == ["desk"]


def test_rules_without_receivers_use_the_shipped_ones(tmp_path):
    (tmp_path / "mine.yaml").write_text("watches: {w: {title: A, send: desk, figure: {count: soldiers}}}\n")
    loaded = load(tmp_path / "mine.yaml")
    assert loaded.problems == ()
    assert "desk" in loaded.rulebook.receivers
