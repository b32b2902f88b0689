"""Which network addresses we ask. Feeds and links are written by strangers, and may name the machines around us."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

NOT_PUBLIC = tuple(
    ip_network(network)
    for network in (
        "192.0.0.0/24",  # IETF protocol assignments, some of which Python calls global
        "192.88.99.0/24",  # 6to4 relays
        "168.63.129.16/32",  # Azure's host, reachable from every machine there
        "::/96",  # IPv4-compatible: an IPv4 address in disguise, as are the next four
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2002::/16",
        "2001::/32",
        "fec0::/10",  # site-local
    )
)
"""What `ipaddress` does not refuse by itself, in one Python version or another."""


class PrivateAddress(Exception):  # noqa: N818  it says what was found
    """A name or URL leads to an address that is not on the public internet."""


def is_public(address: str) -> bool:
    ip: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    return ip.is_global and not ip.is_multicast and not any(ip in network for network in NOT_PUBLIC)


def refuse_private(host: str) -> None:
    """Raise PrivateAddress for an address written out that is not public; a name is left to the resolver."""
    try:
        public = is_public(host)
    except ValueError:
        return  # a name
    if not public:
        raise PrivateAddress(f"{host} is not a public address")


class VettingResolver(AbstractResolver):
    """Resolve a name once and refuse it when any of its addresses is not public.

    What was vetted is what is connected to, so a name that changes its address in between gains nothing.
    """

    def __init__(self) -> None:
        self._resolver = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await self._resolver.resolve(host, port, family)
        for result in found:
            if not is_public(result["host"]):
                raise PrivateAddress(f"{host} leads to {result['host']}, which is not a public address")
        return found

    async def close(self) -> None:
        await self._resolver.close()
