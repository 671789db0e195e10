#!/bin/bash
# The C sources are formatted as .clang-format says, by the version whose output was agreed on.
set -euo pipefail
format=$(command -v clang-format-14 || command -v clang-format || true)
if [ -z "$format" ] || ! "$format" --version | grep -q 'version 14\.'; then
  echo "skipped: clang-format 14 is not here"
  exit 77
fi
find csrc tests -name '*.[ch]' -print0 | xargs -0 "$format" --dry-run -Werror
