# shellcheck shell=bash
# Sourced by ./try and ./check in the repository's top folder: the machine's packages, the build, and a
# home of their own, so that nothing but build/ and the installed packages changes.

say() {
  printf '%s\n' "$*" >&2
}

# quietly LOG COMMAND...: shows what the command printed only when it fails.
quietly() {
  local log=build/log/$1
  shift
  mkdir -p build/log
  "$@" >"$log" 2>&1 </dev/null && return
  tail -n 60 "$log" >&2
  say "failed: $* (all of it: $log)"
  return 1
}

# missing PURPOSE...: the packages for these purposes that are not there.
missing() {
  local purpose package command
  while read -r purpose package command; do
    [[ " $* " == *" $purpose "* ]] || continue
    [ -n "$command" ] && command -v "$command" >/dev/null && continue
    [[ $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) == *" installed" ]] || echo "$package"
  done <.ci/packages
}

# known PACKAGE...: those that this release has.
known() {
  local package
  for package; do
    if apt-cache show "$package" >/dev/null 2>&1; then
      echo "$package"
    else
      say "this system has no package $package: going on without it"
    fi
  done
}

# need PURPOSE...: installs what is missing for these purposes.
need() {
  local packages as_root=()
  command -v dpkg-query >/dev/null || return 0 # not Debian: the build says what it lacks
  mapfile -t packages < <(missing "$@")
  [ ${#packages[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ]; then
    as_root=(sudo)
    if ! command -v sudo >/dev/null; then
      say "as root, install these packages, then come back: ${packages[*]}"
      return 1
    fi
  fi
  say "installing ${packages[*]}"
  quietly apt-update "${as_root[@]}" apt-get -q update || say "going on with the package lists that are here"
  mapfile -t packages < <(known "${packages[@]}")
  quietly apt-install "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y --no-install-recommends install "${packages[@]}"
}

# build FOLDER [CMAKE OPTION...]
build() {
  local folder=$1
  shift
  quietly configure cmake -S . -B "$folder" "$@" &&
    quietly build cmake --build "$folder" --parallel "$(nproc)"
}

if ! mkdir -p build/home 2>/dev/null || [ ! -w build/home ]; then
  say "cannot write to build/: give it to $(id -un), or delete it"
  exit 1
fi
