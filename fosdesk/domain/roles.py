"""The roles a laptop can have; they stand beside what was written on it, in place of a person's name."""

from collections.abc import Mapping

LAPTOP_ROLES: Mapping[str, str] = {
    "principal": "Principal",
    "deputy": "Deputy head",
    "department": "Head of department",
    "sfo_leader": "Head of after-school care",
    "leadership": "Leadership team",
}
