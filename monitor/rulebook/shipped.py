"""Where the rules lie that come with the program."""

from __future__ import annotations

from pathlib import Path

import monitor


def shipped() -> Path:
    """The wheel's rules folder, or the checkout's."""
    packed = Path(monitor.__file__).parent / "shipped" / "rules"
    return packed if packed.is_dir() else Path(monitor.__file__).parent.parent / "rules"
