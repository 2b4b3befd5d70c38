#!/usr/bin/env bash
# -T 4 over five modules with two executions each: all at once at one emulator, and nothing of one in another.
set -eu
. "$(dirname "$0")/common.sh"
start_emulator

mkdir "$work/reactor"
modules=
for n in 1 2 3 4 5; do
  data_repo "reactor/m$n"
  mkdir "$work/reactor/m$n/more"
  # each module its own records, so that mixing shows
  sed -i "s/from Account/from Account where AccountNumber like '%$n'/" "$work/reactor/m$n/specs/accounts.yaml"
  cp "$work/reactor/m$n/specs/accounts.yaml" "$work/reactor/m$n/more/others.yaml"
  sed -i "s:<artifactId>data<:<artifactId>m$n<:; s:</plugin>:<executions>\
<execution><id>one</id><goals><goal>run</goal><goal>verify</goal></goals></execution>\
<execution><id>two</id><goals><goal>run</goal></goals><configuration><specs>\${project.basedir}/more</specs></configuration></execution>\
</executions></plugin>:" "$work/reactor/m$n/pom.xml"
  modules="$modules<module>m$n</module>"
done
sed "s:@version@:$version:; s:<build>:<modules>$modules</modules><build>:" "$plugin/src/proof/pom.xml" > "$work/reactor/pom.xml"

(mvn reactor -T 4 verify "-Daqua.endpoint=$url" > "$work/modules.log" 2>&1) || fail "the reactor"
[ "$(jobs_count)" = 10 ] || fail "$(jobs_count) jobs of 10 manifests"
for n in 1 2 3 4 5; do
  for id in accounts others; do
    (cd "$work/reactor/m$n/target/aqua/$id" && sha256sum -c --quiet SHA256SUMS)
    grep -q "like '%$n'" "$work/reactor/m$n/target/aqua/$id/datapackage.json" || fail "m$n has the snapshot of another"
  done
  cmp "$work/reactor/m$n/target/aqua/accounts/Account.csv" "$work/reactor/m$n/target/aqua/others/Account.csv"
done
[ "$(cat "$work"/reactor/m*/target/aqua/accounts/Account.csv | sort -u | wc -l)" -gt 100 ] || fail "all modules have the same"
passed "-T 4: five modules, two executions each, ten jobs, each module its own records"
