"""What makes two finds the same article: one canonical URL, and the feed's own id scoped to that feed.

Merging two articles loses one of them, while keeping two spellings of one apart only costs a repetition, which judging
silences. So only what is known to carry no identity is removed. (courlan's normaliser goes further: it drops `cid=` and
a query without "=", which are the whole identity of an article on many Asian sites.)
"""

from __future__ import annotations

import re
from hashlib import sha256
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

TRACKERS = re.compile(
    r"""
    (?: utm | mtm | pk | hsa | vero | oly | itm | at | wt ) _ \w+
    | _{1,2} hs \w+ | mc_[ce]id | mkt_tok | _g[al]
    | (?: fbc | gc | dc | yc | twc | ttc | msclk | igsh | gbra | wbra | cmp | oc ) (?: l? id )
    | gclsrc | igsh | xtor | s_cid | ns_(?: source | mchannel | campaign | linkname | fee )
    | ref | ref_?src | ref_?url | referr?er | smid | sr_share | spm
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Names of query parameters that say how a reader came, never what is read."""
WEAK_TRACKERS = {"amp": {"", "1", "true"}, "outputtype": {"amp"}, "output_type": {"amp"}}
"""Of these parameters, only these values."""
SAME_SITE = re.compile(r"^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.[^.])")
DEFAULT_PORTS = {"http": "80", "https": "443"}
AMP_PATH = re.compile(r"(?:/amp)+/*$")


def canonical_url(url: str) -> str:
    """Give one spelling for all addresses of an article. It identifies; what to fetch is the address as given.

    Raises ValueError for what is no absolute http or https URL.
    """
    parts = urlsplit("".join(url.split()))
    if parts.scheme.lower() not in DEFAULT_PORTS or not parts.hostname:
        raise ValueError(f"{url[:200]!r} is no web address: it must begin with https:// or http:// and name a host")
    path = AMP_PATH.sub("", _requoted(parts.path)).rstrip("/")
    fragment = parts.fragment if parts.fragment.startswith("!") else ""  # "#!/news/5" is a page of its own
    return urlunsplit(SplitResult("https", _host(parts), path or "/", _query(parts.query), fragment))


def article_id(canonical: str) -> str:
    """The first 16 hexadecimal digits of SHA-256 over the canonical URL, or over another key."""
    return sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def keys_of(url: str | None, guid: str | None, *, feed: str) -> tuple[str, ...]:
    """What identifies a feed's entry: its canonical URL, and its own id, which means something in that feed alone."""
    keys = []
    if url is not None:
        keys.append(canonical_url(url))
    if guid is not None and guid.strip():
        keys.append(f"guid:{feed}:{guid.strip()}")
    return tuple(keys)


def _host(parts: SplitResult) -> str:
    host = SAME_SITE.sub("", (parts.hostname or "").rstrip("."))
    if ":" in host:
        host = f"[{host}]"
    elif not host.isascii():
        host = host.encode("idna").decode("ascii")
    port = parts.port
    default = port is None or str(port) == DEFAULT_PORTS[parts.scheme.lower()]
    return host if default else f"{host}:{port}"


def _requoted(path: str) -> str:
    """One spelling of the escapes: `%7E` and `~`, `%c3` and `%C3`, are the same."""
    segments = (
        quote(unquote(segment, errors="surrogateescape"), safe="~!$&'()*+,;=:@-._", errors="surrogateescape")
        for segment in path.split("/")
    )
    return re.sub("/{2,}", "/", "/".join(segments))


def _query(query: str) -> str:
    """The parameters that are left, in order of name: the order they are written in says nothing."""
    kept = [pair for pair in query.split("&") if pair and not _tracks(pair)]
    return "&".join(sorted(kept, key=lambda pair: pair.partition("=")[0]))


def _tracks(pair: str) -> bool:
    name, _, value = pair.partition("=")
    weak = WEAK_TRACKERS.get(name.lower())
    if weak is not None:
        return value.lower() in weak
    return TRACKERS.fullmatch(name) is not None
