"""Prints a resource of a data package as lines of JSON: python3 read.py datapackage.json name"""

import csv
import gzip
import json
import os
import sys

csv.field_size_limit(1 << 30)
sys.stdout.reconfigure(encoding="utf-8", newline="\n")

with open(sys.argv[1], encoding="utf-8") as descriptor:
    resource = next(r for r in json.load(descriptor)["resources"] if r["name"] == sys.argv[2])
path = os.path.join(os.path.dirname(sys.argv[1]), resource["path"])
opens = gzip.open if path.endswith(".gz") else open
with opens(path, "rt", encoding="utf-8", newline="") as file:
    for cells in csv.reader(file, strict=True):
        print(json.dumps(cells))
