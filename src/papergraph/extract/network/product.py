"""Matrix products by NumPy, whose library has fast instructions for more processors than thinc's.

They run on one thread: several would sum in another order, and the bytes would hang on a machine's cores.
"""

from threading import Lock

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

Floats = NDArray[np.float32]

_THREADS = ThreadpoolController()
_ONE_AT_A_TIME = Lock()  # the number of threads is the whole process's


def product(x: Floats, weight: Floats) -> Floats:
    """Each row of `x` times each row of `weight`: shapes (n, k) and (m, k) give (n, m)."""
    with _ONE_AT_A_TIME, _THREADS.limit(limits=1, user_api="blas"):
        y: Floats = x @ weight.T
    return y
