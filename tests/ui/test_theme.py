"""Colours that can be told apart, in every theme."""

from __future__ import annotations

import pytest

from anakinra_companion.ui.theme import THEMES, Tokens, Tone, contrast

TEXT, SHAPE = 4.5, 3.0


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)
def test_words_have_contrast_on_every_ground(tokens: Tokens) -> None:
    for ground in (tokens.ground, tokens.surface, tokens.raised, tokens.primary_soft):
        assert contrast(tokens.text, ground) >= TEXT
        assert contrast(tokens.primary, ground) >= TEXT
    for ground in (tokens.ground, tokens.surface, tokens.raised):
        assert contrast(tokens.muted, ground) >= TEXT
    assert contrast(tokens.on_primary, tokens.primary) >= TEXT
    assert contrast(tokens.on_primary, tokens.primary_hover) >= TEXT


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("tone", Tone)
def test_every_tone_can_be_read_on_its_own_wash_and_on_cards(tokens: Tokens, tone: Tone) -> None:
    for ground in (tokens.wash(tone), tokens.surface, tokens.raised):
        assert contrast(tokens.ink(tone), ground) >= TEXT
    assert contrast(tokens.text, tokens.wash(tone)) >= TEXT


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)
def test_edges_and_the_focus_ring_can_be_seen(tokens: Tokens) -> None:
    for ground in (tokens.ground, tokens.surface, tokens.raised):
        assert contrast(tokens.focus, ground) >= SHAPE
        assert contrast(tokens.strong_border, ground) >= SHAPE
