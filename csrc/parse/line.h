/* A page's lines and what each looks like, by itself and beside its neighbours. */
#ifndef STDAILY_PARSE_LINE_H
#define STDAILY_PARSE_LINE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "parse/label.h"
#include "parse/marker.h"
#include "parse/words.h"

/* What a line looks like.  Each is one piece of evidence; parse/kind.c weighs them. */
enum {
    LOOK_TITLE_CASE,    /* all words of weight begin with a capital */
    LOOK_SENTENCE_CASE, /* begins with a capital, goes on in lower case */
    LOOK_ALL_CAPS,
    LOOK_STARTS_LOWER,
    LOOK_STARTS_QUOTE,
    LOOK_ENDS_SENTENCE,
    LOOK_ENDS_QUESTION,
    LOOK_ENDS_HYPHEN,
    LOOK_ENDS_COMMA,   /* or a colon, a semicolon, a dash */
    LOOK_ENDS_MIDWORD, /* on a word that no heading ends on, "the", "of", "and", or a semicolon */
    LOOK_WORDS_1_3,
    LOOK_WORDS_4_6,
    LOOK_WORDS_7_9,
    LOOK_WORDS_10_14,
    LOOK_WORDS_15_25,
    LOOK_WORDS_26_UP,
    LOOK_SENTENCES,     /* a sentence ends inside the line and another begins */
    LOOK_FINITE,        /* short, with a verb form that only sentences have: "is", "was", "said" ... */
    LOOK_LEADING_TOPIC, /* short, begins as sentences do and headings do not: "In addition," */
    LOOK_HEADING_1,     /* Markdown level */
    LOOK_HEADING_2,
    LOOK_HEADING_3,
    LOOK_BOLD,
    LOOK_ITALIC,
    LOOK_LIST_ITEM,    /* "- ...", "1. ..." */
    LOOK_NEAR_LIST,    /* next to one */
    LOOK_SPEAKER,      /* "Name: ..." of an interview */
    LOOK_REFER_INSIDE, /* a refer on a page that seems to be no front page: its own number */

    LOOK_BYLINE,        /* "By" and names */
    LOOK_NAMES_PLAIN,   /* words that may be names, as some papers print bylines */
    LOOK_ABOVE_PLATE,   /* above the nameplate of a front page: only teasers stand there */
    LOOK_RUNNING,       /* a running head: title, section, date and page number of a page in one line */
    LOOK_ROLE,          /* ends in what a writer is: "Political Editor" */
    LOOK_ENDS_FIGURE,   /* short, ends in a number or a unit */
    LOOK_NAMES_ONLY,    /* names as bylines print them, without "By" */
    LOOK_CREDIT,        /* ends in a photo credit */
    LOOK_CAPTION_WORDS, /* "Photo shows", "pictured", "(left)" */
    LOOK_PICTURE_ABOVE, /* more blank lines before it than this page puts between paragraphs */
    LOOK_TIGHT,         /* no blank line before it, on a page that has them */
    LOOK_JUMP,          /* only a jump line */
    LOOK_JUMP_TAIL,     /* ends in a jump line */
    LOOK_CONTINUED,     /* "From page 1" */
    LOOK_REFER,         /* "PAGE 3 | INSIGHTS" */
    LOOK_NEAR_REFER,    /* next to such a line */
    LOOK_VOLUME,        /* "VOL.5-NO.191" */
    LOOK_DATE,          /* a date and little else */
    LOOK_PAGE_NUMBER,   /* "PAGE 2", or a lone number at the page's edge */
    LOOK_PAPER,         /* a newspaper's title */
    LOOK_NEAR_FOLIO,    /* within three lines of a volume or date line */
    LOOK_TOP,           /* among the first lines of the page */
    LOOK_BOTTOM,        /* among the last */
    LOOK_FIGURES,       /* mostly numbers and units */
    LOOK_SOURCE,        /* "Source: ...", "Designed by ..." */
    LOOK_GRAPHIC_WORD,  /* "graphic", "chart" ... in a short line */
    LOOK_BRACKETED,     /* all of it in brackets */
    LOOK_CJK,           /* holds Chinese text, in good part */
    LOOK_NEAR_CJK,      /* a line of Chinese text stands next to it */
    LOOK_FURNITURE,     /* addresses, codes, accounts */
    LOOK_NO_LETTERS,    /* punctuation or nothing readable */
    LOOK_NEXT_LOWER,    /* the next line, captions skipped, begins in lower case */
    LOOK_BEFORE_BYLINE, /* the next line is a byline */
    LOOK_BEFORE_CONTINUED,
    LOOK_BEFORE_SOURCE,
    LOOK_BEFORE_CREDIT,  /* the next line is a credit and nothing else */
    LOOK_BEFORE_FOLIO,   /* the next line is a volume or a date */
    LOOK_ABOVE_TEXT,     /* no paragraph of text stands above it */
    LOOK_REFER_TAIL,     /* a heading that ends in its refer: "... Underwater P3" */
    LOOK_BEGINS_NEXT,    /* its words stand again at the start of the next line */
    LOOK_REPEATED,       /* the same text stands elsewhere on the page as a line */
    LOOK_SIGNATURE,      /* a name that ends a letter: behind whole text and before a heading */
    LOOK_NAME_OVER_HEAD, /* a name set as a heading over a headline: a columnist's */
    LOOK_FIRST_LINE,     /* the page's first, of few words */
    LOOK_UNDER_CREDIT,   /* under a credit that ends no caption */
    LOOK_TABLE,          /* a row of a Markdown table */
    LOOK_LABEL,          /* of words that name sections and columns, and no others: "Court Report" */
    LOOK_LABEL_LAST,     /* ends in such a word */
    LOOK_LEAD,           /* begins as stories do: "LAGOS, May 3 (AP) --", "THE price of rice has" */
    LOOK_BEFORE_LEAD,    /* the next line does */
    LOOK_SALUTATION,     /* begins as letters do: "Sir, --", "To the Editor:" */
    LOOK_BEFORE_SALUTATION,
    LOOK_PULL_QUOTE,      /* a quotation set apart, in marks, with its speaker or printed in the text, too */
    LOOK_INTERRUPTS,      /* a whole sentence where the line above breaks off and the next goes on */
    LOOK_CORRECTION,      /* "CORRECTION": over a paper's own mistakes */
    LOOK_NAME_TAIL,       /* a name behind its last sentence: a photographer's, a writer's */
    LOOK_ADVERT,          /* what advertisers print: stands close over a number to call, among goods */
    LOOK_SCRAP,           /* marks and scraps of letters */
    LOOK_ROW,             /* of a table: several short lines in a row end in figures */
    LOOK_PARTED,          /* a paragraph's first line, or a text cut off: no heading */
    LOOK_BOXED,           /* facts that stand close under a label, and that label */
    LOOK_IN_FOLIO,        /* between the nameplate and the folio, or the folio's parts */
    LOOK_OF_BRIEFS,       /* a heading in a run of briefs under their label */
    LOOK_TURNS,           /* a heading's line that is full, where the page's headings stand in such lines */
    LOOK_TURNED,          /* the line behind one */
    LOOK_CLOSE_LINES,     /* made of several printed lines that stand close */
    LOOK_SET_LARGE,       /* made of such, none as full as those of text */
    LOOK_SET_OFF,         /* close over a text, but shorter than its lines, and no sentence */
    LOOK_APART,           /* short, beside a heading that it is no line of */
    LOOK_OVER_DECK,       /* a heading over a line that may say more, over a byline */
    LOOK_DECK,            /* that line */
    LOOK_UNDER_CONTINUED, /* under a continued line that stands under no heading */
    LOOK_UNDER_JUMP_HEAD, /* under a continued line that stands under its heading */
    LOOK_HEADLINE_CASE,   /* in the case of this page's headlines that are sure */
    LOOK_OTHER_CASE,      /* in another */
    LOOK_ONE_ABOVE,       /* one paragraph between it and the short line above */
    LOOK_ONE_BELOW,
    LOOK_COHESION_NONE, /* what stands above and below it has no word in common that tells */
    LOOK_COHESION_LOW,
    LOOK_COHESION_SOME,
    LOOK_COHESION_HIGH,
    LOOK_STANDING,     /* printed on several pages of the archive */
    LOOK_LONE,         /* of no label's words and on few, where labels stand on several */
    LOOK_LABELS_UNDER, /* few words, on a page whose labels stand under their headlines */
    LOOK_TOLD_BELOW,   /* few words close under a heading, which the text below has, too */
    LOOK_LABEL_MARKS,  /* in marks that are set around labels and little else */
    LOOK_OVER_TEASERS, /* "INSIDE" or a section over teasers, a teaser's headline over its text */
    LOOK_TEASER_TEXT,  /* what a teaser says of its story */
    LOOK_SIGNED,       /* over a signature */
    LOOK_DAY,          /* "MONDAY, AUG. 16", over what is on */
    LOOK_OF_PICTURE,   /* says what a picture shows: "Photo taken on ...", "Ms Doe (left)", "Above: ..." */
    LOOK_LISTED,       /* a day and what is on, in a run of such */
    LOOK_NO_NAMES,     /* several words, or some in lower case, of which none tells of a writer */
    LOOK_TOPIC,        /* "Harbours: waiting for the tide" over a text: no speaker */
    LOOK_CHART,        /* of a box of prices, or over a source */
    LOOK_COUNT
};

/* So many lines of the page's top may be of its title and folio. */
enum { EDGE_LINES = 8 };

/* Past so many words a line is a paragraph, whatever they look like. */
enum { WORDS_COUNTED = 40 };

typedef struct line {
    str raw;
    str text; /* Markdown marks, blanks at both ends and specks behind it off */
    uint32_t number;
    uint32_t blanks_before;
    uint32_t bold_run; /* number of the first of the lines that are bold as one; 0 for none */
    uint8_t heading;   /* Markdown level, 0 for none */
    uint8_t specks;    /* bytes of dirt behind the text: see parse/speck.h */
    uint16_t n_words;  /* WORDS_COUNTED at most */
    uint64_t looks[2]; /* bits LOOK_... */
    word_run words;
    marker marker; /* a jump (at its end, too), a continued line or a refer */
} line;

#define LOOKS(l, look) (((l)->looks[(look) / 64] >> ((look) % 64)) & 1)

static inline void line_set_look(line *l, int look)
{
    l->looks[look / 64] |= UINT64_C(1) << look % 64;
}

/* The same where `yes`, and without a branch: of many looks few are foreseen. */
static inline void line_set_look_if(line *l, int look, bool yes)
{
    l->looks[look / 64] |= (uint64_t)yes << look % 64;
}

static inline void line_clear_look(line *l, int look)
{
    l->looks[look / 64] &= ~(UINT64_C(1) << look % 64);
}

/* Whether it has a word of these classes, or holds what `seen` says: what a question needs that is put to few
 * lines. */
static inline bool line_has(const line *l, uint32_t classes, uint8_t seen)
{
    return (l->words.classes & classes) | (l->words.seen & seen);
}

/* Whether it has one of so many looks; of a list that is constant the compiler makes two numbers. */
static inline bool line_looks_any(const line *l, const int *looks, size_t n)
{
    uint64_t any[2] = {0};
#pragma GCC unroll 32
    for (size_t i = 0; i < n; i++)
        any[looks[i] / 64] |= UINT64_C(1) << looks[i] % 64;
    return (l->looks[0] & any[0]) | (l->looks[1] & any[1]);
}

/* Splits a text into its lines that are not blank, reads their words and looks at each by itself. */
line *lines_read(word_list *words, str text, size_t *n_lines, uint32_t *n_source_lines);

/* Fills in all of a line but number and blanks_before from its raw text; adds its words. */
void line_look_at(line *l, word_list *words);

/* On a page that has specks (parse/speck.h), looks at lines anew without those that stand behind their text.
 */
void lines_look_past_specks(word_list *words, line *lines, size_t n);

/* Says of each line that may be a label whether it stands; of none where nothing is known. */
void lines_look_for_standing(line *lines, size_t n, const labels *standing);

/* What units look like beside their neighbours; a step of units_of(), parse/unit.h. */
void lines_look_around(arena *mem, line *lines, size_t n);

/* "INSIDE", "What's inside": over teasers, no section's name. */
bool line_is_inside_label(const line *l);

/* A paragraph, or a piece of one. */
static inline bool line_is_text(const line *l)
{
    bool is_long = LOOKS(l, LOOK_WORDS_15_25) || LOOKS(l, LOOK_WORDS_26_UP);
    return is_long || (LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_WORDS_1_3)) || LOOKS(l, LOOK_BYLINE) ||
           LOOKS(l, LOOK_STARTS_LOWER);
}

/* One question or exclamation, as headlines are, too. */
static inline bool line_asks(const line *l)
{
    return LOOKS(l, LOOK_ENDS_QUESTION) && !LOOKS(l, LOOK_SENTENCES);
}

/* It may stand right above a writer or a text: it is neither text nor a label. */
static inline bool line_may_be_headline(const line *l)
{
    enum { FEWEST_WORDS = 3 };
    return l->n_words >= FEWEST_WORDS && !line_is_text(l) && !LOOKS(l, LOOK_LABEL) &&
           !LOOKS(l, LOOK_LABEL_LAST) && !LOOKS(l, LOOK_CREDIT) && !LOOKS(l, LOOK_JUMP) &&
           !LOOKS(l, LOOK_FURNITURE) && !LOOKS(l, LOOK_REFER) && !LOOKS(l, LOOK_DATE);
}

/* Makes it neither text nor a label, whatever it looks like. */
void line_set_service(line *l);

/* Steps of lines_look_around(): names and agencies that are a byline or a credit by where they stand, and
 * what else they tell there; index, adverts, weather and crossword; offers and pastimes under labels; the
 * nameplate; refers; the lines of headings that stand apart; decks and how headlines are set; quotations set
 * apart. */
void lines_settle_names(line *lines, size_t n);
void lines_settle_roles(line *lines, size_t n);
void lines_look_for_service(line *lines, size_t n);
void lines_look_for_offers(line *lines, size_t n);
void lines_look_for_signatures(line *lines, size_t n);
void lines_look_for_endlines(line *lines, size_t n);
void lines_look_for_notes(line *lines, size_t n);
void lines_look_at_names(line *lines, size_t n);
void lines_look_at_refers(line *lines, size_t n);
void lines_look_for_teasers(line *lines, size_t n);
void lines_look_for_listings(line *lines, size_t n);
void lines_look_for_rows(line *lines, size_t n);
void lines_look_for_boxes(line *lines, size_t n);
void lines_look_for_bilingual_boxes(line *lines, size_t n);
void lines_look_for_stopped_heads(line *lines, size_t n);
void lines_look_for_goods(line *lines, size_t n);
void lines_look_for_imprint(line *lines, size_t n);
void lines_look_for_scraps(line *lines, size_t n);
void lines_look_for_plate(line *lines, size_t n);
void lines_look_turned(line *lines, size_t n);
void lines_look_for_decks(line *lines, size_t n);
void lines_look_where_labels_stand(line *lines, size_t n);
void lines_look_at_headline_style(line *lines, size_t n);
void lines_look_for_pull_quotes(line *lines, size_t n);
/* Behind that step: the headings over continuations, and what is none of them. */
void lines_look_at_jump_heads(line *lines, size_t n);

#endif
