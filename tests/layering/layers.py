# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers: what each may include, link and call. Every check of this folder reads this table and no other."""

import re

# Headers of the C library that do no input or output and keep no state of their own.
PURE_C = r"(assert|ctype|errno|float|inttypes|limits|math|stdalign|stdarg|stdbool|stddef|stdint|stdlib|string)\.h"
GLIB = r"glib\.h"
GIO = r"(gio/.*|glib-object\.h|glib/.*)"
ANY_BUT_GTK = r"(?!gtk/|gtk-|gdk/|gsk/|adwaita|graphene|pango|cairo|sqlite3).*"

# What no engine layer may call: files, streams, main loops, other threads' clocks, the environment, translation.
ENGINE_CALLS = (
    r"sqlite3_\w+|gumbo_\w+|xml[A-Z]\w+|html[A-Z]\w+|json_\w+|gtk_\w+|gdk_\w+|gsk_\w+|adw_\w+|pango_\w+|cairo_\w+"
    r"|g_file_\w+|g_input_stream_\w+|g_output_stream_\w+|g_resources?_\w+|g_settings_\w+|g_application_\w+"
    r"|g_main_\w+|g_idle_\w+|g_timeout_\w+|g_source_\w+|g_task_\w+|g_thread_\w+|g_spawn_\w+|g_subprocess_\w+"
    r"|g_io_channel_\w+|g_mapped_file_\w+|g_dir_\w+|g_get_current_time|g_get_real_time|g_get_monotonic_time"
    r"|g_date_time_new_now\w*|g_getenv|g_setenv|g_get_home_dir|g_get_user_\w+|g_random_\w+|g_print|g_printerr"
    r"|g_dgettext|g_dngettext|g_dpgettext\w*|gettext|dgettext|dcgettext|ngettext|setlocale"
    r"|fopen(64)?|fdopen|fread|fwrite|fputs|puts|printf|__printf_chk|__fprintf_chk|open(64)?|openat|read|write"
    r"|stat(64)?|getenv|system|popen|time|clock|rand|random|srand|strtok|signal|exit|_exit"
)
NO_DISPLAY_CALLS = r"gtk_\w+|gdk_\w+|gsk_\w+|adw_\w+|pango_\w+|cairo_\w+"
NO_STORE_CALLS = NO_DISPLAY_CALLS + r"|sqlite3_\w+"
# Poppler hands out the pictures of a page as surfaces of cairo.
ANY_BUT_GTK_WITH_CAIRO = ANY_BUT_GTK.replace("|cairo", "")
NO_STORE_CALLS_WITH_CAIRO = NO_STORE_CALLS.replace(r"|cairo_\w+", "")

ENGINE_LIBRARIES = r"libc|libm|libglib-2\.0"


class Layer:
    """below: layers it may include. system: the system headers it may include. deny: symbols it must not need.
    libraries: what a program of this layer alone may be linked with. mutable: whether it may keep static state."""

    def __init__(self, below, system, deny, libraries, mutable=False):
        self.below = set(below.split())
        self.system = re.compile(system)
        self.deny = re.compile(f"^({deny})$")
        self.libraries = re.compile(f"^({libraries})$")
        self.mutable = mutable


GIO_LIBRARIES = ENGINE_LIBRARIES + r"|libgobject-2\.0|libgio-2\.0"
EXCHANGE = r"|libjson-glib-1\.0"
# Only the worker has these: no parser of untrusted bytes runs where it could do harm.
PARSERS = r"|libxml2|libgumbo|libuchardet|libarchive|libcmark\S*"
PARSERS_OF_PDF = r"|libpoppler-glib|libcairo"
PARSERS_OF_PICTURES = r"|libpng16|libjpeg|libwebp|libgif"
PARSER_CALLS = r"|gumbo_\w+|xml[A-Z]\w+|html[A-Z]\w+|archive_\w+|cmark_\w+|poppler_\w+|uchardet_\w+|png_\w+|jpeg_\w+|WebP\w+|DGif\w+"

LAYERS = {
    "base": Layer("", f"({GLIB}|{PURE_C})", ENGINE_CALLS, ENGINE_LIBRARIES),
    "text": Layer("base", f"({GLIB}|{PURE_C})", ENGINE_CALLS, ENGINE_LIBRARIES),
    "reading": Layer("base text", f"({GLIB}|{PURE_C})", ENGINE_CALLS, ENGINE_LIBRARIES),
    "data": Layer("base text reading", f"({GLIB}|{GIO}|{PURE_C})", NO_STORE_CALLS, GIO_LIBRARIES, mutable=True),
    "formats": Layer("base", ANY_BUT_GTK, NO_STORE_CALLS + PARSER_CALLS, GIO_LIBRARIES + EXCHANGE, mutable=True),
    "importers": Layer("base formats", ANY_BUT_GTK, NO_STORE_CALLS, GIO_LIBRARIES + EXCHANGE + PARSERS, mutable=True),
    "pictures": Layer("base formats", ANY_BUT_GTK, NO_STORE_CALLS, GIO_LIBRARIES + EXCHANGE + PARSERS_OF_PICTURES, mutable=True),
    "importers-pdf": Layer(
        "base formats importers pictures",
        ANY_BUT_GTK_WITH_CAIRO,
        NO_STORE_CALLS_WITH_CAIRO,
        GIO_LIBRARIES + EXCHANGE + PARSERS + PARSERS_OF_PDF + PARSERS_OF_PICTURES,
        mutable=True,
    ),
    "worker": Layer(
        "base formats importers importers-pdf pictures",
        ANY_BUT_GTK_WITH_CAIRO,
        NO_STORE_CALLS_WITH_CAIRO,
        GIO_LIBRARIES + EXCHANGE + PARSERS + PARSERS_OF_PDF + PARSERS_OF_PICTURES + r"|libseccomp",
        mutable=True,
    ),
    "fetch": Layer("base formats", ANY_BUT_GTK, NO_STORE_CALLS + PARSER_CALLS, GIO_LIBRARIES + EXCHANGE + r"|libsoup-3\.0", mutable=True),
    "store": Layer("base", r"(?!gtk/|gdk/|gsk/|adwaita).*", NO_DISPLAY_CALLS, GIO_LIBRARIES + r"|libsqlite3", mutable=True),
    # malloc.h: what the reading of a book took is given back to the system.
    "model": Layer(
        "base text reading data formats store",
        rf"({GLIB}|{GIO}|{PURE_C}|malloc\.h)",
        NO_STORE_CALLS + PARSER_CALLS,
        GIO_LIBRARIES + EXCHANGE + r"|libsqlite3",
        mutable=True,
    ),
    "app": Layer("base text reading data formats store model", r".*", r"sqlite3_\w+", r".*", mutable=True),
    "cli": Layer(
        "base text reading data formats store",
        ANY_BUT_GTK,
        NO_DISPLAY_CALLS + PARSER_CALLS,
        GIO_LIBRARIES + EXCHANGE + r"|libsqlite3",
        mutable=True,
    ),
    "learn": Layer("base text reading data formats", ANY_BUT_GTK, NO_STORE_CALLS, GIO_LIBRARIES + EXCHANGE, mutable=True),
}
