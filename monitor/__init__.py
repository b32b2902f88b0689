"""News monitor: reads the figures and statuses that articles give, and tells when one differs from the record."""

__version__ = "0.1.0"
