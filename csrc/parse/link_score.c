#include "parse/link_score.h"

#include "base/ascii.h"
#include "parse/token.h"

/* Log odds of each piece of evidence that a story goes on where the jump leads. */
static const double weight_none = -3.0, /* before anything is known */
    weight_from_page = 4.0,             /* "From page 1", and the jump stands there */
    weight_from_previous = 3.0,         /* "From previous page", likewise */
    weight_from_other = -5.0,           /* from another page */
    weight_no_continued = -1.0,         /* no continued line: it may be lost */
    weight_own_byline = -3.0,           /* nor that, but a byline: a story of its own */
    weight_headline = 5.0,              /* times the likeness of the headlines */
    weight_head_in_text = 1.5,          /* times the share of the head's words that the story before has */
    weight_text = 9.0,                  /* times the likeness of the texts */
    weight_cut_fits = 1.5,              /* a sentence is cut, and goes on in lower case */
    weight_cut_differs = -1.5,          /* one side is cut, the other whole */
    weight_word = 4.0,                  /* times the share of the jump word that the head or story has */
    weight_word_missing = -1.0;

/* The same for a teaser and the story that it refers to. */
static const double weight_teaser_none = -3.5,
                    weight_teaser_headline = 9.0, /* times the likeness of the headlines */
    weight_teaser_text = 3.0;                     /* times the share of its words that the story has */

static text_edge end_of(str text)
{
    str last = {0}, token;
    for (size_t at = 0; token_next(text, &at, &token);)
        last = token;
    while (last.len && !ascii_is_alnum(last.ptr[last.len - 1]) &&
           (unsigned char)last.ptr[last.len - 1] < 0x80) {
        char c = last.ptr[last.len - 1];
        if (c == '.' || c == '?' || c == '!')
            return EDGE_WHOLE;
        last.len--;
    }
    if (last.len == 0)
        return EDGE_UNKNOWN;
    str core = token_core(last); /* a closing curly quote hides what ends the sentence */
    bool hidden = core.len < last.len && core.ptr + core.len < last.ptr + last.len &&
                  memchr(".?!", core.ptr[core.len], 3) != NULL;
    return hidden ? EDGE_WHOLE : EDGE_CUT;
}

text_edge jump_end(const page *p, const jump *j)
{
    str text = str_trim(str_to(p->blocks[j->block].text, j->start_byte));
    if (text.len)
        return end_of(text);
    if (j->article < 0)
        return EDGE_UNKNOWN;
    const article *a = &p->articles[j->article];
    for (size_t i = a->n_reading; i-- > 0;) {
        const block *b = &p->blocks[a->reading[i]];
        if (b->kind == KIND_BODY && a->reading[i] != j->block)
            return end_of(b->text);
    }
    return EDGE_UNKNOWN;
}

static double score_pages(const jump_side *from, const story_side *to)
{
    const article *a = to->article;
    if (!a->continued)
        return a->n_bylines ? weight_no_continued + weight_own_byline : weight_no_continued;
    if (!from->page_number)
        return 0;
    if (a->continued_from)
        return a->continued_from == from->page_number ? weight_from_page : weight_from_other;
    if (!to->page_number)
        return 0;
    return to->page_number == from->page_number + 1 ? weight_from_previous : weight_from_other;
}

static double score_cut(const jump_side *from, const story_side *to)
{
    if (from->end == EDGE_UNKNOWN || to->text->start == EDGE_UNKNOWN)
        return 0;
    if (from->end != to->text->start)
        return weight_cut_differs;
    return from->end == EDGE_CUT ? weight_cut_fits : 0;
}

static double best_cover(const word_set *word, const word_set *a, const word_set *b)
{
    double x = word_sets_cover(word, a), y = word_sets_cover(word, b);
    return x > y ? x : y;
}

static double score_words(const jump_side *from, const story_side *to)
{
    double score = 0;
    if (from->word.n) {
        double cover = best_cover(&from->word, &to->text->headline, &to->word);
        score += cover > 0 ? weight_word * cover : weight_word_missing;
    }
    if (to->word.n && from->text) {
        double cover = word_sets_cover(&to->word, &from->text->headline);
        score += cover > 0 ? weight_word * cover : weight_word_missing;
    }
    return score;
}

double score_jump(const vocabulary *v, const jump_side *from, const story_side *to)
{
    double score = weight_none + score_pages(from, to) + score_cut(from, to) + score_words(from, to);
    if (!from->text)
        return score;
    score += weight_text * word_sets_likeness(v, &from->text->all, &to->text->all);
    score += weight_headline * word_sets_likeness(v, &from->text->headline, &to->text->headline);
    return score + weight_head_in_text * word_sets_cover(&to->text->headline, &from->text->all);
}

static void add_reason(buf *out, size_t start, const char *reason)
{
    if (out->len > start)
        buf_add(out, STR("; "));
    buf_add(out, str_of(reason));
}

void explain_jump(const vocabulary *v, const jump_side *from, const story_side *to, buf *out)
{
    size_t start = out->len;
    const article *a = to->article;
    if (from->text && word_sets_likeness(v, &from->text->headline, &to->text->headline) > 0.5)
        add_reason(out, start, "the headlines are alike");
    if (from->text && word_sets_likeness(v, &from->text->all, &to->text->all) > 0) {
        add_reason(out, start, "");
        word_sets_explain(v, &from->text->all, &to->text->all, out);
        buf_add(out, STR(" on both pages"));
    }
    if (a->continued && a->continued_from) {
        add_reason(out, start, "");
        buf_addf(out, "says 'From page %d'", a->continued_from);
    } else if (a->continued) {
        add_reason(out, start, "says that it is continued");
    }
    if (score_words(from, to) > 0)
        add_reason(out, start, "the jump word fits");
    if (score_cut(from, to) > 0)
        add_reason(out, start, "a sentence goes on");
    if (score_cut(from, to) < 0)
        add_reason(out, start, "but no sentence goes on");
}

double score_teaser(const vocabulary *v, const teaser_side *from, const story_side *to)
{
    return weight_teaser_none +
           weight_teaser_headline * word_sets_likeness(v, &from->words, &to->text->headline) +
           weight_teaser_text * word_sets_cover(&from->words, &to->text->all);
}

void explain_teaser(const vocabulary *v, const teaser_side *from, const story_side *to, buf *out)
{
    size_t start = out->len;
    if (word_sets_likeness(v, &from->words, &to->text->headline) > 0.5)
        add_reason(out, start, "the headlines are alike");
    if (word_sets_likeness(v, &from->words, &to->text->all) > 0) {
        add_reason(out, start, "");
        word_sets_explain(v, &from->words, &to->text->all, out);
        buf_add(out, STR(" in the story"));
    }
}
