#!/bin/bash
# score.sh STDAILY SHARED: what the gold labels in SHARED say of this build, where they are at hand.
set -euo pipefail
stdaily=$1 shared=$2
if [ ! -d "$shared/gold" ] || [ ! -d "$shared/seeds" ]; then
  echo "skipped: no gold labels in $shared"
  exit 77
fi
if ! command -v python3 >/dev/null; then
  echo "skipped: no python3 for the scorer"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$stdaily" index --cache "$work" "$shared/seeds" 2>"$work/messages"
if [ -s "$work/messages" ]; then
  echo "the seeds do not index without a message:"
  cat "$work/messages"
  exit 1
fi
"$stdaily" dump --cache "$work" "$shared/seeds" >"$work/dump.jsonl"
# None of the pages that the seeds' jumps lead to is there.
if grep -q '"status": *"linked"' "$work/dump.jsonl"; then
  echo "a jump of the seeds is linked, though its page is not among them"
  exit 1
fi
least=(line_kind=0.99 article_b3=0.99 reading_order=0.99 join=0.98 headline=1.0 byline=1.0 kicker=1.0 teaser=1.0 jump_line=1.0
  continued_line=1.0 repair=0.90 text_cer=0.003)
python3 "$shared/score/score.py" "$shared/gold" "$work/dump.jsonl" "${least[@]/#/--min=}"
