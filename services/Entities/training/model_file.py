"""Writes the model file of FORMAT.md, section 1."""

import hashlib
import json
import struct

import numpy as np

MAGIC = b"NMNER\r\n\x1a"
FORMAT_VERSION = 1
RULES_VERSION = 1
ALIGNMENT = 64
PREFIX = 64
LARGEST = 22_000_000
_NAMES = {"uint8": "u8", "uint32": "u32", "float16": "f16", "float32": "f32"}


def _aligned(n):
    return -(-n // ALIGNMENT) * ALIGNMENT


def write_model(path, header, tensors):
    """header: the JSON header without "tensors"; tensors: {name: array of u8, u32, f16 or f32}. Returns the file's size."""
    listed, room = [], 0
    while True:     # offsets depend on the header's length, which depends on the offsets
        at = _aligned(PREFIX + room)
        listed = []
        for name, array in tensors.items():
            listed.append({"name": name, "dtype": _NAMES[array.dtype.name], "shape": list(array.shape), "offset": at,
                           "bytes": array.nbytes})
            at = _aligned(at + array.nbytes)
        text = json.dumps({**header, "tensors": listed}, ensure_ascii=False).encode()
        if len(text) <= room:
            break
        room = _aligned(len(text))
    body = bytearray(at - PREFIX)
    body[: len(text)] = text
    for entry, array in zip(listed, tensors.values()):
        start = entry["offset"] - PREFIX
        body[start: start + array.nbytes] = np.ascontiguousarray(array).tobytes()
    if at > LARGEST:
        raise ValueError(f"{path}: {at} bytes, more than the limit of {LARGEST}")
    with open(path, "wb") as file:
        file.write(MAGIC + struct.pack("<IIQ", FORMAT_VERSION, len(text), at) + hashlib.sha256(body).digest() + bytes(8))
        file.write(body)
    return at
