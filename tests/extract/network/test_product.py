"""Products are the textbook's, and their bytes don't hang on how many cores a machine has."""

import os
import subprocess
import sys

import numpy as np
import pytest
from threadpoolctl import threadpool_info

from papergraph.extract.network.product import product

SUMMED = """
import hashlib
import numpy as np
from papergraph.extract.network.product import product
random = np.random.default_rng(0)
weight = random.standard_normal((64, 300)).astype(np.float32)
digest = hashlib.sha256()
for rows in (1, 7, 40, 251):
    digest.update(product(random.standard_normal((rows, 300)).astype(np.float32), weight).tobytes())
print(digest.hexdigest())
"""


def test_rows_are_multiplied_by_rows() -> None:
    x, weight = np.array([[1, 2], [0, 1], [3, 0]], np.float32), np.array([[1, 1], [2, 0]], np.float32)
    assert product(x, weight).tolist() == [[3, 2], [1, 0], [3, 6]]
    assert product(x[:0], weight).shape == (0, 2)


def test_the_number_of_cores_does_not_change_a_bit() -> None:
    found = set()
    for threads in ("1", "2", "8"):
        done = subprocess.run(
            [sys.executable, "-c", SUMMED],
            env=os.environ | {"OPENBLAS_NUM_THREADS": threads, "MKL_NUM_THREADS": threads},
            capture_output=True,
            text=True,
            check=True,
        )
        found.add(done.stdout)
    assert len(found) == 1


def test_whoever_calls_keeps_his_threads() -> None:
    before = threadpool_info()
    product(np.ones((2, 3), np.float32), np.ones((4, 3), np.float32))
    assert threadpool_info() == before


def test_shapes_that_do_not_fit_leave_the_threads_alone() -> None:
    before = threadpool_info()
    with pytest.raises(ValueError, match="matmul"):
        product(np.ones((2, 3), np.float32), np.ones((4, 2), np.float32))
    assert threadpool_info() == before
