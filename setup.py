"""Puts the resources folder into the wheel; everything else about the build stands in pyproject.toml."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).parent


class BuildWithResources(build_py):
    """Copies `resources/` to `desktop/_resources`, where desktop/resources.py looks for it.

    An editable install reads the checkout's own folder and needs no copy.
    """

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            target = Path(self.build_lib, "desktop", "_resources")
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(HERE / "resources", target)


setup(cmdclass={"build_py": BuildWithResources})
