"""Reads facts.ndjson, out/*.csv, out/*.tsv, out/*.parquet and facts.db of the working folder as a user would, and
fails where one says what another does not. Readers that are not installed are skipped with a message."""

import csv
import datetime
import json
import sqlite3
from pathlib import Path

KINDS = "bodies providers ratings tallies measures inspections money dates quotes furniture notes".split()
RENAMED = {
    ("ratings", "of"): "levels",
    ("ratings", "published"): "report_published",
    ("inspections", "published"): "report_published",
    ("dates", "from"): "from_day",
    ("dates", "to"): "to_day",
}


def cell(value):
    """A value as text, the same whatever reader gave it; nothing, "" and an empty list are nothing."""
    if value is None or value == "" or value == []:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    if isinstance(value, list):
        return "; ".join(v["text"] if isinstance(v, dict) else str(v) for v in value) or None
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)


def row_of(kind, article, item, fact):
    """The cells that a fact of the NDJSON must have in its table."""
    row = {"article": article["id"], "title": article["title"], "published": article["published"], "item": item}
    for name, value in fact.items():
        if name == "span":
            row["span_start"], row["span_end"] = value
        elif name == "in":
            row["part"] = value
        elif name == "mentions":
            row["mentions"] = len(value)
        elif kind == "money" and name in ("amount", "low", "high"):
            row[name] = None if value is None else f"{value:.2f}"
            row[f"{name}_minor"] = None if value is None else round(value * 100)
        elif kind == "tallies" and name == "count":
            row |= {"count_kind": value["kind"], "count": value["n"], "out_of": value["of"]}
            row["percent"] = value["percent"]
        elif name in ("service", "aspect", "issuer"):
            row[name], row[f"{name}_text"] = (value["id"], value["text"]) if value else (None, None)
        elif name == "change":
            for part in ("direction", "from", "basis"):
                row[f"change_{part}"] = value[part] if value else None
        else:
            row[RENAMED.get((kind, name), name)] = value
    return {name: cell(value) for name, value in row.items()}


def objects():
    with open("facts.ndjson", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def expected():
    return {
        kind: [row_of(kind, o["article"], i, fact) for o in objects() for i, fact in enumerate(o[kind])]
        for kind in KINDS
    }


def compare(reader, read):
    """Holds the rows of a reader against the NDJSON. SQLite has true and false as 1 and 0."""
    total = 0
    for kind, facts in expected().items():
        rows = [{name: cell(value) for name, value in row.items()} for row in read(kind)]
        assert len(rows) == len(facts), f"{reader}: {kind}: {len(rows)} rows, {len(facts)} facts"
        for row, fact in zip(rows, facts):
            if kind == "dates" and row["approx"] in ("0", "1"):
                row["approx"] = "true" if row["approx"] == "1" else "false"
            for name, value in fact.items():
                assert row[name] == value, f"{reader}: {kind}.{name}: {row[name]!r} is not {value!r}"
        total += len(rows)
    print(f"{reader}: {total} rows hold what the NDJSON holds")


def delimited(suffix, delimiter):
    def read(kind):
        with open(f"out/{kind}.{suffix}", encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, delimiter=delimiter))

    return read


def with_sqlite():
    database = sqlite3.connect("facts.db")
    database.row_factory = sqlite3.Row
    compare("sqlite3", lambda kind: map(dict, database.execute(f"SELECT * FROM {kind} ORDER BY article_key, item")))
    assert not list(database.execute("PRAGMA foreign_key_check"))


def with_polars():
    try:
        import polars as pl
    except ImportError:
        return print("skipped: polars is not installed")
    compare("polars, Parquet", lambda kind: pl.read_parquet(f"out/{kind}.parquet").to_dicts())
    compare("polars, CSV", lambda kind: pl.read_csv(f"out/{kind}.csv", infer_schema=False).to_dicts())
    loaded = {}
    exec(Path("load.polars").read_text(encoding="utf-8"), loaded)
    facts = loaded["facts"]
    for kind in KINDS:
        count = sum(len(o[kind]) for o in objects())
        assert facts[kind].list.len().sum() == count, kind


def with_duckdb():
    try:
        import duckdb
    except ImportError:
        return print("skipped: duckdb is not installed")

    def read(kind, suffix):
        table = duckdb.sql(f"SELECT * FROM 'out/{kind}.{suffix}'")
        return [dict(zip(table.columns, row)) for row in table.fetchall()]

    compare("duckdb, Parquet", lambda kind: read(kind, "parquet"))
    connection = duckdb.connect()
    connection.execute(Path("load.duckdb").read_text(encoding="utf-8"))
    for kind in KINDS:
        told = connection.execute(f"SELECT sum(len({kind})) FROM facts").fetchone()[0]
        assert told == sum(len(o[kind]) for o in objects()), kind
    total = connection.execute("SELECT sum(m.amount) FROM (SELECT unnest(money) AS m FROM facts)").fetchone()[0]
    amounts = [m["amount"] for o in objects() for m in o["money"] if m["amount"] is not None]
    assert abs(float(total) - sum(amounts)) < 0.01, total


compare("csv", delimited("csv", ","))
compare("tsv", delimited("tsv", "\t"))
with_sqlite()
with_polars()
with_duckdb()
