"""Every setting, its default and what it accepts.

Settings come from, strongest first: the environment (``VERBATIM_…``), a ``.env`` file and a
``verbatim.toml`` file in the folder where the command runs. Each command builds only the class
it needs, so that ``verbatim ask`` never asks for a Discord token.
"""

import re
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from config.collections import CollectionRule, read_rules
from config.places import ENV_FILE, PREFIX, TOML_FILE
from config.source_url import read_source_url

__all__ = ["CoreSettings", "DiscordSettings"]


def _split(value: Any) -> Any:  # noqa: ANN401 - a raw value from any settings source
    """Let a list be written with commas or spaces, as people write it in a ``.env`` file."""
    if isinstance(value, str):
        return [part for part in value.replace(",", " ").split() if part]
    return value


def _device(value: Any) -> Any:  # noqa: ANN401 - a raw value from any settings source
    """Accept the names of devices that models are run on, and ``NAME=`` as not set."""
    if value == "":
        return "auto"
    if isinstance(value, str) and not re.fullmatch(r"auto|cpu|cuda(:\d{1,3})?|mps", value):
        raise ValueError("it must be auto, cpu, cuda, cuda with a number (cuda:1), or mps")
    return value


def _empty_is_none(value: Any) -> Any:  # noqa: ANN401 - a raw value from any settings source
    """Treat ``NAME=`` in a ``.env`` file as not set."""
    return None if value == "" else value


Ids = Annotated[tuple[int, ...], NoDecode, BeforeValidator(_split)]
Rules = Annotated[tuple[CollectionRule, ...], NoDecode, BeforeValidator(read_rules)]
Device = Annotated[str, BeforeValidator(_device)]
OptionalText = Annotated[str | None, BeforeValidator(_empty_is_none)]
SourceUrl = Annotated[OptionalText, AfterValidator(read_source_url)]
OptionalSecret = Annotated[SecretStr | None, BeforeValidator(_empty_is_none)]
OptionalPath = Annotated[Path | None, BeforeValidator(_empty_is_none)]
OptionalProbability = Annotated[float | None, Field(ge=0, le=1), BeforeValidator(_empty_is_none)]
OptionalShare = Annotated[float | None, Field(gt=0, lt=1), BeforeValidator(_empty_is_none)]
OptionalLanguage = Annotated[
    str | None, Field(pattern=r"^[A-Za-z]{2,20}([-_][A-Za-z]+)*$"), BeforeValidator(_empty_is_none)
]
OptionalBool = Annotated[bool | None, BeforeValidator(_empty_is_none)]
OptionalInt = Annotated[int | None, BeforeValidator(_empty_is_none)]


class _Settings(BaseSettings):
    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=ENV_FILE,
        env_file_encoding="utf-8",
        toml_file=TOML_FILE,
        extra="ignore",
        frozen=True,
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (
            init_settings,
            env_settings,
            dotenv_settings,
            TomlConfigSettingsSource(settings_cls),
            file_secret_settings,
        )


class CoreSettings(_Settings):
    """What indexing and asking need."""

    seeds: Path = Field(default=Path("seeds"), description="The folder of documents to answer from")
    data: Path = Field(
        default=Path(".verbatim"),
        description="Where the index, the answer store and the history are kept",
    )
    store: OptionalSecret = Field(
        default=None,
        description="A PostgreSQL database to keep the index and the answer store in, as"
        " `postgresql://user:password@host/database`; the data folder when empty",
    )
    cache: OptionalPath = Field(
        default=None,
        description="Where exported models are kept; the user's cache folder when empty",
    )
    model: str = Field(
        default="all-MiniLM-L6-v2",
        min_length=1,
        description="The embedding model: the packaged default, a folder, or a name on the"
        " Hugging Face hub",
    )
    reranker: OptionalText = Field(
        default=None,
        description="A Sentence Transformers cross-encoder that re-orders the best sentences; off"
        " when empty",
    )
    threads: int = Field(
        default=0, ge=0, le=256, description="Threads the model may use; 0 leaves it to the machine"
    )
    device: Device = Field(
        default="auto",
        description="Where documents are embedded and the reranker runs: `auto` (a GPU where"
        " PyTorch sees one and there is enough to do, else the processors), `cpu`, `cuda`,"
        " `cuda:1` … or `mps`; questions are always read by the processors",
    )
    threshold: OptionalProbability = Field(
        default=None,
        description="Answer only at or above this probability (0 to 1); the calibrated threshold"
        " when empty",
    )
    prior: OptionalShare = Field(
        default=None,
        description="Share of the questions about the documents that they answer (between 0 and"
        " 1): a lower one makes answers more careful; 0.8 when empty",
    )
    language: OptionalLanguage = Field(
        default=None,
        description="The language of documents that don't name theirs with `lang:`, as an ISO 639-1"
        " code (de, ja …); found for each document when empty",
    )
    max_file_mb: float = Field(
        default=20.0, gt=0, le=1024, description="Files larger than this many megabytes are skipped"
    )
    keep_states: int = Field(
        default=5,
        ge=2,
        le=1000,
        description="How many published states of the index are kept to go back to, the current"
        " one included; at least 2",
    )
    conversation_minutes: float = Field(
        default=15.0,
        ge=0,
        le=24 * 60,
        description="How long an earlier question may explain a follow-up; 0 turns follow-ups off",
    )
    conversation_turns: int = Field(
        default=6, ge=1, le=50, description="How many earlier questions a conversation remembers"
    )

    @property
    def index(self) -> Path:
        """The folder of the index, where it is kept in files."""
        return self.data / "index"


class DiscordSettings(_Settings):
    """What ``verbatim run`` and ``verbatim doctor`` need besides `CoreSettings`."""

    discord_token: SecretStr | None = Field(default=None, description="The bot's token")
    source_url: SourceUrl = Field(
        default=None,
        description="A link for each source: a web address with {path}, and optionally {line},"
        " {last_line} and {page}, filled in",
    )
    servers: Ids = Field(
        default=(),
        description="Ids of the servers where people may ask; every server that the bot is in when"
        " empty",
    )
    roles: Ids = Field(
        default=(),
        description="Ids of the roles of which whoever asks in a server needs one; none is needed"
        " when empty",
    )
    direct_messages: OptionalBool = Field(
        default=None,
        description="Whether anyone who can write the bot a direct message may ask; only where"
        " neither servers nor roles are named when empty",
    )
    user_install: bool = Field(
        default=False,
        description="Whether anyone who installs the bot for themselves may ask, wherever they are"
        " on Discord",
    )
    collections: Rules = Field(
        default=(),
        description="Who may read which folder of documents (`staff=role:1 channel:2;"
        " board=server:3`); everyone whatever is not named",
    )
    auto_answer_channels: Ids = Field(
        default=(),
        description="Channel ids where unmentioned questions are answered when the answer is"
        " confident; needs the Message Content intent",
    )
    digest_channels: Ids = Field(
        default=(),
        description="Channel ids that are told once a week how many questions were asked in their"
        " server and what came of them; none when empty",
    )
    channel_documents: bool = Field(
        default=False,
        description="Whether administrators may make channels of their server documents"
        " (`/docs channel`); needs the Message Content intent",
    )
    channel_messages: int = Field(
        default=2000,
        ge=1,
        le=100_000,
        description="How many messages of such a channel are read at most, the latest ones",
    )
    watch: bool = Field(
        default=True,
        description="Whether the running bot takes up changes in the folder of documents by itself",
    )
    user_per_minute: int = Field(
        default=10,
        ge=1,
        description="Questions one person may ask in a minute; buttons under answers count too",
    )
    channel_per_minute: int = Field(
        default=30, ge=1, description="Questions one channel may see in a minute"
    )
    workers: int = Field(default=2, ge=1, le=64, description="Questions answered at the same time")
    queue: int = Field(
        default=64, ge=1, le=10_000, description="Questions that may wait before the bot says busy"
    )
    retention_days: int = Field(
        default=30, ge=1, le=3650, description="Days after which stored answers are deleted"
    )
    shard_count: OptionalInt = Field(
        default=None, ge=1, description="Shards in all, when several processes share the work"
    )
    shard_ids: Ids = Field(default=(), description="The shards that this process runs")
    health_port: OptionalInt = Field(
        default=None,
        ge=1,
        le=65535,
        description="A local port for /healthz and /metrics; off when empty",
    )
    health_host: str = Field(
        default="127.0.0.1", description="The address that the health port listens on"
    )
    gateway_timeout: float = Field(
        default=300.0,
        ge=5,
        description="Seconds without a Discord connection after which the process ends",
    )
    log_format: Literal["auto", "text", "json"] = Field(
        default="auto", description="How logs are written; auto is text on a terminal, else JSON"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="The least important message that is logged"
    )
    log_questions: bool = Field(
        default=False, description="Whether the text of questions may appear in the logs"
    )
