#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Whether the programs carry the hardening that the build asks for. Prints TAP.
# usage: hardening.sh FORTIFIED PROGRAM...      FORTIFIED: yes or no
set -uo pipefail
export LC_ALL=C
fortified=$1
shift
count=0
failed=0

check() {
  local name=$1
  shift
  count=$((count + 1))
  if "$@"; then
    printf 'ok %d %s\n' "$count" "$name"
  else
    failed=1
    printf 'not ok %d %s\n' "$count" "$name"
  fi
}

# Every reader ends its input: with pipefail, `grep -q` would break the pipe.
has() {
  local option=$1 program=$2 pattern=$3
  readelf --wide "$option" "$program" | grep -cE "$pattern" >/dev/null
}

stack_is_not_executable() {
  readelf --wide -l "$1" | grep -E 'GNU_STACK' | grep -cvE 'E +0x' >/dev/null
}

printf '1..%d\n' $(($# * 6))
for program in "$@"; do
  name=${program##*/}
  check "$name: position independent" has -h "$program" 'Type: +DYN'
  check "$name: relocations are read-only" has -l "$program" GNU_RELRO
  check "$name: bound at start" has -d "$program" 'BIND_NOW|FLAGS.*NOW'
  check "$name: stack is not executable" stack_is_not_executable "$program"
  check "$name: stack protector" has --dyn-syms "$program" __stack_chk_fail
  if [[ $fortified == yes ]]; then
    check "$name: fortified" has --dyn-syms "$program" '__[a-z]+_chk(@|$)'
  else
    count=$((count + 1))
    printf 'ok %d %s: fortified # SKIP not in this build\n' "$count" "$name"
  fi
done
exit "$failed"
