from datetime import UTC, datetime

import pytest

from monitor.article import Article
from monitor.reading.scene import see
from monitor.rulebook.vocabulary import load_vocabulary


@pytest.fixture(scope="session")
def vocabulary():
    return load_vocabulary()


@pytest.fixture
def scene_of(vocabulary):
    """The scene of a text, and where the part of it in [brackets] lies (nowhere: the whole text)."""

    def build(marked, language, published=None, title=None):
        start, end = marked.find("["), marked.find("]") - 1
        text = marked if start < 0 else marked.replace("[", "", 1).replace("]", "", 1)
        scene = see(text, vocabulary, vocabulary.languages[language], published=published, title=title)
        return scene, max(start, 0), end if start >= 0 else len(text)

    return build


@pytest.fixture
def article_of():
    def build(text, language, published=None, title=None):
        seen = published or datetime(2024, 11, 15, 12, tzinfo=UTC)
        return Article(id="a", text=text, first_seen=seen, language=language, published=published, title=title)

    return build
