#!/usr/bin/env bash
# What aqua:run shows: a block on a terminal, drawn and taken away, with the log above it; lines and no control sequence
# anywhere else. The terminal is a real one, of `script` (util-linux).
set -eu
. "$(dirname "$0")/common.sh"
unset CI
export TERM=xterm
start_emulator
escape=$(printf '\033')
drawn="$escape[?7l"

# on_terminal NAME option…: in the background; what is typed comes through file descriptor 3
on_terminal() {
  local name=$1
  shift
  data_repo "$name"
  mkfifo "$work/$name.keys"
  script -qefc "'$root/mvnw' -ntp -Dstyle.color=never -s '$work/settings.xml' '-Dmaven.repo.local=$plugin/target/it-repo' \
    -f '$work/$name/pom.xml' aqua:run '-Daqua.endpoint=$url' $*" "$work/$name.out" < "$work/$name.keys" > "$work/$name.log" 2>&1 &
  build=$!
  exec 3> "$work/$name.keys"
}
wait_for() {
  for _ in $(seq 600); do
    grep -qsF -- "$2" "$work/$1" && return
    sleep 0.1
  done
  fail "$1 does not say: $2"
}
ended() {
  code=0
  wait $build || code=$?
  exec 3>&-
}
# without what was drawn, the plain colour that Maven asks for, and the echo of Ctrl-C, only the lines that a log has are left
without_frames() {
  tr '\r\n' '\001\002' < "$work/$1" | sed -E "s/\x01($escape\[[0-9]+A)?$escape\[\?7l([^$escape]|$escape\[K)*$escape\[J$escape\[\?7h//g
    s/\x01($escape\[[0-9]+A)?$escape\[J//g; s/$escape\[0?m|\^C//g; s/\x01+\x02/\x02/g" | tr '\001\002' '\r\n'
}
log_is_whole() {
  without_frames "$1" > "$work/$1.lines"
  ! grep -q "$escape" "$work/$1.lines" || fail "$1: something else was drawn"
  [ -z "$(grep -vE '^(\[(INFO|WARNING|ERROR)\] ?.*|Script .*| .*)?$' "$work/$1.lines")" ] || fail "$1: the log is not whole"
}
# nothing is drawn behind what takes the block away
is_taken_away() {
  local end
  end=$(tr '\r\n' '\001\002' < "$work/$1" | sed "s/.*$escape\[?7h//")
  case $end in *"$escape[J"*) ;; *) fail "$1: the block is left behind" ;; esac
}

hold_jobs
on_terminal block
wait_for block.out "1 executing"
wait_for block.out "next look in"
let_jobs_end
ended
[ $code = 0 ] || fail "the build on a terminal"
[ "$(grep -oF -- "$drawn" "$work/block.out" | wc -l)" -gt 2 ] || fail "nothing was drawn again"
log_is_whole block.out
is_taken_away block.out
says block.out.lines "[INFO] accounts: job "
says block.out.lines "[INFO] accounts: completed after "
says block.out.lines "[INFO] Published 1 of 1 manifest."
passed "a block on a terminal: drawn, taken away, the log whole above it"

hold_jobs
on_terminal stopped
wait_for stopped.out "next look in"
printf '\003' >&3
ended
[ $code != 0 ] || fail "a build that was stopped passes"
log_is_whole stopped.out
is_taken_away stopped.out
says stopped.out.lines "The build is stopped"
let_jobs_end
passed "Ctrl-C: the block is taken away, exit code $code"

for quiet in -B -q -Daqua.progress=plain -Daqua.progress=none "-T 2"; do
  name=$(echo "quiet$quiet" | tr -c 'a-zA-Z\n' _)
  on_terminal "$name" "$quiet"
  ended
  [ $code = 0 ] || fail "the build with $quiet"
  ! grep -qF -- "$drawn" "$work/$name.out" || fail "$quiet: something was drawn"
  passed "$quiet on a terminal: nothing is drawn"
done
says quiet_Daqua_progress_plain.out "accounts: job "
! grep -q "accounts: job " "$work/quiet_Daqua_progress_none.out" || fail "none says something"
! grep -q "accounts" "$work/quiet_q.out" || fail "-q says something"

data_repo piped
"$root/mvnw" -ntp -s "$work/settings.xml" "-Dmaven.repo.local=$plugin/target/it-repo" -f "$work/piped/pom.xml" aqua:run \
  "-Daqua.endpoint=$url" 2>&1 | cat > "$work/piped.log"
! grep -q "$escape" "$work/piped.log" || fail "a pipe gets control sequences"
says piped.log "accounts: job "
passed "piped: lines, no control sequence"
