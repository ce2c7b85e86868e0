"""The most memory that a process has had, on every system that the program runs on."""

import ctypes
import sys
from pathlib import Path

if sys.platform == "linux":

    def peak_kibibytes() -> int:
        """Of the process that asks; what a large parent had does not count."""
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))

elif sys.platform == "win32":

    class _Counters(ctypes.Structure):
        _fields_ = (
            ("size", ctypes.c_ulong),
            ("faults", ctypes.c_ulong),
            ("peak", ctypes.c_size_t),
            ("others", ctypes.c_size_t * 7),
        )

    def peak_kibibytes() -> int:
        """Of the process that asks."""
        counters = _Counters(size=ctypes.sizeof(_Counters))
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        ask = kernel.K32GetProcessMemoryInfo
        ask.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)
        assert ask(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.size)
        return int(counters.peak) // 1024

else:
    import resource

    def peak_kibibytes() -> int:
        """Of the process that asks."""
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024  # bytes on macOS
