"""The door for rules: YAML that a journalist writes, to values; everything wrong in it is told with file and line."""

from monitor.rulebook.book import Loaded, Rulebook, Trial
from monitor.rulebook.load import load, rules_files, stamp
from monitor.rulebook.problem import Problem, Severity

__all__ = ["Loaded", "Problem", "Rulebook", "Severity", "Trial", "load", "rules_files", "stamp"]
