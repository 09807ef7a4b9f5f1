"""Reads scripts that Downhill generated and runs them: [script, …] as JSON on standard input.

Writes {"python": version, "torch": version or null, "results": [{"error": text or null, "printed": [[number, …], …]}, …]}.
A script that is not Python is an error; where there is no PyTorch, none is run and nothing is printed by them.
"""

import ast
import contextlib
import io
import json
import platform
import sys
import traceback

try:
    import torch
except ImportError:
    torch = None


def numbers(line):
    """The numbers of a printed line, without the words before them."""
    return [float(word) for word in line.split(":")[-1].split()]


def result(script):
    printed = io.StringIO()
    try:
        tree = ast.parse(script)
        if torch is not None:
            with contextlib.redirect_stdout(printed):
                exec(compile(tree, "script", "exec"), {"__name__": "__main__"})
    except Exception:
        return {"error": traceback.format_exc(), "printed": []}
    return {"error": None, "printed": [numbers(line) for line in printed.getvalue().splitlines()]}


json.dump(
    {
        "python": platform.python_version(),
        "torch": None if torch is None else torch.__version__,
        "results": [result(script) for script in json.load(sys.stdin)],
    },
    sys.stdout,
)
