#!/usr/bin/env bash
# Real builds that are killed, stopped, doubled, or moved to an empty machine, while their job runs at an emulator.
set -eu
. "$(dirname "$0")/common.sh"
start_emulator

# kill -9, then a plain run: the same job, published
data_repo killed
hold_jobs
mvn killed aqua:run "-Daqua.endpoint=$url" > "$work/killed-1.log" 2>&1 &
build=$!
wait_for_job killed
job=$(told killed jobId)
kill -KILL $build
wait $build 2>/dev/null || true
let_jobs_end
(mvn killed aqua:run "-Daqua.endpoint=$url" > "$work/killed-2.log" 2>&1) || fail "the run after a kill"
says killed-2.log "goes on with job $job"
says killed-2.log "(job $job)"
sums_of killed > "$work/killed.sums"
[ "$(jobs_count)" = 1 ] || fail "a killed build has more than one job"
passed "kill -9: the next run publishes the same job"

# Ctrl-C and SIGTERM: gone soon, with a receipt; the job goes on, or is cancelled where the build says so
for signal in INT TERM; do
  for cancel in false true; do
    name=stopped-$signal-$cancel
    data_repo $name
    hold_jobs
    mvn $name aqua:run "-Daqua.endpoint=$url" -Daqua.cancelOnAbort=$cancel > "$work/$name.log" 2>&1 &
    build=$!
    wait_for_job $name
    job=$(told $name jobId)
    begun=$(date +%s%3N)
    kill -$signal $build
    code=0
    wait $build 2>/dev/null || code=$?
    took=$(($(date +%s%3N) - begun))
    [ $code != 0 ] || fail "$name: exit code 0"
    [ $took -lt 11000 ] || fail "$name: took $took ms to stop"
    [ "$(told $name status)" = failed ] || fail "$name: receipt says $(told $name status)"
    [ "$(told $name retry)" = now ] || fail "$name: receipt says retry $(told $name retry)"
    status=$(curl -s -u a:b "$url/v1/batch-query/jobs/$job" | grep -o -m1 '"status":"cancelled"' | head -1)
    [ "${status:+true}" = "$(echo $cancel | sed s/false//)" ] || fail "$name: cancelled is '$status'"
    let_jobs_end
    passed "SIG$signal, cancelOnAbort=$cancel: exit code $code after $took ms"
  done
done

# two at once: the second fails at once, names the first, and leaves its receipt alone
data_repo twice
hold_jobs
mvn twice aqua:run "-Daqua.endpoint=$url" > "$work/twice-1.log" 2>&1 &
build=$!
wait_for_job twice
job=$(told twice jobId)
if (mvn twice aqua:run "-Daqua.endpoint=$url" > "$work/twice-2.log" 2>&1); then fail "two builds hold one manifest"; fi
says twice-2.log 'error[AQ820]'
says twice-2.log "process $build "
let_jobs_end
wait $build || fail "the first of two builds"
[ "$(told twice jobId)" = "$job" ] || fail "the receipt of the first build is lost"
passed "two at once: the second names process $build and fails"

# the key of a CI run: printed, and on an empty machine it leads to the same job
data_repo ci
hold_jobs
# the first try was ten minutes ago
curl -sf "$url/emulator/clock" -d "{\"now\": \"$(date -u -d '-10 min' +%FT%TZ)\"}" > "$work/control.log"
export GITHUB_RUN_ID=4711 GITHUB_JOB=nightly
before=$(jobs_count)
mvn ci aqua:run "-Daqua.endpoint=$url" > "$work/ci-1.log" 2>&1 &
build=$!
wait_for_job ci
job=$(told ci jobId)
kill -KILL $build
wait $build 2>/dev/null || true
let_jobs_end
rm -r "$work/ci/.aqua" "$work/ci/target"
(mvn ci aqua:run "-Daqua.endpoint=$url" > "$work/ci-2.log" 2>&1) || fail "the run of an empty machine"
unset GITHUB_RUN_ID GITHUB_JOB
says ci-1.log "Run key: 4711-nightly (GITHUB_RUN_ID, GITHUB_JOB)"
says ci-2.log "attached by its run key to job $job"
says ci-2.log "(job $job)"
[ "$(jobs_count)" = $((before + 1)) ] || fail "an empty machine has submitted another job"
passed "a CI run on an empty machine has the job of the first try"
