"""Texts to vectors: the one part of the program that knows the embedding model."""

import os

# onnxruntime reports its use to its makers unless this is set before it is imported. Nothing that
# Verbatim runs may report home; who wants it may still set the variable to 0.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
