"""The map is also a pyvis network that pyvis itself can show."""

from tests.small_graph import small_network

from papergraph.export.explorer.picture import to_pyvis


def test_pyvis_draws_it():
    picture = to_pyvis(small_network())
    assert picture.num_nodes() == 18
    assert picture.get_node("lora.method")["label"] == "LoRA"
    assert {"from": "replay.method", "to": "catastrophic-forgetting.phenomenon"}.items() <= next(
        edge for edge in picture.edges if edge["label"] == "mitigates" and edge["from"] == "replay.method"
    ).items()
    assert "experience replay" in picture.generate_html()
