#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports, read by programs that know nothing of Purport: Python's csv, an HTML parser, JSON Schemas of what the specifications
require.  usage: export-formats.py CLI ANNOTATIONS-SCHEMA CLAIMS-SCHEMA   prints TAP"""
import copy
import csv
import html.parser
import io
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import traceback
import uuid

import jsonschema

CLI = sys.argv[1]
ANNOTATIONS, CLAIMS = (json.loads(pathlib.Path(path).read_text()) for path in sys.argv[2:4])
HOSTILE = '''=HYPERLINK("https://example.org") & <b>lakes</b>

“The ice may be thinner too,” said Nora Lindqvist, a limnologist at Calder University. "@SUM(A1:A9) lakes freeze 11 days
later", said -2+3 Holm of the Harwick Institute, <script>alert(1)</script> and 日本 too.
'''
NOTE = '<script src="https://example.org/x.js"></script>\n# No heading\n[no link](javascript:alert(1)) ![](https://example.org/p.png)'
FORMULA = ('=', '+', '-', '@', '\t', '\r')
LOADS = {'src', 'srcset', 'data', 'poster', 'background', 'action', 'formaction', 'ping', 'manifest', 'cite', 'longdesc'}
# Elements that have no end tag: https://html.spec.whatwg.org/multipage/syntax.html#void-elements
VOID = {'area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'}


class Home:
    """A library with a hostile article and hostile notes on it."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)
        (self.path / 'lakes.txt').write_text(HOSTILE)
        self.run('add', self.path / 'lakes.txt')
        self.annotate('note', NOTE, None, 'thinner too')
        self.annotate('judgement', None, 'doubtful', 'The ice may be thinner too', 'https://example.org/source')
        self.annotate('judgement', None, 'to-check', 'lakes freeze 11 days\nlater')
        self.annotate('said-by', None, '=cmd', 'The ice may be thinner too')

    def run(self, *arguments):
        return subprocess.run([CLI, 'library', *map(str, arguments)], stdout=subprocess.PIPE, check=True, timeout=60,
                              env={**os.environ, 'XDG_DATA_HOME': str(self.path)}).stdout.decode()

    def annotate(self, kind, body, value, words, links=''):
        start = len(HOSTILE[:HOSTILE.index(words)].encode())
        with sqlite3.connect(self.path / 'purport/library.db') as library:
            library.execute('INSERT INTO annotation(uuid, article, kind, body, value, links, start_byte, end_byte, quote, prefix,'
                            ' suffix, created_at, changed_at) VALUES(?,1,?,?,?,?,?,?,?,?,?,1700000000,1700000001)',
                            (str(uuid.uuid4()), kind, body, value, links, start, start + len(words.encode()), words, '', ''))
        library.close()

    def export(self, kind):
        return self.run('export', kind, 1)


class Page(html.parser.HTMLParser):
    """The elements of a page, which must be closed in the order in which they were opened."""

    def __init__(self, text):
        super().__init__()
        self.open, self.elements, self.words, self.styles = [], [], [], []
        self.feed(text)
        self.close()
        assert not self.open, f'not closed: {self.open}'

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f'</{tag}> in {self.open}'
        self.open.pop()

    def handle_data(self, data):
        (self.styles if self.open and self.open[-1] == 'style' else self.words).append(data)


def rejects(schema, value, change):
    """Whether the schema refuses what was changed: a schema that lets all through would prove nothing."""
    damaged = copy.deepcopy(value)
    change(damaged)
    try:
        jsonschema.validate(damaged, schema)
    except jsonschema.ValidationError:
        return True
    return False


def test_tables():
    home = Home()
    reading = json.loads(home.export('reading'))
    for kind in ('claims', 'sources', 'figures'):
        text = home.export(kind)
        rows = list(csv.reader(io.StringIO(text, newline=''), strict=True))
        assert len(rows) == 1 + len(reading[kind]) and len({len(row) for row in rows}) == 1, rows
        assert text.count('\r\n') >= len(rows) and text.endswith('\r\n')
        for row in rows:
            for cell in row:
                assert not cell.startswith(FORMULA) or re.fullmatch(r'-?[0-9.]+', cell), cell
    sources = {row[1] for row in csv.reader(io.StringIO(home.export('sources'), newline=''))}
    assert "'=cmd" in sources, sources


def test_page():
    page = Page(home_page := Home().export('page'))
    assert home_page.startswith('<!DOCTYPE html>')
    for tag, attributes in page.elements:
        assert tag not in ('script', 'iframe', 'object', 'embed', 'base', 'form', 'img') and tag != 'link', tag
        for name, value in attributes.items():
            assert name not in LOADS and not name.startswith('on'), (tag, name)
            assert name != 'href' or value.startswith(('#', 'https://', 'http://')), value
    assert all('url(' not in style and '@import' not in style for style in page.styles)
    words = ''.join(page.words)
    assert '<script>alert(1)</script>' in words and '<b>lakes</b>' in words and 'javascript:alert' in words
    identifiers = [attributes['id'] for _, attributes in page.elements if 'id' in attributes]
    assert len(identifiers) == len(set(identifiers))
    for _, attributes in page.elements:
        if attributes.get('href', '').startswith('#'):
            assert attributes['href'][1:] in identifiers, attributes


def test_notes():
    text = Home().export('notes')
    for line in text.splitlines():
        assert not re.search(r'(?<!\\)[<\[](?!https://example\.org/source>)', line), line
    headings = [line for line in text.splitlines() if line.startswith('#')]
    assert len(headings) == 1, headings
    assert '\\# No heading' in text and '\\[no link\\]' in text and '<https://example.org/source>' in text


def test_annotations():
    home = Home()
    page = json.loads(home.export('annotations'))
    jsonschema.validate(page, ANNOTATIONS)
    assert len(page['items']) == 4 and len({item['id'] for item in page['items']}) == 4
    for item in page['items']:
        quote, position = item['target']['selector']
        assert HOSTILE[position['start']:position['end']] == quote['exact'], quote
    assert any(body.get('value') == NOTE for item in page['items'] for body in item['body'] if isinstance(body, dict))
    assert any('https://example.org/source' in item['body'] for item in page['items'])
    assert rejects(ANNOTATIONS, page, lambda it: it['items'][0].pop('target'))
    assert rejects(ANNOTATIONS, page, lambda it: it['items'][0].update(motivation='rating'))
    assert rejects(ANNOTATIONS, page, lambda it: it['items'][0]['target'].update(words='x'))


def test_claims():
    home = Home()
    markup = json.loads(home.export('claim-markup'))
    jsonschema.validate(markup, CLAIMS)
    things = {kind: [item for item in markup['@graph'] if item['@type'] == kind] for kind in ('Article', 'Claim', 'ClaimReview')}
    reading = json.loads(home.export('reading'))
    assert len(things['Article']) == 1 and len(things['Claim']) == len(reading['claims'])
    # One was judged; what is still to be checked was not reviewed.
    assert len(things['ClaimReview']) == 1 and things['ClaimReview'][0]['reviewRating']['alternateName'] == 'Doubtful'
    claims = {item['@id'] for item in things['Claim']}
    assert len(claims) == len(things['Claim']) and things['ClaimReview'][0]['itemReviewed']['@id'] in claims
    assert all(item['appearance']['@id'] == things['Article'][0]['@id'] for item in things['Claim'])
    assert rejects(CLAIMS, markup, lambda it: it['@graph'][1].pop('text'))
    assert rejects(CLAIMS, markup, lambda it: it['@graph'][1].update(truth='x'))
    assert rejects(CLAIMS, markup, lambda it: it['@graph'][-1].pop('reviewRating'))


def main():
    tests = [item for name, item in sorted(globals().items()) if name.startswith('test_')]
    print(f'1..{len(tests)}')
    for number, test in enumerate(tests, 1):
        try:
            test()
            print(f'ok {number} {test.__name__}')
        except Exception:  # each test is reported, whatever it fails with
            print(f'not ok {number} {test.__name__}')
            print('\n'.join('# ' + line for line in traceback.format_exc().splitlines()))


main()
