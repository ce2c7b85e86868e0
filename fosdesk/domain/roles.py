"""The roles that a laptop can have: they stand beside what it wrote, in place of any name."""

from collections.abc import Mapping

LAPTOP_ROLES: Mapping[str, str] = {
    "principal": "Principal",
    "deputy": "Deputy head",
    "department": "Head of department",
    "sfo_leader": "Head of after-school care",
    "leadership": "Leadership team",
}
