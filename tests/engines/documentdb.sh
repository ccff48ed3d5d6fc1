#!/usr/bin/env bash
# A MongoDB-compatible engine for the tests: PostgreSQL with the DocumentDB extension, from Debian forky's packages, in a root of
# its own in the tests' cache folder. Nothing of it is installed on the machine.
#
#   bash tests/engines/documentdb.sh status     says in one line why it cannot run here (exit code 1), or nothing (0)
#   bash tests/engines/documentdb.sh prepare    builds the root where it is missing (about 1.5 minutes and 700 MB, as root)
#   bash tests/engines/documentdb.sh folder NAME  prints the folder of an instance, which holds its socket
#   bash tests/engines/documentdb.sh run NAME   runs an instance until standard input ends, then removes its data; an instance
#                                               whose server was killed keeps its data, and the next run finds them
#
# NEWSMESH_TEST_CACHE names the cache folder (default: ~/.cache/newsmesh-tests).
set -euo pipefail

# To be raised with every change to what `build` makes: a root of another recipe is built anew, and the old one removed.
readonly recipe=3
readonly suite=forky packages=postgresql-18-documentdb
readonly postgres=/usr/lib/postgresql/18/bin

readonly cache="${NEWSMESH_TEST_CACHE:-$HOME/.cache/newsmesh-tests}/documentdb"
readonly made="$cache/recipe-$recipe"
# debootstrap's script for a suite that this Debian's debootstrap may not know yet.
readonly script=/usr/share/debootstrap/scripts/sid

# in_root ROOT PROGRAM ARGUMENT…: a program inside the root, as the user that owns the instances.
in_root() {
  local root=$1
  shift
  chroot --userspec="$(stat -c %u:%g "$root/srv/instances")" "$root" "$@"
}

configure() {
  cat <<CONF
listen_addresses = ''
shared_preload_libraries = 'pg_cron,pg_documentdb_core,pg_documentdb'
cron.database_name = 'postgres'
cron.use_background_workers = on
cron.log_run = off
cron.log_min_messages = fatal
max_worker_processes = 24
max_connections = 300
shared_buffers = 64MB
min_wal_size = 64MB
# No instance lives long enough to need one.
autovacuum = off
# There is no /dev/shm in the root.
dynamic_shared_memory_type = mmap
# A killed server loses nothing by this: what it wrote at a commit is the kernel's. Only a machine that goes down would.
fsync = off
synchronous_commit = on
log_min_messages = fatal
CONF
}

build() {
  local root=$1 data=/srv/instances/template/data
  debootstrap --variant=minbase --include="$packages" "$suite" "$root" "" "$script"
  rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/* "$root"/usr/share/{doc,man,locale}/* "$root"/var/lib/postgresql/18
  chroot "$root" install -d -o postgres -g postgres -m 700 /srv/instances /srv/instances/template
  in_root "$root" "$postgres/initdb" -D "$data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync
  configure >>"$root$data/postgresql.conf"
  # The socket alone: nothing listens on a port, and the folder is its owner's.
  in_root "$root" "$postgres/pg_ctl" -D "$data" -w -s -o "-k /srv/instances/template" start
  in_root "$root" "$postgres/psql" -h /srv/instances/template -U postgres -q -c 'CREATE EXTENSION documentdb CASCADE'
  # Index builds start every two seconds otherwise; the gateway starts them when one is asked for.
  in_root "$root" "$postgres/psql" -h /srv/instances/template -U postgres -q -o /dev/null \
    -c "SELECT cron.unschedule(jobid) FROM cron.job WHERE command LIKE '%build_index%'"
  in_root "$root" "$postgres/pg_ctl" -D "$data" -w -s stop
}

status() {
  [ "$(uname -s)" = Linux ] || { echo "the tests' MongoDB engine runs on Linux only"; return 1; }
  [ "$(id -u)" = 0 ] || { echo "the tests' MongoDB engine needs root (debootstrap and chroot)"; return 1; }
  [ -d "$made" ] || { echo "the tests' MongoDB engine is not built: bash tests/engines/documentdb.sh prepare"; return 1; }
}

prepare() {
  mkdir -p "$cache"
  exec 9>"$cache/lock"
  flock 9
  if [ -d "$made" ]; then
    # What runs that were killed left behind.
    find "$made/srv/instances" -mindepth 1 -maxdepth 1 -type d ! -name template -mmin +1440 -exec rm -rf {} +
    return
  fi
  command -v debootstrap >/dev/null || { echo "debootstrap is not installed (Debian package debootstrap)" >&2; return 1; }
  rm -rf "$cache"/building.*
  local aside
  aside=$(mktemp -d "$cache/building.XXXXXX")
  chmod 755 "$aside"
  # In a shell of its own: inside a condition this one would go on after a command that failed.
  if ! bash "$0" build "$aside" >"$cache/build.log" 2>&1; then
    rm -rf "$aside"
    echo "the engine cannot be built: $(tail -n 1 "$cache/build.log") (all of it in $cache/build.log)" >&2
    return 1
  fi
  mv -T "$aside" "$made"
  for old in "$cache"/recipe-*; do
    [ "$old" = "$made" ] || rm -rf "$old"
  done
}

run() {
  local name=$1 folder="$made/srv/instances/$1" server watcher
  if [ ! -d "$folder/data" ]; then
    mkdir -p -m 700 "$folder"
    cp -a --reflink=auto "$made/srv/instances/template/data" "$folder/data"
    chown --reference="$made/srv/instances" "$folder"
  fi
  exec 3<&0
  # Not by in_root: the process in the background must be the server itself, for the signal to reach it. Full page writes are
  # PostgreSQL's default, but roots were built without: recovery from a kill then leaves the extension's indexes broken ("right
  # sibling of RUM page is of different type").
  chroot --userspec="$(stat -c %u:%g "$made/srv/instances")" "$made" "$postgres/postgres" \
    -D "/srv/instances/$name/data" -k "/srv/instances/$name" \
    -c "documentdb.localhost_connection_string=host=/srv/instances/$name" -c full_page_writes=on </dev/null >>"$folder/log" 2>&1 3<&- &
  server=$!
  # Standard input ends when the tests do, however they do: then nothing of the instance is wanted any more.
  { cat >/dev/null || true; touch "$folder/ended"; kill -QUIT "$server" 2>/dev/null || true; } <&3 &
  watcher=$!
  # Bash would report a killed server here.
  { wait "$server" || true; } 2>/dev/null
  kill "$watcher" 2>/dev/null || true
  if [ -e "$folder/ended" ]; then rm -rf "$folder"; fi
}

main() {
  case "${1:-}" in
    status) status ;;
    prepare) prepare ;;
    build) build "${2:?}" ;;
    folder) echo "$made/srv/instances/${2:?}" ;;
    run) status >&2; run "${2:?}" ;;
    *) sed -n '5,9s/^# *//p' "$0" >&2; exit 2 ;;
  esac
}

# On one line, so that the shell has read all of the file before it runs any, and the file may change meanwhile.
main "$@"; exit
