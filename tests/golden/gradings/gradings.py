#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How claims are graded.  usage: gradings.py CLI SCHEMA CASES   prints TAP

A case is a short text and what a careful reader says of it, written by hand; the program never writes this file. Of a
reading only what a case names is compared, so a model may learn anew while clear wording is still read as it must be.

  claims     by their exact words; source (a name, null is the article's own voice), mode, kind (the most telling one),
             strength, certainty (the level), hedges: {words: aspect}, all of them; rests_on: words of evidence
  evidence   words that are among those found, and their kind
  caveats    the sentence, or words in it, and their kind
  disputes   the claims' words, and the words that oppose; [] says that there are none
  checklist  question: words of the sentence that answers it; null is "not found in the article"; {} without questions

Together the cases cover each value that the schema has for kind, strength, certainty and aspect."""
import json
import pathlib
import subprocess
import sys

def read_all(cli, cases):
    """The reading of each case, from one run of the program."""
    requests = ''.join(json.dumps({'id': i, 'text': case['text']}) + '\n' for i, case in enumerate(cases))
    output = subprocess.run([cli, 'read', '--jsonl'], input=requests.encode(), stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in output.decode().splitlines()]


class Reading:
    """A reading, with the words of its spans."""

    def __init__(self, reading, text):
        self.reading, self.text = reading, text
        self.names = {source['id']: source['name'] for source in reading['sources']}
        self.claims = {claim['id']: claim for claim in reading['claims']}
        self.evidence = {item['id']: item for item in reading['evidence']}

    def words(self, span):
        return self.text[span['start']:span['end']]

    def grade(self, claim):
        """What the program says of a claim, in the terms of a case."""
        return {
            'source': self.names.get(claim['source']),
            'mode': claim['mode'],
            'kind': claim['kinds'][0],
            'strength': claim['strength'],
            'certainty': claim['certainty']['level'],
            'hedges': {self.words(cue): cue['aspect'] for cue in claim['certainty']['cues']},
            'rests_on': [self.words(self.evidence[i]) for i in claim['evidence']],
        }


def check_claims(reading, expected):
    found = {claim['text']: reading.grade(claim) for claim in reading.claims.values()}
    for want in expected:
        got = found.get(want['claim'])
        if got is None:
            yield f'no claim “{want["claim"]}”, but {list(found)}'
            continue
        for name, value in want.items():
            if name != 'claim' and got[name] != value:
                yield f'“{want["claim"]}”: {name} is {got[name]}, not {value}'


def check_evidence(reading, expected):
    found = [(reading.words(item), item['kind']) for item in reading.evidence.values()]
    for want in expected:
        if not any(want['words'] in words and want['kind'] == kind for words, kind in found):
            yield f'no {want["kind"]} “{want["words"]}” in {found}'


def check_caveats(reading, expected):
    found = [(reading.words(item), item['kind']) for item in reading.reading['caveats']]
    for want in expected:
        if not any(want['words'] in words and want['kind'] == kind for words, kind in found):
            yield f'no {want["kind"]} caveat “{want["words"]}” in {found}'
    if len(found) != len(expected):
        yield f'{len(found)} caveats, not {len(expected)}: {found}'


def check_disputes(reading, expected):
    found = [{'by': claim['text'], 'of': reading.claims[dispute['claim']]['text'], 'words': reading.words(dispute)}
             for claim in reading.claims.values() for dispute in claim['disputes']]
    if found != expected:
        yield f'disputes {found}, not {expected}'


def check_checklist(reading, expected):
    found = {item['question']: item['answer'] and reading.words(item['answer'])
             for item in reading.reading['checklist']}
    if not expected and found:
        yield f'a checklist where none is due: {found}'
    for question, want in expected.items():
        got = found.get(question, '(not asked)')
        if got is not want if want is None else want not in (got or ''):
            yield f'{question}: “{got}”, not “{want}”'


CHECKS = {
    'claims': check_claims,
    'evidence': check_evidence,
    'caveats': check_caveats,
    'disputes': check_disputes,
    'checklist': check_checklist,
}


def uncovered(schema, cases):
    """Values of the schema that no case expects."""
    claim = schema['properties']['claims']['items']['properties']
    values = {
        'kind': claim['kinds']['items']['enum'],
        'strength': schema['$defs']['strength']['enum'],
        'certainty': claim['certainty']['properties']['level']['enum'],
        'aspect': claim['certainty']['properties']['cues']['items']['properties']['aspect']['enum'],
    }
    claims = [claim for case in cases for claim in case.get('claims', [])]
    covered = {name: {claim.get(name) for claim in claims} for name in ('kind', 'strength', 'certainty')}
    covered['aspect'] = {aspect for claim in claims for aspect in claim.get('hedges', {}).values()}
    return [f'{name} {value}' for name in values for value in values[name] if value not in covered[name]]


def main():
    cli, schema, cases = sys.argv[1:]
    cases = json.loads(pathlib.Path(cases).read_text())
    missing = uncovered(json.loads(pathlib.Path(schema).read_text()), cases)
    results = [('each value of the schema has its case', [f'no case of {value}' for value in missing])]
    for case, reading in zip(cases, read_all(cli, cases), strict=True):
        reading = Reading(reading, case['text'])
        results.append((case['name'], [line for name, check in CHECKS.items() if name in case
                                       for line in check(reading, case[name])]))
    print(f'1..{len(results)}')
    for number, (name, problems) in enumerate(results, 1):
        print(f'{"not ok" if problems else "ok"} {number} - {name}')
        for problem in problems:
            print(f'# {problem}')
    return 1 if any(problems for _, problems in results) else 0


if __name__ == '__main__':
    sys.exit(main())
