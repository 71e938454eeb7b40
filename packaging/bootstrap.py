"""One command on a fresh machine: `run` opens the app, `test` passes the tests."""

import sys

OLDEST = (3, 11)


def refusal(version: "tuple[int, int]") -> "str | None":
    """The sentence for a Python that is too old; None for one that will do."""
    # Nothing newer than Python 3.6 in this module: an old Python must get as far as this sentence.
    if version >= OLDEST:
        return None
    return (
        f"Anakinra Companion needs Python {OLDEST[0]}.{OLDEST[1]} or newer;"
        f" this is Python {version[0]}.{version[1]}."
        " Install a newer Python and start this command with it."
    )


if __name__ == "__main__":
    sentence = refusal((sys.version_info[0], sys.version_info[1]))
    if sentence is not None:
        sys.exit(sentence)

    from first_start import main

    sys.exit(main(sys.argv[1:]))
