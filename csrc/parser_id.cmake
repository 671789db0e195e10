# Writes a number made from SOURCES (a list joined by "|") to OUTPUT: an index made by other sources is not
# to be trusted.
string(REPLACE "|" ";" sources "${SOURCES}")
set(all "")
foreach(source ${sources})
  file(SHA256 ${source} hash)
  string(APPEND all ${hash})
endforeach()
string(SHA256 all "${all}")
string(SUBSTRING ${all} 0 7 id)
file(WRITE ${OUTPUT} "#define PARSER_ID 0x${id}\n")
