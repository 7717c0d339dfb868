#!/usr/bin/env python3
"""Recomputes the figures of the SCMS delivery history from its file alone and, given --url, compares them with a node's.

Shares nothing with the product: it reads the CSV with Python's own reader and applies the rule "a line is on time when its
delivery date is not after its scheduled date". Exits with 1 when a figure differs.
"""
import argparse
import csv
import datetime
import gzip
import io
import json
import re
import sys
import urllib.request
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

DEFAULT = Path(__file__).resolve().parents[2] / "shared/data/scms/SCMS_Delivery_History_Dataset.csv.gz"
PROFILE = Path(__file__).resolve().parents[1] / "samples/import-profiles/scms.json"


def day(text):
    return datetime.datetime.strptime(text, "%d-%b-%y").date()


def identifier(name):
    return re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")[:100].rstrip("-")


def figures(rows):
    lines = len(rows)
    on_time = sum(day(row["Delivered to Client Date"]) <= day(row["Scheduled Delivery Date"]) for row in rows)
    percent = (Decimal(100 * on_time) / lines).quantize(Decimal("0.01"), ROUND_HALF_UP) if lines else None
    return {
        "linesDelivered": lines,
        "linesOnTime": on_time,
        "onTimePercent": percent,
        "unitsShipped": sum(int(row["Line Item Quantity"]) for row in rows),
        "value": sum(Decimal(row["Line Item Value"]) for row in rows),
    }


def grouped(rows, key):
    groups = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return {name: figures(members) for name, members in groups.items()}


def compare(what, ours, theirs):
    differences = []
    for name, value in ours.items():
        told = theirs.get(name)
        same = told is not None and abs(Decimal(str(told)) - value) < Decimal("0.005")
        if not same:
            differences.append(f"{what}: {name} is {told}, but {value} in the file")
    return differences


def read(path):
    data = Path(path).read_bytes()
    text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def ask(url, group):
    query = f"?groupBy={group}" if group else ""
    with urllib.request.urlopen(f"{url.rstrip('/')}/api/v1/kpis{query}") as answer:
        return json.load(answer, parse_float=Decimal)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", default=DEFAULT)
    parser.add_argument("--url", help="a node that has imported the file and nothing else, e.g. http://127.0.0.1:8080")
    arguments = parser.parse_args()
    rows = read(arguments.file)
    countries = json.loads(PROFILE.read_text(encoding="utf-8"))["countries"]
    groups = {
        "mode": grouped(rows, lambda row: "unknown" if row["Shipment Mode"] == "N/A" else row["Shipment Mode"]),
        "country": grouped(rows, lambda row: countries[row["Country"]]),
        "warehouse": grouped(rows, lambda row: identifier(row["Vendor"])),
    }
    total = figures(rows)
    print(json.dumps({"total": total, **groups}, indent=2, default=str))
    if not arguments.url:
        return 0
    differences = compare("total", total, ask(arguments.url, None))
    for group, ours in groups.items():
        theirs = {entry["key"]: entry for entry in ask(arguments.url, group)["groups"]}
        differences += [f"{group}: '{name}' is not in the file" for name in theirs.keys() - ours.keys()]
        for name, expected in ours.items():
            differences += compare(f"{group} '{name}'", expected, theirs.get(name, {}))
    for difference in differences:
        print(difference, file=sys.stderr)
    print("the node agrees with the file" if not differences else f"{len(differences)} differences", file=sys.stderr)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
