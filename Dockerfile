# The image runs the bot with no network but Discord's: the model and its export are inside.
#   docker build --build-arg TORCH_INDEX=https://download.pytorch.org/whl/cpu -t verbatim .
ARG PYTHON_IMAGE=python:3.11-slim-bookworm

FROM ${PYTHON_IMAGE} AS build
# Where pip finds a CPU build of PyTorch; the default one for Linux brings gigabytes of CUDA.
ARG TORCH_INDEX=
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PYTHONDONTWRITEBYTECODE=1
RUN python -m venv /opt/verbatim
WORKDIR /src

# The dependencies come first: a change of code rebuilds none of them.
COPY pyproject.toml constraints.txt ./
RUN python -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies'], sep='\n')" > requirements.txt \
    && /opt/verbatim/bin/pip install ${TORCH_INDEX:+--extra-index-url "$TORCH_INDEX"} \
        --constraint constraints.txt --requirement requirements.txt

COPY README.md LICENSE ./
COPY config ./config
COPY retrieval ./retrieval
COPY bot ./bot
RUN /opt/verbatim/bin/pip install --no-deps .

# Export the default model once, here, so that no start of a container has to; the index made on
# the way is thrown away.
COPY seeds ./seeds
RUN VERBATIM_CACHE=/opt/verbatim/models VERBATIM_DATA=/tmp/data /opt/verbatim/bin/verbatim index \
    && rm -rf /tmp/data

FROM ${PYTHON_IMAGE}
RUN useradd --uid 10001 --create-home --home-dir /home/verbatim --shell /usr/sbin/nologin verbatim \
    && install -d -o verbatim -g verbatim /data
COPY --from=build /opt/verbatim /opt/verbatim
COPY --chown=verbatim:verbatim seeds /seeds
ENV PATH=/opt/verbatim/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    HF_HOME=/data/huggingface \
    VERBATIM_SEEDS=/seeds \
    VERBATIM_DATA=/data \
    VERBATIM_CACHE=/opt/verbatim/models \
    VERBATIM_HEALTH_PORT=8080
WORKDIR /home/verbatim
USER 10001:10001
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["verbatim", "health"]
ENTRYPOINT ["verbatim"]
CMD ["run"]
