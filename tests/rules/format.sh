#!/bin/bash
# The C sources are formatted as .clang-format says, by the version whose output was agreed on.
set -euo pipefail
if ! clang-format --version 2>/dev/null | grep -q 'version 14\.'; then
  echo "skipped: clang-format 14 is not here"
  exit 77
fi
git ls-files -z --cached --others --exclude-standard 'csrc/*.[ch]' 'tests/*.[ch]' |
  xargs -0 clang-format --dry-run -Werror
