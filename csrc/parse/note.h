/* Notes on writers, which end what they wrote: "Doe is a baker in Ashby." */
#ifndef STDAILY_PARSE_NOTE_H
#define STDAILY_PARSE_NOTE_H

#include "parse/builder.h"

/* By article: the first block of the note on one of its writers, wherever it stands; -1 for none. */
int32_t *notes_on_writers(builder *b);

#endif
