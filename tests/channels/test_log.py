"""The log channel: one line with the sentence that proves what is told."""

from alert_examples import CORRECTED, EDITED

from monitor.channels import log


def test_an_edited_article_is_proved_by_its_text_now():
    assert log.render(CORRECTED)["quote"] == EDITED.quote
