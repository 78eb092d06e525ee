#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages from the net, which here is a server on this machine.  usage: fetch.py CLI   prints TAP"""
import http.server
import json
import os
import subprocess
import sys
import threading

CLI = sys.argv[1]
PROSE = 'People who wore socks in bed fell asleep seven minutes earlier, a small trial in Leith has found.'
PAGE = f'<!doctype html><title>Warm feet</title><p>{PROSE}<p>It is told in full <a href="more">in another article</a>.<img src="/socks.png">'.encode()
seen = []


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def answer(self, status, body=b'', **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace('_', '-'), value)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        seen.append((self.path, dict(self.headers)))
        if self.path == '/page':
            self.answer(200, PAGE, Content_Type='text/html', Set_Cookie='who=you')
        elif self.path == '/moved':
            self.answer(302, Location='/page', Set_Cookie='who=you')
        elif self.path == '/round':
            self.answer(302, Location='/round')
        elif self.path == '/out':
            self.answer(302, Location='file:///etc/passwd')
        elif self.path == '/endless':
            self.send_response(200)
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b'Tea cools. ' * 100000)
            except OSError:
                pass
        else:
            self.answer(404, b'no')


server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
server.daemon_threads = True
HERE = f'http://127.0.0.1:{server.server_port}'


def read(*arguments):
    seen.clear()
    environment = {k: v for k, v in os.environ.items() if not k.lower().endswith('_proxy')}
    return subprocess.run([CLI, 'read', *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120,
                          check=False, env=environment)


def article_of(result):
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)['article']


def refused(path, words):
    result = read('--fetch', HERE + path)
    assert result.returncode == 1 and words in result.stderr.decode(), result.stderr
    assert HERE + path in result.stderr.decode()


def test_only_when_asked():
    result = read(HERE + '/page')
    assert result.returncode == 1 and b'--fetch' in result.stderr and not seen
    request = json.dumps({'id': 1, 'uri': HERE + '/page'}).encode()
    result = subprocess.run([CLI, 'read', '--jsonl'], input=request, stdout=subprocess.PIPE, check=False)
    assert json.loads(result.stdout)['error']['code'] == 'unsupported' and not seen


def test_page():
    article = article_of(read('--fetch', HERE + '/page'))
    assert PROSE in article['text'] and article['title'] == 'Warm feet' and article['uri'] == HERE + '/page'
    assert article['links'][0]['uri'] == HERE + '/more'
    assert [path for path, _ in seen] == ['/page'], 'no picture, no icon, no other page'


def test_redirect():
    article = article_of(read('--fetch', HERE + '/moved'))
    assert article['uri'] == HERE + '/page'
    assert [path for path, _ in seen] == ['/moved', '/page']


def test_no_cookies():
    article_of(read('--fetch', HERE + '/moved'))
    assert all('Cookie' not in headers and 'Referer' not in headers for _, headers in seen)


def test_bounds():
    refused('/round', 'without an end')
    assert len(seen) < 12
    refused('/endless', '64 MB')


def test_elsewhere():
    refused('/out', 'no web address')
    refused('/nothing', 'not there')
    result = read('--fetch', 'http://127.0.0.1:9/')
    assert result.returncode == 1 and b'could not be loaded' in result.stderr


def main():
    threading.Thread(target=server.serve_forever, daemon=True).start()
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
