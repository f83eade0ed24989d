"""A SPARQL server that takes updates over HTTP."""

import base64
import http.client
import urllib.error
import urllib.request
from urllib.parse import unquote, urlsplit, urlunsplit

from papergraph.errors import PapergraphError

_PATIENCE = 300  # seconds that a server may take for a batch


class Endpoint:
    """An address for updates, by the SPARQL 1.1 Protocol.

    Args:
        url: http(s)://[user:password@]host…; user and password are sent as HTTP Basic authentication.

    Attributes:
        name: The address without user and password.

    Raises:
        PapergraphError: It is no address of the web.
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise PapergraphError(f"{url!r} is no address of a server; give one like http://localhost:3030/ds/update")
        user, _, host = parts.netloc.rpartition("@")
        self.name = urlunsplit(parts._replace(netloc=host))
        self._headers = {"Content-Type": "application/sparql-update", "User-Agent": "papergraph"}
        if user:
            self._headers["Authorization"] = f"Basic {base64.b64encode(unquote(user).encode()).decode()}"

    def update(self, text: bytes) -> None:
        """Send one update.

        Raises:
            PapergraphError: The server cannot be reached or refuses it.
        """
        request = urllib.request.Request(self.name, text, self._headers, method="POST")  # noqa: S310 - http(s) only
        try:
            with urllib.request.urlopen(request, timeout=_PATIENCE) as reply:  # noqa: S310
                reply.read()
        except urllib.error.HTTPError as error:
            told = error.read(500).decode("utf-8", errors="replace").strip()
            problem = f"{self.name}: the server says {error.code} {error.reason}: {' '.join(told.split())}"
            raise PapergraphError(problem) from error
        except (OSError, http.client.HTTPException) as error:
            problem = f"{self.name}: no connection ({error}); the same command goes on where this one stopped"
            raise PapergraphError(problem) from error
