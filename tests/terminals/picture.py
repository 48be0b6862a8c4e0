# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of a screen, and the cells in them."""
import collections
import struct
import zlib


class Picture:
    """Rows of four bytes a pixel: blue, green, red, nothing."""

    def __init__(self, width, height, rows):
        self.width, self.height, self.rows = width, height, rows

    def __eq__(self, other):
        return other is not None and (self.width, self.height) == (other.width, other.height) and self.rows == other.rows

    def crop(self, x, y, width, height):
        return Picture(width, height, [row[4 * x:4 * (x + width)] for row in self.rows[y:y + height]])

    def pixels(self):
        data = b"".join(self.rows)
        return [data[i:i + 3] for i in range(0, len(data), 4)]

    def ink(self):
        """How many pixels are not of the most common colour."""
        pixels = self.pixels()
        return len(pixels) - collections.Counter(pixels).most_common(1)[0][1]

    def differing(self, other):
        """How many pixels are not the same; all where the sizes are not."""
        if (self.width, self.height) != (other.width, other.height):
            return max(self.width * self.height, other.width * other.height)
        return sum(a != b for mine, its in zip(self.rows, other.rows) if mine != its
                   for a, b in zip(struct.iter_unpack("3sx", mine), struct.iter_unpack("3sx", its)))

    def save(self, path):
        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

        lines = []
        for row in self.rows:
            line = bytearray(3 * self.width)
            line[0::3], line[1::3], line[2::3] = row[2::4], row[1::4], row[0::4]
            lines.append(b"\0" + line)
        with open(path, "wb") as png:
            png.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0))
                      + chunk(b"IDAT", zlib.compress(b"".join(lines), 9)) + chunk(b"IEND", b""))


def widened(row, width):
    """Pixels of three bytes as pixels of four."""
    wide = bytearray(4 * width)
    for i in range(3):
        wide[i::4] = row[i:3 * width:3]
    return bytes(wide)


def from_xwd(data):
    """What `xwd` writes for a screen of 24 bits; where windows have visuals of their own, three bytes a pixel."""
    words = struct.unpack(">25I", data[:100])
    header, width, height, order, bits, stride, colours = (words[i] for i in (0, 4, 5, 7, 11, 12, 19))
    if order != 0 or bits not in (24, 32):
        raise ValueError("xwd: only little-endian pixels of 24 or 32 bits are read here")
    start = header + 12 * colours
    rows = [data[start + y * stride:start + y * stride + width * bits // 8] for y in range(height)]
    return Picture(width, height, rows if bits == 32 else [widened(row, width) for row in rows])


# What a glyph stands out by, of 765: less is the edge of a neighbour's.
CONTRAST = 90


def shape(picture):
    """The shape of what is drawn, as the bits of a number, whatever its colours are."""
    pixels = picture.pixels()
    paper = collections.Counter(pixels).most_common(1)[0][0]
    ink = {p: sum(abs(a - b) for a, b in zip(p, paper)) for p in set(pixels)}
    enough = max(CONTRAST, max(ink.values()) / 2)
    return int("".join("1" if ink[p] > enough else "0" for p in pixels), 2)


def distance(a, b):
    return bin(a ^ b).count("1")


class Grid:
    """Where the cells of a terminal are in a picture."""

    def __init__(self, x, y, cell_width, cell_height):
        self.x, self.y, self.cell_width, self.cell_height = x, y, cell_width, cell_height

    def cell(self, picture, row, col, width=1):
        return picture.crop(self.x + col * self.cell_width, self.y + row * self.cell_height,
                            width * self.cell_width, self.cell_height)

    def area(self, picture, cols, rows):
        return picture.crop(self.x, self.y, cols * self.cell_width, rows * self.cell_height)


def block(picture, colour):
    """The rectangle (x, y, width, height) of the pixels of a colour."""
    found = []
    for y, row in enumerate(picture.rows):
        xs = [x for x in range(picture.width) if row[4 * x:4 * x + 3] == colour] if colour in row else []
        if xs:
            found.append((xs[0], y, len(xs)))
    return (*found[0], len(found)) if found else None
