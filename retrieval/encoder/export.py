"""Make an `Export` of a Sentence Transformers model; a program of its own.

It runs as ``python -P -m retrieval.encoder.export`` so that torch's seconds, its hundreds of
megabytes and its messages stay in a process that ends: its caller reads one JSON object from
the last line of the standard output. The graph is whatever the model's own modules compute,
traced by torch and optimised once by onnxruntime, and is published only after its vectors
have been compared with those of sentence-transformers. For the model that Verbatim brings a head
for, a graph with lighter weights is put beside it, for questions.
"""

import argparse
import json
import shutil
import sys
import uuid
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import onnxruntime
import torch  # noqa: TID253 - see above: whoever runs this module wants torch
from filelock import FileLock

from retrieval.encoder.agreement import ExportError, largest_difference
from retrieval.encoder.eight_bit import add_question_graph
from retrieval.encoder.exported import (
    GRAPH,
    TOKENIZER,
    WEIGHTS,
    Export,
    Kind,
    describe,
    folder_of,
    publish,
    read,
)
from retrieval.encoder.graph import Graph, tune
from retrieval.encoder.head import TokenHead, read_head
from retrieval.encoder.hub import first_line
from retrieval.encoder.models import ModelSource, fingerprint_of
from retrieval.encoder.sentence_transformer import load_model, prompt_of
from retrieval.errors import ModelUnavailableError, error_to_data

__all__ = ["ExportError", "export_model", "main"]

# From 20 on, GELU is one operation instead of five: 8 % of a build.
_OPSET = 20
_TRACED_WITH = ["A first text to trace the graph with.", "Another, shorter."]


def export_model(model: Path, *, name: str, cache: Path, head_file: Path | None = None) -> Export:
    """Export a model into the cache, unless a whole export is there already.

    The token head is left out when it belongs to another model.

    Raises:
        ExportError: the model can't be expressed as a graph, or the graph gives other vectors.
        ModelUnavailableError: the model can't be loaded.
        OSError: the cache can't be written.
    """
    fingerprint = fingerprint_of(model, cache=cache, anew=True)
    head = read_head(head_file) if head_file is not None else None
    if head is not None and head.model != fingerprint:
        head = None
    fingerprint = fingerprint if head is None else head.fingerprint()
    folder = folder_of(cache, fingerprint, onnxruntime.__version__)
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Whoever comes second finds the first one's export when the lock is free.
    with FileLock(folder.with_name(f".{folder.name}.lock")):
        existing = read(folder)
        if existing is not None:
            return existing
        partial = folder.with_name(f".{folder.name}.partial-{uuid.uuid4().hex}")
        partial.mkdir()
        try:
            source = ModelSource(name=name, folder=model)
            export = _export(load_model(source), fingerprint, partial, head)
            describe(partial, export)
            publish(partial, folder)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
    return replace(export, folder=folder)


def _export(
    model: Any,  # noqa: ANN401 - a SentenceTransformer
    fingerprint: str,
    folder: Path,
    head: TokenHead | None,
) -> Export:
    model = model.float().eval()
    features = model.preprocess(_TRACED_WITH)
    if not {"input_ids", "attention_mask"} <= set(features):
        raise ExportError("its first module is no transformer")
    tokenizer = getattr(model[0].tokenizer, "backend_tokenizer", None)
    if tokenizer is None:
        raise ExportError("its tokenizer has no fast form")
    if getattr(model[0], "query_expansion", None):
        raise ExportError("it pads its questions with expansion tokens")
    if features.get("modality", "text") != "text":
        raise ExportError("it takes chat messages instead of texts")
    inputs = [k for k in ("input_ids", "attention_mask", "token_type_ids") if k in features]
    (folder / TOKENIZER).write_text(tokenizer.to_str(), encoding="utf-8")
    pools_prompt = all(getattr(module, "include_prompt", True) for module in model)
    if not pools_prompt:
        features["pooling_mask"] = features["attention_mask"].clone()
        inputs.append("pooling_mask")
    _plain_attention(model)
    graph = _graph(model, inputs, head)
    example = [features[name] for name in inputs]
    _trace(graph, example, folder)
    with torch.inference_mode():
        outputs = dict(zip(graph.outputs, graph(*example), strict=True))
    backend = model[0].tokenizer
    export = Export(
        fingerprint=fingerprint,
        dimension=int(outputs["vector"].shape[-1]),
        width=int(outputs.get("tokens", outputs["hidden"]).shape[-1]),
        inputs=tuple(inputs),
        outputs=graph.outputs,
        query=_kind(model, "query", getattr(model[0], "query_length", None)),
        passage=_kind(model, "document", getattr(model[0], "document_length", None)),
        pad_id=int(backend.pad_token_id or 0),
        pad_left=backend.padding_side == "left",
        pools_prompt=pools_prompt,
        largest_difference=0.0,
        folder=folder,
    )
    export = replace(export, largest_difference=largest_difference(model, export, graph))
    # Lighter weights are for the model whose answers have been measured with them.
    return export if head is None else add_question_graph(export)


def _plain_attention(model: Any) -> None:  # noqa: ANN401 - a SentenceTransformer
    """Have attention traced as the few operations it is made of.

    The fused one, which torch would use, comes out as twice as many: it minds rows in which all
    is masked, and no text has one. A model that knows no other keeps it.
    """
    choose = getattr(getattr(model[0], "auto_model", None), "set_attn_implementation", None)
    if choose is not None:
        with suppress(ValueError, NotImplementedError, ImportError):
            choose("eager")


def _graph(model: Any, inputs: list[str], head: TokenHead | None) -> Graph:  # noqa: ANN401 - untyped
    try:
        if head is not None:
            tune(model, head)
        return Graph(model, inputs, head).eval()
    except (AttributeError, RuntimeError) as error:
        raise ExportError(f"the token head doesn't fit it ({first_line(error)})") from error


def _trace(graph: Graph, tensors: list[torch.Tensor], folder: Path) -> None:
    dynamic = {0: torch.export.Dim.DYNAMIC, 1: torch.export.Dim.DYNAMIC}
    traced = folder / "traced"
    traced.mkdir()
    try:
        program = torch.onnx.export(
            graph,
            tuple(tensors),
            dynamo=True,
            dynamic_shapes=(tuple(dynamic for _ in tensors),),
            input_names=graph.names,
            output_names=graph.outputs,
            opset_version=_OPSET,
            verbose=False,
        )
        if program is None:
            raise ExportError("torch made no graph of it")
        program.save(traced / GRAPH, external_data=True)
        _optimise(traced / GRAPH, folder)
    except ExportError:
        raise
    except Exception as error:
        # Whatever a module does that can't be traced comes out as an error of its own kind.
        raise ExportError(f"{type(error).__name__}: {first_line(error)}") from error
    finally:
        shutil.rmtree(traced, ignore_errors=True)


def _optimise(traced: Path, folder: Path) -> None:
    """Fuse the graph for onnxruntime once, with the weights beside it.

    A graph that is optimised on every start doubles the start, and weights inside the graph
    are copied to memory where those in a file of their own are mapped.
    """
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    # The next level, ALL, would fit the graph to this very processor.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(folder / GRAPH)
    for key, value in (("file_name", WEIGHTS), ("min_size_in_bytes", "1024")):
        options.add_session_config_entry(
            f"session.optimized_model_external_initializers_{key}", value
        )
    onnxruntime.InferenceSession(
        traced,
        options,
        providers=["CPUExecutionProvider"],
        # Addition and normalisation in one are slower than one after the other: 8 % of a build.
        disabled_optimizers=["SkipLayerNormFusion"],
    )


def _kind(model: Any, task: str, own_length: int | None) -> Kind:  # noqa: ANN401 - untyped
    prompt = prompt_of(model, task)
    tokens = model.preprocess(["x"], prompt=prompt).get("prompt_length") if prompt else 0
    limit = own_length or model.max_seq_length
    longest = getattr(getattr(model[0], "config", None), "max_position_embeddings", None)
    # A tokenizer without a limit says so with a number that has thirty digits.
    if limit is None or limit > 1_000_000:
        limit = longest or 1_000_000
    return Kind(prompt=prompt, prompt_tokens=int(tokens or 0), max_length=int(limit))


def main(argv: list[str] | None = None) -> int:
    """Export one model and say on the last line of the standard output how it went."""
    parser = argparse.ArgumentParser(prog="python -P -m retrieval.encoder.export")
    parser.add_argument("model", type=Path, help="the folder of its files")
    parser.add_argument("--name", required=True, help="what its user calls it")
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--head", type=Path, help="trained weights for the token vectors")
    arguments = parser.parse_args(argv)
    try:
        export_model(
            arguments.model,
            name=arguments.name,
            cache=arguments.cache,
            head_file=arguments.head,
        )
        outcome: dict[str, object] = {"outcome": "exported"}
    except ModelUnavailableError as error:
        outcome = {"outcome": "unavailable", "error": error_to_data(error)}
    except ExportError as error:
        outcome = {"outcome": "not exportable", "reason": str(error)}
    except OSError as error:
        outcome = {"outcome": "not written", "reason": error.strerror or first_line(error)}
    sys.stdout.write(f"\n{json.dumps(outcome)}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
