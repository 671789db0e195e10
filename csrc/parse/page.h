/* One page: bytes in, lines with their kinds, articles and markers out.
 *
 * All that is handed out lives in the arena and points into the text, which must outlive it.
 * Lines count from 1, blank ones included; indexes (of blocks, articles) count from 0, -1 is none. */
#ifndef STDAILY_PARSE_PAGE_H
#define STDAILY_PARSE_PAGE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "parse/date.h"
#include "parse/label.h"

typedef enum line_kind {
    KIND_NAMEPLATE,
    KIND_FOLIO,
    KIND_TEASER,
    KIND_KICKER,
    KIND_HEADLINE,
    KIND_BYLINE,
    KIND_CROSSHEAD,
    KIND_BODY,
    KIND_CAPTION,
    KIND_CONTINUED_LINE,
    KIND_JUMP_LINE,
    KIND_GRAPHIC,
    KIND_SIDEBAR,
    KIND_FURNITURE,
    KIND_COUNT
} line_kind;

/* How a body line attaches to the body line before it in reading order. */
typedef enum line_join {
    JOIN_NONE, /* not a body line */
    JOIN_PARA,
    JOIN_SPACE,
    JOIN_HYPHEN, /* a word is broken here; the lexicon decides between dropping and keeping */
    JOIN_DUP,
    JOIN_GAP,
    JOIN_GARBLE,
} line_join;

/* A line that is not blank. */
typedef struct block {
    str raw;       /* as it stands in the page, without its line end */
    str text;      /* without Markdown marks at either end and blanks */
    uint32_t line; /* from 1 */
    line_kind kind;
    int32_t article; /* index, or -1 */
    int32_t order;   /* from 1 in the reading order of its article; 0 for none */
    line_join join;
    bool paragraph_start; /* a blank line, or the page's top, stands before it */
    str *pieces;          /* JOIN_GARBLE: the parts of `text` to read instead of all of it */
    size_t n_pieces;
    str lead;           /* words that belong before `text` and stand in the garbled line; "" for none */
    int32_t lead_block; /* that line */
} block;

typedef struct caption {
    int32_t first_block, last_block; /* a caption may run over several lines */
    str text;                        /* without the credit */
    str credit;                      /* "" when there is none */
} caption;

/* "See page 2", alone or at the end of a body line. */
typedef struct jump {
    int32_t block;
    int32_t article;   /* -1 when no article precedes it */
    int32_t page;      /* the page it sends the reader to; 0 unknown (torn off), -1 "next page" */
    size_t start_byte; /* in block.text; 0 where the line is only a jump */
    str word;          /* "COMPUTERS" in "See COMPUTERS, page 5"; else "" */
} jump;

typedef struct teaser {
    int32_t first_block, last_block;
    str headline;
    str section; /* "" when not printed */
    int32_t page;
    bool of_photo; /* "See story on page 3" under a photo, whose text stands for a headline */
} teaser;

typedef struct article {
    str headline; /* several lines joined by a space; "" for text whose headline is not on the page */
    str kicker;   /* "" for none */
    str *bylines;
    size_t n_bylines;
    bool continued;          /* it has a continued line */
    int32_t continued_from;  /* page; 1 where the number is torn off, 0 for "previous page" or no line */
    int32_t continued_block; /* -1 for none */
    str continued_word;
    int32_t first_block; /* its headline, or its first line */
    int32_t deck_block;  /* where the lines under the headline begin that say more; -1 for none */
    int32_t *reading;    /* blocks in reading order: headline, byline, crosshead, body */
    size_t n_reading;
    caption *captions;
    size_t n_captions;
} article;

typedef struct folio {
    int32_t volume, number; /* 0 unknown */
    date first, last;       /* year 0 unknown */
    int32_t page_number;    /* printed on the page, or 1 for a page with a nameplate; 0 unknown */
    str paper;              /* as printed in the nameplate; "" unknown */
    int32_t nameplate_block, folio_block; /* -1 unknown */
} folio;

typedef struct page {
    str source;
    block *blocks;
    size_t n_blocks;
    uint32_t n_lines;
    article *articles;
    size_t n_articles;
    jump *jumps;
    size_t n_jumps;
    teaser *teasers;
    size_t n_teasers;
    caption *photos; /* stand-alone */
    size_t n_photos;
    folio folio;
    bool has_specks; /* lines of its text end in marks that are dirt: see parse/speck.h */
    date not_before; /* the newest date that the text mentions; year 0 none */
} page;

/* Parses a page of UTF-8 text (bad bytes are passed through).  Never fails but for memory: see
 * base/arena.h.  Takes time linear in len.  `standing`: what its archive knows of its short lines; NULL for
 * nothing. */
page *page_parse(arena *mem, str text, const labels *standing);

/* The kind's and join's name in a dump.  JOIN_HYPHEN has no single one: see parse/mend.h. */
const char *line_kind_name(line_kind kind);

/* What stories are made of under their headlines. */
static inline bool line_kind_is_text(line_kind kind)
{
    return kind == KIND_BODY || kind == KIND_CROSSHEAD;
}

#endif
