"""Whatever sealed thing is changed, deleted, reordered, replayed or signed anew: verifying names it."""

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from inspector.store.driver import driver
from tests.proof.forgeries import FORGERIES, Sealed, sealed_folder

IntegrityError = driver.IntegrityError
FULL, SAMPLE = 10_000, 60


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    return sealed_folder(tmp_path_factory.mktemp("sealed"))


def undetected(sealed: Sealed, place: Path, how_many: int, seed: int) -> tuple[Counter[str], list[str]]:
    chance, tried, missed = random.Random(seed), Counter[str](), []
    kinds, weights = zip(*FORGERIES, strict=True)
    for number in range(how_many):
        folder = place / "forged"
        shutil.copytree(sealed.folder, folder)
        try:
            what = chance.choices(kinds, weights)[0](folder, chance)
        except IntegrityError:  # the table itself refused it
            what = ""
        tried[what or "refused by the table"] += 1
        if what and not sealed.verified(folder).doubts:
            missed.append(f"{number}: {what}")
        shutil.rmtree(folder)
    return tried, missed


def test_what_is_sound_is_called_sound(sealed: Sealed) -> None:
    assert sealed.verified(sealed.folder).doubts == ()


def test_a_sample_of_forgeries_is_named(sealed: Sealed, tmp_path: Path) -> None:
    tried, missed = undetected(sealed, tmp_path, SAMPLE, 7)
    assert missed == []
    assert len(tried) > 10


def test_an_older_copy_of_the_whole_data_is_told_by_the_head_kept_apart(sealed: Sealed) -> None:
    (doubt,) = sealed.verified(sealed.older).doubts
    assert "较早的副本" in doubt


@pytest.mark.proof
def test_ten_thousand_forgeries(sealed: Sealed, tmp_path: Path) -> None:
    tried, missed = undetected(sealed, tmp_path, FULL, 2026)
    print(f"\nforgeries: {sum(tried.values())} in {len(tried)} ways, {len(missed)} undetected")
    for what, times in tried.most_common():
        print(f"  {times:5} {what}")
    assert missed == []
