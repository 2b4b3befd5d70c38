# Sourced by the proofs: a data repo, an emulator in a process of its own, and Maven on the plugin as it was just built.
# Needs what `./mvnw -Pproof verify` (or any verify with the builds of src/it) has left in target/.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
plugin=$root/aqua-maven-plugin
version=$(sed -n 's:.*<version>\(.*-SNAPSHOT\)</version>.*:\1:p' "$plugin/pom.xml" | head -1)
work=$(mktemp -d "$plugin/target/proof.XXXXXX")
# Or a process in the background would ignore Ctrl-C: the shell sees to that where there is no job control.
set -m
# What is ignored from the start stays so, whatever is set: then a build would never hear of it, and the proof hang.
! grep -qs '^SigIgn:.*[2367abef]$' "/proc/$$/status" || {
  echo "[proof] Ctrl-C is ignored here, as behind 'nohup … &' in a script: start this in a shell of its own" >&2
  exit 1
}

export ZUORA_CLIENT_ID=proof ZUORA_CLIENT_SECRET=a-secret
unset GITHUB_RUN_ID GITHUB_JOB CI_PIPELINE_ID CI_JOB_NAME BUILD_TAG JOB_NAME

emulator_pid=
end() {
  [ -z "$emulator_pid" ] || kill "$emulator_pid" 2>/dev/null || true
}
trap end EXIT

fail() {
  echo "[proof] FAILED: $*" >&2
  echo "[proof] see $work" >&2
  exit 1
}
passed() { echo "[proof] $(basename "$0" .sh): $*"; }

# start_emulator [option…]: sets $url
start_emulator() {
  java -Xmx256m -jar "$root/aqua-emulator/target/aqua-emulator-$version-standalone.jar" 0 "$@" > "$work/emulator.log" 2>&1 &
  emulator_pid=$!
  url=
  for _ in $(seq 300); do
    url=$(grep -o -m1 'http://127[0-9.:]*' "$work/emulator.log" || true)
    [ -n "$url" ] && return
    sleep 0.1
  done
  fail "the emulator does not start"
}
jobs_count() { curl -s "$url/emulator/jobs" | grep -o '"startTime"' | wc -l; }
# jobs take long from now on; and all of a sudden they have ended
hold_jobs() { curl -sf "$url/emulator/settings" -d '{"querySeconds": 600}' > "$work/control.log"; }
let_jobs_end() {
  curl -sf "$url/emulator/settings" -d '{"querySeconds": 0}' > "$work/control.log"
  curl -sf "$url/emulator/clock" -d '{"advance": "PT15M"}' > "$work/control.log"
}

# repository of what invoker:install has put there; whatever else is needed comes from the user's
settings() {
  local repository
  repository="file://${HOME}/.m2/repository"
  sed "s#@localRepositoryUrl@#$repository#" "$plugin/src/it/settings.xml" > "$work/settings.xml"
}
settings

# data_repo NAME [artifactId]: a POM and one manifest
data_repo() {
  mkdir -p "$work/$1/specs"
  sed "s#@version@#$version#" "$plugin/src/proof/pom.xml" > "$work/$1/pom.xml"
  cp "$plugin/src/proof/accounts.yaml" "$work/$1/specs/"
}
# mvn FOLDER option…: in the shell's place, so that its process is the one that a background job names
mvn() {
  local folder=$1
  shift
  exec "$root/mvnw" -B -ntp -s "$work/settings.xml" "-Dmaven.repo.local=$plugin/target/it-repo" \
    -f "$work/$folder/pom.xml" "$@"
}
receipt() { echo "$work/$1/target/aqua-reports/accounts/run.json"; }
# the value of a member of a receipt
told() { sed -n "s/^ *\"$2\": \"\(.*\)\",*$/\1/p" "$(receipt "$1")" | head -1; }
wait_for_job() {
  for _ in $(seq 600); do
    grep -qs '"jobId"' "$(receipt "$1")" && return
    sleep 0.1
  done
  fail "no job was submitted in $1"
}
sums_of() { (cd "$work/$1/target/aqua/accounts" && sha256sum -c --quiet SHA256SUMS && sha256sum Account.csv); }
says() { grep -qF -- "$2" "$work/$1" || fail "$1 does not say: $2"; }
