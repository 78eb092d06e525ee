#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""purport-cli library as one meets it on the command line.  usage: cli-library.py CLI   prints TAP"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

CLI = sys.argv[1]
TEXT = ('Lakes freeze later\n\n“The ice is thinner than it was fifty years ago,” said Nora Lindqvist, a limnologist at '
        'Calder University.\n')


class Home:
    """A user's data folder with one article file in it."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)
        self.article = self.path / 'lakes.txt'
        self.article.write_text(TEXT)

    def run(self, *arguments):
        return subprocess.run([CLI, 'library', *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              timeout=60, check=False, text=True,
                              env={**os.environ, 'XDG_DATA_HOME': str(self.path / 'data')})

    def must(self, *arguments):
        result = self.run(*arguments)
        assert result.returncode == 0 and not result.stderr, (arguments, result)
        return result.stdout


def test_add_list_search_show_remove():
    home = Home()
    assert home.must('add', home.article) == f'1\t{home.article}\n'
    assert (home.path / 'data/purport/library.db').exists()
    number, title, claims, notes, uri = home.must('list').rstrip('\n').split('\t')
    assert (number, title, notes, uri) == ('1', 'Lakes freeze later', '0', home.article.as_uri()) and int(claims) >= 1
    hits = [line.split('\t') for line in home.must('search', 'thinner', 'ice').splitlines()]
    assert [hit[0] for hit in hits] == ['article', 'claim'] and hits[1][3] == 'Nora Lindqvist', hits
    assert 'Nora Lindqvist' in home.must('said-by', 'nora', 'lindqvist')
    assert json.loads(home.must('show', '1'))['article']['text'] == TEXT
    home.must('remove', '1')
    assert home.must('list') == ''


def test_export():
    home = Home()
    home.must('add', home.article)
    assert home.must('export', 'claims', '1').startswith('"number","claim"')
    page = home.path / 'lakes.html'
    assert home.must('export', 'page', '1', page) == ''
    assert page.read_text().startswith('<!DOCTYPE html>')
    result = home.run('export', 'page', '1', home.path / 'nowhere/lakes.html')
    assert result.returncode == 1 and 'nowhere' in result.stderr
    assert home.run('export', 'poem', '1').returncode == 1


def test_backup_import_check():
    home, other = Home(), Home()
    home.must('add', home.article)
    backup = home.path / 'backup.db'
    home.must('backup', backup)
    assert home.must('check') == 'Nothing is wrong with the library.\n'
    assert other.must('import', backup) == '1 new articles, 0 new or newer notes\n'
    assert other.must('import', backup) == '0 new articles, 0 new or newer notes\n'
    assert 'Lakes freeze later' in other.must('list')
    result = other.run('import', other.article)
    assert result.returncode == 1 and 'lakes.txt' in result.stderr and other.must('list').count('\n') == 1


def test_compare():
    home = Home()
    other = home.path / 'rivers.txt'
    other.write_text('Rivers run low\n\n“The ice is thinner than it was fifty years ago,” said Nora Lindqvist, a limnologist at '
                     'Calder University.\n\nRivers carried 30 percent less water in May, said Ada Holm of the River Board.\n')
    home.must('add', home.article, other)
    lines = [line.split('\t') for line in home.must('compare', '1', '2').splitlines()]
    assert ['2', 'source', 'Ada Holm'] in lines and ['2', 'figure', '30 percent'] in lines, lines
    assert any(line[:2] == ['2', 'claim'] and 'less water' in line[2] for line in lines), lines
    assert not any('Lindqvist' in line[2] or 'thinner' in line[2] for line in lines), lines
    assert home.run('compare', '1', '7').returncode == 1 and home.run('compare', '1').returncode == 2


def test_other_library():
    home = Home()
    place = home.path / 'elsewhere.db'
    home.must(f'--library={place}', 'add', home.article)
    assert place.exists() and not (home.path / 'data/purport/library.db').exists()


def test_one_bad_file():
    home = Home()
    result = home.run('add', home.path / 'missing.txt', home.article)
    assert result.returncode == 1 and 'missing.txt' in result.stderr
    assert home.must('list').count('\n') == 1


def test_wrong_command_lines():
    home = Home()
    for arguments in ([], ['fly'], ['add'], ['show'], ['export', 'page'], ['list', 'x'], ['--library=', 'list']):
        result = home.run(*arguments)
        assert result.returncode == 2 and result.stdout == '' and result.stderr, arguments
    for arguments in (['show', 'x'], ['show', '7'], ['remove', '0'], ['import', home.path / 'missing']):
        result = home.run(*arguments)
        assert result.returncode == 1 and result.stdout == '' and result.stderr, arguments


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
