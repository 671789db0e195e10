#!/bin/sh
# words.sh OUTPUT INDEX FILE...: the lower-case words of word lists, one a line, sorted by byte.  Takes plain lists,
# Hunspell's *.dic (flags cut off) and WordNet's index.* (of which only words with a hyphen).
# INDEX becomes, for the assembler, where the words with each three first letters begin (see parse/wordlist.c).
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
  function slot(at) { return at > length($0) ? 0 : index("abcdefghijklmnopqrstuvwxyz", substr($0, at, 1)) }
  function begin(last) { while (n <= last) { print ".long " bytes; n++ } }
  { begin((slot(1) * 27 + slot(2)) * 27 + slot(3)); bytes += length($0) + 1 }
  END { begin(27 * 27 * 27) }
' bytes=0 n=0 "$out" > "$index"
