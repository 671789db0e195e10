/* What credits are made of: words of photographs, names, agencies, papers. */
#ifndef STDAILY_PARSE_CREDIT_PART_H
#define STDAILY_PARSE_CREDIT_PART_H

#include "base/str.h"

enum { LONGEST_CREDIT_BYTES = 90 };

/* "PHOTO: XINHUA" to "XINHUA"; "Photo by LI Na/VCG" to "LI Na/VCG"; others stay whole. */
str credit_name(str inside);

/* A word of photographs, as OCR may have read it, or a photographer and an agency. */
bool credit_mentions_photo(str inside);

/* All words begin with capitals, and they are no more than `most`. */
bool credit_is_named(str s, size_t most);

/* An agency, or a house that has only pictures. */
bool credit_is_house(str s);

/* The words, without marks around them, are a credit and nothing else. */
bool credit_is_words(str s);

#endif
