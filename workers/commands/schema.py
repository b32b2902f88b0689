"""`monitor schema`: the JSON Schema of rules files, with which editors complete and check YAML."""

from __future__ import annotations

from typing import Any

import simplejson

from monitor.channels import CHANNELS
from monitor.rulebook.models import RulesFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> int:
    print(simplejson.dumps(rules_schema(), indent=2, ensure_ascii=False))
    return 0


def rules_schema() -> dict[str, Any]:
    made = RulesFile.model_json_schema()
    title = {"title": "News monitor rules", "description": "Watches, receivers and sources; see docs/rules.md."}
    channel = made["$defs"]["ChannelShape"]
    channel["properties"]["channel"]["enum"] = sorted(CHANNELS)
    return {"$schema": DIALECT, **made, **title}
