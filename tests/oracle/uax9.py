# SPDX-License-Identifier: GPL-3.0-or-later
"""The Unicode bidirectional algorithm, written down from UAX #9 rule by rule; it shares nothing with the program.

Plain on purpose.
"""
import ucd

MAX_DEPTH = 125
ISOLATES = {"LRI", "RLI", "FSI"}
EMBEDDINGS = {"LRE", "RLE", "LRO", "RLO"}
REMOVED = EMBEDDINGS | {"PDF", "BN"}
NEUTRAL = {"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"}


CLASS = ucd.Property("extracted/DerivedBidiClass.txt", "L")
BRACKETS = ucd.pairs("BidiBrackets.txt")  # {character: (paired character, "o" or "c")}


def canonical(char):
    """Canonical equivalents are one bracket (BD16)."""
    return {"\u2329": "\u3008", "\u232a": "\u3009"}.get(char, char)


def match_isolates(classes):
    """BD9: the PDI of each initiator and the initiator of each PDI."""
    match, stack = {}, []
    for i, cls in enumerate(classes):
        if cls in ISOLATES:
            stack.append(i)
        elif cls == "PDI" and stack:
            opener = stack.pop()
            match[opener], match[i] = i, opener
        elif cls == "B":
            stack = []
    return match


def first_strong(classes, match, start, end):
    """P2, P3 between start and end: 0, 1 or None."""
    i = start
    while i < end:
        cls = classes[i]
        if cls in ("L", "R", "AL"):
            return 0 if cls == "L" else 1
        if cls in ISOLATES:
            i = match.get(i, end)
        i += 1
    return None


def explicit(classes, base, match):
    """X1-X8: a level for each character, and its class after overrides."""
    n = len(classes)
    levels, resolved = [base] * n, list(classes)
    stack = [(base, None, False)]
    overflow_isolates = overflow_embeddings = valid_isolates = 0
    for i, cls in enumerate(classes):
        level, override, _ = stack[-1]
        if cls in EMBEDDINGS:
            levels[i] = level
            new = (level + 1) | 1 if cls in ("RLE", "RLO") else (level + 2) & ~1
            if new <= MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                stack.append((new, {"RLO": "R", "LRO": "L"}.get(cls), False))
            elif not overflow_isolates:
                overflow_embeddings += 1
        elif cls in ISOLATES:
            levels[i] = level
            if override:
                resolved[i] = override
            rtl = cls == "RLI"
            if cls == "FSI":
                rtl = first_strong(classes, match, i + 1, match.get(i, n)) == 1
            new = (level + 1) | 1 if rtl else (level + 2) & ~1
            if new <= MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                valid_isolates += 1
                stack.append((new, None, True))
            else:
                overflow_isolates += 1
        elif cls == "PDI":
            if overflow_isolates:
                overflow_isolates -= 1
            elif valid_isolates:
                overflow_embeddings = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
                valid_isolates -= 1
            level, override, _ = stack[-1]
            levels[i] = level
            if override:
                resolved[i] = override
        elif cls == "PDF":
            levels[i] = level
            if overflow_isolates:
                pass
            elif overflow_embeddings:
                overflow_embeddings -= 1
            elif not stack[-1][2] and len(stack) >= 2:
                stack.pop()
        elif cls == "B":
            levels[i] = base
            stack = [(base, None, False)]
            overflow_isolates = overflow_embeddings = valid_isolates = 0
        else:
            levels[i] = level
            if override and cls != "BN":
                resolved[i] = override
    return levels, resolved


def run_sequences(classes, levels, match):
    """X9, X10, BD13: lists of indices, and sos and eos for each."""
    kept = [i for i, cls in enumerate(classes) if cls not in REMOVED and cls != "B"]
    runs = []
    for i in kept:
        if runs and levels[runs[-1][-1]] == levels[i]:
            runs[-1].append(i)
        else:
            runs.append([i])
    by_first = {run[0]: run for run in runs}
    for run in runs:
        if classes[run[0]] == "PDI" and run[0] in match:
            continue
        sequence = list(run)
        while classes[sequence[-1]] in ISOLATES and sequence[-1] in match:
            following = by_first.get(match[sequence[-1]])
            if following is None:
                break
            sequence += following
        yield sequence


def direction(level):
    return "R" if level & 1 else "L"


def boundaries(sequence, classes, levels, base, match):
    """sos and eos (X10)."""
    level = levels[sequence[0]]
    before = base
    for i in range(sequence[0] - 1, -1, -1):
        if classes[i] not in REMOVED:
            before = levels[i]
            break
    after = base
    last = sequence[-1]
    if not (classes[last] in ISOLATES and last not in match):
        for i in range(last + 1, len(classes)):
            if classes[i] not in REMOVED:
                after = levels[i]
                break
    return direction(max(level, before)), direction(max(level, after))


def weak(seq, sos):
    """W1-W7 on the classes of one sequence."""
    previous = sos
    for k, cls in enumerate(seq):
        if cls == "NSM":
            seq[k] = "ON" if previous in ISOLATES or previous == "PDI" else previous
        previous = seq[k]
    strong = sos
    for k, cls in enumerate(seq):
        if cls in ("R", "L", "AL"):
            strong = cls
        elif cls == "EN" and strong == "AL":
            seq[k] = "AN"
    seq[:] = ["R" if cls == "AL" else cls for cls in seq]
    for k in range(1, len(seq) - 1):
        if seq[k] == "ES" and seq[k - 1] == seq[k + 1] == "EN":
            seq[k] = "EN"
        elif seq[k] == "CS" and seq[k - 1] == seq[k + 1] and seq[k - 1] in ("EN", "AN"):
            seq[k] = seq[k - 1]
    k = 0
    while k < len(seq):
        end = k
        while end < len(seq) and seq[end] == "ET":
            end += 1
        if end > k:
            if (k > 0 and seq[k - 1] == "EN") or (end < len(seq) and seq[end] == "EN"):
                seq[k:end] = ["EN"] * (end - k)
            k = end
        else:
            k += 1
    seq[:] = ["ON" if cls in ("ES", "ET", "CS") else cls for cls in seq]
    strong = sos
    for k, cls in enumerate(seq):
        if cls in ("R", "L"):
            strong = cls
        elif cls == "EN" and strong == "L":
            seq[k] = "L"


def bracket_pairs(seq, chars):
    """BD16."""
    stack, pairs = [], []
    for k, char in enumerate(chars):
        if seq[k] != "ON" or char not in BRACKETS:
            continue
        other, kind = BRACKETS[char]
        if kind == "o":
            if len(stack) == 63:
                return []
            stack.append((canonical(other), k))
        else:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == canonical(char):
                    pairs.append((stack[depth][1], k))
                    del stack[depth:]
                    break
    return sorted(pairs)


def strong_of(cls):
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(cls)


def pair(seq, original, chars, sos, level):
    """N0."""
    embedding = direction(level)
    for opener, closer in bracket_pairs(seq, chars):
        inside = {strong_of(seq[k]) for k in range(opener + 1, closer)}
        if embedding in inside:
            new = embedding
        elif inside - {None}:
            context = sos
            for k in range(opener - 1, -1, -1):
                if strong_of(seq[k]):
                    context = strong_of(seq[k])
                    break
            new = context
        else:
            continue
        for k in (opener, closer):
            seq[k] = new
            k += 1
            while k < len(seq) and original[k] == "NSM":
                seq[k] = new
                k += 1


def neutral(seq, sos, eos, level):
    """N1, N2."""
    k = 0
    while k < len(seq):
        end = k
        while end < len(seq) and seq[end] in NEUTRAL:
            end += 1
        if end == k:
            k += 1
            continue
        left = strong_of(seq[k - 1]) if k > 0 else sos
        right = strong_of(seq[end]) if end < len(seq) else eos
        seq[k:end] = [left if left == right else direction(level)] * (end - k)
        k = end


def implicit(cls, level):
    """I1, I2."""
    if level & 1:
        return level + (cls in ("L", "EN", "AN"))
    return level + {"R": 1, "AN": 2, "EN": 2}.get(cls, 0)


def base_level(classes, wanted, fallback=0):
    if wanted is not None:
        return wanted
    level = first_strong(classes, match_isolates(classes), 0, len(classes))
    return fallback if level is None else level


def resolve(text, classes, base):
    """Levels before L1. What X9 removes has the level of what stands before it."""
    match = match_isolates(classes)
    levels, resolved = explicit(classes, base, match)
    result = list(levels)
    for sequence in run_sequences(classes, levels, match):
        level = levels[sequence[0]]
        sos, eos = boundaries(sequence, classes, levels, base, match)
        seq = [resolved[i] for i in sequence]
        original = [classes[i] if resolved[i] == classes[i] else resolved[i] for i in sequence]
        weak(seq, sos)
        pair(seq, original, [text[i] for i in sequence], sos, level)
        neutral(seq, sos, eos, level)
        for i, cls in zip(sequence, seq):
            result[i] = implicit(cls, level)
    for i, cls in enumerate(classes):
        if cls in REMOVED:
            result[i] = result[i - 1] if i else base
        elif cls == "B":
            result[i] = base
    return result


def reset(classes, levels, base):
    """L1 on one row; returns new levels."""
    levels = list(levels)
    resets = True
    for i in range(len(classes) - 1, -1, -1):
        if classes[i] in ("S", "B"):
            resets = True
        elif classes[i] not in ISOLATES | REMOVED | {"PDI", "WS"}:
            resets = False
        if resets:
            levels[i] = base
    return levels


def reorder(levels):
    """L2: indices in visual order."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        k = 0
        while k < len(order):
            end = k
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[k:end] = order[k:end][::-1]
            k = max(end, k + 1)
    return order
