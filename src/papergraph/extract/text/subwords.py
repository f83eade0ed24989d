"""What a word means by its parts: vectors of word pieces, so that names never seen before are not blank.

The pieces and their vectors are those of a small pretrained encoder, reduced by principal components
(`training/subwords.py` says which and how). Words are cut greedily, the longest piece first (WordPiece:
Schuster & Nakajima, "Japanese and Korean voice search", ICASSP 2012).
"""

import unicodedata
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from papergraph.extract.weights import weights_path

SIZE = 256
"""Length of a word's vector: the mean of its pieces' vectors, then its last piece's."""

_LONGEST = 100  # characters of a word that are looked at


class Subwords:
    """Word pieces with their vectors.

    Attributes:
        pieces: For each piece its row; a piece that continues a word starts with "##".
        vectors: Array of shape (pieces, SIZE / 2).
    """

    def __init__(self, pieces: list[str], vectors: NDArray[np.float32]) -> None:
        self.pieces = {piece: row for row, piece in enumerate(pieces)}
        self.vectors = vectors
        self.vector = lru_cache(maxsize=1 << 15)(self._vector)

    def cut(self, word: str) -> list[int]:
        """Rows of the pieces that a word is made of; characters that no piece has are passed over."""
        bare = unicodedata.normalize("NFD", word.lower())
        bare = "".join(c for c in bare if unicodedata.category(c) != "Mn")
        rows, start = [], 0
        while start < len(bare):
            for end in range(min(len(bare), start + 20), start, -1):
                row = self.pieces.get(bare[start:end] if start == 0 else "##" + bare[start:end])
                if row is not None:
                    rows.append(row)
                    start = end
                    break
            else:
                start += 1
        return rows

    def _vector(self, word: str) -> NDArray[np.float32]:
        rows = self.cut(word)
        if not rows:
            return np.zeros(SIZE, dtype=np.float32)
        return np.concatenate([self.vectors[rows].mean(axis=0), self.vectors[rows[-1]]])

    def matrix(self, words: list[str]) -> NDArray[np.float32]:
        """Vectors of words, an array of shape (words, SIZE)."""
        return np.array([self.vector(word[:_LONGEST]) for word in words], dtype=np.float32).reshape(len(words), SIZE)


@cache
def load_subwords() -> Subwords:
    """The pieces that are shipped."""
    with np.load(weights_path("subwords.npz"), allow_pickle=False) as data:
        return Subwords([str(piece) for piece in data["pieces"]], data["vectors"].astype(np.float32))
