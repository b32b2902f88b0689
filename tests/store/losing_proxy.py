"""A door to the server that loses replies: the command is carried out, and the caller hears nothing of it."""

from __future__ import annotations

import select
import socket
import threading
from pathlib import Path


class LosingProxy:
    """Listens on `path`, forwards to `target`; `lose = n` drops the next n scripts' replies, and the connection."""

    def __init__(self, path: Path, target: str) -> None:
        self.url = f"unix://{path}"
        self.lose = 0
        self.lost = 0
        self._target = target
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        self._listener.listen()
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(5)

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self._threads.append(threading.Thread(target=self._forward, args=(client,), daemon=True))
            self._threads[-1].start()

    def _forward(self, client: socket.socket) -> None:
        with client, socket.socket(socket.AF_UNIX) as server:
            server.connect(self._target)
            while True:
                ready, _, _ = select.select([client, server], [], [])
                for end in ready:
                    data = end.recv(1 << 20)
                    if not data:
                        return
                    (server if end is client else client).sendall(data)
                    if end is client and self.lose and b"EVALSHA" in data:
                        self.lose -= 1
                        self.lost += 1
                        server.recv(1 << 20)
                        return
