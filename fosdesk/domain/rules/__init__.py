"""Rules as pure functions of a School: checklists, progress, advice, gatekeeping, seats, time and search."""
