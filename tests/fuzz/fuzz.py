# SPDX-License-Identifier: GPL-3.0-or-later
"""make fuzz: each target under libFuzzer, ASan and UBSan for FUZZ_MINUTES; nothing is written into the source tree.

Ends with 1 and the path of a reproducer where a target fails, and where a corpus no longer reaches the edges that it is
kept for (the file `floor`). What new inputs reach is merged into found/NAME in the build folder, to be looked at and
copied over tests/fuzz/found/NAME.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(os.environ["srcdir"]).resolve()
HERE = SOURCE / "tests" / "fuzz"
BUILD = pathlib.Path(os.environ["builddir"]).resolve() / "fuzz-build"
CLANG = os.environ.get("FUZZ_CC") or "clang"
SANITIZERS = "address,undefined"
MAX_INPUT = 2048
INCLUDES = [f"-I{BUILD}", f"-I{SOURCE}/src", f"-I{SOURCE}/tests/unit", f"-I{HERE}"]
UNIT = SOURCE / "tests" / "unit" / "text" / "properties.c"


def run(*command, **options):
    return subprocess.run([str(word) for word in command], text=True, errors="replace", check=False, **options)


def must(*command, **options):
    done = run(*command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    if done.returncode != 0:
        sys.exit(f"{done.stdout[-4000:]}\nfuzz: {' '.join(map(str, command[:3]))} ... failed")
    return done.stdout


def need_libfuzzer():
    BUILD.mkdir(exist_ok=True)
    probe = BUILD / "probe.c"
    probe.write_text("#include <stddef.h>\nint LLVMFuzzerTestOneInput(const unsigned char *b, size_t n);\n"
                     "int LLVMFuzzerTestOneInput(const unsigned char *b, size_t n) { return b && !n; }\n")
    if not shutil.which(CLANG):
        sys.exit(f"fuzz: there is no {CLANG}; it needs clang with libFuzzer (Debian: clang libclang-rt-14-dev)")
    done = run(CLANG, f"-fsanitize=fuzzer,{SANITIZERS}", probe, "-o", BUILD / "probe", capture_output=True)
    if done.returncode != 0:
        sys.exit(f"fuzz: {CLANG} has no libFuzzer (Debian: libclang-rt-14-dev)\n{done.stderr}")


def build_libraries(words):
    """The program's own libraries, instrumented, by its own Makefile in a folder of its own."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("MAKE") and name != "MFLAGS"}
    if not (BUILD / "Makefile").exists():
        must(SOURCE / "configure", "--enable-sanitizers", "--disable-nls", "--disable-tests", f"CC={CLANG}",
             "CFLAGS=-O1 -g -fsanitize=fuzzer-no-link", cwd=BUILD, env=env)
    must("make", *os.environ.get("FUZZ_BUILT", "").split(), cwd=BUILD, env=env)
    must("make", f"-j{os.cpu_count()}", *(word for word in words if word.endswith(".a")), cwd=BUILD, env=env)


def build(name, words):
    program = BUILD / f"fuzz-{name}"
    must(CLANG, "-g", "-O1", f"-fsanitize=fuzzer,{SANITIZERS}", "-fno-sanitize-recover=all", "-include", "config.h",
         f"-DFUZZ_TARGET=fuzz_{name}", *INCLUDES, HERE / "libfuzzer.c", HERE / f"{name}.c", HERE / "annotations.c", UNIT, *words,
         "-o", program, cwd=BUILD)
    return program


def folder(*parts):
    path = BUILD.joinpath(*parts)
    path.mkdir(parents=True, exist_ok=True)
    return path


def unpack_found(name):
    """Inputs found earlier: a line each, in hexadecimal."""
    into = folder("found-inputs", name)
    packed = HERE / "found" / name
    for number, line in enumerate(packed.read_text().split() if packed.exists() else ()):
        (into / str(number)).write_bytes(bytes.fromhex(line))
    return into


def figure(pattern, text):
    found = re.findall(pattern, text)
    return int(found[-1]) if found else 0


def complaint(name, done):
    """What is wrong with a run, and the file that shows it again."""
    if done.returncode == 0:
        return None
    written = re.findall(r"Test unit written to (\S+)", done.stderr)
    again = f"\nagain: {BUILD / ('fuzz-' + name)} {written[-1]}" if written else ""
    return f"{done.stderr[-3000:]}\nfuzz: {name} failed{again}"


def merge(program, name, seeds):
    """The fewest of the new inputs that reach all edges, beside those that were written by hand."""
    merged = BUILD / "merged" / name
    shutil.rmtree(merged, ignore_errors=True)
    shutil.copytree(HERE / "corpus" / name, merged)
    for path in [merged, *merged.iterdir()]:
        path.chmod(0o700)
    by_hand = {path.name for path in merged.iterdir()}
    must(program, "-merge=1", "-use_counters=0", f"-max_len={MAX_INPUT}", merged, BUILD / "corpus" / name, seeds[1],
         cwd=BUILD)
    new = sorted(path.read_bytes().hex() for path in merged.iterdir() if path.name not in by_hand)
    (folder("found") / name).write_text("".join(line + "\n" for line in sorted(new, key=lambda line: (len(line), line))))
    return len(new)


def fuzz(name, words, seconds, floor):
    program = build(name, words)
    seeds = [HERE / "corpus" / name, unpack_found(name)]
    common = ["-timeout=20", "-rss_limit_mb=2048", f"-artifact_prefix={folder('findings')}/{name}-"]
    first = run(program, "-runs=0", *common, *seeds, capture_output=True, cwd=BUILD)
    yield from filter(None, [complaint(name, first)])
    edges, of = figure(r"INITED cov: (\d+)", first.stderr), figure(r"\((\d+) inline 8-bit", first.stderr)
    if edges < floor:
        yield f"fuzz: {name}: the corpus reaches {edges} edges, its floor is {floor}"
    done = run(program, f"-max_total_time={seconds}", f"-max_len={MAX_INPUT}", "-print_final_stats=1", *common,
               folder("corpus", name), *seeds, capture_output=True, cwd=BUILD)
    yield from filter(None, [complaint(name, done)])
    executions = figure(r"number_of_executed_units: (\d+)", done.stderr)
    speed = figure(r"average_exec_per_sec: +(\d+)", done.stderr)
    kept = merge(program, name, seeds) if done.returncode == 0 and seconds else 0
    print(f"{name:8} {executions:10} {speed:7}/s  edges {edges} -> {figure(r'cov: ([0-9]+)', done.stderr)} of {of}"
          f" (floor {floor})  found inputs {kept}", flush=True)


def main():
    names = re.findall(r"^FUZZ\((\w+)\)", (HERE / "targets.def").read_text(), re.MULTILINE)
    wanted = os.environ.get("FUZZ_TARGETS", "").split() or names
    floors = dict(line.split() for line in (HERE / "floor").read_text().splitlines() if not line.startswith("#"))
    seconds = max(1, round(60 * float(os.environ.get("FUZZ_MINUTES") or 1)))
    words = os.environ["FUZZ_LIBS"].split()
    need_libfuzzer()
    build_libraries(words)
    os.environ["UBSAN_OPTIONS"] = "print_stacktrace=1"
    print("target   executions   speed   reached", flush=True)
    wrong = [words_ for name in wanted for words_ in fuzz(name, words, seconds, int(floors[name]))]
    for complained in wrong:
        print(complained, file=sys.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
