#!/usr/bin/env python3
"""Reads a Papergraph graph directory or packed snapshot, written from store.md and pack.md with the standard library alone.

    read_graph.py GRAPH            counts of nodes by label and edges by type, as JSON
    read_graph.py GRAPH --dump     nodes, then edges, a JSON object a line, as `papergraph export --format jsonl` writes them

Everything that is read is compared with its checksum. The graph is held in memory: this is a description that runs, not a database.
"""

import datetime
import json
import os
import struct
import sys

BLOCK = 262144
STRING, INT64, DOUBLE, BOOLEAN, DATE, DATETIME, STRINGS, INT64S, DOUBLES, BOOLEANS = range(1, 11)
ELEMENT = {STRINGS: STRING, INT64S: INT64, DOUBLES: DOUBLE, BOOLEANS: BOOLEAN}


class Damaged(Exception):
    """A file is not what its description says it should be."""


def require(holds, what):
    if not holds:
        raise Damaged(what)


def crc_table():
    table = []
    for byte in range(256):
        for _ in range(8):
            byte = (byte >> 1) ^ (0x82F63B78 if byte & 1 else 0)
        table.append(byte)
    return table


CRC_TABLE = crc_table()


def crc32c(data, crc=0):
    crc ^= 0xFFFFFFFF
    table = CRC_TABLE
    for byte in data:
        crc = (crc >> 8) ^ table[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF


# --- Section 1: files -------------------------------------------------------------------------------------------------------------


def read_text(path, kind, newest):
    """Format version and lines of CURRENT, a manifest or a snapshot."""
    with open(path, "rb") as file:
        content = file.read()
    above, last = content[: content.rstrip(b"\n").rfind(b"\n") + 1], content[content.rstrip(b"\n").rfind(b"\n") + 1:]
    require(last == b"checksum %08x\n" % crc32c(above), path + ": checksum")
    lines = above.decode().rstrip("\n").split("\n")
    name, version = lines[0].split(" ")
    require(name == kind and 1 <= int(version) <= newest, path + ": kind or version")
    return int(version), lines[1:]


def open_graph(path):
    """The newest published state of a graph directory, or what a packed snapshot holds."""
    if os.path.isfile(path):
        return Graph(read_pack(path))
    version, lines = read_text(os.path.join(path, "CURRENT"), "papergraph-graph", 2)
    log_end = lines[1] if version >= 2 else "log closed 0 0 00000000"
    number = lines[0].split("-")[1]
    _, lines = read_text(os.path.join(path, lines[0]), "papergraph-manifest", 2)
    require(lines[0] == "version " + number, "the manifest is of another version")
    _, name, length, checksum = lines[1].split(" ")
    with open(os.path.join(path, name), "rb") as file:
        segment = file.read()
    require(len(segment) == int(length), name + ": length")
    graph = Graph(segment, int(checksum, 16))
    if not log_end.startswith("log closed 0 0"):
        with open(os.path.join(path, "log-%s.pgl" % number), "rb") as file:
            replay(graph, file.read(), log_end)
    return graph


def read_pack(path):
    with open(path, "rb") as file:
        content = file.read()
    require(content[:8] == b"PGSNPACK" and struct.unpack_from("<I", content, 8)[0] == 1, path + ": no pack of version 1")
    require(struct.unpack_from("<I", content, 124)[0] == crc32c(content[:124]), path + ": checksum of the header")
    require(struct.unpack_from("<q", content, 16)[0] == len(content) - 128, path + ": length")
    return content[128:]


# --- Section 2: the segment -------------------------------------------------------------------------------------------------------


class Directory:
    """Reads the records of the directory one after another."""

    def __init__(self, content, version):
        self.content, self.version, self.at = content, version, 0

    def take(self, form):
        value = struct.unpack_from("<" + form, self.content, self.at)[0]
        self.at += struct.calcsize("<" + form)
        return value

    def u8(self):
        return self.take("B")

    def i32(self):
        return self.take("i")

    def i64(self):
        return self.take("q")

    def text(self):
        length = self.i32()
        self.at += length
        return self.content[self.at - length: self.at].decode()

    def list(self, read):
        return [read() for _ in range(self.i32())]


class Graph:
    """Nodes by id: labels and properties. Edges by type and position: source, target, properties. Metadata."""

    def __init__(self, segment, directory_checksum=None):
        self.segment = segment
        require(segment[:8] == b"PGSEGMNT", "no segment")
        require(struct.unpack_from("<I", segment, 60)[0] == crc32c(segment[:60]), "checksum of the header")
        self.version, block, length, at, size, checksum = struct.unpack_from("<IIqqqI", segment, 8)
        require(self.version in (1, 2) and block == BLOCK and length == len(segment), "header")
        require(directory_checksum in (None, checksum), "the segment is not the one that is named")
        content = segment[at: at + size]
        require(crc32c(content) == checksum, "checksum of the directory")
        directory = Directory(content, self.version)
        self.sections, offset = [], 64
        for _ in range(directory.i32()):
            length = directory.i64()
            self.sections.append((offset, length, [directory.take("I") for _ in range((length + BLOCK - 1) // BLOCK)]))
            offset = (offset + length + 63) // 64 * 64
        self.metadata = dict(directory.list(lambda: (directory.text(), directory.text())))
        self.nodes, self.edges, self.next_position = {}, {}, {}
        directory.list(lambda: self.read_nodes(directory))
        self.next_node = len(self.nodes)
        directory.list(lambda: self.read_edges(directory))

    def section(self, number):
        offset, length, checksums = self.sections[number]
        for block, checksum in enumerate(checksums):
            start = offset + block * BLOCK
            require(crc32c(self.segment[start: min(start + BLOCK, offset + length)]) == checksum, "section %d, block %d" % (number, block))
        return self.segment[offset: offset + length]

    # Section 4
    def read_nodes(self, directory):
        labels = directory.list(directory.text)
        count = directory.i32()
        rows = self.read_rows(directory, count)
        for properties in rows:
            self.nodes[len(self.nodes)] = (labels, properties)

    # Section 5. The incoming adjacency says the same once more; it is not needed to read the edges.
    def read_edges(self, directory):
        kind, count = directory.text(), directory.i64()
        first, nodes = directory.i32(), directory.i32()
        offsets = struct.unpack("<%dq" % (nodes + 1), self.section(directory.i32()))
        targets = struct.unpack("<%di" % count, self.section(directory.i32()))
        directory.at += 16
        self.packed_layout(directory)
        rows = self.read_rows(directory, count)
        self.edges[kind], self.next_position[kind] = {}, count
        for node in range(nodes):
            for position in range(offsets[node], offsets[node + 1]):
                self.edges[kind][position] = (first + node, targets[position], rows[position])

    def read_rows(self, directory, count):
        rows = [{} for _ in range(count)]
        for _ in range(directory.i32()):
            name, values = self.read_column(directory, count)
            for row, value in zip(rows, values):
                if value is not None:
                    row[name] = value
        return rows

    # Section 6
    def read_column(self, directory, count):
        name, kind, null_count = directory.text(), directory.u8(), directory.i64()
        nulls = self.section(directory.i32()) if null_count else b""
        is_null = [bool(nulls) and bool(nulls[row // 8] >> row % 8 & 1) for row in range(count)]
        require(sum(is_null) == null_count, name + ": number of nulls")
        element, bounds, total = ELEMENT.get(kind, kind), None, count
        if kind in ELEMENT:
            total = directory.i64()
            bounds = self.packed(directory, count + 1)
        values = self.read_values(directory, element, total)
        if self.version >= 2 and directory.u8() == 1:
            self.skip_zones(directory, element)
        if bounds:
            values = [values[bounds[row]: bounds[row + 1]] for row in range(count)]
        return name, [None if null else value for null, value in zip(is_null, values)]

    def read_values(self, directory, kind, count):
        if kind == STRING:
            return self.strings(directory, count)
        if kind == DOUBLE:
            return struct.unpack("<%dd" % count, self.section(directory.i32()))
        if kind == BOOLEAN:
            bits = self.section(directory.i32())
            return [bool(bits[row // 8] >> row % 8 & 1) for row in range(count)]
        numbers = self.packed(directory, count)
        if kind == DATE:
            return [date_of(days) for days in numbers]
        if kind == DATETIME:
            return [time_of(microseconds) for microseconds in numbers]
        return numbers

    def skip_zones(self, directory, kind):
        for _ in range(2):
            if kind == DOUBLE:
                directory.i32()
            else:
                self.packed_layout(directory)

    # Section 3
    def packed_layout(self, directory):
        """Bits of a distance, least, slope, section."""
        width, slope = directory.u8(), 0
        if self.version < 2:
            width, least = width * 8, directory.i64()
        else:
            least = directory.i64()
            if width & 0x80:
                width, slope = width & 0x7F, directory.i64()
        return width, least, slope, directory.i32() if width else None

    def packed(self, directory, count):
        width, least, slope, section = self.packed_layout(directory)
        if width in (8, 16, 32, 64):
            distances = struct.unpack("<%d%s" % (count, {8: "B", 16: "H", 32: "I", 64: "Q"}[width]), self.section(section))
        elif width:
            content, mask = self.section(section) + bytes(8), (1 << width) - 1
            distances = [int.from_bytes(content[i * width // 8: i * width // 8 + 9], "little") >> i * width % 8 & mask for i in range(count)]
        else:
            distances = [0] * count
        return [signed(least + (signed(slope * i) >> 24) + distance) for i, distance in enumerate(distances)]

    def strings(self, directory, count):
        has_codes = directory.u8() == 1
        texts = self.texts(directory)
        return [texts[code] for code in self.packed(directory, count)] if has_codes else texts

    def texts(self, directory):
        count = directory.i64()
        front_coded = self.version >= 2 and directory.u8() == 1
        bounds = self.packed(directory, ((count + 15) // 16 if front_coded else count) + 1)
        content = self.section(directory.i32())
        parts = [content[start:end] for start, end in zip(bounds, bounds[1:])]
        if not front_coded:
            return [part.decode() for part in parts]
        texts = []
        for group, part in enumerate(parts):
            at, text = 0, b""
            for number in range(min(16, count - 16 * group)):
                shared, at = leb128(part, at) if number else (0, at)
                length, at = leb128(part, at)
                text = text[:shared] + part[at: at + length]
                at += length
                texts.append(text.decode())
            require(at == len(part), "a group of texts does not decode")
        return texts


# --- Section 1: the log -----------------------------------------------------------------------------------------------------------


def replay(graph, log, end):
    """Applies the commits of a log: up to its end when it was closed, else up to the first frame that is not whole."""
    require(log[:8] == b"PGCOMLOG" and struct.unpack_from("<I", log, 20)[0] == crc32c(log[:20]), "header of the log")
    require(struct.unpack_from("<I", log, 8)[0] == 1, "format of the log")
    at, commits, checksum = 24, 0, crc32c(log[:20])
    while at + 32 <= len(log):
        mark, length, commit, _, payload_checksum, frame_checksum = struct.unpack_from("<4siqqII", log, at)
        if mark != b"GPCM" or frame_checksum != crc32c(log[at: at + 28] + struct.pack("<q", at)) or commit != commits + 1:
            break
        payload = log[at + 32: at + 32 + length]
        if len(payload) < length or crc32c(payload) != payload_checksum:
            break
        Commit(payload).apply(graph)
        checksum = crc32c(log[at: at + 28], checksum)
        at, commits = at + (32 + length + 7) // 8 * 8, commits + 1
    require(end == "log open" or end == "log closed %d %d %08x" % (at, commits, checksum), "the log is damaged in commit %d" % (commits + 1))


class Commit:
    """The operations of one commit, and the names that they have used so far."""

    def __init__(self, payload):
        require(payload[0] == 1, "format of a commit")
        self.payload, self.at, self.names = payload, 1, []

    def number(self):
        value, self.at = leb128(self.payload, self.at)
        return value

    def fixed(self, form):
        self.at += struct.calcsize(form)
        return struct.unpack_from("<" + form, self.payload, self.at - struct.calcsize(form))[0]

    def text(self):
        length = self.number()
        self.at += length
        return self.payload[self.at - length: self.at].decode()

    def name(self):
        known = self.number()
        if known:
            return self.names[known - 1]
        self.names.append(self.text())
        return self.names[-1]

    def scalar(self, kind):
        if kind == STRING:
            return self.text()
        if kind == DOUBLE:
            return self.fixed("d")
        if kind == BOOLEAN:
            return self.fixed("B") == 1
        number = self.fixed("q")
        return date_of(number) if kind == DATE else time_of(number) if kind == DATETIME else number

    def value(self):
        kind = self.fixed("B")
        if kind == 0:
            return None
        return [self.scalar(ELEMENT[kind]) for _ in range(self.number())] if kind in ELEMENT else self.scalar(kind)

    def labels(self):
        return [self.name() for _ in range(self.number())]

    def apply(self, graph):
        while self.at < len(self.payload):
            operation = self.fixed("B")
            if operation == 1:
                graph.nodes[graph.next_node] = (self.labels(), {})
                graph.next_node += 1
            elif operation == 2:
                del graph.nodes[self.number()]
            elif operation == 3:
                node = self.number()
                graph.nodes[node] = (self.labels(), graph.nodes[node][1])
            elif operation == 4:
                set_property(graph.nodes[self.number()][1], self.name(), self.value())
            elif operation == 5:
                kind = self.name()
                position = graph.next_position.get(kind, 0)
                graph.edges.setdefault(kind, {})[position] = (self.number(), self.number(), {})
                graph.next_position[kind] = position + 1
            elif operation == 6:
                kind = self.name()
                del graph.edges[kind][self.number()]
            elif operation == 7:
                kind = self.name()
                set_property(graph.edges[kind][self.number()][2], self.name(), self.value())
            elif operation == 8:
                key = self.name()
                graph.metadata[key] = self.text()
            elif operation == 9:
                graph.metadata.pop(self.name(), None)
            elif operation in (10, 11):
                self.text()                   # definition of an index or a constraint: nothing that nodes and edges depend on
            elif operation == 12:
                self.name()
            else:
                raise Damaged("operation %d" % operation)


def set_property(properties, name, value):
    properties.pop(name, None)
    if value is not None:
        properties[name] = value


# --- Values -----------------------------------------------------------------------------------------------------------------------


def leb128(content, at):
    value, shift = 0, 0
    while True:
        byte = content[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at


def signed(value):
    return (value + (1 << 63)) % (1 << 64) - (1 << 63)


def date_of(days):
    return (datetime.date(1970, 1, 1) + datetime.timedelta(days)).isoformat()


def time_of(microseconds):
    time = datetime.datetime(1970, 1, 1) + datetime.timedelta(microseconds=microseconds)
    return time.isoformat().rstrip("0").rstrip(".") + "Z" if time.microsecond else time.isoformat() + "Z"


def plain(value):
    """A value as JSON has it: numbers that JSON has not become texts."""
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"
    return value


def counts(graph):
    nodes, edges = {}, {kind: len(of_kind) for kind, of_kind in sorted(graph.edges.items()) if of_kind}
    for labels, _ in graph.nodes.values():
        for label in labels:
            nodes[label] = nodes.get(label, 0) + 1
    return {"nodes": dict(sorted(nodes.items())), "edges": edges, "metadata": graph.metadata}


def dump(graph, out):
    for node, (labels, properties) in sorted(graph.nodes.items()):
        write(out, {"type": "node", "id": str(node), "labels": labels, "properties": plain_all(properties)})
    number = 0
    for kind, of_kind in graph.edges.items():
        for _, (source, target, properties) in sorted(of_kind.items(), key=lambda edge: (edge[1][0], edge[1][1], edge[0])):
            write(out, {
                "type": "relationship", "id": str(number), "label": kind,
                "start": {"id": str(source), "labels": graph.nodes[source][0]},
                "end": {"id": str(target), "labels": graph.nodes[target][0]},
                "properties": plain_all(properties),
            })
            number += 1


def plain_all(properties):
    return {name: plain(value) for name, value in properties.items()}


def write(out, value):
    out.write(json.dumps(value, ensure_ascii=False) + "\n")


def main(arguments):
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="\n", closefd=False)
    try:
        graph = open_graph(arguments[0])
        if arguments[1:] == ["--dump"]:
            dump(graph, out)
        else:
            write(out, counts(graph))
    except (Damaged, OSError) as fault:
        sys.exit("read_graph.py: %s" % fault)
    out.flush()


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 3 or sys.argv[2:] not in ([], ["--dump"]):
        sys.exit(__doc__)
    main(sys.argv[1:])
