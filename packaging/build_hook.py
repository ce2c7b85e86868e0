"""Compiles the translation catalogues and the framework into a wheel while it is built."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Compiles what the repository does not hold, before hatchling collects the files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        sys.path.insert(0, str(root / "packaging"))
        try:
            from compiling import compile_all, compile_framework
        finally:
            sys.path.pop(0)
        compile_all(root / "resources" / "translations")
        compile_framework(root / "resources" / "framework")
