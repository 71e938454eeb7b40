"""How a record of an earlier program becomes one of this program; written once, never edited afterwards."""
