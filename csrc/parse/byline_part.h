/* What stands between the commas of a byline: a person, what a writer is, an agency, a place. */
#ifndef STDAILY_PARSE_BYLINE_PART_H
#define STDAILY_PARSE_BYLINE_PART_H

#include "base/str.h"

/* Without marks, bars, bullets and dashes at both ends. */
str byline_bare(str text);

/* A list of names being read: begin with {.rest = text}. */
typedef struct byline_list {
    str rest;
    bool joined; /* "and" or "&" stands before the rest */
    bool comma;  /* a comma, a bar or a dash does: what follows may be a place */
    bool slash;  /* a slash does: a second writer follows, an agency, or a place */
} byline_list;

/* The list's next part; false at its end. */
bool byline_next_part(byline_list *list, str *part);

/* "Associated Press", "AFP", "From wire reports". */
bool byline_is_agency(str part);

/* Names of others who had a part in a story: "Jane Doe contributed to this report", "(With inputs from PTI)".
 */
bool byline_is_thanks(str text);

/* "Jane Doe" of "Jane Doe is a lawyer in Rome", where only a name stands before "is", "writes" and the like;
 * "" of others. */
str byline_subject(str text);

/* What a writer is, and nothing else: "Staff Writer", "Health Correspondent", "Special to The Herald", an
 * agency, "jane@paper.example". */
bool byline_is_role(str part);

/* Few words, one of which is an office: "Executive Editor", "Staff writers", "General Secretary". */
bool byline_is_office(str part);

/* "Jane Doe Crime reporter" to "Jane Doe", "staff reporter Jane Doe" likewise, "Jane Doe in Rome" too. */
str byline_person(str part);

/* Two to four words that a name may be, most of them given names or in no word list. */
bool byline_is_person(str part);

/* The same of one of several, which words in capitals of which a list has half may be, too. */
bool byline_may_be_person(str part);

/* A person and, without a comma, what he is: "Deepa Reddy Senior reporter". */
bool byline_has_post(str part);

/* No name has figures. */
bool byline_has_digit(str text);

/* The word is in no word list, as most names are. */
bool byline_word_is_strange(str word);

/* One of the words is, or is a given name: a label and a place mostly have none. */
bool byline_has_name_word(str text);

#endif
