"""Whether an exported graph says what the model says. Needs torch."""

from typing import Any

import numpy as np
import torch  # noqa: TID253 - only the exporter imports this module

from retrieval.encoder.exported import Export
from retrieval.encoder.graph import Graph
from retrieval.encoder.onnx import OnnxEncoder

__all__ = ["TOLERANCE", "ExportError", "largest_difference"]

TOLERANCE = 1e-5
_LONGEST_CHECKED = 1024


class ExportError(Exception):
    """A model can't be exported; the message says why."""


def largest_difference(model: Any, export: Export, graph: Graph) -> float:  # noqa: ANN401 - untyped
    """Compare with sentence-transformers on texts of all kinds and lengths, the head with torch.

    Raises:
        ExportError: they differ by more than `TOLERANCE`.
    """
    encoder = OnnxEncoder(export, name="", threads=1)
    texts = _sample(max(export.query.max_length, export.passage.max_length))
    largest = 0.0
    for kind, encode, own in (
        (export.query, model.encode_query, encoder.encode_queries),
        (export.passage, model.encode_document, encoder.encode_passages),
    ):
        expected = np.asarray(encode(texts, batch_size=7, show_progress_bar=False), np.float32)
        expected /= np.linalg.norm(expected, axis=1, keepdims=True)
        together, alone = own(texts, hidden=True), own(texts[3:4])
        states = encode(texts, output_value="token_embeddings", show_progress_bar=False)
        differences = [together.vectors - expected, alone.vectors - expected[3:4]]
        for text, state, hidden in zip(texts, states, together.hidden, strict=True):
            known = state.numpy()
            if export.pad_left:
                known = known[len(known) - len(encoder.own_tokens(text, kind)) :]
            known = known[encoder.own_tokens(text, kind)]
            if known.shape != hidden.shape:
                raise ExportError(f"{len(hidden)} tokens of a text instead of {len(known)}")
            differences.append((known - hidden) / max(1.0, float(np.abs(known).max(initial=0))))
        largest = max(largest, *(float(np.abs(d).max(initial=0)) for d in differences))
    if graph.head is not None:
        largest = max(largest, _head_difference(model, export, graph, encoder, texts))
    if not largest <= TOLERANCE:
        raise ExportError(f"its graph gives other vectors (by up to {largest:.1e})")
    return largest


def _head_difference(
    model: Any,  # noqa: ANN401 - a SentenceTransformer
    export: Export,
    graph: Graph,
    encoder: OnnxEncoder,
    texts: list[str],
) -> float:
    """Run the head in torch, one text at a time, and compare its token vectors and weights."""
    largest = 0.0
    encoded = encoder.encode_passages(texts)
    for i, text in enumerate(texts):
        features = model.preprocess([text], prompt=export.passage.prompt or None)
        features["pooling_mask"] = features["attention_mask"]
        with torch.inference_mode():
            outputs = dict(
                zip(graph.outputs, graph(*[features[n] for n in export.inputs]), strict=True)
            )
        own = encoder.own_tokens(text, export.passage)
        pairs = [(outputs["tokens"][0].numpy()[own], encoded.tokens[i])]
        if encoded.weights:
            pairs.append((outputs["weights"][0].numpy()[own], encoded.weights[i]))
        largest = max(largest, *(float(np.abs(a - b).max(initial=0)) for a, b in pairs))
    return largest


def _sample(max_length: int) -> list[str]:
    sentence = "The company delivered 1,200 drones worth $4.85 billion to Baku in 2016, it said. "
    longest = min(max_length, _LONGEST_CHECKED)
    return [
        "",
        " \t\n",
        "a",
        "Who supplies Azerbaijan's drones?",
        "Is the word [SEP] or <mask> or </s> special in a text?",
        "naïve café, “quoted” — Ünïcödé ﬁ ligature e\u0301 \u200b zero width",
        "数字と漢字のテキスト。한국어 문장입니다. Текст на русском. نص عربي 🙂👩‍👩‍👧",
        "  spaces   around\tand\nlines  ",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        sentence,
        sentence * 3,
        sentence * 8,
        "word " * (longest - 2),
        sentence * (longest // 8),
    ]
