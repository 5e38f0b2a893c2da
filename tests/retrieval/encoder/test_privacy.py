import os
import subprocess
import sys


def test_onnxruntime_is_told_to_report_nothing_before_it_is_imported():
    program = (
        "import os, sys\nimport retrieval.encoder.onnx\n"
        "print(os.environ['ORT_DISABLE_TELEMETRY'], 'onnxruntime' in sys.modules)"
    )
    environment = {k: v for k, v in os.environ.items() if k != "ORT_DISABLE_TELEMETRY"}
    result = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.split()[0] == "1"
