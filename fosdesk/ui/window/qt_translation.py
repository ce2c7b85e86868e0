"""Loads the translation of Qt's own buttons and dialogs."""

from PySide6.QtCore import QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from fosdesk import paths

_LOCALES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}


def install_translation(owner: QObject, language: str) -> None:
    """Install Qt's translation for `nb`, `nn` or `en`; `owner` keeps the translator, in place of the one before."""
    app = QApplication.instance()
    assert app is not None
    for before in owner.findChildren(QTranslator):
        app.removeTranslator(before)
        before.deleteLater()
    translator = QTranslator(owner)
    if translator.load(str(paths.resource("translations", f"qtbase_{language}.qm"))):
        app.installTranslator(translator)
    QLocale.setDefault(QLocale(_LOCALES[language]))
