#!/usr/bin/env bash
# A file of 300 MB in a JVM of 64 MB; and a JVM that is too small for anything: a failed build, and nothing published.
set -eu
. "$(dirname "$0")/common.sh"

# A server of its own: one job, one file, made as it is sent. start_server FILE_MB ANSWER_MB: sets $url
start_server() {
  java "$plugin/src/proof/LargeFileServer.java" "$@" > "$work/server.log" 2>&1 &
  emulator_pid=$!
  for _ in $(seq 600); do
    url=$(grep -o -m1 'http://127[0-9.:]*' "$work/server.log" || true)
    [ -n "$url" ] && return
    sleep 0.1
  done
  fail "no server"
}
unset MAVEN_OPTS
start_server 300 0

data_repo large
export MAVEN_OPTS=-Xmx64m
begun=$(date +%s)
(mvn large aqua:run aqua:verify "-Daqua.endpoint=$url" > "$work/large.log" 2>&1) || fail "a large file with -Xmx64m"
size=$(stat -c %s "$work/large/target/aqua/accounts/Account.csv")
[ "$size" -gt 300000000 ] || fail "only $size bytes"
sums_of large > "$work/large.sums"
passed "-Xmx64m: $size bytes published and checked again in $(($(date +%s) - begun)) s"

# An answer about the job that does not fit into the memory; and too little for Maven itself
kill "$emulator_pid"
start_server 1 7
for heap in 16 8; do
  data_repo small-$heap
  export MAVEN_OPTS="-Xmx${heap}m"
  code=0
  (mvn small-$heap aqua:run "-Daqua.endpoint=$url" > "$work/small-$heap.log" 2>&1) || code=$?
  found=$(grep -o -m1 'error\[AQ[0-9]*\]' "$work/small-$heap.log" || true)
  receipt=none
  [ ! -f "$(receipt small-$heap)" ] || receipt=$(told small-$heap status)
  [ $code != 0 ] || fail "-Xmx${heap}m: exit code 0"
  [ ! -e "$work/small-$heap/target/aqua/accounts" ] || fail "-Xmx${heap}m: failed, and published"
  if [ $heap = 16 ]; then
    [ "$found" = 'error[AQ804]' ] || fail "-Xmx${heap}m: says ${found:-nothing}"
    [ "$receipt" = failed ] || fail "-Xmx${heap}m: receipt $receipt"
  fi
  passed "-Xmx${heap}m: exit code $code, ${found:-no finding}, receipt $receipt"
done
