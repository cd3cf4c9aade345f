"""Every state in which a power cut could leave a disk, from a recording.

For each file the replayer keeps what is durable and what was written since; for each folder likewise its
names. A sync makes one file durable, a sync of a folder its names. At every event crash images are built in
which nothing of what is pending reached the disk, all of it, a prefix in order, or any part of it, torn at
sectors of 512 bytes. That is stricter than any usual file system, so a pass means something.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from .recording import ACKS, Event

SECTOR = 512


@dataclass(slots=True)
class Pending:
    """An operation that is not durable yet. `number` is its place among all operations."""

    number: int
    event: Event
    node: File | Folder | None = None


@dataclass(slots=True)
class File:
    durable: bytes = b""
    pending: list[Pending] = field(default_factory=list)


@dataclass(slots=True)
class Folder:
    durable: dict[str, File | Folder] = field(default_factory=dict)
    live: dict[str, File | Folder] = field(default_factory=dict)
    pending: list[Pending] = field(default_factory=list)


Image = dict[str, bytes | None]
"""Contents by relative path; None for a folder, which comes before what is in it."""

Choice = Callable[[list[Pending]], Iterator[Pending]]


class Disk:
    """One folder tree, as durable as what was synced."""

    def __init__(self, top: Path) -> None:
        self._top = top
        self._count = 0
        self.root = _read(top)
        self.acked = 0

    def apply(self, event: Event) -> None:
        self._count += 1
        pending = Pending(self._count, event)
        folder, name = self._place(event.path)
        match event.kind:
            case "w" if name == ACKS:
                self.acked += 1
            case "w" | "t":
                node = folder.live[name]
                assert isinstance(node, File)
                node.pending.append(pending)
            case "s":
                self._sync(folder.live[name] if name else self.root)
            case "o" | "d":
                pending.node = folder.live[name] = File() if event.kind == "o" else Folder()
                folder.pending.append(pending)
            case "u":
                del folder.live[name]
                folder.pending.append(pending)
            case "r":
                target, new = self._place(event.other)
                assert target is folder, "nothing here renames across folders"
                pending.node = folder.live[new] = folder.live.pop(name)
                folder.pending.append(pending)

    def images(self, rng: random.Random) -> Iterator[Image]:
        """Crash images of this moment."""
        yield self._image(lambda pending: iter(()))
        yield self._image(iter)
        for _ in range(2):
            cut = rng.randrange(self._count + 1)
            yield self._image(partial(_until, cut))
        for _ in range(3):
            yield self._image(partial(_torn, rng))

    def _sync(self, node: File | Folder) -> None:
        if isinstance(node, File):
            node.durable = _content(node, node.pending)
        else:
            node.durable = dict(node.live)
        node.pending.clear()

    def _place(self, path: str) -> tuple[Folder, str]:
        parts = Path(path).relative_to(self._top).parts
        folder = self.root
        for part in parts[:-1]:
            inner = folder.live[part]
            assert isinstance(inner, Folder)
            folder = inner
        return folder, parts[-1] if parts else ""

    def _image(self, choose: Choice) -> Image:
        image: Image = {}
        _lay_out(self.root, "", choose, image)
        return image


def write_image(image: Image, top: Path) -> None:
    for name, content in image.items():
        if content is None:
            (top / name).mkdir(mode=0o700)
        else:
            (top / name).write_bytes(content)


def crash_states(top: Path, happened: Iterable[Event], rng: random.Random) -> Iterator[tuple[int, Image]]:
    """Steps acknowledged so far and a crash image, for every event; `top` is the disk before them."""
    disk = Disk(top)
    for event in happened:
        disk.apply(event)
        for image in disk.images(rng):
            yield disk.acked, image


def _read(path: Path) -> Folder:
    folder = Folder()
    for each in path.iterdir():
        folder.durable[each.name] = _read(each) if each.is_dir() else File(each.read_bytes())
    folder.live = dict(folder.durable)
    return folder


def _lay_out(folder: Folder, prefix: str, choose: Choice, image: Image) -> None:
    names = dict(folder.durable)
    for each in choose(folder.pending):
        name = Path(each.event.path).name
        match each.event.kind:
            case "o" | "d":
                assert each.node is not None
                names[name] = each.node
            case "u":
                names.pop(name, None)
            case "r":
                assert each.node is not None
                names.pop(name, None)
                names[Path(each.event.other).name] = each.node
    for name, node in names.items():
        if isinstance(node, File):
            image[f"{prefix}{name}"] = _content(node, choose(node.pending))
        else:
            image[f"{prefix}{name}"] = None
            _lay_out(node, f"{prefix}{name}/", choose, image)


def _content(file: File, pending: Iterable[Pending]) -> bytes:
    content = bytearray(file.durable)
    for each in pending:
        _, _, _, offset, written = each.event
        if each.event.kind == "t":
            del content[offset:]
            content.extend(bytes(offset - len(content)))
        else:
            content.extend(bytes(max(offset - len(content), 0)))
            content[offset : offset + len(written)] = written
    return bytes(content)


def _until(cut: int, pending: list[Pending]) -> Iterator[Pending]:
    return (each for each in pending if each.number <= cut)


def _torn(rng: random.Random, pending: list[Pending]) -> Iterator[Pending]:
    """Any part of it: whole operations may be missing, and sectors of writes."""
    for each in pending:
        if each.event.kind != "w":
            if rng.random() < 0.5:
                yield each
            continue
        offset, content = each.event.offset, each.event.content
        start = 0
        while start < len(content):
            end = min(len(content), (offset + start) // SECTOR * SECTOR + SECTOR - offset)
            if rng.random() < 0.5:
                sector = each.event._replace(offset=offset + start, content=content[start:end])
                yield Pending(each.number, sector)
            start = end
