#!/usr/bin/env bash
# A file of 300 MB in a JVM of 64 MB; and a JVM that is too small for anything: a failed build, and nothing published.
set -eu
. "$(dirname "$0")/common.sh"

# A server of its own: one job, one file, made as it is sent.
java "$plugin/src/proof/LargeFileServer.java" 300 > "$work/server.log" 2>&1 &
emulator_pid=$!
url=
for _ in $(seq 300); do
  url=$(grep -o -m1 'http://127[0-9.:]*' "$work/server.log" || true)
  [ -n "$url" ] && break
  sleep 0.1
done
[ -n "$url" ] || fail "no server"

data_repo large
export MAVEN_OPTS=-Xmx64m
begun=$(date +%s)
(mvn large aqua:run aqua:verify "-Daqua.endpoint=$url" > "$work/large.log" 2>&1) || fail "a large file with -Xmx64m"
size=$(stat -c %s "$work/large/target/aqua/accounts/Account.csv")
[ "$size" -gt 300000000 ] || fail "only $size bytes"
sums_of large > "$work/large.sums"
passed "-Xmx64m: $size bytes published and checked again in $(($(date +%s) - begun)) s"

# From too little for Maven itself upwards, until it is enough
for heap in 8 12 13 14 15 16; do
  data_repo small-$heap
  export MAVEN_OPTS="-Xmx${heap}m"
  code=0
  (mvn small-$heap aqua:run "-Daqua.endpoint=$url" > "$work/small-$heap.log" 2>&1) || code=$?
  found=$(grep -o 'error\[AQ[0-9]*\]' "$work/small-$heap.log" | head -1 || true)
  receipt="none"
  [ ! -f "$(receipt small-$heap)" ] || receipt=$(told small-$heap status)
  if [ $code = 0 ]; then
    sums_of small-$heap > "$work/small.sums"
  else
    [ ! -e "$work/small-$heap/target/aqua/accounts" ] || fail "-Xmx${heap}m: failed, and published"
  fi
  passed "-Xmx${heap}m: exit code $code, ${found:-no finding}, receipt $receipt, $(grep -c OutOfMemory "$work/small-$heap.log" || true) lines of OutOfMemory"
done
