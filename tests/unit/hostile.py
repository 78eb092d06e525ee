#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that were made to do harm, and files that something went wrong with.  usage: hostile.py CLI [--measure] [NAME…]

Each is opened by the command line as anybody would: either it is read, or one message says what is wrong with it. No
process may take more than MAX_PEAK_MB. Prints TAP; with --measure a table of what each took instead."""
import gzip
import io
import os
import pathlib
import random
import re
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib

CLI = sys.argv[1]
MAX_PEAK_MB = 300
# Said once where there is none, as under the sanitizers.
NO_SECCOMP = re.compile(r'Purport-Message: [^\n]*has no seccomp[^\n]*\n')
PROSE = 'People who wore socks in bed fell asleep seven minutes earlier, a small trial in Leith has found.'
PARAGRAPHS = f'<p>{PROSE}</p><p>{PROSE} The trial had forty people in it.</p>'
CASES = {}


def case(words, name, **options):
    """words: what the message must say, or None for a file that is read; options: what the user says it is"""
    def add(function):
        CASES[function.__name__] = (words, name, function, options)
        return function
    return add


# --- web pages ---------------------------------------------------------------------------------------------------------

def page(body):
    return f'<!doctype html><html><head><title>Warm feet</title></head><body>{body}</body></html>'.encode()


@case('too deeply nested', 'a.html')
def nested_formatting():
    return page('<b>' * 20000 + PARAGRAPHS)


@case('too deeply nested', 'a.html')
def nested_boxes():
    return page('<div>' * 200000 + PARAGRAPHS)


@case('too large or too deeply nested', 'a.html')
def attributes():
    return page('<p ' + ' '.join(f'a{i}=1' for i in range(1000000)) + '>' + PARAGRAPHS)


@case('too large or too deeply nested', 'a.html')
def equal_attributes():
    return page('<p ' + 'class=a ' * 1000000 + '>' + PARAGRAPHS)


@case(None, 'a.html')
def duplicate_attributes():
    return page(f'<article class="a" class="b" id=1 id=2 id=1>{PARAGRAPHS}<img src="a" src="b" alt alt="c"></article>')


@case('too large or too deeply nested', 'a.html')
def many_elements():
    return page('<p>a<br>' * 1000000)


@case('too large', 'a.html')
def long_page():
    return page(f'<p>{PROSE}</p>' * 130000)


@case(None, 'a.html')
def unclosed_comment():
    return page(PARAGRAPHS) + b'<!--' + b'-' * 2000000


@case(None, 'a.html')
def page_cut_in_a_tag():
    return page(f'<article>{PARAGRAPHS}</article>')[:-30] + b'<a href="'


@case(None, 'a.html')
def entities_without_end():
    return page(PARAGRAPHS + '<p>' + '&notanentity' * 200000)


@case(None, 'a.html')
def wrong_encoding():
    return page(PARAGRAPHS).replace(b'<title>', b'<meta charset="utf-7"><meta charset="x-none"><title>') + b'<p>caf\xe9 \xff\xfe\xc3'


@case('control characters', 'a.txt')
def noise():
    chance = random.Random(7)
    return bytes(chance.randrange(1, 256) for _ in range(200000))


@case('not valid', 'a.html')
def half_a_character():
    return page(PARAGRAPHS).decode().encode('utf-16') + b'\x00'


# --- compressed and archives -------------------------------------------------------------------------------------------

def compress_zeros(n_mb, head=b''):
    compressor = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = b' ' * (1 << 20)
    return compressor.compress(head) + b''.join(compressor.compress(block) for _ in range(n_mb)) + compressor.flush()


def archive(media_type, *files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as written:
        if media_type:
            written.writestr('mimetype', media_type, zipfile.ZIP_STORED)
        for name, contents in files:
            if isinstance(contents, int):
                with written.open(name, 'w', force_zip64=True) as entry:
                    for _ in range(contents):
                        entry.write(b' ' * (1 << 20))
            else:
                written.writestr(name, contents)
    return out.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCUMENT = f'<w:document {W}><w:body><w:p><w:r><w:t>{PROSE}</w:t></w:r></w:p></w:body></w:document>'
CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
CHAPTER = f'<html><body><p>{PROSE}</p></body></html>'


def package(*paths):
    items = ''.join(f'<item id="i{i}" href="{path}"/>' for i, path in enumerate(paths))
    order = ''.join(f'<itemref idref="i{i}"/>' for i in range(len(paths)))
    return f'<package><manifest>{items}</manifest><spine>{order}</spine></package>'


def book(*files, paths=('a.xhtml',)):
    return archive('application/epub+zip', ('META-INF/container.xml', CONTAINER), ('OEBPS/book.opf', package(*paths)), *files)


@case('expands to more than', 'a.html.gz')
def bomb():
    return compress_zeros(1024, page(PARAGRAPHS))


@case('expands to more than', 'a.epub')
def bomb_in_a_book():
    return book(('OEBPS/a.xhtml', 1024))


@case('expands to more than', 'a.docx')
def bomb_in_a_document():
    return archive(None, ('word/document.xml', 1024))


@case('expands to more than', 'a.gz')
def bomb_in_a_bomb():
    return gzip.compress(compress_zeros(1024))


@case('more than 20000 files', 'a.epub')
def many_entries():
    return book(('OEBPS/a.xhtml', CHAPTER), *((f'OEBPS/{i}.png', '') for i in range(21000)))


@case(None, 'a.epub')
def paths_that_lead_out():
    return book(('OEBPS/a.xhtml', CHAPTER), ('../../../../tmp/purport-outside.xhtml', CHAPTER), ('/etc/x.xhtml', CHAPTER),
                paths=('a.xhtml', '../../../../etc/passwd', '/etc/passwd', 'file:///etc/passwd', '..%2F..%2Fetc/passwd'))


@case(None, 'a.epub')
def chapters_named_again_and_again():
    return book(('OEBPS/a.xhtml', CHAPTER), paths=('a.xhtml',) * 5000)


def billion_laughs(root):
    lines = ''.join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    return f'<!DOCTYPE {root} [<!ENTITY l0 "{PROSE}">{lines}]>'


@case('', 'a.docx')
def entities_in_a_document():
    return archive(None, ('word/document.xml', billion_laughs('w:document') + DOCUMENT.replace(PROSE, '&l11;')))


@case('', 'a.epub')
def entities_in_a_book():
    return archive('application/epub+zip', ('META-INF/container.xml', billion_laughs('container') + CONTAINER.replace('<rootfiles>', '&l11;<rootfiles>')),
                   ('OEBPS/book.opf', billion_laughs('package') + package('a.xhtml').replace('<manifest>', '<metadata><title>&l11;</title></metadata><manifest>')),
                   ('OEBPS/a.xhtml', billion_laughs('html') + '<html><body><p>&l11;</p></body></html>'))


@case('', 'a.docx')
def entity_from_a_file():
    text = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + DOCUMENT.replace(PROSE, '&x;')
    return archive(None, ('word/document.xml', text))


@case('', 'a.docx')
def nested_document():
    return archive(None, ('word/document.xml', f'<w:document {W}><w:body>' + '<w:p>' * 200000))


@case('password', 'a.docx')
def archive_with_a_password():
    data = bytearray(archive(None, ('word/document.xml', DOCUMENT)))
    data[6] |= 1  # "encrypted", in the entry's own head and in the directory
    data[data.rindex(b'PK\x01\x02') + 8] |= 1
    return bytes(data)


@case('not read', 'a.docx')
def document_with_a_password():
    return bytes.fromhex('D0CF11E0A1B11AE1') + bytes(600) + 'EncryptedPackage'.encode('utf-16le') + bytes(4096)


@case('protected against copying', 'a.epub')
def book_with_protection():
    return book(('OEBPS/a.xhtml', CHAPTER), ('META-INF/encryption.xml', '<encryption><CipherReference URI="OEBPS/a.xhtml"/></encryption>'))


@case('damaged or not complete', 'a.epub')
def book_cut():
    return book(('OEBPS/a.xhtml', CHAPTER))[:200]


@case('', 'a.docx')
def broken_directory():
    data = bytearray(archive(None, ('word/document.xml', DOCUMENT), ('word/styles.xml', '<a/>')))
    at = data.index(b'PK\x01\x02')
    data[at + 10:at + 46] = b'\xff' * 36
    data[-16:] = b'\xff' * 16
    return bytes(data)


@case('', 'a.docx')
def directory_that_leads_astray():
    data = bytearray(archive(None, ('word/document.xml', DOCUMENT)))
    data[-6:-2] = struct.pack('<I', 0x7fffffff)
    at = data.index(b'PK\x01\x02')
    data[at + 42:at + 46] = struct.pack('<I', 0xfffffff0)
    return bytes(data)


@case('without the parts that it must have', 'a.epub')
def book_without_parts():
    return archive('application/epub+zip', ('a.xhtml', CHAPTER))


@case('damaged or not complete', 'a.html.gz')
def compressed_and_cut():
    return gzip.compress(page(PARAGRAPHS))[:-20]


# --- PDF ---------------------------------------------------------------------------------------------------------------

def pdf(*objects, trailer='/Root 1 0 R'):
    body = ''.join(f'{i} 0 obj {text} endobj\n' for i, text in enumerate(objects, 1))
    return f'%PDF-1.4\n{body}trailer <</Size {len(objects) + 1} {trailer}>>\n%%EOF\n'.encode('latin-1')


@case('', 'a.pdf')
def pages_in_a_loop():
    return pdf('<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [3 0 R 2 0 R] /Count 2>>',
               '<</Type /Pages /Kids [2 0 R 3 0 R] /Count 9 /Parent 2 0 R>>')


@case('', 'a.pdf')
def pages_without_end():
    return pdf('<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [' + '3 0 R ' * 5000 + '] /Count 5000>>',
               '<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>>')


@case('', 'a.pdf')
def form_in_itself():
    return pdf('<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [3 0 R] /Count 1>>',
               '<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources <</XObject <</A 5 0 R>>>>>>',
               '<</Length 5>> stream\n/A Do\nendstream',
               '<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</A 5 0 R>>>> /Length 18>> stream\n/A Do /A Do /A Do \nendstream')


@case('', 'a.pdf')
def stream_bomb():
    data = zlib.compress(b' ' * (1 << 30), 9)
    head = pdf('<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [3 0 R] /Count 1>>',
               '<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R>>')
    return head.replace(b'trailer', f'4 0 obj <</Length {len(data)} /Filter /FlateDecode>> stream\n'.encode() + data +
                        b'\nendstream endobj\ntrailer')


@case('password', 'a.pdf')
def paper_with_a_password():
    return pdf('<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [] /Count 0>>',
               f'<</Filter /Standard /V 1 /R 2 /P -4 /O <{"00" * 32}> /U <{"00" * 32}>>>',
               trailer='/Root 1 0 R /Encrypt 3 0 R /ID [<00> <00>]')


@case('scanned', 'a.pdf')
def scan():
    return pdf('<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [3 0 R] /Count 1>>',
               '<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources <</XObject <</A 5 0 R>>>>>>',
               '<</Length 28>> stream\nq 200 0 0 200 0 0 cm /A Do Q\nendstream',
               '<</Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1>> stream\nx\nendstream')


@case('damaged or not complete', 'a.pdf')
def paper_cut():
    return pdf('<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [] /Count 0>>')[:30]


# --- what is no document -----------------------------------------------------------------------------------------------

@case('is empty', 'a.txt')
def empty():
    return b''


@case('is empty', 'a.html', media_type='text/html')
def empty_page():
    return b''


@case('damaged or not complete', 'a.pdf', media_type='application/pdf')
def empty_paper():
    return b''


@case('picture', 'a.txt')
def picture_named_as_text():
    return b'\xff\xd8\xff\xe0\x00\x10JFIF' + bytes(1000)


@case('', 'a.pdf')
def program_named_as_paper():
    return pathlib.Path(CLI).read_bytes()[:100000]


@case('neither an e-book nor a text document', 'a.docx')
def table_named_as_document():
    return archive(None, ('xl/workbook.xml', '<workbook/>'))


@case('', 'a.docx', media_type='application/vnd.openxmlformats-officedocument.wordprocessingml.document')
def text_named_as_document():
    return PROSE.encode()


@case('larger than 64 MB', 'a.html')
def two_gigabytes(path):
    with open(path, 'wb') as file:
        file.truncate(2 << 30)


@case('larger than 64 MB', '-')
def endless_stream():
    return None


@case('pipe', 'pipe')
def pipe_that_nobody_writes_to(path):
    os.mkfifo(path)


@case(None, 'a.mhtml')
def parts_in_parts():
    head = ''.join(f'Content-Type: multipart/related; boundary=b{i}\r\n\r\n--b{i}\r\n' for i in range(4))
    tail = ''.join('--' + 'x' * 70 + '\r\n' for _ in range(20000))
    return f'MIME-Version: 1.0\r\n{head}Content-Type: text/html\r\n\r\n'.encode() + page(f'<article>{PARAGRAPHS}</article>') + f'\r\n--b3--\r\n{tail}'.encode()


@case('', 'a.mhtml')
def parts_without_end():
    return b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n' + b'--b\r\nContent-Type: multipart/related; boundary=b\r\n\r\n' * 100000


@case(None, 'a.md')
def nested_markdown():
    return (f'# Warm feet\n\n{PROSE} [More](a) of it.\n\n' + '> ' * 50000 + 'a\n\n' + '[' * 50000 + '*' * 50000 + '\n').encode()


# --- running -----------------------------------------------------------------------------------------------------------

def make(name, path):
    """In a process of its own: a started program's peak counts what the starting one has in memory."""
    _, _, function, _ = CASES[name]
    if function.__code__.co_argcount:
        function(path)
    else:
        pathlib.Path(path).write_bytes(function())


class Result:
    """status, message, seconds, cpu_seconds, peak_mb (the larger of the program's and those of its workers)"""

    def __init__(self, name):
        _, file_name, _, options = CASES[name]
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, file_name)
            arguments = [f'--media-type={options["media_type"]}'] if options else []
            if file_name != '-':
                subprocess.run([sys.executable, '-B', __file__, CLI, f'--make={name}', path], check=True)
            self.run(['--format=text', *arguments, '-' if file_name == '-' else path], folder)

    def run(self, arguments, folder):
        source = None
        if arguments[-1] == '-':
            source = subprocess.Popen(['yes', PROSE], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        with open(os.path.join(folder, 'out'), 'wb') as out, open(os.path.join(folder, 'err'), 'w+b') as err:
            start = time.monotonic()
            child = subprocess.Popen([CLI, 'read', *arguments], stdout=out, stderr=err,
                                     stdin=source.stdout if source else subprocess.DEVNULL)
            _, status, usage = os.wait4(child.pid, 0)
            self.seconds = time.monotonic() - start
            self.status = child.returncode = os.waitstatus_to_exitcode(status)
            err.seek(0)
            self.message = NO_SECCOMP.sub('', err.read().decode().replace(folder + '/', ''))
        if source:
            source.stdout.close()
            source.kill()
            source.wait()
        self.cpu_seconds = usage.ru_utime + usage.ru_stime
        self.peak_mb = usage.ru_maxrss / 1024


def check(name, peak_counts):
    words = CASES[name][0]
    result = Result(name)
    if words is None:
        assert result.status == 0 and not result.message, result.message
    else:
        assert result.status == (1 if result.message or words else 0), (result.status, result.message)
        assert words in result.message, result.message
        assert not result.message or re.fullmatch(r'purport-cli: .*\.\n', result.message), result.message
    if peak_counts:
        assert result.peak_mb <= MAX_PEAK_MB, f'{result.peak_mb:.0f} MB'


def measure(name):
    result = Result(name)
    print(f'{name:31} {result.seconds:6.2f} s {result.cpu_seconds:6.2f} s cpu {result.peak_mb:6.1f} MB  '
          f'{result.message.strip() or "(read)"}', flush=True)


def main():
    names = [argument for argument in sys.argv[2:] if not argument.startswith('-')] or list(CASES)
    if sys.argv[2:] and sys.argv[2].startswith('--make='):
        make(sys.argv[2].partition('=')[2], sys.argv[3])
        return 0
    if '--measure' in sys.argv:
        for name in names:
            measure(name)
        return 0
    failed = 0
    print(f'1..{len(names)}')
    for number, name in enumerate(names, 1):
        try:
            check(name, '--sanitized' not in sys.argv)
            print(f'ok {number} - {name}', flush=True)
        except Exception as problem:  # a test that stops must not hide the others
            failed += 1
            print(f'not ok {number} - {name}\n# {problem!r}', flush=True)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
