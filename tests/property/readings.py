#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Invariants of readings, over the project's own texts and over damaged copies of them.
usage: readings.py CLI SCHEMA TEXT...   prints TAP and the seed; PURPORT_SEED repeats a run"""
import json
import os
import pathlib
import random
import subprocess
import sys

import jsonschema

N_DAMAGED = 60
STRANGE = ['“', '”', '"', '— ', '\n', '\n\n', ' ', '\u00a0', '\u200b', 'e\u0301', '\U0001F600', '…', '(', ')', ' said ', '7 per cent',
           'Dr ', '\ufffd', '’', "'", ' | ', '\t', '.', '؟', '漢字', '0', '-']


def damage(text, dice):
    text = list(text)
    for _ in range(dice.randrange(1, 30)):
        at = dice.randrange(len(text) + 1)
        how = dice.randrange(4)
        if how == 0:
            text[at:at] = dice.choice(STRANGE)
        elif how == 1:
            del text[at:at + dice.randrange(1, 40)]
        elif how == 2:
            text[at:at] = text[at // 2:at // 2 + dice.randrange(80)]
        elif at < len(text):
            text[at] = text[at].swapcase()
    return ''.join(text) or '.'


def spans(value, path=''):
    """Every object with start and end, and every list of them."""
    if isinstance(value, dict):
        if 'start' in value and 'end' in value:
            yield path, value
        for key, item in value.items():
            yield from spans(item, f'{path}/{key}')
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from spans(item, f'{path}/{number}')


def check_spans(reading, text):
    for path, span in spans(reading):
        if not 0 <= span['start'] < span['end'] <= len(text):
            yield f'{path}: {span["start"]}-{span["end"]} of {len(text)}'
        elif 'text' in span and span['text'] != text[span['start']:span['end']]:
            yield f'{path}: its text is not what stands there'
    for name in ('repairs', 'sentences', 'names', 'claims', 'figures', 'evidence', 'caveats'):
        starts = [item['start'] for item in reading[name]]
        if starts != sorted(starts):
            yield f'{name} are not in order'
    for name in ('sentences', 'names'):
        for one, two in zip(reading[name], reading[name][1:]):
            if one['end'] > two['start']:
                yield f'{name} overlap at {two["start"]}'
    blocks = reading['article']['blocks']
    end = 0
    for block in blocks + [{'start': len(text), 'end': len(text)}]:
        if block['start'] < end or text[end:block['start']].strip():
            yield f'text is lost before the block at {block["start"]}'
        end = block['end']


def check_references(reading):
    ids = {}
    for name, letter in (('sources', 's'), ('attributions', 'a'), ('claims', 'c'), ('figures', 'f'), ('evidence', 'e'),
                         ('caveats', 'k'), ('pictures', 'p')):
        ids[name] = [item['id'] for item in reading[name]]
        if ids[name] != [f'{letter}{number + 1}' for number in range(len(ids[name]))]:
            yield f'ids of {name} are not in order'
    used = [('claims', reading['main_claim'])]
    for claim in reading['claims']:
        used += [('sources', claim['source']), ('attributions', claim['attribution'])]
        used += [(name, other) for name in ('figures', 'evidence', 'caveats') for other in claim[name]]
        used += [('claims', dispute['claim']) for dispute in claim['disputes']]
        if not claim['sentence'] < len(reading['sentences']):
            yield f'{claim["id"]} is in no sentence'
        said = claim['source'] is not None and claim['id'] not in reading['sources'][int(claim['source'][1:]) - 1]['claims']
        if said:
            yield f'{claim["id"]} is missing among the claims of {claim["source"]}'
    for source in reading['sources']:
        used += [('claims', claim) for claim in source['claims']]
    used += [('sources', attribution['source']) for attribution in reading['attributions']]
    used += [('sources', evidence['source']) for evidence in reading['evidence']]
    used += [('figures', f['change']['baseline']) for f in reading['figures'] if f['change']]
    yield from (f'{other} does not exist' for name, other in used if other is not None and other not in ids[name])


SPEAKING = ('paragraph', 'quotation', 'list-item', 'caption', 'table')


def check_attributions(reading):
    """The spans of an attribution lie apart, and in one run of blocks: nothing is attributed across a heading."""
    blocks = reading['article']['blocks']
    for attribution in reading['attributions']:
        parts = [attribution[f'{part}_spans'] for part in ('source', 'cue', 'content')]
        found = sorted((span['start'], span['end']) for part in parts for span in part)
        if any(one[1] > two[0] for one, two in zip(found, found[1:])):
            yield f'parts of {attribution["id"]} overlap'
        if not found:
            yield f'{attribution["id"]} has no span'
            continue
        inside = [block for block in blocks if block['start'] < found[-1][1] and found[0][0] < block['end']]
        if len(inside) > 1 and any(block['kind'] not in SPEAKING for block in inside):
            yield f'{attribution["id"]} runs over {[block["kind"] for block in inside]}'
        if any(block['kind'] in ('boilerplate', 'byline', 'date') for block in inside):
            yield f'{attribution["id"]} stands in what is not the article'
        if attribution['certain'] and attribution['source'] is None:
            yield f'{attribution["id"]} is certain of nobody'


def check_sources(reading):
    """Sources in order of first mention; mentions in order and each of one source; descriptions of one source apart."""
    firsts = [source['mentions'][0]['start'] for source in reading['sources'] if source['mentions']]
    if firsts != sorted(firsts) or len(firsts) != len(reading['sources']):
        yield 'sources are not in order of their first mention'
    mentions = sorted((m['start'], m['end']) for source in reading['sources'] for m in source['mentions'])
    if any(one[1] > two[0] for one, two in zip(mentions, mentions[1:])):
        yield 'a mention is that of two sources'
    for source in reading['sources']:
        starts = [mention['start'] for mention in source['mentions']]
        if starts != sorted(starts):
            yield f'mentions of {source["id"]} are not in order'
        if not source['name'].strip() or source['name'] in source['aliases']:
            yield f'name of {source["id"]}'
        for kind in ('roles', 'affiliations'):
            found = sorted((span['start'], span['end']) for span in source[kind])
            if any(one[1] > two[0] for one, two in zip(found, found[1:])):
                yield f'{kind} of {source["id"]} overlap'
        if source['type'] == 'document' and (source['expert'] or source['roles']):
            yield f'{source["id"]} is a document with expertise'


def read(cli, texts, jobs):
    stdin = ''.join(json.dumps({'id': i, 'text': text}) + '\n' for i, text in enumerate(texts)).encode()
    return subprocess.run([cli, 'read', '--jsonl', f'--jobs={jobs}'], input=stdin, stdout=subprocess.PIPE, check=False).stdout


def main():
    cli, schema, *paths = sys.argv[1:]
    seed = int(os.environ.get('PURPORT_SEED') or random.SystemRandom().randrange(1 << 32))
    dice = random.Random(seed)
    texts = [pathlib.Path(path).read_text() for path in paths]
    texts += [damage(dice.choice(texts[:len(paths)]), dice) for _ in range(N_DAMAGED)]
    validator = jsonschema.Draft202012Validator(json.loads(pathlib.Path(schema).read_text()))
    output = read(cli, texts, 1)
    problems = {'every text is read, unchanged': [], 'the schema holds': [], 'spans': [], 'references': [],
                'sources': [], 'attributions': []}
    answers = [json.loads(line) for line in output.decode().split('\n') if line]
    for number, (text, reading) in enumerate(zip(texts, answers)):
        if 'error' in reading:
            if text.strip():
                problems['every text is read, unchanged'].append(f'{number}: {reading["error"]}')
            continue
        if reading['article']['text'] != text.replace('\r\n', '\n').replace('\r', '\n'):
            problems['every text is read, unchanged'].append(str(number))
        problems['the schema holds'] += [f'{number}: {e.message[:160]}' for e in validator.iter_errors(reading)]
        problems['spans'] += [f'{number}: {problem}' for problem in check_spans(reading, text)]
        problems['references'] += [f'{number}: {problem}' for problem in check_references(reading)]
        problems['attributions'] += [f'{number}: {problem}' for problem in check_attributions(reading)]
        problems['sources'] += [f'{number}: {problem}' for problem in check_sources(reading)]
    problems['the same bytes again'] = [] if read(cli, texts, 1) == output else ['they differ']
    problems['the same bytes with four jobs'] = [] if read(cli, texts, 4) == output else ['they differ']
    print(f'# seed {seed}\n1..{len(problems)}')
    for number, (name, found) in enumerate(problems.items(), 1):
        print(f'{"not ok" if found else "ok"} {number} - {name}')
        for problem in found[:5]:
            print(f'# {problem}')
    return 1 if any(problems.values()) or len(answers) != len(texts) else 0


if __name__ == '__main__':
    sys.exit(main())
