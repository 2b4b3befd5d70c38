#!/usr/bin/env bash
# The nightly job of docs/pipelines/github-actions.yml, its very commands, on machines that are empty each night: where a
# step fails, what has not been kept is asked for again, and no window is left out. Needs git.
set -eu
. "$(dirname "$0")/common.sh"
start_emulator
pipeline=$root/docs/pipelines/github-actions.yml

# commands NAME: what the step of this name runs
commands() {
  awk -v name="- name: $1" '
    index($0, name) { found = 1; next }
    found && /run: [^|]/ { sub(/.*run: /, ""); print; exit }
    found && /run: \|/ { match($0, /^ */); deep = RLENGTH; block = 1; next }
    block { match($0, /^ */); if (RLENGTH <= deep && NF) exit; print substr($0, deep + 3) }' "$pipeline"
}
run_and_verify=$(commands 'run and verify')
move_the_state=$(commands 'move the state')
[ -n "$run_and_verify" ] && [ -n "$move_the_state" ] || fail "the pipeline has no such steps"

# what the pipeline calls mvn: the wrapper, at the emulator
mkdir "$work/bin"
cat > "$work/bin/mvn" << SHIM
#!/bin/sh
exec "$root/mvnw" -ntp -s "$work/settings.xml" "-Dmaven.repo.local=$plugin/target/it-repo" "-Daqua.endpoint=$url" \
  "-Daqua.asOf=\$NIGHT" "\$@"
SHIM
chmod +x "$work/bin/mvn"
PATH=$work/bin:$PATH
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GITHUB_JOB=nightly

# the data repo, with the POM of the README, and where it lives
git init --quiet --bare --initial-branch=main "$work/remote.git"
mkdir -p "$work/repo/specs"
awk '/^<project /{p = 1} /^```/{p = 0} p' "$root/README.md" > "$work/repo/pom.xml"
printf 'target/\n' > "$work/repo/.gitignore"
cat > "$work/repo/specs/changes.yaml" << 'MANIFEST'
version: "1.0"
useQueryLabels: true
dateTimeUtc: true
window: {initial: "2020-01-01T00:00:00Z", lag: PT0S}
output: {layout: dated}
queries:
  - name: Account
    type: zoqlexport
    apiVersion: "145.0"
    query: select Id, UpdatedDate from Account where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
MANIFEST
push() { # FOLDER MESSAGE
  git -C "$1" -c user.name=me -c user.email=me@example.com commit --quiet --all -m "$2"
  git -C "$1" push --quiet "$work/remote.git" HEAD:main
}
git -C "$work/repo" init --quiet --initial-branch=main
git -C "$work/repo" add .
push "$work/repo" "A data repo"

# machine NAME RUN: an empty one, with the branch checked out
machine() {
  git clone --quiet "$work/remote.git" "$work/$1"
  export GITHUB_RUN_ID=$2
}
# step NAME COMMANDS: in the folder of a machine, as a CI system runs a step
step() { (cd "$work/$1" && bash -e -c "$2" >> "$work/$1.log" 2>&1); }
kept() { mkdir -p "$work/kept" && cp -R "$work/$1/target/aqua/." "$work/kept/"; }
state() { git -C "$work/remote.git" show "main:.aqua/us/changes/$1" 2>/dev/null; }

# night 1: what the run brought cannot be kept, so the pipeline ends there
export NIGHT=2025-06-01T00:00:00Z
machine night1 1001
step night1 "$run_and_verify" || fail "night 1"
job=$(sed -n 's/.*published in .*(job \(.*\))/\1/p' "$work/night1.log")
[ -z "$(state window.json)" ] || fail "the state has moved, and nothing is kept"

# the same run, repeated on an empty machine: the same job, kept, and remembered
machine again1 1001
step again1 "$run_and_verify" || fail "night 1, repeated"
says again1.log "(job $job)"
kept again1
step again1 "$move_the_state" || fail "the push of night 1"
state window.json | grep -q '"to": "2025-06-01T00:00:00Z"' || fail "the state is not that of night 1"
state columns.json > "$work/columns.json" || fail "no columns.json"
! git -C "$work/remote.git" ls-tree -r --name-only main | grep -q '/local/' || fail "local/ is in the repo"
passed "a run whose data could not be kept: repeated, it has the same job, and only then the state moves"

# night 2: kept and not pushed; night 3 asks for the window again, and for more, while somebody changes the repo
export NIGHT=2026-03-01T00:00:00Z
machine night2 1002
step night2 "$run_and_verify" || fail "night 2"
kept night2
export NIGHT=2026-11-01T00:00:00Z
machine night3 1003
step night3 "$run_and_verify" || fail "night 3"
says night3.log "window 2025-06-01T00:00:00Z to 2026-11-01T00:00:00Z"
kept night3
echo "# of others" >> "$work/repo/.gitignore"
git -C "$work/repo" pull --quiet --rebase=merges --autostash "$work/remote.git" main > "$work/pull.log" 2>&1
push "$work/repo" "A change of others"
step night3 "$move_the_state" || fail "the push of night 3, beside a change of others"
state window.json | grep -q '"to": "2026-11-01T00:00:00Z"' || fail "the state is not that of night 3"
passed "a state that was not pushed: the next night asks for the same window again, and for what has come since"

# night 2 comes late: git refuses its state, which is older
if step night2 "$move_the_state"; then fail "an older state has taken the place of a newer one"; fi
state window.json | grep -q '"to": "2026-11-01T00:00:00Z"' || fail "the state went back"
passed "two runs that began at one state: the second push is refused"

# nothing was left out: every account that the tenant has, by the windows that were kept
for snapshot in "$work"/kept/changes/*; do (cd "$snapshot" && sha256sum -c --quiet SHA256SUMS); done
cat "$work"/kept/changes/*/Account.csv | grep -v '^Account.Id' | cut -d, -f1 | sort -u > "$work/kept.ids"
machine whole 1004
sed -i '/^window/d; s/ where .*//' "$work/whole/specs/changes.yaml"
step whole "rm -r .aqua && mvn --batch-mode aqua:run" || fail "the whole"
cat "$work"/whole/target/aqua/changes/*/Account.csv | awk -F, '$2 < "2026-11-01"' | grep -v '^Account.Id' | cut -d, -f1 | sort -u > "$work/whole.ids"
cmp "$work/kept.ids" "$work/whole.ids" || fail "records are in no snapshot that was kept"
passed "$(wc -l < "$work/kept.ids") accounts, each in a window that was kept"

# the zip of a night, by other readers than ours, and from another time zone
zip=$work/night3/target/billing-data-1.0.0-aqua.zip
cp "$zip" "$work/first.zip" && rm "$zip"
step night3 "JAVA_TOOL_OPTIONS=-Duser.timezone=Asia/Tokyo mvn --batch-mode package -Psnapshot -Daqua.run.skip" || fail "attach"
cmp "$zip" "$work/first.zip" || fail "the zip hangs on the time zone"
if command -v unzip > "$work/which"; then
  unzip -tq "$zip" >> "$work/unzip.log" || fail "unzip -t"
  unzip -q "$zip" -d "$work/unzipped"
  (cd "$work"/unzipped/changes/* && sha256sum -c --quiet SHA256SUMS)
fi
if command -v python3 > "$work/which"; then python3 -m zipfile -t "$zip" > "$work/python.log" || fail "python"; fi
passed "the zip: the same in two time zones, read by unzip and Python where they are there"
