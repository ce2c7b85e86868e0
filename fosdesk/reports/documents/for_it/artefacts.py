"""What the installers and packages of a version are called, and the codes by which Windows knows what is installed."""

import uuid

# For ever: by these Windows finds the older version that a newer one replaces. packaging/bundle/windows has them, too.
_UPGRADE_CODES = {
    "user": uuid.UUID("5F1D1C3E-6A0E-4A77-9B2B-1D2F0C9A7E11"),
    "machine": uuid.UUID("5F1D1C3E-6A0E-4A77-9B2B-1D2F0C9A7E12"),
}
REGISTRY_KEY = r"Software\fosdesk\installed"  # in HKCU or HKLM; its value ENTRY is the version
ENTRY = "entry"
FILE_KIND = "fosdesk.school"


def msi(version: str, scope: str) -> str:
    """The file name of the installer for one «user» or for the «machine»."""
    return f"fosdesk-{version}-{scope}.msi"


def portable(version: str) -> str:
    """The file name of what runs on Windows without being installed."""
    return f"fosdesk-{version}-windows.zip"


def deb(version: str) -> str:
    """The file name of the package for Debian and Ubuntu."""
    return f"fosdesk_{version}-1_amd64.deb"


def wheel(version: str) -> str:
    """The file name of the Python package."""
    return f"fosdesk-{version}-py3-none-any.whl"


def product_code(version: str, scope: str) -> str:
    """The code of an installed version, for one «user» or for the «machine»; the same wherever it is built."""
    return f"{{{uuid.uuid5(_UPGRADE_CODES[scope], version)}}}".upper()
