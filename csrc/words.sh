#!/bin/sh
# words.sh OUTPUT INDEX FILE...: the lower-case words of word lists, one a line, sorted by byte.  Takes plain lists,
# Hunspell's *.dic (flags cut off) and WordNet's index.* (of which only words with a hyphen).
# INDEX becomes, for the assembler, a hash table of where each word begins (see parse/wordlist.c).
set -eu
out=$1 index=$2
shift 2
# A build made for another version of this script may name a word list here: none is ever written to.
case $index in
  *.s) ;;
  *) echo "words.sh: the index $index does not end in .s; run cmake anew" >&2 && exit 2 ;;
esac
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
awk '
  {
    for (hash = at = 0; at++ < length($0);)
      hash = (hash * 1664525 + index("abcdefghijklmnopqrstuvwxyz-", substr($0, at, 1))) % 4294967296
    hashes[n++] = hash
    start[n] = start[n - 1] + length($0) + 1
  }
  END {
    for (slots = 2; slots < 1.5 * n; slots *= 2)
      bits++
    for (i = 0; i < n; i++) {
      for (slot = int(hashes[i] / 4294967296 * slots); slot in table; slot = (slot + 1) % slots);
      table[slot] = hashes[i] % 256 * 16777216 + start[i] + 1
    }
    print ".long " bits + 1
    for (i = 0; i < slots; i++)
      printf ".long %.0f\n", table[i]
  }
' n=0 bits=0 "$out" > "$index"
