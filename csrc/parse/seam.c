#include "parse/seam.h"

#include <math.h>

#include "parse/credit.h"
#include "parse/names.h"
#include "parse/style.h"
#include "parse/syntax.h"

/* Log odds that no story's text outweighs; texts are looked at so far, for a page of any length. */
static const float SURE = 8;
static const double MUCH_TOLD = 0.1;
enum {
    MOST_LINES = 64,
    WORDS_ABOVE = 150,
    WORDS_BELOW = 40,
    MANY_NAMES = 20,
    MOST_NAMES = 5,
    MOST_STYLE = 4
};

struct seams {
    builder *b;
    const page_looks *looks;
    const kind_choice *choices;
    size_t unit, end;  /* those that are looked at: lines of one heading */
    size_t story;      /* the block that it begins with */
    size_t paragraphs; /* of the story, so far */
    bool is_signed;    /* or continued: no brief */
    int level;         /* the deepest Markdown level of its headings, 0 for none */
    style style;
    names *names;
    size_t named; /* up to this block its names are known */
};

size_t seams_block(const seams *s)
{
    return s->looks->first[s->unit];
}

static line_kind kind_at(const seams *s, size_t i)
{
    return s->b->page->blocks[i].kind;
}

static bool is_heading(line_kind kind)
{
    return kind == KIND_HEADLINE || kind == KIND_CROSSHEAD;
}

static bool begins_paragraph(const seams *s, size_t i)
{
    bool apart = s->b->lines[i].blanks_before > 0 || (i > 0 && is_heading(kind_at(s, i - 1)));
    return kind_at(s, i) == KIND_BODY && apart;
}

static bool is_beside_text(line_kind kind)
{
    return kind == KIND_CAPTION || kind == KIND_FURNITURE;
}

/* Briefs under their label are set apart from the page's other headlines. */
static void count_headings(seams *s, line_kind kind, float by)
{
    for (size_t u = s->unit; u < s->end && is_heading(kind); u++)
        if (!LOOKS(&s->looks->units[u], LOOK_OF_BRIEFS))
            style_count(&s->style, &s->looks->units[u], kind == KIND_HEADLINE, by);
}

/* Lines of one kind that stand together are one heading. */
static void take_heading(seams *s)
{
    enum { MOST_UNITS = 4 };
    line_kind kind = kind_at(s, seams_block(s));
    s->end = s->unit + 1;
    while (is_heading(kind) && s->end < s->looks->n_units && s->end - s->unit < MOST_UNITS &&
           kind_at(s, s->looks->first[s->end]) == kind)
        s->end++;
}

seams *seams_new(builder *b, const page_looks *looks, const kind_choice *choices)
{
    seams *s = arena_alloc(b->mem, sizeof *s);
    *s = (seams){.b = b, .looks = looks, .choices = choices};
    for (; s->unit < looks->n_units; s->unit = s->end) {
        take_heading(s);
        count_headings(s, kind_at(s, seams_block(s)), 1);
    }
    s->unit = 0;
    return s;
}

static void begin_story(seams *s, size_t i)
{
    s->story = s->named = i;
    s->paragraphs = 0;
    s->is_signed = false;
    s->level = s->b->lines[i].heading;
    if (s->names)
        names_begin_story(s->names);
}

/* A crosshead's level is the story's, too, where it is deeper. */
static void note_level(seams *s, size_t i)
{
    int level = s->b->lines[i].heading;
    s->level = level > s->level ? level : s->level;
}

/* Text that stands by itself as a heading may. */
static bool may_head(const line *l)
{
    enum { LEAST_WORDS = 2, MOST_WORDS = 14 };
    bool sentence = LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_ENDS_QUESTION);
    return l->n_words >= LEAST_WORDS && l->n_words <= MOST_WORDS && l->blanks_before && !sentence &&
           !LOOKS(l, LOOK_STARTS_LOWER) && !LOOKS(l, LOOK_ENDS_HYPHEN) && !LOOKS(l, LOOK_ENDS_COMMA) &&
           !LOOKS(l, LOOK_CREDIT) && !LOOKS(l, LOOK_JUMP_TAIL) &&
           !(LOOKS(l, LOOK_SPEAKER) && LOOKS(l, LOOK_ENDS_QUESTION));
}

/* The decoder's odds that it is a headline, by line. */
static float lean_of(const seams *s)
{
    float odds = 0;
    for (size_t u = s->unit; u < s->end; u++)
        odds += s->choices[u].headline;
    return odds / (float)(s->end - s->unit);
}

/* The texts that the heading parts: blocks up to `above`, and from that of the unit `below` on. */
typedef struct parted {
    size_t above, below;
} parted;

static bool is_in_doubt(const seams *s, parted *at)
{
    const page_looks *looks = s->looks;
    *at = (parted){looks->first[s->unit], s->end};
    line_kind kind = kind_at(s, at->above);
    bool heading = is_heading(kind) || (kind == KIND_BODY && may_head(&looks->units[s->unit]));
    if (!heading || fabsf(lean_of(s)) > SURE || LOOKS(&looks->units[s->unit], LOOK_DAY))
        return false;
    while (at->above > 0 && is_beside_text(kind_at(s, at->above - 1)))
        at->above--;
    while (at->below < looks->n_units && is_beside_text(kind_at(s, looks->first[at->below])))
        at->below++;
    return at->above > 0 && kind_at(s, at->above - 1) == KIND_BODY &&
           !LOOKS(&s->b->lines[at->above - 1], LOOK_JUMP_TAIL) && at->below < looks->n_units &&
           kind_at(s, looks->first[at->below]) == KIND_BODY;
}

static text_run story_above(const seams *s, size_t end)
{
    text_run run = {end, end};
    while (run.first > s->story && run.first + MOST_LINES > end &&
           affinity_size(s->b->affinity, run) < WORDS_ABOVE)
        run.first--;
    return run;
}

/* Up to the next heading; past crossheads until there are words enough. */
static text_run text_below(const seams *s, size_t first)
{
    text_run run = {first, first};
    while (run.end < s->b->page->n_blocks && run.end < first + MOST_LINES &&
           kind_at(s, run.end) != KIND_HEADLINE &&
           (kind_at(s, run.end) != KIND_CROSSHEAD || affinity_size(s->b->affinity, run) < WORDS_BELOW))
        run.end++;
    return run;
}

static name_ties compare_names(seams *s, size_t above, text_run below)
{
    name_ties ties = {0};
    if (!s->names)
        s->names = names_new(s->b->mem, &s->b->words);
    for (; s->named < above; s->named++)
        if (line_kind_is_text(kind_at(s, s->named)))
            names_add(s->names, &s->b->lines[s->named]);
    names_begin_text(s->names);
    for (size_t i = below.first; i < below.end; i++)
        if (kind_at(s, i) == KIND_BODY)
            names_compare(s->names, &s->b->lines[i], &ties);
    return ties;
}

static void weigh_texts(seams *s, parted at, float evidence[SEAM_COUNT])
{
    affinity *a = s->b->affinity;
    text_run above = story_above(s, at.above), below = text_below(s, s->looks->first[at.below]),
             heading = {s->looks->first[s->unit], s->looks->first[s->end]};
    name_ties ties = compare_names(s, at.above, below);
    float n_above = (float)names_of_story(s->names);
    double told = affinity_between(a, heading, below) - affinity_between(a, heading, above);
    evidence[SEAM_KNOWN_NAMES] = fminf(ties.known, MOST_NAMES);
    evidence[SEAM_NEW_NAMES] = fminf(ties.unknown * n_above / (n_above + MANY_NAMES), MOST_NAMES);
    evidence[SEAM_APART] = affinity_between(a, above, below) == 0;
    evidence[SEAM_TELLS_BELOW] = (float)fmax(-1, fmin(told / MUCH_TOLD, 1));
}

static void weigh_lengths(const seams *s, float evidence[SEAM_COUNT])
{
    size_t n = 0;
    for (size_t u = s->end; u < s->looks->n_units && u < s->end + MOST_LINES; u++) {
        if (is_heading(kind_at(s, s->looks->first[u])))
            break;
        n += begins_paragraph(s, s->looks->first[u]);
    }
    evidence[SEAM_ONE_ABOVE] = s->paragraphs == 1 && !s->is_signed;
    evidence[SEAM_ONE_BELOW] = n == 1;
    evidence[SEAM_BRIEFS] = evidence[SEAM_ONE_ABOVE] * evidence[SEAM_ONE_BELOW];
}

/* "*As told to our reporter*", "*The writer is a glazier.*": no story goes on behind these. */
static bool is_endnote(const line *l)
{
    static const char *const forms[] = {"As told to ", "The author ", "The writer ", "Translated by "};
    enum { MOST_WORDS = 30 };
    bool found = false;
    for (size_t i = 0; i < sizeof forms / sizeof *forms && LOOKS(l, LOOK_ITALIC); i++)
        found |= str_starts(l->text, str_of(forms[i]));
    return found && l->n_words <= MOST_WORDS;
}

static const line *text_above(const seams *s)
{
    size_t u = s->unit;
    while (u > 0 && is_beside_text(kind_at(s, s->looks->first[u - 1])))
        u--;
    return &s->looks->units[u - 1];
}

/* Of the page's other headlines one is marked as highly: where all are lower, marks say nothing. */
static bool is_high_enough(const seams *s, int level)
{
    for (int k = 1; k <= level && k < STYLE_VALUES; k++)
        if (s->style.headlines[STYLE_LEVEL][k] > 0)
            return true;
    return false;
}

/* What Markdown says: a heading above those of the story is no crosshead of it, and one that is only bold is
 * no headline where the story has one that is marked. */
static void weigh_level(const seams *s, float evidence[SEAM_COUNT])
{
    const line *l = &s->looks->units[s->unit];
    evidence[SEAM_HIGHER] = l->heading > 0 && l->heading < s->level && is_high_enough(s, l->heading);
    evidence[SEAM_ONLY_BOLD] = LOOKS(l, LOOK_BOLD) && !l->heading && s->level > 0 &&
                               !LOOKS(l, LOOK_OF_BRIEFS) && !LOOKS(l, LOOK_CORRECTION);
    evidence[SEAM_ENDNOTE] = is_endnote(text_above(s)) || credit_is_source(text_above(s)->text);
}

static void weigh_heading(const seams *s, const line *below, float evidence[SEAM_COUNT])
{
    enum { LONG_WORDS = 8 };
    const line *l = &s->looks->units[s->unit];
    size_t first = seams_block(s);
    bool under_rule = first > 0 && LOOKS(&s->b->lines[first - 1], LOOK_NO_LETTERS);
    bool lead = LOOKS(below, LOOK_LEAD) || LOOKS(below, LOOK_SALUTATION) || LOOKS(l, LOOK_OF_BRIEFS) ||
                LOOKS(l, LOOK_CORRECTION) || under_rule;
    evidence[SEAM_LEAN] = lean_of(s);
    evidence[SEAM_STYLE] = fmaxf(-MOST_STYLE, fminf(style_odds(&s->style, l), MOST_STYLE));
    evidence[SEAM_LEAD] = lead;
    evidence[SEAM_GOES_ON] = LOOKS(below, LOOK_STARTS_QUOTE) || line_points_back(below);
    bool stop = LOOKS(l, LOOK_ALL_CAPS) && str_ends(l->text, STR("."));
    evidence[SEAM_SENTENCE] = line_opens_sentence(l) && !stop;
    evidence[SEAM_STOP] = stop;
    evidence[SEAM_LONG] = l->n_words >= LONG_WORDS && is_heading(kind_at(s, first));
    evidence[SEAM_ALWAYS] = 1;
}

bool seams_next(seams *s, float evidence[SEAM_COUNT])
{
    for (; s->unit < s->looks->n_units; s->unit++) {
        size_t first = seams_block(s);
        line_kind kind = kind_at(s, first);
        parted at;
        take_heading(s);
        if (is_in_doubt(s, &at)) {
            count_headings(s, kind, -1);
            weigh_heading(s, &s->looks->units[at.below], evidence);
            weigh_texts(s, at, evidence);
            weigh_lengths(s, evidence);
            weigh_level(s, evidence);
            return true;
        }
        if (kind == KIND_HEADLINE || kind == KIND_TEASER || kind == KIND_GRAPHIC)
            begin_story(s, first);
        else if (kind == KIND_CROSSHEAD)
            note_level(s, first);
        s->paragraphs += begins_paragraph(s, first);
        s->is_signed |= kind == KIND_BYLINE || kind == KIND_CONTINUED_LINE;
    }
    return false;
}

/* Of several lines the decoder weighed each as if the others were a headline's. */
static line_kind kind_if_no_headline(const seams *s)
{
    bool crosshead = s->choices[s->unit].if_no_headline == KIND_CROSSHEAD;
    for (size_t u = s->unit; u < s->end && s->end - s->unit > 1; u++)
        crosshead |= s->looks->units[u].heading > 0 || s->choices[u].if_no_headline == KIND_CROSSHEAD;
    return crosshead ? KIND_CROSSHEAD : KIND_BODY;
}

void seams_decide(seams *s, bool headline)
{
    const size_t *first = s->looks->first;
    line_kind kind = headline ? KIND_HEADLINE : kind_at(s, first[s->unit]);
    if (!headline && kind == KIND_HEADLINE)
        kind = kind_if_no_headline(s);
    count_headings(s, kind, 1);
    for (size_t i = first[s->unit]; i < first[s->end]; i++)
        s->b->page->blocks[i].kind = kind;
    if (headline)
        begin_story(s, first[s->unit]);
    else if (kind == KIND_CROSSHEAD)
        note_level(s, first[s->unit]);
    s->paragraphs += begins_paragraph(s, first[s->unit]);
    s->unit = s->end;
}
