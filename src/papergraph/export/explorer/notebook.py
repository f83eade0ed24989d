"""The explorer inside a notebook's cell."""

import html

from papergraph.export.explorer.page import page_html
from papergraph.graph.schema import Network

_HEIGHT = 640  # pixels


def notebook_html(network: Network) -> str:
    """The page in a frame that can run its own script but reach nothing of the notebook around it."""
    title = html.escape(network.graph["title"])
    return (
        f'<iframe title="{title}" sandbox="allow-scripts allow-downloads allow-popups" '
        f'width="100%" height="{_HEIGHT}" style="border:0" srcdoc="{html.escape(page_html(network))}"></iframe>'
    )
