"""Makes `resources/i18n/en.ts` and `en.qm` anew: English needs a file of its own for its plurals.

`python packaging/words.py`, in the project's environment, after a sentence with %n was added or changed.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TS = ROOT / "resources" / "i18n" / "en.ts"
# What Qt's own tool leaves out: plural sentences handed to QCoreApplication.translate.
TRANSLATED = re.compile(r'QCoreApplication\.translate\(\s*"(\w+)",\s*"([^"]*%n[^"]*)"')


def main() -> None:
    """Collects the sentences, fills in the plurals, and compiles them."""
    tools = Path(sys.executable).parent
    sources = sorted(str(path) for path in (ROOT / "anakinra_companion" / "ui").rglob("*.py"))
    TS.unlink(missing_ok=True)
    subprocess.run(
        [tools / "pyside6-lupdate", "-pluralonly", "-no-obsolete", "-locations", "none", *sources, "-ts", str(TS)],
        check=True,
    )
    TS.write_text(with_plurals(TS.read_text(encoding="utf-8"), sources), encoding="utf-8")
    subprocess.run([tools / "pyside6-lrelease", str(TS), "-qm", str(TS.with_suffix(".qm"))], check=True)


def with_plurals(text: str, sources: list[str]) -> str:
    """The file with one and many filled in from the "(s)" of the source sentence."""
    found = [match for path in sources for match in TRANSLATED.findall(Path(path).read_text(encoding="utf-8"))]
    contexts = "".join(
        f"<context><name>{context}</name>{_message(sentence)}</context>" for context, sentence in dict.fromkeys(found)
    )
    text = re.sub(r"<message[^>]*>\s*<source>(.*?)</source>.*?</message>", _filled, text, flags=re.DOTALL)
    text = re.sub(r"<TS [^>]*>", '<TS version="2.1" language="en" sourcelanguage="en">', text)
    return text.replace("</TS>", f"{contexts}\n</TS>")


def _filled(match: re.Match[str]) -> str:
    return _message(match.group(1))


def _message(sentence: str) -> str:
    one, many = sentence.replace("(s)", ""), sentence.replace("(s)", "s")
    forms = f"<numerusform>{one}</numerusform><numerusform>{many}</numerusform>"
    return f'<message numerus="yes"><source>{sentence}</source><translation>{forms}</translation></message>'


if __name__ == "__main__":
    main()
