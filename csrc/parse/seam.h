/* Seams: lines between two texts, under which another story begins or the same one goes on. */
#ifndef STDAILY_PARSE_SEAM_H
#define STDAILY_PARSE_SEAM_H

#include "parse/builder.h"
#include "parse/evidence.h"
#include "parse/kind.h"
#include "parse/look.h"

typedef struct seams seams;

/* Of a page whose blocks have the kinds that were chosen for its units. */
seams *seams_new(builder *b, const page_looks *looks, const kind_choice *choices);

/* Looks for the next one that is in doubt, from the top down, and at what speaks for a headline; false: there
 * is none. */
bool seams_next(seams *s, float evidence[SEAM_COUNT]);

/* Its first block. */
size_t seams_block(const seams *s);

/* Decides it, which tells how long the story is that stands above the next. */
void seams_decide(seams *s, bool headline);

#endif
