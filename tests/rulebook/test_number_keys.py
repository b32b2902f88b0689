"""What a language file may say of its numbers."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from monitor.rulebook.language_files import LanguageFile


@pytest.mark.parametrize("key", ["decimal", "group", "generations", "pointed", "apart", "scalse"])
def test_what_no_language_file_may_give_of_numbers_is_refused(key: str) -> None:
    with pytest.raises(ValidationError, match=f"'{key}' says nothing of numbers"):
        LanguageFile.model_validate({"code": "xx", "numbers": {key: {}}})
