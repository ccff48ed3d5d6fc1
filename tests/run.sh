#!/usr/bin/env bash
# Runs every test, on real servers. On a bare Debian machine with the .NET SDK it installs what is missing.
#
#   bash tests/run.sh               everything
#   bash tests/run.sh --fast        libraries, contracts, store and stages only: no broker, no browser, no root
#   bash tests/run.sh --no-install  installs nothing; what cannot run is skipped, with the reason
#
# NEWSMESH_TEST_CACHE names the folder that downloads are kept in (default: ~/.cache/newsmesh-tests);
# NEWSMESH_TEST_MONGODB the URI of a MongoDB server to test on (default: a private engine, on Debian as root);
# NEWSMESH_BENCH the folder of measuring data for the quality floors (default: ../shared/bench).
set -euo pipefail
cd "$(dirname "$0")/.."

fast=0 install=1
for argument in "$@"; do
  case "$argument" in
    --fast) fast=1 ;;
    --no-install) install=0 ;;
    *) echo "usage: bash tests/run.sh [--fast] [--no-install]" >&2; exit 2 ;;
  esac
done

export NEWSMESH_TEST_CACHE="${NEWSMESH_TEST_CACHE:-$HOME/.cache/newsmesh-tests}"
export NEWSMESH_BENCH="${NEWSMESH_BENCH:-$PWD/../shared/bench}"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Playwright drives Debian's browser and must not look for one of its own.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

readonly fast_projects=(Contracts Structure Storage Ingest Stripping Entities Dedup Services)
readonly slow_projects=(MongoGateway Gateway AllInOne EndToEnd)
projects=("${fast_projects[@]}")
[ "$fast" = 1 ] || projects+=("${slow_projects[@]}")

has_python() { /usr/bin/python3 -c "import $1" 2>/dev/null; }
has_library() { [[ "$(ldconfig -p)" == *"$1"* ]]; }

# MongoDB's C driver has another package name in every release.
mongoc_package() {
  case "$(. /etc/os-release && echo "$ID-${VERSION_ID:-}")" in
    debian-12 | ubuntu-22.04) echo libmongoc-1.0-0 ;;
    debian-13 | ubuntu-24.04) echo libmongoc-1.0-0t64 ;;
    *) echo libmongoc2-2 ;;
  esac
}

# The Debian packages that are missing, one a line.
missing_packages() {
  [ -d /usr/lib/rabbitmq/bin ] || echo rabbitmq-server
  has_python pika || echo python3-pika
  has_python pymongo || echo python3-pymongo
  has_library libmongoc || mongoc_package
  [ -x /usr/bin/chromium ] || echo chromium
  command -v node >/dev/null || echo nodejs
  command -v npm >/dev/null || echo npm
  [ -n "${NEWSMESH_TEST_MONGODB:-}" ] || command -v debootstrap >/dev/null || echo debootstrap
}

wanted=()
[ "$fast" = 1 ] || mapfile -t wanted < <(missing_packages)
may_install=0
if [ "$install" = 1 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then may_install=1; fi

echo "Plan"
echo "  test projects: ${projects[*]}"
echo "  downloads are kept in $NEWSMESH_TEST_CACHE and in NuGet's own cache"
if [ "${#wanted[@]}" = 0 ]; then
  echo "  nothing to install"
elif [ "$may_install" = 1 ]; then
  echo "  to install from Debian: ${wanted[*]}"
else
  echo "  missing and not installed (--no-install, no root or no apt): ${wanted[*]}"
fi
[ -d "$NEWSMESH_BENCH" ] || echo "  no measuring data at $NEWSMESH_BENCH: its quality floors are skipped"

if [ "$may_install" = 1 ] && [ "${#wanted[@]}" -gt 0 ]; then
  if ! { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${wanted[@]}"; } \
      >"${TMPDIR:-/tmp}/newsmesh-apt.log" 2>&1; then
    echo "apt-get failed (see ${TMPDIR:-/tmp}/newsmesh-apt.log); what needs those packages is skipped"
  fi
fi

# The private MongoDB engine is built while the projects are.
engine=
if [ "$fast" = 0 ] && [ "$may_install" = 1 ] && [ -z "${NEWSMESH_TEST_MONGODB:-}" ]; then
  bash tests/engines/documentdb.sh prepare & engine=$!
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
failed_projects=()

echo "Build"
if [ "$fast" = 1 ]; then
  for project in "${projects[@]}"; do
    dotnet build "tests/NewsMesh.$project.Tests" -c Release -v quiet --nologo
  done
else
  dotnet build NewsMesh.sln -c Release -v quiet --nologo
fi

[ -z "$engine" ] || wait "$engine" || true
if [ -n "${NEWSMESH_TEST_MONGODB:-}" ]; then
  echo "MongoDB: the server that NEWSMESH_TEST_MONGODB names"
elif reason=$(bash tests/engines/documentdb.sh status); then
  echo "MongoDB: a private engine"
else
  echo "MongoDB: its tests are skipped: $reason"
fi

for project in "${projects[@]}"; do
  echo "Test $project"
  dotnet test "tests/NewsMesh.$project.Tests" -c Release --no-build --nologo -v quiet \
    --blame-hang-timeout 10m --logger "trx;LogFileName=$results/$project.trx" || failed_projects+=("$project")
done

# The Upstream flavour, where its packages restore: the tests of what differs.
test_upstream() {
  local project
  for project in Storage Services; do
    if ! dotnet restore "tests/NewsMesh.$project.Tests" -p:Upstream=true -v quiet >"$results/restore" 2>&1; then
      echo "Upstream: its tests are skipped: $(grep -m 1 -o 'NU[0-9]*: .*' "$results/restore" || echo 'its packages do not restore here')"
      return
    fi
  done
  for project in Storage Services; do
    echo "Test $project, Upstream flavour"
    dotnet test "tests/NewsMesh.$project.Tests" -c Release -p:Upstream=true --nologo -v quiet \
      --blame-hang-timeout 10m --logger "trx;LogFileName=$results/Upstream.$project.trx" || failed_projects+=("Upstream.$project")
  done
}
[ "$fast" = 1 ] || test_upstream

# One attribute of the <Counters …/> element of every result file, summed.
count() {
  sed -n "s/.*<Counters [^>]*\b$1=\"\([0-9]*\)\".*/\1/p" "$results"/*.trx | awk '{ sum += $1 } END { print sum + 0 }'
}

total=$(count total) passed=$(count passed) failed=$(count failed)
# A project that ended early (no results, or a host that crashed) has failed tests that no file counts.
for project in "${failed_projects[@]}"; do
  echo "failed: $project"
  grep -qs '<Counters [^>]*\bfailed="[1-9]' "$results/$project.trx" || failed=$((failed + 1))
done
# What failed, with its message (the quiet runs above only name it), and what was skipped, and why.
failures() {
  awk '/outcome="Failed"/ && /testName=/ { match($0, /testName="[^"]*"/); print "failed: " substr($0, RSTART + 10, RLENGTH - 11) }
       /<ErrorInfo>/ { inside = 1; lines = 0 }
       /<StackTrace>/ || /<\/ErrorInfo>/ { inside = 0 }
       inside && !/<ErrorInfo>/ && lines++ < 200 { gsub(/^ *<Message>|<\/Message>/, ""); print "  " $0 }' "$results"/*.trx
}
skips() {
  awk '/outcome="NotExecuted"/ { match($0, /testName="[^"]*"/); name = substr($0, RSTART + 10, RLENGTH - 11) }
       name != "" && /<Message>/ { gsub(/^ *<Message>|<\/Message>.*/, ""); print "skipped: " name ": " $0; name = "" }
       /<\/UnitTestResult>/ { name = "" }' "$results"/*.trx
}
{ failures; skips; } | sed "s/&quot;/\"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g"
echo "$passed passed, $failed failed, $((total - passed - $(count failed))) skipped"
[ "$failed" = 0 ] && [ "${#failed_projects[@]}" = 0 ]
