"""Reads SQLite files and Excel workbooks with what Python brings, none of it ours, and prints JSON: {file: {table: rows}}.

Rows are lists of cells, the heading first; after a SQLite file and `--` each further word is a query to be run instead.
"""
import json
import re
import sqlite3
import sys
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def database(path, queries):
    connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")]
    asked = {query: query for query in queries} or {name: f'SELECT * FROM "{name}" ORDER BY rowid' for name in names}
    result = {}
    for name, query in asked.items():
        cursor = connection.execute(query)
        result[name] = [[column[0] for column in cursor.description], *map(list, cursor.fetchall())]
    return result


def unescaped(text):
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found.group(1), 16)), text)


def cell(element):
    if element.get("t") == "inlineStr":
        return unescaped("".join(part.text or "" for part in element.iter(f"{MAIN}t")))
    value = float(element.find(f"{MAIN}v").text)
    return int(value) if value.is_integer() else value


def column(place):
    number = 0
    for letter in re.match(r"[A-Z]+", place).group():
        number = number * 26 + ord(letter) - 64
    return number - 1


def workbook(path):
    archive = zipfile.ZipFile(path)
    assert archive.testzip() is None
    targets = {link.get("Id"): link.get("Target") for link in ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))}
    result = {}
    for sheet in ET.fromstring(archive.read("xl/workbook.xml")).iter(f"{MAIN}sheet"):
        root = ET.fromstring(archive.read("xl/" + targets[sheet.get(LINK)]))
        assert root.find(f".//{MAIN}pane").get("state") == "frozen"
        rows = []
        for row in root.iter(f"{MAIN}row"):
            cells = {column(one.get("r")): cell(one) for one in row}
            width = len(rows[0]) if rows else len(cells)
            assert int(row.get("r")) == len(rows) + 1 and max(cells, default=0) < width
            rows.append([cells.get(at) for at in range(width)])
        assert root.find(f"{MAIN}autoFilter").get("ref").endswith(str(len(rows)))
        result[sheet.get("name")] = rows
    return result


files, queries = (sys.argv[1:].index("--") if "--" in sys.argv else len(sys.argv) - 1), []
queries = sys.argv[files + 2 :]
json.dump({path: workbook(path) if path.endswith(".xlsx") else database(path, queries) for path in sys.argv[1 : files + 1]}, sys.stdout)
