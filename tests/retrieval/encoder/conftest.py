"""Tiny random models that differ in what a Sentence Transformers model may differ in."""

import re
import shutil
import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from retrieval.encoder.onnx import OnnxEncoder

WORDS = re.findall(
    r"\S+",
    "who supplies azerbaijan ' s drones the a of and israel sold turkey museum opens on monday "
    "query passage : ##s ##ed ##ing é 数 字 . , ? ! x",
)
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Make the folder of a model of two small layers; returns the folder."""

    def make(
        *,
        pooling: str = "mean",
        dense: int | None = None,
        normalise: bool = False,
        prompts: dict[str, str] | None = None,
        max_length: int = 16,
        include_prompt: bool = True,
        seed: int = 0,
    ) -> Path:
        with warnings.catch_warnings():
            # What importing torch and friends warns of is not what these tests are about.
            warnings.simplefilter("ignore")
            return _make(
                tmp_path_factory.mktemp("model") / "tiny",
                pooling,
                dense,
                normalise,
                prompts or {},
                max_length,
                include_prompt,
                seed,
            )

    return make


def _make(
    folder: Path,
    pooling: str,
    dense: int | None,
    normalise: bool,
    prompts: dict[str, str],
    max_length: int,
    include_prompt: bool,
    seed: int,
) -> Path:
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Dense, Normalize, Transformer
    from sentence_transformers.sentence_transformer.modules import Pooling
    from transformers import BertConfig, BertModel, BertTokenizerFast

    torch.manual_seed(seed)
    base = folder.with_name(f"{folder.name}-transformer")
    base.mkdir()
    letters = [chr(c) for c in range(ord("a"), ord("z") + 1)]
    vocabulary = list(dict.fromkeys(SPECIAL + WORDS + letters + [f"##{c}" for c in letters]))
    (base / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    BertTokenizerFast(str(base / "vocab.txt"), model_max_length=64).save_pretrained(base)
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
        initializer_range=0.3,
    )
    BertModel(config).save_pretrained(base)
    modules: list[Any] = [Transformer(str(base))]
    width = 16
    modules.append(Pooling(width, pooling_mode=pooling, include_prompt=include_prompt))
    if dense is not None:
        modules.append(Dense(width, dense))
    if normalise:
        modules.append(Normalize())
    model = SentenceTransformer(modules=modules, device="cpu", prompts=prompts)
    model.max_seq_length = max_length
    model.save(str(folder), create_model_card=False)
    return folder


@pytest.fixture(scope="session")
def graphless_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of another make: a table of vectors, without a transformer and without tokens."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from sentence_transformers import SentenceTransformer
        from sentence_transformers.sentence_transformer.modules import StaticEmbedding
        from tokenizers import Tokenizer, models, pre_tokenizers

        tokenizer = Tokenizer(
            models.WordLevel({w: i for i, w in enumerate(SPECIAL + WORDS)}, unk_token="[UNK]")
        )
        tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
        folder = tmp_path_factory.mktemp("model") / "static"
        table = StaticEmbedding(tokenizer, embedding_dim=8)
        SentenceTransformer(modules=[table], device="cpu").save(
            str(folder), create_model_card=False
        )
    return folder


@pytest.fixture(scope="session")
def torch_loaded() -> Callable[[Path], Any]:
    """Load a folder with sentence-transformers, to compare with."""

    def load(folder: Path) -> Any:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from sentence_transformers import SentenceTransformer

            return SentenceTransformer(str(folder), device="cpu", local_files_only=True).eval()

    return load


@pytest.fixture(scope="session")
def export() -> Callable[..., OnnxEncoder]:
    """Export a folder into a cache, in this process: torch is loaded once for all tests."""

    def make(folder: Path, cache: Path, head_file: Path | None = None) -> OnnxEncoder:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from retrieval.encoder.export import export_model

            made = export_model(folder, name="tiny", cache=cache, head_file=head_file)
            return OnnxEncoder(made, name="tiny", threads=1)

    return make


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    model: Path
    cache: Path
    folder: Path
    encoder: OnnxEncoder


@pytest.fixture(scope="session")
def tiny(
    tiny_model: Callable[..., Path],
    export: Callable[..., OnnxEncoder],
    tmp_path_factory: pytest.TempPathFactory,
) -> Exported:
    """One export to look at: nobody may change it (see `own_tiny`)."""
    model = tiny_model(
        pooling="cls",
        dense=5,
        normalise=True,
        prompts={"query": "query: ", "document": "passage: "},
        max_length=12,
    )
    cache = tmp_path_factory.mktemp("cache")
    encoder = export(model, cache)
    return Exported(model=model, cache=cache, folder=encoder.export.folder, encoder=encoder)


@pytest.fixture
def own_tiny(tiny: Exported, tmp_path: Path) -> Exported:
    """A copy of `tiny` in a cache of its own, to be damaged."""
    cache = tmp_path / "cache"
    shutil.copytree(tiny.cache, cache)
    folder = cache / tiny.folder.relative_to(tiny.cache)
    return replace(tiny, cache=cache, folder=folder)
