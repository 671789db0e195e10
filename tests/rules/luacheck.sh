#!/bin/bash
# The Lua sources pass luacheck.
set -euo pipefail
if ! command -v luacheck >/dev/null; then
  echo "skipped: luacheck is not here"
  exit 77
fi
luacheck --quiet .
