#!/usr/bin/env bash
# Real builds whose output is on another file system, on one that is full, and on one that turned read-only.
# Mounting needs root; where it is not permitted that is said, and nothing else is left out.
set -eu
. "$(dirname "$0")/common.sh"
start_emulator

small=$work/small
mkdir "$small"
if ! mount -t tmpfs -o size=256k tmpfs "$small" 2> "$work/mount.log"; then
  echo "[proof] narrow-disks: SKIPPED, this user may not mount: $(cat "$work/mount.log")"
  exit 0
fi
unmount() {
  umount "$small"
  end
}
trap unmount EXIT
run() {
  code=0
  (mvn disks aqua:run "-Daqua.endpoint=$url" "-Daqua.outputDirectory=$small" > "$work/$1.log" 2>&1) || code=$?
}
published() { (cd "$small/accounts" && sha256sum -c --quiet SHA256SUMS) && [ "$(ls -A "$small" | tr '\n' ' ')" = "accounts " ]; }

data_repo disks
run elsewhere
[ $code = 0 ] && published || fail "output on another file system than the state"
first=$(sha256sum "$small/accounts/Account.csv")
passed "output on another file system than the state: published"

curl -sf "$url/emulator/records/Account" -d '{"Name": "One more"}' > "$work/control.log"
dd if=/dev/zero of="$small/filler" bs=4k 2> "$work/dd.log" || true
run full
[ $code != 0 ] || fail "a full disk goes unnoticed"
says full.log 'error[AQ801]'
rm "$small/filler"
published && [ "$first" = "$(sha256sum "$small/accounts/Account.csv")" ] || fail "a full disk has cost the old snapshot"
passed "a full disk: AQ801, the old snapshot whole, nothing beside it"

mount -o remount,ro "$small"
run read-only
[ $code != 0 ] || fail "a read-only disk goes unnoticed"
says read-only.log 'error[AQ801]'
published || fail "a read-only disk has cost the old snapshot"
passed "a read-only disk: AQ801"

mount -o remount,rw "$small"
run again
[ $code = 0 ] && published && grep -q 'One more' "$small/accounts/Account.csv" || fail "the run after"
[ "$(jobs_count)" = 2 ] || fail "$(jobs_count) jobs of two snapshots"
passed "with room again: the same job, published"
