#!/bin/sh
# words.sh OUTPUT FILE...: the lower-case words of word lists, one a line, sorted by byte.  Takes plain lists,
# Hunspell's *.dic (flags cut off) and WordNet's index.* (of which only words with a hyphen).
set -eu
out=$1
shift
: > "$out.part"
for file in "$@"; do
  case $file in
    */index.*) grep -o '^[a-z][a-z]*-[a-z-]* ' "$file" | tr -d ' ' >> "$out.part" || true ;;
    *.dic) sed 's|/.*||' "$file" | grep -x '[a-z][a-z-]*' >> "$out.part" || true ;;
    *) grep -x '[a-z][a-z-]*' "$file" >> "$out.part" || true ;;
  esac
done
LC_ALL=C sort -u "$out.part" > "$out"
rm -f "$out.part"
