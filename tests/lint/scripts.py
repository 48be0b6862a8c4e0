# SPDX-License-Identifier: GPL-3.0-or-later
"""Shell scripts parse, and shellcheck, where there is one, has nothing to say."""
import shutil
import subprocess

import lint

PATTERNS = ("bootstrap", ".ci/run", "tests/**/*.sh")


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, (done.stdout + done.stderr).strip()


def check(root):
    for path in (p for pattern in PATTERNS for p in lint.files(root, pattern)):
        relative = path.relative_to(root)
        text = lint.lines(path)
        shell = "bash" if text and "bash" in text[0] else "sh"
        status, said = run(shell, "-n", str(path))
        if status == 0 and shutil.which("shellcheck"):
            status, said = run("shellcheck", f"--shell={shell}", "--exclude=SC1091", str(path))
        if status != 0:
            yield f"{relative}: {said}"


CLEAN = {"bootstrap": "#!/bin/sh\necho fine\n", ".ci/run": "#!/bin/bash\na=(1 2)\necho \"${a[@]}\"\n"}
PLANTS = (
    ("a script that does not parse", {"tests/cli/a.sh": "#!/bin/sh\nif true; then\n"}),
    ("bash in a sh script", {"tests/cli/b.sh": "#!/bin/sh\na=(1 2)\necho \"${a[@]}\"\n"}),
)

if __name__ == "__main__":
    lint.main(check, CLEAN, PLANTS)
