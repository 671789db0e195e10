#include "base/ascii.h"
#include "parse/buf_join.h"
#include "parse/builder.h"
#include "parse/byline.h"
#include "parse/byline_opening.h"
#include "parse/byline_part.h"
#include "parse/folio.h"
#include "parse/line_form.h"
#include "parse/speck.h"

/* A run of briefs under one label: this many articles without byline, each this short. */
enum { LEAST_BRIEFS = 2, MOST_BRIEF_PARAGRAPHS = 3 };

typedef struct heads {
    builder *b;
    size_t capacity;
    buf headline;              /* of the current article, where it has several lines */
    int32_t pending_kicker;    /* block of a kicker that waits for its headline, or -1 */
    int32_t pending_byline;    /* block of a byline that waits for its headline, or -1 */
    int32_t pending_continued; /* block of a continued line that waits for its headline, or -1 */
    int32_t current;           /* article, or -1 */
    bool has_text;             /* the current article does */
    bool letters;              /* the page has some */
    int32_t last_flow;         /* the last block that was no caption or furniture, or -1 */
} heads;

static article *add_article(heads *h, int32_t first_block)
{
    page *p = h->b->page;
    p->articles = arena_grow(h->b->mem, p->articles, p->n_articles, &h->capacity, sizeof *p->articles);
    article *a = &p->articles[p->n_articles];
    *a = (article){.headline = STR(""),
                   .kicker = STR(""),
                   .continued_word = STR(""),
                   .continued_block = -1,
                   .deck_block = -1,
                   .first_block = first_block};
    h->current = (int32_t)p->n_articles++;
    h->has_text = false;
    return a;
}

static bool is_head_kind(line_kind kind)
{
    return kind == KIND_HEADLINE || kind == KIND_BYLINE || kind == KIND_CONTINUED_LINE;
}

/* Not set as one: in other letters. */
static bool is_set_apart(const line *above, const line *l)
{
    enum { LEAST_DECK_WORDS = 8 };
    bool cases = LOOKS(above, LOOK_TITLE_CASE) && LOOKS(l, LOOK_SENTENCE_CASE);
    /* In bold, and a long line below that is not. */
    bool bold = LOOKS(above, LOOK_BOLD) && !LOOKS(l, LOOK_BOLD) && !l->heading && l->blanks_before > 0;
    if (bold && l->n_words >= LEAST_DECK_WORDS && l->n_words > above->n_words)
        return true;
    /* In letters so much smaller that the line above would have held more of them. */
    bool small = LOOKS(above, LOOK_SENTENCE_CASE) && LOOKS(l, LOOK_SENTENCE_CASE) &&
                 l->text.len * 5 >= above->text.len * 8;
    bool shouted = LOOKS(above, LOOK_ALL_CAPS) && !LOOKS(l, LOOK_ALL_CAPS);
    if ((small || shouted) && above->n_words + l->n_words > 5 && l->n_words > 3)
        return true;
    return l->n_words > 3 && cases && above->n_words > 3;
}

/* A headline's line stands right above. */
static bool is_under_headline(const heads *h, size_t i)
{
    return h->current >= 0 && h->last_flow == (int32_t)i - 1 &&
           h->b->page->blocks[i - 1].kind == KIND_HEADLINE;
}

/* Behind lines of a headline one so much longer that they would have held more in its letters. */
static bool is_smaller(const heads *h, size_t i)
{
    enum { FEWEST_ABOVE = 2, FEWEST_WORDS = 4, MOST_ABOVE = 8 };
    size_t first = (size_t)h->b->page->articles[h->current].first_block, longest = 0;
    const line *above = &h->b->lines[i - 1], *l = &h->b->lines[i];
    if (i < first + FEWEST_ABOVE || l->blanks_before > 0 || l->n_words < FEWEST_WORDS || l->heading ||
        !LOOKS(l, LOOK_SENTENCE_CASE) || LOOKS(above, LOOK_ENDS_MIDWORD) || LOOKS(above, LOOK_ENDS_COMMA))
        return false;
    for (size_t k = i - first > MOST_ABOVE ? i - MOST_ABOVE : first; k < i; k++)
        longest = h->b->lines[k].text.len > longest ? h->b->lines[k].text.len : longest;
    return l->text.len * 4 >= longest * 5;
}

/* A whole line under a whole line: of one headline the first would have been full, and set as the second. */
static bool is_own_line(const heads *h, const line *above, const line *l)
{
    enum { FEWEST_WORDS = 6, FEWEST_BELOW = 8 };
    bool whole = above->n_words >= FEWEST_WORDS && !LOOKS(above, LOOK_ENDS_MIDWORD) &&
                 !LOOKS(above, LOOK_ENDS_COMMA) && !LOOKS(above, LOOK_ENDS_HYPHEN);
    bool plain = LOOKS(above, LOOK_BOLD) && !LOOKS(l, LOOK_BOLD);
    bool longer = !h->b->column.lines_join && l->n_words >= FEWEST_BELOW && l->text.len >= above->text.len;
    return whole && l->heading == above->heading && !LOOKS(l, LOOK_STARTS_LOWER) &&
           LOOKS(l, LOOK_SENTENCE_CASE) && LOOKS(above, LOOK_SENTENCE_CASE) && (plain || longer);
}

/* A second headline line goes on with the first when nothing stands between them: a headline without text
 * is none. */
static bool goes_on(const heads *h, size_t i)
{
    enum { LEAST_WORDS_OF_ITS_OWN = 4 };
    if (!is_under_headline(h, i) || h->b->page->articles[h->current].deck_block >= 0)
        return false;
    const line *above = &h->b->lines[i - 1], *l = &h->b->lines[i];
    bool turned = LOOKS(l, LOOK_TURNED) && !LOOKS(above, LOOK_LABEL);
    if (!turned && (is_set_apart(above, l) || is_smaller(h, i) || is_own_line(h, above, l)))
        return false;
    /* Too short to say more than it. */
    bool tail = l->n_words < LEAST_WORDS_OF_ITS_OWN && above->n_words >= LEAST_WORDS_OF_ITS_OWN &&
                !LOOKS(l, LOOK_LABEL) && !LOOKS(l, LOOK_STANDING);
    bool no_lower =
        l->heading > 0 && (above->heading == 0 || l->heading <= above->heading) && above->n_words > 3;
    return l->blanks_before == 0 || no_lower || turned || tail || LOOKS(above, LOOK_ENDS_MIDWORD) ||
           LOOKS(above, LOOK_ENDS_HYPHEN) || LOOKS(above, LOOK_ENDS_COMMA) || LOOKS(l, LOOK_STARTS_LOWER);
}

/* The next block that is no caption or furniture. */
static line_kind kind_ahead(const builder *b, size_t i)
{
    for (i++; i < b->page->n_blocks; i++)
        if (b->page->blocks[i].kind != KIND_CAPTION && b->page->blocks[i].kind != KIND_FURNITURE)
            return b->page->blocks[i].kind;
    return KIND_COUNT;
}

/* Old papers set a rule between the decks of a headline: a dash close between two lines. */
static bool is_under_rule(const heads *h, size_t i)
{
    if (h->current < 0 || i < 2 || h->last_flow != (int32_t)i - 2)
        return false;
    const line *above = &h->b->lines[i - 2], *rule = &h->b->lines[i - 1], *l = &h->b->lines[i];
    return LOOKS(rule, LOOK_NO_LETTERS) && rule->blanks_before + l->blanks_before == 0 &&
           h->b->page->blocks[i - 2].kind == KIND_HEADLINE && !above->heading && !l->heading &&
           LOOKS(above, LOOK_ALL_CAPS) && LOOKS(l, LOOK_TITLE_CASE);
}

/* A deck says more under a headline that says all; under a label or a name stands the headline itself. */
static bool is_deck(const heads *h, size_t i)
{
    enum { LEAST_HEADLINE_WORDS = 4, LEAST_DECK_WORDS = 10 };
    if (!is_under_headline(h, i) && !is_under_rule(h, i))
        return false;
    const article *a = &h->b->page->articles[h->current];
    const line *head = &h->b->lines[a->first_block], *l = &h->b->lines[i];
    if (a->deck_block >= 0)
        return true;
    size_t words = 1;
    for (size_t k = 0; k < a->headline.len; k++)
        words += a->headline.ptr[k] == ' ';
    /* The writer of both stands below. */
    if (l->n_words >= LEAST_DECK_WORDS && l->n_words > 2 * words && kind_ahead(h->b, i) == KIND_BYLINE)
        return true;
    bool shouted = LOOKS(head, LOOK_ALL_CAPS) && LOOKS(l, LOOK_SENTENCE_CASE);
    size_t least = LEAST_HEADLINE_WORDS + LOOKS(head, LOOK_LABEL_LAST);
    return words >= least || (shouted && l->n_words > words);
}

/* Under a writer's name: where he writes from, or lives, or his paper. */
static bool is_writers_place(const heads *h, size_t i)
{
    const line *l = &h->b->lines[i];
    bool under_writer = h->last_flow == (int32_t)i - 1 && h->b->page->blocks[i - 1].kind == KIND_BYLINE;
    bool signed_above = under_writer && LOOKS(&h->b->lines[i - 1], LOOK_SIGNATURE);
    bool placed = str_starts_nocase(l->text, STR("in ")) || str_ends_nocase(l->text, STR(" bureau"));
    return under_writer && (placed || LOOKS(l, LOOK_ROLE) || (signed_above && LOOKS(l, LOOK_SIGNATURE)) ||
                            (!LOOKS(l, LOOK_BYLINE) && !byline_has_name_word(l->text)));
}

static bool has_writer(const article *a, str name)
{
    enum { MOST_WRITERS = 64 };
    for (size_t i = 0; i < a->n_bylines && i < MOST_WRITERS; i++)
        if (str_eq_nocase(a->bylines[i], name))
            return true;
    return false;
}

/* Of people, but not whose text it is: thanks behind it, or what its writer does. */
static bool is_about_writer(const heads *h, str text)
{
    bool signed_or_told = h->has_text || h->b->page->articles[h->current].n_bylines > 0, reports = false;
    byline_without_reports(byline_bare(text), &reports);
    return (signed_or_told && byline_is_thanks(text)) ||
           ((signed_or_told || !reports) && byline_subject(text).len > 0);
}

/* A line of its own may say what the writer above it is, or stand over the writer's name. */
static void take_byline(heads *h, size_t i)
{
    article *a = &h->b->page->articles[h->current];
    str text = h->b->page->blocks[i].text;
    size_t n, persons = 0;
    if (is_about_writer(h, text))
        return;
    str *names = byline_names(h->b->mem, text, &n);
    /* Either all are persons, or what stands for want of one. */
    if (a->n_bylines > 0 && !byline_is_role(a->bylines[0]))
        persons = a->n_bylines;
    bool under_writer = persons > 0;
    /* "STAFF REPORTER" over "HYDERABAD" */
    bool under_title =
        a->n_bylines > 0 && !under_writer && LOOKS(&h->b->lines[i], LOOK_ROLE) && !byline_is_role(text);
    if ((under_writer || under_title) && is_writers_place(h, i))
        return;
    for (size_t k = 0; k < n; k++) {
        bool role = byline_is_role(names[k]);
        /* "Herald correspondent" */
        bool paper = under_writer && folio_is_paper(names[k]);
        if ((role || paper || has_writer(a, names[k])) && persons > 0)
            continue;
        if (!role && persons++ == 0)
            a->n_bylines = 0;
        /* Room for the next power of two. */
        size_t capacity = a->n_bylines;
        if ((a->n_bylines & (a->n_bylines - 1)) == 0)
            a->bylines = arena_grow(h->b->mem, a->bylines, a->n_bylines, &capacity, sizeof *a->bylines);
        a->bylines[a->n_bylines++] = names[k];
    }
}

/* Without the dirt that OCR read as marks. */
static str headline_text(const heads *h, size_t i)
{
    str text = h->b->page->blocks[i].text;
    return h->b->page->has_specks ? without_specks(text, STR("")) : text;
}

static void take_headline(heads *h, size_t i)
{
    block *blocks = h->b->page->blocks;
    article *above = h->current >= 0 ? &h->b->page->articles[h->current] : NULL;
    if (goes_on(h, i)) {
        if (h->headline.len == 0)
            buf_add(&h->headline, above->headline);
        buf_add_line(&h->headline, headline_text(h, i));
        above->headline = buf_str(&h->headline);
        return;
    }
    if (is_deck(h, i)) {
        above->deck_block = above->deck_block < 0 ? (int32_t)i : above->deck_block;
        return;
    }
    h->headline = buf_in(h->b->mem);
    article *a = add_article(h, (int32_t)i);
    a->headline = headline_text(h, i);
    if (h->pending_kicker >= 0) {
        a->kicker = blocks[h->pending_kicker].text;
        blocks[h->pending_kicker].article = h->current;
        h->pending_kicker = -1;
    }
    if (h->pending_byline >= 0) {
        take_byline(h, (size_t)h->pending_byline);
        blocks[h->pending_byline].article = h->current;
        h->pending_byline = -1;
    }
    if (h->pending_continued >= 0) {
        a->continued_block = h->pending_continued;
        blocks[h->pending_continued].article = h->current;
        h->pending_continued = -1;
    }
}

/* "By Jane Doe" over its headline: no text stands between, and the story has no other byline. */
static bool waits_for_headline(const heads *h, size_t i)
{
    const page *p = h->b->page;
    const line *l = &h->b->lines[i];
    line_kind above = h->last_flow >= 0 ? p->blocks[h->last_flow].kind : KIND_COUNT;
    bool under_head = is_head_kind(above) && !(above == KIND_BYLINE && l->heading > 0);
    bool behind_story = LOOKS(l, LOOK_SIGNATURE) && str_starts_nocase(l->text, STR("by "));
    if (under_head || behind_story || above == KIND_KICKER || kind_ahead(h->b, i) != KIND_HEADLINE ||
        (!l->heading && !LOOKS(l, LOOK_BYLINE)))
        return false;
    size_t next = i + 1;
    while (next < p->n_blocks && p->blocks[next].kind != KIND_BYLINE && p->blocks[next].kind != KIND_BODY)
        next++;
    return next == p->n_blocks || p->blocks[next].kind == KIND_BODY;
}

static void take_kicker(heads *h, size_t i)
{
    page *p = h->b->page;
    line_kind above = h->last_flow >= 0 ? p->blocks[h->last_flow].kind : KIND_COUNT;
    bool after_head = h->current >= 0 && is_head_kind(above) && kind_ahead(h->b, i) != KIND_HEADLINE;
    if (after_head && p->articles[h->current].kicker.len == 0) {
        p->articles[h->current].kicker = p->blocks[i].text;
        p->blocks[i].article = h->current;
        return;
    }
    h->pending_kicker = kind_ahead(h->b, i) == KIND_HEADLINE ? (int32_t)i : -1;
}

/* The last line of the story's head, and no writer behind its text. */
static bool is_end_of_head(const heads *h)
{
    if (h->current < 0 || h->last_flow < 0)
        return false;
    const block *last = &h->b->page->blocks[h->last_flow];
    return last->article == h->current && (is_head_kind(last->kind) || last->kind == KIND_KICKER) &&
           !(last->kind == KIND_BYLINE && h->has_text);
}

/* "From page 1" stands under its headline, or over it. */
static void take_continued(heads *h, size_t i)
{
    page *p = h->b->page;
    bool under_head = is_end_of_head(h);
    if (!under_head && kind_ahead(h->b, i) == KIND_HEADLINE) {
        h->pending_continued = (int32_t)i;
        return;
    }
    if (!under_head)
        add_article(h, (int32_t)i);
    if (p->articles[h->current].continued_block < 0)
        p->articles[h->current].continued_block = (int32_t)i;
}

static bool ends_article(line_kind kind)
{
    return kind == KIND_GRAPHIC || kind == KIND_TEASER || kind == KIND_NAMEPLATE;
}

static bool has_letters(const builder *b)
{
    for (size_t i = 0; i < b->page->n_blocks; i++)
        if (line_tells_letters(&b->lines[i]))
            return true;
    return false;
}

/* A text under a letter's signature is the next letter, though it has no headline; in brackets the editor
 * replies. */
static bool begins_letter(const heads *h, size_t i)
{
    const line *l = &h->b->lines[i];
    if (!h->letters || h->current < 0 || h->last_flow < 0 || !h->has_text)
        return false;
    const block *above = &h->b->page->blocks[h->last_flow];
    return above->kind == KIND_BYLINE && above->article == h->current && !LOOKS(l, LOOK_STARTS_LOWER) &&
           !ascii_is_one_of(l->text.ptr[0], "[(");
}

static void take_block(heads *h, size_t i)
{
    block *blk = &h->b->page->blocks[i];
    switch (blk->kind) {
    case KIND_HEADLINE:
        take_headline(h, i);
        break;
    case KIND_BYLINE:
        if (waits_for_headline(h, i)) {
            h->pending_byline = (int32_t)i;
            return;
        }
        if (h->current < 0)
            add_article(h, (int32_t)i);
        take_byline(h, i);
        break;
    case KIND_KICKER:
        take_kicker(h, i);
        return;
    case KIND_CONTINUED_LINE:
        take_continued(h, i);
        if (h->pending_continued == (int32_t)i)
            return;
        break;
    case KIND_BODY:
    case KIND_CROSSHEAD:
        if (h->current < 0 || (blk->kind == KIND_BODY && begins_letter(h, i)))
            add_article(h, (int32_t)i);
        h->has_text = true;
        break;
    case KIND_JUMP_LINE:
        break;
    default:
        return;
    }
    blk->article = h->current;
}

static void read_continued(builder *b)
{
    for (size_t i = 0; i < b->page->n_articles; i++) {
        article *a = &b->page->articles[i];
        if (a->continued_block < 0)
            continue;
        const marker *m = &b->lines[a->continued_block].marker;
        /* Which page is the back page its issue does not say. */
        if (m->page == MARKER_PAGE_BACK)
            continue;
        a->continued = true;
        /* A torn off number was nearly always 1: stories go on from the front page. */
        a->continued_from = m->page > 0 ? m->page : m->page == MARKER_PAGE_UNKNOWN ? 1 : 0;
        a->continued_word = m->word.ptr ? m->word : STR("");
    }
}

/* ------------------------------------------------------------------ briefs */

/* Of an article, printed line by line or not. */
static size_t count_paragraphs(const page *p, int32_t index)
{
    size_t n = 0;
    for (size_t i = (size_t)p->articles[index].first_block; i < p->n_blocks; i++) {
        if (p->blocks[i].kind == KIND_HEADLINE && p->blocks[i].article > index)
            break;
        bool goes_on = n > 0 && !p->blocks[i].paragraph_start;
        n += p->blocks[i].kind == KIND_BODY && p->blocks[i].article == index && !goes_on;
    }
    return n;
}

/* A letter's writer stands under it. */
static bool has_writer_above(const page *p, const article *a)
{
    size_t i = (size_t)a->first_block;
    while (i < p->n_blocks && p->blocks[i].kind != KIND_BODY && p->blocks[i].kind != KIND_BYLINE)
        i++;
    return a->n_bylines > 0 && i < p->n_blocks && p->blocks[i].kind == KIND_BYLINE &&
           !byline_is_agency(a->bylines[0]);
}

static bool is_brief(const page *p, int32_t index)
{
    const article *a = &p->articles[index];
    size_t n = count_paragraphs(p, index);
    return !has_writer_above(p, a) && !a->continued && a->headline.len > 0 && n > 0 &&
           n <= MOST_BRIEF_PARAGRAPHS;
}

/* A correction is of no section. */
static bool goes_on_with_briefs(const builder *b, int32_t index)
{
    const article *a = &b->page->articles[index];
    return a->kicker.len == 0 && is_brief(b->page, index) &&
           !LOOKS(&b->lines[a->first_block], LOOK_CORRECTION);
}

/* A kicker over a run of briefs heads them all, and belongs to none. */
static void share_kickers(builder *b)
{
    page *p = b->page;
    for (int32_t i = 0; i < (int32_t)p->n_articles; i++) {
        str label = p->articles[i].kicker;
        int32_t last = i;
        if (label.len == 0 || !is_brief(p, i))
            continue;
        while (last + 1 < (int32_t)p->n_articles && goes_on_with_briefs(b, last + 1))
            last++;
        if (last - i + 1 < LEAST_BRIEFS)
            continue;
        for (int32_t k = i; k <= last; k++)
            p->articles[k].kicker = label;
        int32_t above = p->articles[i].first_block - 1;
        while (above >= 0 && p->blocks[above].kind != KIND_KICKER)
            above--;
        if (above >= 0)
            p->blocks[above].article = -1;
        i = last;
    }
}

int32_t best_article(const page *p, const affinity_scores *s, int32_t except)
{
    int32_t best = -1;
    for (size_t i = 0; i < s->n_touched; i++) {
        int32_t a = s->touched[i];
        bool better = best < 0 || s->of[a] > s->of[best] || (s->of[a] == s->of[best] && a < best);
        if (a != except && p->articles[a].headline.len && better)
            best = a;
    }
    return best;
}

void build_articles(builder *b)
{
    heads h = {.b = b,
               .pending_kicker = -1,
               .pending_byline = -1,
               .pending_continued = -1,
               .current = -1,
               .last_flow = -1,
               .letters = has_letters(b),
               .headline = buf_in(b->mem)};
    for (size_t i = 0; i < b->page->n_blocks; i++) {
        take_block(&h, i);
        line_kind kind = b->page->blocks[i].kind;
        if (ends_article(kind) || (kind == KIND_KICKER && kind_ahead(b, i) == KIND_GRAPHIC))
            h.last_flow = -1;
        else if (kind != KIND_CAPTION && kind != KIND_FURNITURE)
            h.last_flow = (int32_t)i;
    }
    read_continued(b);
    share_kickers(b);
}
