" Opens the archive, draws it, writes how many milliseconds that took, and ends.
let g:stdaily = {'archive': $STDAILY_BENCH_ARCHIVE}
let s:start = reltime()
StdOpen
redraw
let s:took = reltimefloat(reltime(s:start)) * 1000
call writefile([printf('%.1f', s:took), line('$')], $STDAILY_BENCH_OUT)
qall!
