"""The data dictionary names every field that people can write."""

import re
from pathlib import Path

from referral_map.atlas import care_records, flag_records, learn_records, nerve_records, records
from referral_map.atlas.records import Record

DICTIONARY = Path(__file__).resolve().parents[2] / "docs" / "data_dictionary.md"


def test_every_field_of_every_record_is_explained():
    named = set(re.findall(r"`([a-z_]+)`", DICTIONARY.read_text(encoding="utf-8")))
    fields = {
        field
        for module in (records, nerve_records, care_records, learn_records, flag_records)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Record)
        for field in kind.model_fields
    }
    assert len(fields) > 50
    assert fields - named == set()
