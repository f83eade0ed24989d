"""The map is the same each time, shows communities and importance, and piles nothing up."""

import networkx as nx
import numpy as np
from tests.export.explorer.synthetic import empty, field
from tests.small_graph import small_network, ugly_network

from papergraph.export.explorer.layout import SCALE, places
from papergraph.export.explorer.repulsion import Repulsion
from papergraph.export.explorer.spacing import close_pairs, separate
from papergraph.export.explorer.ties import concepts_of


def test_the_same_graph_gives_the_same_map_however_it_was_put_together():
    network = field(300)
    turned = nx.MultiDiGraph(**network.graph)
    turned.add_nodes_from(reversed(list(network.nodes(data=True))))
    turned.add_edges_from(reversed(list(network.edges(keys=True, data=True))))
    assert places(turned) == places(network)


def test_every_concept_and_paper_has_a_place_within_reach():
    for network in (small_network(), ugly_network(), field(50), empty()):
        drawn = {key for key, node in network.nodes(data=True) if node["type"] != "Result"}
        at = places(network)
        assert set(at) == drawn
        assert all(abs(axis) < 3 * SCALE for point in at.values() for axis in point)


def test_members_of_a_community_stand_nearer_than_strangers():
    network = field(800)
    at = places(network)
    keys = concepts_of(network)[:200]
    points = np.array([at[key] for key in keys], dtype=float)
    homes = np.array([network.nodes[key]["community"] for key in keys])
    distance = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
    same = homes[:, None] == homes[None]
    other = ~same
    np.fill_diagonal(same, val=False)
    assert distance[same].mean() < 0.6 * distance[other].mean()


def test_leading_concepts_keep_their_distance():
    network = field(800)
    at = places(network)
    points = np.array([at[key] for key in concepts_of(network)[:150]], dtype=float)
    one, _ = close_pairs(points, 0.06 * SCALE)
    assert len(one) == 0


def test_close_pairs_are_those_of_a_plain_search():
    points = np.random.default_rng(3).uniform(-1, 1, (200, 2))
    plain = {(i, j) for i in range(200) for j in range(i + 1, 200) if np.hypot(*(points[i] - points[j])) < 0.15}
    found = {tuple(sorted(pair)) for pair in zip(*map(np.ndarray.tolist, close_pairs(points, 0.15)), strict=True)}
    assert found == plain


def test_separating_parts_even_points_on_one_spot_and_leaves_fixed_ones():
    points = np.zeros((20, 2))
    apart = separate(points, 0.1, fixed=1)
    assert apart[0].tolist() == [0, 0]
    assert len(close_pairs(apart, 0.05)[0]) == 0


def test_repulsion_is_that_of_every_pair():
    chance = np.random.default_rng(5)
    points, masses = chance.uniform(-0.9, 0.9, (300, 2)), chance.uniform(0.5, 1, 300) / 300
    apart = points[:, None] - points[None]
    soft = 2 * 2.0 / 256
    every = (apart / ((apart**2).sum(axis=2) + soft**2)[..., None] * masses[None, :, None]).sum(axis=1)
    field_ = Repulsion(256).field(points, masses)
    assert np.abs(field_ - every).max() < 0.1 * np.abs(every).max()
