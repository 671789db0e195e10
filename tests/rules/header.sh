#!/bin/bash
# header.sh CC BUILD: stdaily.h stands alone in C99, C11 and C++, and LuaJIT takes its declarations.
set -euo pipefail
cc=$1 build=$2
flags=(-Wall -Wextra -Wpedantic -Werror -fsyntax-only)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo '#include "csrc/stdaily.h"' >"$work/use.c"
cp "$work/use.c" "$work/use.cc"

"$cc" -std=c99 -I. "${flags[@]}" "$work/use.c"
"$cc" -std=c11 -I. "${flags[@]}" "$work/use.c"
c++ -std=c++11 -I. "${flags[@]}" "$work/use.cc"
luajit - "$build/libstdaily.so" csrc/stdaily.h <<'LUA'
local ffi = require('ffi')
local library = ffi.load(arg[1])
local text = assert(io.open(arg[2])):read('*a')
local block = text:match('/%* ffi: begin %*/.-\n(.-)/%* ffi: end %*/')
ffi.cdef(block)
assert(ffi.string(library.stdaily_declarations()):find(block, 1, true), 'the library hands out other declarations')
assert(text:find('"' .. ffi.string(library.stdaily_version()) .. '"', 1, true), 'the library has another version')
LUA
