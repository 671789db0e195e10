#include "parse/pair.h"

#include <math.h>

#include "base/lower_bound.h"
#include "parse/token.h"

/* Fitted by logistic regression: a row for each jump and each continued story that page numbers and days
 * allow it, of 18 archives of the press (sets `tune` and `wide`, 25 and 200 issues, hashed names, 15% of
 * pages missing with seed-like and 30% with heavy damage), right where links.json has them, with minus the
 * log of the number of such stories as a fixed term and a ridge of 1.  Roots of rarity fit better than sums,
 * since words of one story come together.  Of the cut the press knows too little, so that what fits there is
 * set by hand. */
static const double weight_jump = -2.4, /* before anything is known */
    weight_taken_up = 1.85,     /* times the root of its rarity: a name introduced, then used as known */
    weight_name = 1.25,         /* another name, likewise */
    weight_introduced = 0.65,   /* a name introduced in both */
    weight_word = 0.47,         /* any other word */
    weight_dense_names = 5.5,   /* times the rarity of shared names by how many names there are */
    weight_unknown_name = -2.8, /* times the share of the names used as known that are not */
    weight_same_head = 8.5,     /* one headline; short ones come again */
    weight_head = 1.05,         /* times the root of the rarity that two heads share */
    weight_head_cover = 1.95,   /* times the share of the shorter head's words */
    weight_head_in_text = 0.7,  /* times the root of the rarity of head words in the text before */
    weight_text_in_head = 0.53, /* the other way round */
    weight_jump_word = 2.0, weight_jump_word_missing = -1.7,
                    weight_cut_fits = 1.0, /* a sentence is cut, and goes on in lower case */
    weight_cut_differs = -1.5;             /* one side is cut, the other whole */

/* A continued line may be lost; but then a byline tells of a story of its own. */
static const double weight_no_continued = -3.0, weight_own_byline = -2.0;

/* The same for a teaser and the story that it refers to. */
static const double weight_teaser = -5.5, weight_teaser_head = 6.0, /* times the likeness of the headlines */
    weight_teaser_head_rarity = 0.4, weight_teaser_text = 2.0,      /* times the share of its words */
    weight_teaser_text_rarity = 0.15;

/* Two pages that share a likely pair; for each time that there are e times the pages, whose likeness is too
 * small to be looked at; and for each time that there are e times fewer than that many: of a small archive
 * most is missing. */
static const double weight_any_two = 4.2, weight_loose_pages = -0.83, weight_few_pages = -1.5;
enum { FEW_LOOSE_PAGES = 32 };

enum { MOST_EXPLAINED = 3 };

bool clue_words_shared(clue_words a, clue_words b, size_t *i, size_t *j, uint32_t *in_a, uint32_t *in_b)
{
    while (*i < a.n && *j < b.n) {
        uint32_t x = a.items[*i], y = b.items[*j];
        bool same = clue_key(x) == clue_key(y);
        *i += clue_key(x) <= clue_key(y);
        *j += clue_key(y) <= clue_key(x);
        if (same) {
            *in_a = x;
            *in_b = y;
            return true;
        }
    }
    return false;
}

/* A name that is used as if the reader knew it. */
static bool is_known(uint32_t item)
{
    return (item & (CLUE_NAME | CLUE_INTRODUCED)) == CLUE_NAME;
}

void pair_add_word(pair_sums *s, const rarity *r, double rare, uint32_t item_from, uint32_t item_to)
{
    bool names = item_from & item_to & CLUE_NAME;
    if (!names || (item_from | item_to) & CLUE_ORDINARY)
        rare *= rarity_trust(r);
    s->known_here += is_known(item_to);
    if (!names)
        s->words += rare;
    else if (!(item_from & CLUE_INTRODUCED))
        s->names += rare;
    else if (item_to & CLUE_INTRODUCED)
        s->introduced += rare;
    else
        s->taken_up += rare;
}

static pair_sums compare_texts(rarity *r, clue_words a, clue_words b)
{
    pair_sums s = {0};
    size_t i = 0, j = 0;
    uint32_t x, y;
    while (clue_words_shared(a, b, &i, &j, &x, &y))
        pair_add_word(&s, r, rarity_of(r, x), x, y);
    return s;
}

static size_t count_known(clue_words words)
{
    size_t n = 0;
    for (size_t i = 0; i < words.n; i++)
        n += is_known(words.items[i]);
    return n;
}

static double score_shared(const pair_sums *s, size_t names_a, size_t names_b)
{
    double dense =
        (s->taken_up + s->introduced + s->names) / sqrt((double)(names_a + 3) * (double)(names_b + 3));
    return weight_taken_up * sqrt(s->taken_up) + weight_introduced * sqrt(s->introduced) +
           weight_name * sqrt(s->names) + weight_word * sqrt(s->words) + weight_dense_names * dense;
}

static double score_texts(rarity *r, clue_words a, clue_words b)
{
    pair_sums s = compare_texts(r, a, b);
    size_t known = count_known(b);
    return score_shared(&s, clue_count_names(a), clue_count_names(b)) +
           weight_unknown_name * (double)(known - s.known_here) / (double)(known + 2);
}

/* What two sets share: how many words, and their rarity. */
static double sum_shared(rarity *r, clue_words a, clue_words b, size_t *n)
{
    double sum = 0;
    size_t i = 0, j = 0;
    uint32_t x, y;
    for (*n = 0; clue_words_shared(a, b, &i, &j, &x, &y); (*n)++)
        sum += rarity_of(r, x);
    return sum * rarity_trust(r);
}

static bool same_words(clue_words a, clue_words b, size_t n_shared)
{
    return a.n > 0 && n_shared == a.n && n_shared == b.n;
}

static double score_heads(size_t words_from, size_t words_to, double rare, size_t n, bool same)
{
    size_t least = words_from < words_to ? words_from : words_to;
    double cover = least ? (double)n / (double)least : 0;
    return weight_head * sqrt(rare) +
           (same ? weight_same_head * (double)least / (double)(least + 1) : weight_head_cover * cover);
}

static double score_headlines(rarity *r, const clue *from, const clue *to)
{
    size_t n, n_in_text;
    double rare = sum_shared(r, from->headline, to->headline, &n);
    double score =
        score_heads(from->headline.n, to->headline.n, rare, n, same_words(from->headline, to->headline, n));
    score += weight_head_in_text * sqrt(sum_shared(r, from->text, to->headline, &n_in_text));
    return score + weight_text_in_head * sqrt(sum_shared(r, from->headline, to->text, &n_in_text));
}

static bool any_shared(clue_words a, clue_words b)
{
    size_t i = 0, j = 0;
    uint32_t x, y;
    return clue_words_shared(a, b, &i, &j, &x, &y);
}

/* "See COMPUTERS, page 5": the word is of the story. */
static double score_word(clue_words word, const clue *other)
{
    if (!word.n)
        return 0;
    bool fits =
        any_shared(word, other->headline) || any_shared(word, other->word) || any_shared(word, other->text);
    return fits ? weight_jump_word : weight_jump_word_missing;
}

static double score_cut(const clue *from, const clue *to)
{
    if (from->edge == EDGE_UNKNOWN || to->edge == EDGE_UNKNOWN)
        return 0;
    if (from->edge != to->edge)
        return weight_cut_differs;
    return from->edge == EDGE_CUT ? weight_cut_fits : 0;
}

double pair_of_jump(rarity *r, const clue *from, const clue *to)
{
    return weight_jump + score_texts(r, from->text, to->text) + score_headlines(r, from, to) +
           score_word(from->word, to) + score_word(to->word, from) + score_cut(from, to);
}

double pair_of_uncontinued(bool byline)
{
    return weight_no_continued + (byline ? weight_own_byline : 0);
}

static double score_teased(size_t words, double heads, size_t n)
{
    double alike = words ? 2.0 * (double)n / (double)words : 0;
    return weight_teaser + weight_teaser_head * alike + weight_teaser_head_rarity * heads;
}

double pair_of_teaser(rarity *r, const clue *from, const clue *to)
{
    size_t n, n_text;
    double heads = sum_shared(r, from->headline, to->headline, &n);
    double texts = sum_shared(r, from->headline, to->text, &n_text);
    double cover = from->headline.n ? (double)n_text / (double)from->headline.n : 0;
    return score_teased(from->headline.n + to->headline.n, heads, n) + weight_teaser_text * cover +
           weight_teaser_text_rarity * texts;
}

double pair_of_pages(int64_t n_loose)
{
    double pages = rarity_log_pages(n_loose), fewer = log(FEW_LOOSE_PAGES) - pages;
    return weight_any_two + weight_loose_pages * pages + weight_few_pages * (fewer > 0 ? fewer : 0);
}

double pair_roughly(const pair_sums *s, const clue_head *from, const clue_head *to)
{
    if (from->kind == CLUE_TEASER)
        return score_teased((size_t)from->n_headline + to->n_headline, s->heads,
                            s->same_head ? to->n_headline : s->n_heads) +
               weight_teaser_text;
    return weight_jump + score_shared(s, from->n_names, to->n_names) +
           score_heads(from->n_headline, to->n_headline, s->heads, s->n_heads, s->same_head) +
           (to->kind == CLUE_STORY ? pair_of_uncontinued(to->byline) : 0);
}

typedef struct shared_name {
    str name;
    double rarity;
} shared_name;

static void keep_rarest(shared_name *best, size_t *n, shared_name candidate)
{
    for (size_t i = 0; i < *n; i++)
        if (str_eq(best[i].name, candidate.name))
            return;
    if (*n == MOST_EXPLAINED && candidate.rarity <= best[*n - 1].rarity)
        return;
    size_t at = *n < MOST_EXPLAINED ? (*n)++ : *n - 1;
    for (; at > 0 && candidate.rarity > best[at - 1].rarity; at--)
        best[at] = best[at - 1];
    best[at] = candidate;
}

static bool is_before(const void *word, const void *key)
{
    return clue_key(*(const uint32_t *)word) < *(const uint32_t *)key;
}

static bool has_key(clue_words words, uint32_t key)
{
    size_t at = lower_bound(words.items, words.n, sizeof *words.items, &key, is_before);
    return at < words.n && clue_key(words.items[at]) == key;
}

static size_t shared_names(rarity *r, str names, clue_words words, shared_name *best)
{
    size_t n = 0, at = 0;
    str name;
    while (token_next(names, &at, &name)) {
        uint32_t key = clue_word(name);
        if (has_key(words, key))
            keep_rarest(best, &n, (shared_name){name, rarity_of(r, key)});
    }
    return n;
}

static void add_reason(buf *out, size_t start, const char *reason)
{
    if (out->len > start)
        buf_add(out, STR("; "));
    buf_add(out, str_of(reason));
}

static void explain_texts(rarity *r, const clue *from, const clue *to, buf *out, size_t start)
{
    shared_name best[MOST_EXPLAINED];
    bool teased = from->kind == CLUE_TEASER;
    size_t n = teased ? 0 : shared_names(r, from->names, to->text, best), n_words;
    sum_shared(r, teased ? from->headline : from->text, to->text, &n_words);
    if (!n && !n_words)
        return;
    add_reason(out, start, n ? n > 1 ? "names " : "name " : "");
    for (size_t i = 0; i < n; i++) {
        buf_add(out, i == 0 ? STR("") : i + 1 < n ? STR(", ") : STR(" and "));
        buf_add(out, best[i].name);
    }
    if (!n)
        buf_addf(out, "%zu word%s", n_words, n_words == 1 ? "" : "s");
    buf_add(out, teased ? STR(" of it in the story") : STR(" on both pages"));
}

void pair_explain(rarity *r, const clue *from, const clue *to, buf *out)
{
    size_t start = out->len, n;
    sum_shared(r, from->headline, to->headline, &n);
    if (same_words(from->headline, to->headline, n))
        add_reason(out, start, "the same headline");
    else if (2 * n * 2 > from->headline.n + to->headline.n)
        add_reason(out, start, "the headlines are alike");
    explain_texts(r, from, to, out, start);
    if (from->kind != CLUE_JUMP)
        return;
    double word = score_word(from->word, to) + score_word(to->word, from);
    if (word > 0)
        add_reason(out, start, "the jump word fits");
    double cut = score_cut(from, to);
    if (cut > 0)
        add_reason(out, start, "a sentence goes on");
    else if (cut < 0)
        add_reason(out, start, "but no sentence goes on");
}
