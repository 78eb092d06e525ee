#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Golden readings.  usage: run.py CLI SCHEMA FOLDER   prints TAP

A case is a folder with input.* and expected.json (or expected.jsonl, for requests in input.jsonl). Every reading is
validated against the schema, of which each object is closed here: a field that the schema does not know fails. A case
with a file `members` compares only the members of the reading that are named in it, one per line.
PURPORT_GOLDEN_UPDATE=1 writes what the program answers now; read the diff before you keep it."""
import json
import os
import pathlib
import subprocess
import sys

import jsonschema


def closed(schema):
    """The schema with every object closed against members that it does not name."""
    if isinstance(schema, dict):
        schema = {key: closed(value) for key, value in schema.items()}
        if 'required' in schema and 'properties' in schema:
            schema['additionalProperties'] = False
        return schema
    return [closed(item) for item in schema] if isinstance(schema, list) else schema


def run(cli, source):
    if source.suffix == '.jsonl':
        command = [cli, 'read', '--jsonl']
    else:
        command = [cli, 'read', '-']
    with open(source, 'rb') as stream:
        return subprocess.run(command, stdin=stream, stdout=subprocess.PIPE, check=False).stdout.decode()


def answers(source, output):
    return [json.loads(line) for line in output.splitlines()] if source.suffix == '.jsonl' else [json.loads(output)]


def check(cli, validator, case):
    source, = case.glob('input.*')
    output = run(cli, source)
    problems = []
    for answer in answers(source, output):
        if 'error' not in answer:
            problems += [f'{"/".join(map(str, e.path))}: {e.message[:200]}' for e in validator.iter_errors(answer)]
    members = case / 'members'
    if members.exists():
        names = members.read_text().split()
        output = json.dumps({name: json.loads(output)[name] for name in names}, ensure_ascii=False, indent=1) + '\n'
    expected = case / ('expected.jsonl' if source.suffix == '.jsonl' else 'expected.json')
    if os.environ.get('PURPORT_GOLDEN_UPDATE'):
        expected.write_text(output)
    elif not expected.exists():
        problems.append(f'{expected.name} is missing: run ./dev golden-update')
    elif expected.read_text() != output:
        problems.append('differs from what is expected; ./dev golden-update shows how')
        want, got = expected.read_text().splitlines(), output.splitlines()
        lines = [(a, b) for a, b in zip(want + [''] * len(got), got + [''] * len(want)) if a != b]
        problems += [f'  want {a}\n#   got  {b}' for a, b in lines[:4]]
    return problems


def main():
    cli, schema, folder = sys.argv[1:]
    schema = json.loads(pathlib.Path(schema).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(closed(schema))
    cases = sorted(path for path in pathlib.Path(folder).iterdir() if list(path.glob('input.*')))
    print(f'1..{len(cases)}')
    failed = False
    for number, case in enumerate(cases, 1):
        problems = check(cli, validator, case)
        failed = failed or bool(problems)
        print(f'{"not ok" if problems else "ok"} {number} - {case.name}')
        for problem in problems:
            print(f'# {problem}')
    return 1 if failed or not cases else 0


if __name__ == '__main__':
    sys.exit(main())
