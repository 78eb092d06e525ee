#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the desktop's own validators over what is installed for it. Prints TAP; a validator that is absent is a skip.
# usage: validate.sh SOURCE BUILD
set -uo pipefail
source_dir=$1
build_dir=$2
id=io.github.purport_reader.Purport
count=0
failed=0

# usage: check NAME TOOL COMMAND...      passes when the command, which needs TOOL, succeeds
check() {
  local name=$1 tool=$2 output
  shift 2
  count=$((count + 1))
  if [[ -z $(type -p "$tool") ]]; then
    printf 'ok %d %s # SKIP %s is not installed\n' "$count" "$name" "$tool"
  elif output=$("$@" 2>&1); then
    printf 'ok %d %s\n' "$count" "$name"
  else
    failed=1
    printf 'not ok %d %s\n' "$count" "$name"
    printf '%s\n' "$output" | sed 's/^/#   /'
  fi
}

# For tools that complain and still succeed.
silent() {
  local output
  output=$("$@" 2>&1)
  printf '%s' "$output"
  [[ -z $output ]]
}

# man complains on stderr and still succeeds.
page_is_clean() {
  local complaints
  complaints=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$1" 2>&1 >/dev/null)
  printf '%s' "$complaints"
  [[ -z $complaints ]]
}

# GdkPixbuf knows an SVG by its first 256 bytes.
is_found_as_svg() {
  head -c 256 "$1" | grep -q '<svg'
}

# Every file with words to translate is listed, and what is listed exists.
potfiles_are_complete() {
  local listed found
  listed=$(grep -vE '^(#|$)' "$source_dir/po/POTFILES" | LC_ALL=C sort)
  found=$(cd "$source_dir" && {
    grep -rlE '\b(_|N_|C_|NC_|ngettext|g_dngettext) \(' src --include='*.c'
    grep -rl 'translatable="yes"' ui --include='*.ui' 2>/dev/null
    ls resources/"$id".{desktop.in,gschema.xml,metainfo.xml.in}
  } | LC_ALL=C sort -u)
  diff <(printf '%s\n' "$listed") <(printf '%s\n' "$found")
}

pot_is_clean() {
  local scratch status=0
  scratch=$(mktemp -d)
  (
    cd "$source_dir" && grep -vE '^(#|$)' po/POTFILES >"$scratch/files" &&
      GETTEXTDATADIRS=/usr/share/gettext xgettext --from-code=UTF-8 --files-from="$scratch/files" --output="$scratch/purport.pot" \
        --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=ngettext:1,2 --keyword=g_dngettext:2,3 --add-comments \
        --package-name=purport &&
      sed -i 's/charset=CHARSET/charset=UTF-8/' "$scratch/purport.pot" &&
      msgfmt --check-format --check-domain --output-file=/dev/null "$scratch/purport.pot"
  ) || status=1
  rm -rf "$scratch"
  return "$status"
}

check 'desktop entry' desktop-file-validate silent desktop-file-validate "$build_dir/resources/$id.desktop"
check 'metainfo' appstreamcli appstreamcli validate --no-net --pedantic "$build_dir/resources/$id.metainfo.xml"
check 'settings schema' glib-compile-schemas silent glib-compile-schemas --strict --dry-run "$source_dir/resources"
check 'D-Bus service' grep grep -qE '^Exec=/.*/purport --gapplication-service$' "$build_dir/resources/$id.service"
check 'the service has the name of the desktop entry' grep grep -qx "Name=$id" "$build_dir/resources/$id.service"
while IFS= read -r file; do
  check "well-formed: ${file#"$source_dir"/}" xmllint xmllint --nonet --noout "$file"
done < <(find "$source_dir/resources" "$source_dir/ui" \( -name '*.svg' -o -name '*.xml' -o -name '*.ui' -o -name '*.xml.in' \) 2>/dev/null | sort)
while IFS= read -r file; do
  check "known as SVG: ${file##*/}" head is_found_as_svg "$file"
done < <(find "$source_dir/resources/icons" -name '*.svg' | sort)
while IFS= read -r file; do
  check "page: ${file##*/}" man page_is_clean "$file"
done < <(find "$source_dir" -path "$source_dir/build*" -prune -o -name '*.[1-8]' -type f -print | sort)
check 'po/POTFILES' diff potfiles_are_complete
check 'texts to translate' xgettext pot_is_clean
while IFS= read -r file; do
  check "translation: ${file##*/}" msgfmt msgfmt --check --output-file=/dev/null "$file"
done < <(find "$source_dir/po" -name '*.po' | sort)
printf '1..%d\n' "$count"
exit "$failed"
