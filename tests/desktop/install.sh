#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs into an empty folder and looks whether everything is there and nothing else. Prints TAP.
# usage: install.sh BUILD PREFIX FILE...      each FILE is counted from PREFIX
set -uo pipefail
build_dir=$1
prefix=$2
shift 2
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
failed=0
printf '1..%d\n' $(($# + 2))
if ! output=$(meson install -C "$build_dir" --no-rebuild --strip --destdir "$root" 2>&1); then
  printf '%s\n' "$output" | sed 's/^/# /'
  printf 'Bail out! meson install failed\n'
  exit 1
fi
count=0
for file in "$@"; do
  count=$((count + 1))
  if [[ -s $root$prefix/$file ]]; then
    printf 'ok %d %s\n' "$count" "$file"
  else
    failed=1
    printf 'not ok %d %s\n' "$count" "$file"
  fi
done

count=$((count + 1))
extra=$(cd "$root$prefix" && find . -type f | sed 's,^\./,,' | LC_ALL=C sort | comm -23 - <(printf '%s\n' "$@" | LC_ALL=C sort))
if [[ -z $extra ]]; then
  printf 'ok %d nothing else\n' "$count"
else
  failed=1
  printf 'not ok %d nothing else\n' "$count"
  printf '%s\n' "$extra" | sed 's/^/#   /'
fi

# What is installed must not remember where it was built.
count=$((count + 1))
leaks=$(grep -rlF -- "$build_dir" "$root" | sed "s,^$root,,")
if [[ -z $leaks ]]; then
  printf 'ok %d no path of the build folder\n' "$count"
else
  failed=1
  printf 'not ok %d no path of the build folder\n' "$count"
  printf '%s\n' "$leaks" | sed 's/^/#   /'
fi
exit "$failed"
