#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""purport-cli as one meets it on the command line.  usage: cli.py CLI   prints TAP"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

CLI = sys.argv[1]
TEXT = 'Warm feet help, said Ingrid Solberg. They slept 7 minutes longer — “all of them”.\n'


def run(*arguments, stdin=b'', **options):
    return subprocess.run([CLI, *arguments], input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60,
                          check=False, **options)


def requests(*rows):
    return ''.join(json.dumps(row) + '\n' for row in rows).encode()


def test_version_and_help():
    for arguments in (['--version'], ['--help'], ['read', '--help']):
        result = run(*arguments)
        assert result.returncode == 0 and result.stdout.startswith((b'purport-cli ', b'Usage:')), arguments


def test_wrong_command_lines():
    for arguments in ([], ['fly'], ['read'], ['read', '--format=xml', 'x'], ['read', '--jobs=0', 'x'],
                      ['read', '--jobs=many', 'x'], ['read', '--jsonl', 'x'], ['read', '--jsonl', '--format=text'],
                      ['read', '--unheard-of', 'x'], ['read', '-', '-']):
        result = run(*arguments)
        assert result.returncode == 2 and result.stdout == b'' and result.stderr, arguments


def test_file():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / 'warm feet é.txt'
        path.write_text(TEXT)
        result = run('read', str(path))
        article = json.loads(result.stdout)['article']
        assert result.returncode == 0 and result.stderr == b''
        assert article['text'] == TEXT and article['media_type'] == 'text/plain'
        assert article['uri'] == path.as_uri()


def test_standard_input():
    article = json.loads(run('read', '-', stdin=TEXT.encode()).stdout)['article']
    assert article['text'] == TEXT and article['uri'] is None


def test_no_text():
    article = json.loads(run('read', '--no-text', '-', stdin=TEXT.encode()).stdout)['article']
    assert article['text'] is None and article['blocks']


def test_words():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / 'feet.txt'
        path.write_text(TEXT)
        rows = [line.split('\t') for line in run('words', str(path)).stdout.decode().splitlines()]
    assert [row[2] for row in rows] == [TEXT[int(row[0]):int(row[1])] for row in rows] and len(rows) > 3
    assert all(row[3] != '' and (row[4] == 'O' or row[4][:2] in ('B-', 'I-')) for row in rows)
    requests = json.dumps({'id': 'é', 'text': TEXT}) + '\n{"id": 2}\n\n'
    result = run('words', '--jsonl', stdin=requests.encode())
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 1 and [answer['id'] for answer in answers] == ['é', 2] and 'error' in answers[1]
    assert [[t['start'], t['end'], t['tag'], t['name']] for t in answers[0]['tokens']] == \
        [[int(row[0]), int(row[1]), row[3], row[4]] for row in rows]
    assert run('words').returncode == 2 and run('words', '--unheard-of').returncode == 2
    assert run('words', str(path)).returncode == 1 and run('words', '--help').stdout.startswith(b'Usage:')


def test_formats():
    assert b'\n  "' in run('read', '-', stdin=TEXT.encode()).stdout
    assert run('read', '--format=jsonl', '-', stdin=TEXT.encode()).stdout.count(b'\n') == 1
    assert b'{' not in run('read', '--format=text', '-', stdin=TEXT.encode()).stdout


def test_other_language():
    text = 'Der See ist in diesem Jahr früh gefroren, und die Boote konnten den Hafen nicht verlassen.\n'
    assert b'in English' in run('read', '--format=text', '-', stdin=text.encode()).stdout
    assert b'in English' not in run('read', '--format=text', '-', stdin=TEXT.encode()).stdout


def test_some_files_bad():
    with tempfile.TemporaryDirectory() as folder:
        good = pathlib.Path(folder) / 'good.txt'
        good.write_text(TEXT)
        missing = str(good) + '.missing'
        result = run('read', '--format=jsonl', missing, str(good), folder)
        complaints = result.stderr.decode().splitlines()
        assert result.returncode == 1 and result.stdout.count(b'\n') == 1
        assert len(complaints) == 2 and missing in complaints[0] and folder in complaints[1]


def test_pipe_is_refused():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'pipe')
        os.mkfifo(path)
        assert run('read', path).returncode == 1


def test_requests_in_order():
    rows = [{'id': i, 'text': TEXT * (1 + i * 7 % 23)} for i in range(60)]
    alone = run('read', '--jsonl', stdin=requests(*rows))
    together = run('read', '--jsonl', '--jobs=7', stdin=requests(*rows))
    assert alone.returncode == 0 and alone.stdout == together.stdout
    assert [json.loads(line)['id'] for line in alone.stdout.splitlines()] == list(range(60))


def test_bad_requests_in_their_place():
    stdin = requests({'id': 1, 'text': TEXT}) + b'nonsense\n\xff\n' + requests({'id': 2, 'text': ''}, {'id': 3, 'text': TEXT})
    for jobs in ('1', '3'):
        result = run('read', '--jsonl', '--jobs=' + jobs, stdin=stdin)
        answers = [json.loads(line) for line in result.stdout.splitlines()]
        assert result.returncode == 1 and result.stderr == b''
        assert [(a.get('id'), a.get('error', {}).get('code')) for a in answers] == [
            (1, None), (None, 'syntax'), (None, 'syntax'), (2, 'empty'), (3, None)]


def test_last_line_without_newline():
    assert run('read', '--jsonl', stdin=requests({'id': 1, 'text': TEXT}).rstrip(b'\n')).stdout.count(b'\n') == 1


def test_answers_come_at_once():
    """A filter that waits for its input's end before it answers cannot be talked to."""
    for jobs in ('1', '2'):
        with subprocess.Popen([CLI, 'read', '--jsonl', '--jobs=' + jobs], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE) as process:
            for i in range(3):
                process.stdin.write(requests({'id': i, 'text': TEXT}))
                process.stdin.flush()
                assert json.loads(process.stdout.readline())['id'] == i
            process.stdin.close()
            assert process.wait(60) == 0


def test_broken_pipe():
    with subprocess.Popen([CLI, 'read', '--jsonl', '--jobs=2'], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, bufsize=0) as process:
        process.stdout.close()
        try:
            for i in range(2000):
                process.stdin.write(requests({'id': i, 'text': TEXT}))
            process.stdin.close()
        except BrokenPipeError:
            pass
        assert process.wait(60) == 1
        assert process.stderr.read() == b''


def test_full_disk():
    with open('/dev/full', 'wb') as full:
        result = subprocess.run([CLI, 'read', '-'], input=TEXT.encode(), stdout=full, stderr=subprocess.PIPE, check=False)
    assert result.returncode == 1 and b'cannot be written' in result.stderr


def main():
    tests = [(name, function) for name, function in sorted(globals().items()) if name.startswith('test_')]
    failed = 0
    print(f'1..{len(tests)}')
    for number, (name, function) in enumerate(tests, 1):
        try:
            function()
            print(f'ok {number} - {name}')
        except Exception as problem:  # a test that stops must not hide the others
            failed += 1
            print(f'not ok {number} - {name}\n# {problem!r} in line {problem.__traceback__.tb_next.tb_lineno}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
