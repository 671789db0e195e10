/* Photo credits at the end of a caption: "(PHOTO: XINHUA)". */
#ifndef STDAILY_PARSE_CREDIT_H
#define STDAILY_PARSE_CREDIT_H

#include "base/str.h"

/* Whether `text` ends in a credit; sets *start_byte, where it begins, and *credit, the name in it (the
 * words of the brackets themselves in "(COURTESY PHOTO)").  Either may be NULL. */
bool credit_find(str text, size_t *start_byte, str *credit);

/* Whether the credit that `text` ends in is an agency's name alone, as a story's source may be. */
bool credit_is_source(str text);

/* Whether a credit begins in the printed line `text` and goes on in `next`: "Photo by", "(Jane". */
bool credit_is_cut(str text, str next);

/* Whether a person's name stands behind the text's last sentence, in brackets or not: "... yesterday. Sun
 * Yulin" */
bool credit_is_name_behind(str text);

/* Whether `text` is a credit and nothing else. */
bool credit_is_all(str text);

/* Whether `text`, which looks like one, is an acronym of the words before it: "(WHO)." under "... the World
 * Health Organization" */
bool credit_is_acronym(str above, str text);

#endif
