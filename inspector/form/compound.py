"""The compound kinds of values: lists, named values, and mappings of a known shape."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from inspector.form.codes import Code
from inspector.form.kinds import Kind, OneOf, Slips, Written, name_of, unknown_key, unlisted, wrong
from inspector.form.mistakes import Slip, Steps
from inspector.wording import _


def _no_mapping(path: Steps, value: object) -> Slip:
    return wrong(path, value, _("若干键值"), _("请写成 {key: …} 的样子。"))


@dataclass(frozen=True)
class ListOf:
    """A list of one kind, not empty."""

    kind: Kind
    empty: Code = Code.EMPTY_LIST
    least: int = 1

    def slips(self, value: object, path: Steps) -> Slips:
        if not isinstance(value, list):
            yield wrong(path, value, _("列表"), _("请写成 [甲, 乙]，或一行一个，以“- ”开头。"))
        elif len(value) < self.least:
            yield Slip(self.empty, path, {"key": name_of(path)})
        else:
            for index, inner in enumerate(value):
                yield from self.kind.slips(inner, (*path, index))


@dataclass(frozen=True)
class OneOrMore:
    """One value of a kind, or a list of such."""

    kind: Kind
    least: int = 1

    def slips(self, value: object, path: Steps) -> Slips:
        listed = ListOf(self.kind, least=self.least)
        return (listed if isinstance(value, list) else self.kind).slips(value, path)


@dataclass(frozen=True)
class MapOf:
    """Named values of one kind, not empty; the names are written by a pattern or are known words."""

    kind: Kind
    names: Written | OneOf
    empty: Code = Code.EMPTY_LIST
    least: int = 1

    def slips(self, value: object, path: Steps) -> Slips:
        if not isinstance(value, dict):
            yield _no_mapping(path, value)
        elif len(value) < self.least:
            yield Slip(self.empty, path, {"key": name_of(path)})
        else:
            for key, inner in value.items():
                yield from (Slip(s.code, s.path, s.values, at_key=True) for s in self.names.slips(key, (*path, key)))
                yield from self.kind.slips(inner, (*path, key))


@dataclass(frozen=True)
class Key:
    """A key of a shape: the kind of its value, and whether it must be there (`missing` says so in its own words)."""

    kind: Kind
    required: bool = False
    missing: Code = Code.MISSING_KEY


@dataclass(frozen=True)
class Shape:
    """A mapping with known keys; of each group in `one_of` exactly one is written, of `at_most` not two."""

    keys: Mapping[str, Key]
    one_of: tuple[str, ...] = ()
    none: Code = Code.NONE_OF
    at_most: tuple[str, ...] = ()

    def slips(self, value: object, path: Steps) -> Slips:
        if not isinstance(value, dict):
            yield _no_mapping(path, value)
            return
        yield from self._choice(value, path)
        for key, inner in value.items():
            if key in self.keys:
                yield from self.keys[key].kind.slips(inner, (*path, key))
            elif not self._replaces(key, value):
                yield unknown_key(path, key, tuple(self.keys), inner)
        for key, wanted in self.keys.items():
            if wanted.required and key not in value:
                yield Slip(wanted.missing, path, {"key": key})

    def _replaces(self, key: str, value: Mapping[str, object]) -> bool:
        """Return whether an unknown key stands where one of the group should, so that it is said only once."""
        lacking = bool(self.one_of) and not any(one in value for one in self.one_of)
        return lacking and key == next(other for other in value if other not in self.keys)

    def _choice(self, value: Mapping[str, object], path: Steps) -> Slips:
        chosen = [key for key in self.one_of or self.at_most if key in value]
        if len(chosen) > 1:
            yield Slip(Code.TWO_AT_ONCE, (*path, chosen[1]), {"keys": chosen}, at_key=True)
        elif self.one_of and not chosen:
            strange = next((key for key in value if key not in self.keys), None)
            if strange is not None and self.none is not Code.NONE_OF:
                yield unlisted(self.none, (*path, strange), strange, self.one_of, at_key=True)
            elif strange is not None:
                yield unknown_key(path, strange, tuple(self.keys), value[strange])
            else:
                yield Slip(Code.NONE_OF, path, {"keys": self.one_of})


@dataclass(frozen=True)
class Either:
    """One kind for plain words, another for mappings."""

    word: Kind
    mapping: Kind

    def slips(self, value: object, path: Steps) -> Slips:
        return (self.mapping if isinstance(value, dict) else self.word).slips(value, path)


@dataclass(frozen=True)
class Led:
    """A mapping whose leading key says which shape it has; `shapes` comes late, so that shapes may hold themselves."""

    shapes: Callable[[], Mapping[str, Shape]]
    code: Code
    extra: Callable[[Mapping[str, object], Steps], Slips] = field(default=lambda _value, _path: iter(()))

    def slips(self, value: object, path: Steps) -> Slips:
        if not isinstance(value, dict) or not value:
            yield wrong(path, value, _("一个条件"))
            return
        shapes = self.shapes()
        leading = [key for key in value if key in shapes]
        if not leading:
            yield unlisted(self.code, (*path, next(iter(value))), next(iter(value)), tuple(shapes), at_key=True)
        elif len(leading) > 1:
            yield Slip(Code.TWO_AT_ONCE, (*path, leading[1]), {"keys": leading}, at_key=True)
        else:
            yield from shapes[leading[0]].slips(value, path)
            yield from self.extra(value, path)
