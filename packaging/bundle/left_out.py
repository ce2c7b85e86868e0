"""What a bundle leaves out, as lists: modules that fosdesk never asks for, and files that nothing loads.

tests/packaging/test_left_out.py runs the program with these modules blocked. Standard library only, for the spec.
"""

import re

# What is shipped and is no code: folders of the repository, and where each lies in the bundle.
SHIPPED = (("resources", "fosdesk/resources"), ("fosdesk/store/migrations", "fosdesk/store/migrations"))

# Modules, with all below them; each is named by some package for something that fosdesk never asks of it.
MODULES = (
    # of Python itself: tests, tools of developers, and what reaches other computers safely
    "_pydecimal",
    "_ssl",
    "curses",
    "doctest",
    "ensurepip",
    "idlelib",
    "lib2to3",
    "pdb",
    "pydoc",
    "pydoc_data",
    "readline",
    "ssl",
    "test",
    "tkinter",
    "turtle",
    "unittest",
    "venv",
    # of the environment that builds
    "_distutils_hack",
    "babel",
    "distutils",
    "pip",
    "pkg_resources",
    "setuptools",
    "wheel",
    # of Qt: no QML, OpenGL, SQL, designer; icons are read by a plugin
    "PySide6.QtConcurrent",
    "PySide6.QtDesigner",
    "PySide6.QtHelp",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtPdfWidgets",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtQuickWidgets",
    "PySide6.QtSql",
    "PySide6.QtSvg",
    "PySide6.QtSvgWidgets",
    "PySide6.QtUiTools",
    "PySide6.QtXml",
    # of SQLAlchemy: other databases than SQLite, and mapped classes
    "greenlet",
    "sqlalchemy.dialects.mssql",
    "sqlalchemy.dialects.mysql",
    "sqlalchemy.dialects.oracle",
    "sqlalchemy.dialects.postgresql",
    "sqlalchemy.ext.asyncio",
    "sqlalchemy.ext.mypy",
    "sqlalchemy.testing",
    # of Pillow: what is neither PNG nor drawn by it
    "PIL.AvifImagePlugin",
    "PIL.ImageCms",
    "PIL.ImageQt",
    "PIL.ImageTk",
    "PIL.WebPImagePlugin",
    "PIL._avif",
    "PIL._imagingcms",
    "PIL._imagingtk",
    "PIL._webp",
    "numpy",
    # of fontTools: fonts are read by the check of PDF/A, and never made
    "brotli",
    "fontTools.designspaceLib",
    "fontTools.feaLib.parser",
    "fontTools.mtiLib",
    "fontTools.qu2cu",
    "fontTools.svgLib",
    "fontTools.t1Lib",
    "fontTools.ufoLib",
    "fontTools.voltLib",
    "uharfbuzz",
    # of lxml: web pages
    "lxml.cssselect",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    "lxml.sax",
    # of icalendar: files to try it with
    "icalendar.tests",
)

_PLUGINS = (
    r"designer|egldeviceintegrations|generic|networkinformation|qmltooling|sqldrivers|tls|vectorimageformats"
    r"|wayland-graphics-integration-client|wayland-graphics-integration-server|xcbglintegrations"
    r"|imageformats/(?:lib)?q(?:gif|icns|ico|jpeg|pdf|tga|tiff|wbmp|webp)"
    r"|platforminputcontexts/(?:lib)?qtvirtualkeyboard"
    r"|platforms/(?:lib)?q(?:eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc|direct2d)"
    r"|platformthemes/libqgtk3"
)
# Files, by their path in the bundle, with «/» on every system.
FILES = re.compile(
    rf"PySide6/(?:Qt/)?plugins/(?:{_PLUGINS})\b.*"
    r"|PySide6/(?:Qt/)?translations/.*"  # those in use are our own, in resources/
    r"|PySide6/(?:Qt/lib/lib|Qt/lib/)?Qt6?(?:Qml|Quick|OpenGL|EglFS|VirtualKeyboard|Designer|Sql|Help|Svg(?=Widgets))\w*\..*"
    r"|PySide6/opengl32sw\.dll"
    r"|fosdesk/resources/translations/[^/]*\.(?:po|ts)"
    r"|docx/templates/default-docx-template/.*"  # what default.docx was made of
    r"|(?:icalendar/(?:tests|fuzzing)|lxml/(?:html|includes|isoschematron)|reportlab/fonts)/.*"
    r"|.*\.(?:pyi|pyx|pxd|c|h|typed)"
    r"|.*\.dist-info/.*"
    # What wine needs in place of parts of Windows; on Windows itself they are Microsoft's and belong to the system.
    r"|(?:.*/)?(?:icuuc|mscms|bcryptprimitives)\.dll",
    re.IGNORECASE,
)

# Libraries that a Linux system has of its own, where they belong to its settings, services and screen: their package in
# Debian. None is brought along; whatever else a bundle needs, it brings. Two names where Debian 13 has another one.
OF_SYSTEM = {
    "ld-linux-x86-64.so.2": "libc6",
    "ld-linux-aarch64.so.1": "libc6",
    "libc.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "libresolv.so.2": "libc6",
    "librt.so.1": "libc6",
    "libutil.so.1": "libc6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libcups.so.2": "libcups2t64 | libcups2",
}
OPTIONAL = ("libcups2t64 | libcups2", "libwayland-client0", "libwayland-cursor0")  # only a plugin needs them


def is_left_out(name: str) -> bool:
    """Whether a file, by its path in the bundle, is left out."""
    return FILES.fullmatch(name.replace("\\", "/")) is not None
