# The image runs the bot with no network but Discord's: the model and its export are inside.
#   docker build -t verbatim .
# The base is named by the digest of its index, which holds every platform; 'make base-image' takes
# the newest one.
ARG PYTHON_IMAGE=python:3.11-slim-bookworm@sha256:a36c24f9cbdf4fd0f52d67f0823eeac19c2028c637cecc392d97f980d4fec56b

FROM ${PYTHON_IMAGE} AS build
# Where pip finds a CPU build of PyTorch; PyPI's for Linux brings gigabytes of CUDA.
ARG TORCH_INDEX=https://download.pytorch.org/whl/cpu
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_ROOT_USER_ACTION=ignore \
    ORT_DISABLE_TELEMETRY=1
WORKDIR /src

# Every package is one of the files that requirements.txt knows by their SHA-256, and a wheel: to
# build one would bring packages that nobody has looked at. The dependencies come first and stay
# apart from the code, so that a change of code rebuilds, and sends again, none of them. Bytecode is
# kept for what is started with every command; of the largest packages, for the modules that a start
# on PyTorch uses.
COPY requirements.txt requirements-build.txt ./
RUN python -P -m venv --without-pip /opt/venv \
    && pip --python /opt/venv/bin/python install --no-compile \
        --require-hashes --no-deps --only-binary :all: \
        ${TORCH_INDEX:+--extra-index-url "$TORCH_INDEX"} --requirement requirements.txt \
    && pip --python /opt/venv/bin/python check \
    && site=$(/opt/venv/bin/python -P -c "import sysconfig; print(sysconfig.get_path('purelib'))") \
    && rm -rf "$site"/torch/include "$site"/torch/test "$site"/torch/bin/*test* \
    && /opt/venv/bin/python -P -c "import faiss, onnxruntime, scipy, sentence_transformers" \
    && /opt/venv/bin/python -P -m compileall -q \
        -x "/(networkx|onnx|onnx_ir|onnxscript|scipy|sklearn|sympy|torch|transformers)/" "$site" \
    && echo /opt/verbatim > "$site/verbatim.pth"

COPY pyproject.toml README.md LICENSE ./
COPY config ./config
COPY retrieval ./retrieval
COPY bot ./bot
RUN python -P -m venv --without-pip /opt/build \
    && pip --python /opt/build/bin/python install \
        --require-hashes --no-deps --only-binary :all: --requirement requirements-build.txt \
    && pip --python /opt/build/bin/python wheel --no-deps --no-build-isolation --wheel-dir /tmp/wheel . \
    && pip --python /opt/venv/bin/python install --no-deps --no-index --target /opt/verbatim \
        /tmp/wheel/*.whl

# Export the default model once, here, so that no start of a container has to; a document of one
# sentence is enough for that. Bytecode would change the folder of dependencies.
RUN mkdir /tmp/seeds \
    && echo "The model is exported when something is indexed." > /tmp/seeds/one.txt \
    && PYTHONDONTWRITEBYTECODE=1 VERBATIM_CACHE=/opt/models VERBATIM_DATA=/tmp/data VERBATIM_SEEDS=/tmp/seeds \
        /opt/verbatim/bin/verbatim index \
    && ls /opt/models/encoders/*/model.onnx \
    && rm -r /tmp/data /tmp/seeds

FROM ${PYTHON_IMAGE}
# Python's own image has no bytecode of the standard library, and a read-only container can't keep
# any: each start, each health check among them, would compile it again.
RUN useradd --uid 10001 --user-group --create-home --shell /usr/sbin/nologin verbatim \
    && install -d -o verbatim -g verbatim /data \
    && python -P -m compileall -q -x "/(test|tests|lib2to3|idlelib|turtledemo|site-packages|dist-packages)/" \
        "$(python -P -c "import sysconfig; print(sysconfig.get_path('stdlib'))")"
COPY --from=build /opt/venv /opt/venv
COPY --from=build /opt/models /opt/models
COPY --from=build /opt/verbatim /opt/verbatim
COPY seeds /seeds
# onnxruntime reports its use to Microsoft, and the hub's library to Hugging Face, unless told not to.
ENV PATH=/opt/verbatim/bin:/opt/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    ORT_DISABLE_TELEMETRY=1 \
    HF_HUB_DISABLE_TELEMETRY=1 \
    HF_HOME=/data/huggingface \
    VERBATIM_SEEDS=/seeds \
    VERBATIM_DATA=/data \
    VERBATIM_CACHE=/opt/models \
    VERBATIM_HEALTH_PORT=8080
WORKDIR /home/verbatim
USER 10001:10001
VOLUME /data
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["verbatim", "health"]
ENTRYPOINT ["verbatim"]
CMD ["run"]
