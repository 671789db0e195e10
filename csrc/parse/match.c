#include "parse/match.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "parse/match_fold.h"

/* A dense run beats word starts that lie apart; a gap costs less than a character. */
enum {
    SCORE_CHAR = 16,
    SCORE_RUN = 10,      /* the character before matches too */
    SCORE_WORD = 8,      /* starts a word */
    SCORE_TERM_WORD = 8, /* starts a word and the term: so much more */
    SCORE_HEADLINE = 4,  /* starts the headline and the term */
    SCORE_WORD_END = 4,  /* ends a word and the term */
    SCORE_SAME_CASE = 1,
    SCORE_GAP = -1,
    SCORE_NONE = -1000000
};

typedef struct term {
    match_unit units[MATCH_MOST_TERM_UNITS];
    bool upper[MATCH_MOST_TERM_UNITS];
    size_t n;
    bool sensitive;
    /* where in the candidate looked at its characters may stand, for the first and the last way to match */
    uint16_t first[MATCH_MOST_TERM_UNITS], last[MATCH_MOST_TERM_UNITS];
} term;

/* How the best score at a place came about, to find the places again. */
enum { TRACE_RUN = 1, TRACE_HERE = 2 };

struct match_query {
    term *terms;
    size_t n_terms;
    uint64_t mask;
    /* the candidate looked at */
    size_t n_units;
    match_unit ascii_units[MATCH_MOST_UNITS];
    uint8_t ascii_classes[MATCH_MOST_UNITS];
    const match_unit *units;
    const uint8_t *classes;
    /* scores of the characters of a term up to one: the last at this place, or here or before */
    int32_t ends[2][MATCH_MOST_UNITS], best[2][MATCH_MOST_UNITS];
    uint8_t (*trace)[MATCH_MOST_UNITS]; /* one row a character of the longest term */
};

static bool is_hyphen(match_unit u)
{
    return u == '-' || u == 0xAD;
}

/* Reads a term; a hyphen in it may stand or not in the headline, so it is left out. */
static term term_of(str text)
{
    term t = {0};
    for (size_t at = 0, len; at < text.len && t.n < MATCH_MOST_TERM_UNITS; at += len) {
        match_unit units[MATCH_FOLD_MOST];
        int32_t c = utf8_char(str_from(text, at), &len);
        size_t n = match_fold_char(c, units);
        for (size_t i = 0; i < n && t.n < MATCH_MOST_TERM_UNITS; i++) {
            if (is_hyphen(units[i]))
                continue;
            t.upper[t.n] = match_is_upper(c);
            t.sensitive |= t.upper[t.n];
            t.units[t.n++] = units[i];
        }
    }
    return t;
}

match_query *match_query_new(arena *mem, str query)
{
    match_query *q = arena_alloc(mem, sizeof *q);
    q->terms = arena_array(mem, MATCH_MOST_TERMS, sizeof *q->terms);
    size_t longest = 0;
    for (size_t at = 0; at < query.len && q->n_terms < MATCH_MOST_TERMS;) {
        size_t end = at;
        while (end < query.len && !ascii_is_space(query.ptr[end]))
            end++;
        term t = term_of((str){query.ptr + at, end - at});
        at = end + 1;
        if (t.n == 0)
            continue;
        for (size_t i = 0; i < t.n; i++)
            q->mask |= match_mask_bit(t.units[i]);
        longest = t.n > longest ? t.n : longest;
        q->terms[q->n_terms++] = t;
    }
    q->trace = arena_array(mem, longest, sizeof *q->trace);
    return q;
}

bool match_query_empty(const match_query *q)
{
    return q->n_terms == 0;
}

static void load_ascii(match_query *q, str text)
{
    size_t n = text.len < MATCH_MOST_UNITS ? text.len : MATCH_MOST_UNITS;
    bool before = false;
    for (size_t i = 0; i < n; i++) {
        char c = text.ptr[i];
        bool upper = ascii_is_upper(c), here = upper || ascii_is_lower(c) || ascii_is_digit(c);
        bool after = i + 1 < n && ascii_is_alnum(text.ptr[i + 1]);
        q->ascii_units[i] = (match_unit)(upper ? c + ('a' - 'A') : c);
        q->ascii_classes[i] = (uint8_t)((upper ? CLASS_UPPER : 0) | (here && !before ? CLASS_WORD_START : 0) |
                                        (here && !after ? CLASS_WORD_END : 0));
        before = here;
    }
    q->n_units = n;
    q->units = q->ascii_units;
    q->classes = q->ascii_classes;
}

static void load(match_query *q, const match_candidate *candidate)
{
    if (!candidate->wide) {
        load_ascii(q, candidate->text);
        return;
    }
    q->n_units = candidate->wide->n;
    q->units = candidate->wide->units;
    q->classes = candidate->wide->classes;
}

/* Whether an ASCII headline has the term's characters in their order: most have not, and need no loading. */
static bool may_match(const term *t, str text)
{
    size_t found = 0, n = text.len < MATCH_MOST_UNITS ? text.len : MATCH_MOST_UNITS;
    for (size_t i = 0; i < n; i++)
        if ((match_unit)ascii_lower(text.ptr[i]) == t->units[found] && ++found == t->n)
            return true;
    return false;
}

static bool fits(const match_query *q, const term *t, size_t i, size_t j)
{
    return t->units[i] == q->units[j] &&
           (!t->sensitive || t->upper[i] == ((q->classes[j] & CLASS_UPPER) != 0));
}

/* Sets where each of the term's characters can stand at all; false when there is no match. */
static bool find_bounds(const match_query *q, term *t)
{
    size_t i = 0;
    for (size_t j = 0; j < q->n_units && i < t->n; j++)
        if (fits(q, t, i, j))
            t->first[i++] = (uint16_t)j;
    if (i < t->n)
        return false;
    for (size_t j = q->n_units; i > 0; j--)
        if (fits(q, t, i - 1, j - 1))
            t->last[--i] = (uint16_t)(j - 1);
    return true;
}

/* What character i of the term is worth at place j, apart from a run. */
static int32_t place_score(const match_query *q, const term *t, size_t i, size_t j)
{
    uint8_t classes = q->classes[j];
    int32_t score = SCORE_CHAR;
    if (classes & CLASS_WORD_START)
        score += SCORE_WORD + (i == 0 ? SCORE_TERM_WORD : 0);
    if (i == 0 && j == 0)
        score += SCORE_HEADLINE;
    if (i + 1 == t->n && (classes & CLASS_WORD_END))
        score += SCORE_WORD_END;
    if (t->upper[i] == ((classes & CLASS_UPPER) != 0))
        score += SCORE_SAME_CASE;
    return score;
}

/* The first character's row: no character stands before it. */
static void score_first(match_query *q, const term *t, bool tracing)
{
    int32_t *ends = q->ends[0], *best = q->best[0];
    for (size_t j = t->first[0]; j <= t->last[0]; j++) {
        ends[j] = fits(q, t, 0, j) ? place_score(q, t, 0, j) : SCORE_NONE;
        int32_t gap = j > t->first[0] ? best[j - 1] + SCORE_GAP : SCORE_NONE;
        best[j] = ends[j] > gap ? ends[j] : gap;
        if (tracing)
            q->trace[0][j] = ends[j] > gap ? TRACE_HERE : 0;
    }
}

/* The row of character i, from that of the one before. */
static void score_next(match_query *q, const term *t, size_t i, bool tracing)
{
    const int32_t *ends_before = q->ends[(i + 1) % 2], *best_before = q->best[(i + 1) % 2];
    int32_t *ends = q->ends[i % 2], *best = q->best[i % 2];
    for (size_t j = t->first[i]; j <= t->last[i]; j++) {
        bool run = false;
        ends[j] = SCORE_NONE;
        if (fits(q, t, i, j)) {
            /* beyond the row before, its best goes on with a growing gap */
            size_t last = t->last[i - 1], at = j - 1 < last ? j - 1 : last;
            int32_t here = place_score(q, t, i, j);
            int32_t word = q->classes[j] & CLASS_WORD_START ? SCORE_WORD : 0;
            int32_t joined = j - 1 <= last
                                 ? ends_before[j - 1] + SCORE_RUN - (word < SCORE_RUN ? word : SCORE_RUN)
                                 : SCORE_NONE;
            int32_t apart = best_before[at] + SCORE_GAP * (int32_t)(j - 1 - at);
            run = joined >= apart;
            ends[j] = here + (run ? joined : apart);
        }
        int32_t gap = j > t->first[i] ? best[j - 1] + SCORE_GAP : SCORE_NONE;
        best[j] = ends[j] > gap ? ends[j] : gap;
        if (tracing)
            q->trace[i][j] = (uint8_t)((run ? TRACE_RUN : 0) | (ends[j] > gap ? TRACE_HERE : 0));
    }
}

/* The term's best score and where its last character then stands; the earliest of equals. */
static int32_t score_term(match_query *q, const term *t, bool tracing, size_t *end)
{
    score_first(q, t, tracing);
    for (size_t i = 1; i < t->n; i++)
        score_next(q, t, i, tracing);
    const int32_t *ends = q->ends[(t->n - 1) % 2];
    int32_t best = SCORE_NONE;
    for (size_t j = t->first[t->n - 1]; j <= t->last[t->n - 1]; j++)
        if (ends[j] > best) {
            best = ends[j];
            *end = j;
        }
    return best > 1 ? best : 1; /* however far apart: it matches */
}

static bool begin(match_query *q, const match_candidate *candidate)
{
    if ((q->mask & ~candidate->mask) != 0)
        return false;
    for (size_t i = 0; !candidate->wide && i < q->n_terms; i++)
        if (!may_match(&q->terms[i], candidate->text))
            return false;
    load(q, candidate);
    for (size_t i = 0; i < q->n_terms; i++)
        if (!find_bounds(q, &q->terms[i]))
            return false;
    return true;
}

int32_t match_score(match_query *q, const match_candidate *candidate)
{
    if (match_query_empty(q))
        return 1;
    if (!begin(q, candidate))
        return 0;
    int32_t score = 0;
    size_t end;
    for (size_t i = 0; i < q->n_terms; i++)
        score += score_term(q, &q->terms[i], false, &end);
    return score;
}

/* Marks the places that gave the term its best score. */
static void mark_term(match_query *q, const term *t, bool *hit)
{
    size_t j = 0;
    score_term(q, t, true, &j);
    for (size_t i = t->n; i-- > 0;) {
        hit[j] = true;
        if (i == 0)
            return;
        bool run = q->trace[i][j] & TRACE_RUN;
        j--;
        if (run)
            continue;
        if (j > t->last[i - 1])
            j = t->last[i - 1];
        while (!(q->trace[i - 1][j] & TRACE_HERE))
            j--;
    }
}

size_t match_positions(match_query *q, const match_candidate *candidate, uint32_t *offsets, size_t most)
{
    bool hit[MATCH_MOST_UNITS] = {false};
    if (match_query_empty(q) || !begin(q, candidate))
        return 0;
    for (size_t i = 0; i < q->n_terms; i++)
        mark_term(q, &q->terms[i], hit);
    size_t n = 0;
    for (size_t j = 0; j < q->n_units && n < most; j++) {
        uint32_t offset = candidate->wide ? candidate->wide->offsets[j] : (uint32_t)j;
        if (hit[j] && (n == 0 || offsets[n - 1] != offset))
            offsets[n++] = offset;
    }
    return n;
}
