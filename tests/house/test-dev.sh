#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev where it cannot do its work: each case has a PATH of its own with stand-ins for the tools. Prints TAP.
# usage: test-dev.sh TOP
set -uo pipefail
top=$1
bash=$(type -p bash)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
count=0
failed=0
output=
status=0

# usage: tool NAME TEXT                a stand-in: a script with that text
tool() {
  rm -f "$scratch/bin/$1" # it may be a link to the real tool
  printf '#!%s\n%s\n' "$bash" "$2" >"$scratch/bin/$1"
  chmod +x "$scratch/bin/$1"
}

# A PATH with the plain tools alone: no package manager, no compiler. The tree is a copy without a build folder.
fresh() {
  local name
  rm -rf "${scratch:?}"/{bin,tree}
  mkdir "$scratch/bin" "$scratch/tree"
  cp "$top/dev" "$top/packages.txt" "$scratch/tree/"
  for name in bash cat dirname env id mktemp rm tail; do
    ln -s "$(type -p "$name")" "$scratch/bin/$name"
  done
}

# usage: dev ARGUMENT...               sets output and status
dev() {
  output=$(cd / && env -i PATH="$scratch/bin" HOME="$scratch" "$bash" "$scratch/tree/dev" "$@" 2>&1 </dev/null)
  status=$?
}

# usage: dev_with_display ARGUMENT...
dev_with_display() {
  output=$(cd / && env -i DISPLAY=:99 PATH="$scratch/bin" HOME="$scratch" "$bash" "$scratch/tree/dev" "$@" 2>&1 </dev/null)
  status=$?
}

result() {
  count=$((count + 1))
  if [[ $2 == 0 ]]; then
    printf 'ok %d %s\n' "$count" "$1"
  else
    failed=1
    printf 'not ok %d %s\n#   exit status %s\n' "$count" "$1" "$status"
    printf '%s\n' "$output" | sed 's/^/#   /'
  fi
}

# usage: expect NAME STATUS WORDS...   every one of WORDS stands in the output
expect() {
  local name=$1 wanted=$2 words good=0
  shift 2
  [[ $status == "$wanted" ]] || good=1
  for words in "$@"; do
    [[ $output == *"$words"* ]] || good=1
  done
  result "$name" "$good"
}

dpkg_knows_nothing='exit 1'
dpkg_knows_all='shift 2; for name; do echo "$name installed"; done'

fresh
dev test
expect 'no package manager: the list and a failure' 1 'libgtk-4-dev' 'xvfb' 'no apt-get here'

fresh
dev run
expect 'no display: said before anything is installed' 1 'no display' 'DISPLAY'
[[ $output != *apt-get* ]]
result 'no display: nothing else is tried' $?

fresh
tool dpkg-query "$dpkg_knows_nothing"
tool apt-get 'echo "Could not resolve host"; exit 100'
tool id 'echo 0'
dev test
expect 'no network: said with what is missing' 1 'Installing with apt-get:' 'Could not resolve host' 'is there a network' 'libgtk-4-dev'

fresh
tool dpkg-query "$dpkg_knows_nothing"
tool apt-get 'exit 0'
tool id 'echo 1000'
dev build
expect 'neither root nor sudo' 1 'root or sudo' 'libgtk-4-dev'

# apt-get is called with the missing package alone, through sudo; the lists are fetched when it fails without them.
fresh
tool dpkg-query 'shift 2; for name; do [[ $name == meson ]] || echo "$name installed"; done; exit 1'
tool apt-get "echo \"\$*\" >>$scratch/calls; grep -q ' update ' $scratch/calls"
ln -s "$(type -p grep)" "$scratch/bin/grep"
tool sudo 'exec "$@"'
tool id 'echo 1000'
rm -f "$scratch/calls"
tool meson 'echo cannot; exit 1'
dev build
expect 'one package is missing: one plain line' 1 'Installing with apt-get: meson' 'could not be configured'
[[ $(grep -oE ' (update|install) |meson' "$scratch/calls" | xargs) == 'install meson update install meson' ]]
result 'the lists are fetched when they are missing, and the one package is installed' $?

fresh
tool dpkg-query "$dpkg_knows_all"
tool apt-get "touch $scratch/called"
tool meson 'echo "ERROR: Dependency missing"; exit 1'
dev_with_display run
expect 'nothing missing, no build possible: the reason is shown' 1 'Configuring build' 'Dependency missing'
[[ ! -e $scratch/called && $output != *Installing* ]]
result 'nothing missing: apt-get is not called' $?

# Nothing to do: the program starts and nothing is said; relative files are counted from the user's folder.
fresh
tool dpkg-query "$dpkg_knows_all"
tool apt-get 'exit 1'
tool ninja 'echo "ninja: no work to do."'
tool dbus-run-session 'shift; exec "$@"'
mkdir -p "$scratch/tree/build/src/app"
: >"$scratch/tree/build/build.ninja"
printf '#!%s\necho "in $PWD: $*"\n' "$bash" >"$scratch/tree/build/src/app/purport"
chmod +x "$scratch/tree/build/src/app/purport"
dev_with_display run a.txt 'b c.txt'
[[ $status == 0 && $output == 'in /: a.txt b c.txt' ]]
result 'nothing to do: the window opens without a word' $?
dev_with_display run
[[ $status == 0 && $output == *'/resources/sample/evening-walks.txt' ]]
result 'without a file: the sample article' $?
[[ -s $top/resources/sample/evening-walks.txt ]]
result 'the sample article is there' $?

fresh
dev nonsense
expect 'an unknown verb' 2 'usage: ./dev run'
dev
expect 'no verb: the usage' 0 'usage: ./dev run'

printf '1..%d\n' "$count"
exit "$failed"
