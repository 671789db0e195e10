#include "parse/mend_word.h"

#include "base/ascii.h"
#include "parse/attribute.h"
#include "parse/halves.h"
#include "parse/html.h"
#include "parse/hyphen.h"
#include "parse/letter.h"
#include "parse/lost_mark.h"
#include "parse/misread.h"
#include "parse/run_in.h"
#include "parse/token.h"

static void add_span(writer *w, uint32_t line, size_t source_byte)
{
    paragraph *p = w->current;
    if (!p)
        return;
    if (p->n_spans) {
        const span *s = &p->spans[p->n_spans - 1];
        if (s->line == line && source_byte - s->source_byte == w->out.len - s->at_byte)
            return;
    }
    p->spans = arena_grow(w->mem, p->spans, p->n_spans, &w->spans_capacity, sizeof *p->spans);
    p->spans[p->n_spans++] = (span){w->out.len, line, source_byte};
}

void writer_add_mend(writer *w, uint32_t line, str before, str after, const char *reason)
{
    mended *r = w->result;
    if (!r)
        return;
    r->mends = arena_grow(w->mem, r->mends, r->n_mends, &w->mends_capacity, sizeof *r->mends);
    r->mends[r->n_mends++] =
        (mend){line, before, (str){arena_copy(w->mem, after.ptr, after.len), after.len}, reason};
}

void writer_put(writer *w, const source *src, str piece)
{
    if (piece.len == 0)
        return;
    add_span(w, src->line, src->offset + (size_t)(piece.ptr - src->block->text.ptr));
    buf_add(&w->out, piece);
}

/* A word without "'s" or an apostrophe at its end. */
static str without_genitive(str word)
{
    static const char *const ends[] = {"'s", "\xe2\x80\x99s", "'", "\xe2\x80\x99"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (word.len > strlen(ends[i]) + 1 && str_ends(word, str_of(ends[i])))
            return str_to(word, word.len - strlen(ends[i]));
    return word;
}

/* "sci- tech" at `at`, the end of "sci": the blank goes, and the hyphen where it was a column's. */
static bool mend_open_hyphen(writer *w, const source *src, str text, size_t start, size_t *at)
{
    bool soft = str_ends((str){text.ptr + start, *at - start}, STR(SOFT_HYPHEN));
    size_t hyphen = soft ? *at - strlen(SOFT_HYPHEN) : *at, blank = soft ? *at : *at + 1;
    if (blank + 1 >= text.len || !(soft || text.ptr[hyphen] == '-') || text.ptr[blank] != ' ' ||
        !ascii_is_alnum(text.ptr[blank + 1]))
        return false;
    size_t second_end = word_end(text, blank + 1);
    str first = {text.ptr + start, hyphen - start}, second = {text.ptr + blank + 1, second_end - blank - 1};
    if (first.len == 0 || hyphen_is_suspended(first, second) ||
        (!memchr(first.ptr, '-', first.len) && hyphen_is_dash(w->words, first, second)))
        return false;
    /* The blank is a column's end; a whole word that the archive knows says that the hyphen is, too. */
    buf whole = buf_in(w->mem);
    buf_add(&whole, first);
    buf_add(&whole, second);
    bool whole_known = word_is_known(w->words, buf_str(&whole));
    bool halves_unknown = !word_is_known(w->words, first) && !word_is_known(w->words, second);
    bool compound = halves_make_compound(w->words, first, second) &&
                    lexicon_count(w->words, buf_str(&whole)) == 0 && !word_is_closed(first, second);
    bool drop =
        soft || ((whole_known || halves_unknown) && !compound && !hyphen_is_kept(w->words, first, second));
    size_t from = w->out.len;
    writer_put(w, src, first);
    if (!drop)
        writer_put(w, src, (str){text.ptr + hyphen, 1});
    writer_put(w, src, second);
    writer_add_mend(w, src->line, (str){text.ptr + start, second_end - start},
                    str_from(buf_str(&w->out), from), "a column's end left inside the word");
    *at = second_end;
    return true;
}

/* Writes the word without its hyphens that are a column's end. */
static bool mend_false_hyphen(writer *w, const source *src, str word)
{
    str core = without_genitive(word);
    const char *hyphen = memchr(core.ptr, '-', core.len);
    bool several = hyphen && memchr(hyphen + 1, '-', core.len - (size_t)(hyphen + 1 - core.ptr));
    size_t from = w->out.len, written = 0;
    for (size_t at = 1; hyphen && at + 1 < core.len; at++) {
        if (core.ptr[at] != '-' || !ascii_is_alpha(core.ptr[at - 1]) || !ascii_is_alpha(core.ptr[at + 1]) ||
            !(several ? hyphens_are_false : hyphen_is_false)(w->words, core, at))
            continue;
        writer_put(w, src, (str){core.ptr + written, at - written});
        written = at + 1;
    }
    if (!written)
        return false;
    writer_put(w, src, str_from(word, written));
    writer_add_mend(w, src->line, word, str_from(buf_str(&w->out), from),
                    "the archive has the word without a hyphen");
    return true;
}

/* Of the word in `text` from `start` to `end`, which is about to be written. */
static neighbours beside(const writer *w, str text, size_t start, size_t end)
{
    neighbours n = {STR(""), STR("")};
    str written = buf_str(&w->out);
    if (written.len && written.ptr[written.len - 1] == ' ' && (start > 0 || w->current)) {
        size_t last = written.len - 1, at = last;
        while (at > 0 && word_char_len(written, at - 1) == 1)
            at--;
        n.before = (str){written.ptr + at, last - at};
    }
    if (end + 1 < text.len && text.ptr[end] == ' ')
        n.after = (str){text.ptr + end + 1, word_end(text, end + 1) - end - 1};
    return n;
}

static lost_mark what_lost(const writer *w, str core, neighbours around, size_t *at)
{
    if (memchr(core.ptr, '-', core.len) && word_lost_another(w->words, core, at))
        return LOST_HYPHEN;
    *at = word_run_in(w->words, core, around);
    return *at ? LOST_BLANK : word_lost(w->words, core, w->context, at);
}

/* "goin'", as people say. */
static bool lacks_g(str word)
{
    return str_ends(word, STR("in'")) || str_ends(word, STR("in\xe2\x80\x99"));
}

static bool mend_lost_mark(writer *w, const source *src, str word, neighbours around)
{
    size_t at = 0;
    str core = without_genitive(word);
    if (lacks_g(word))
        return false;
    lost_mark lost = what_lost(w, core, around, &at);
    if (lost == LOST_NOTHING)
        return false;
    size_t from = w->out.len;
    writer_put(w, src, str_to(word, at));
    buf_add_char(&w->out, lost == LOST_HYPHEN ? '-' : ' ');
    writer_put(w, src, str_from(word, at));
    writer_add_mend(w, src->line, word, str_from(buf_str(&w->out), from),
                    lost == LOST_HYPHEN ? "a hyphen was lost" : "a blank was lost");
    return true;
}

static bool mend_misread(writer *w, const source *src, str word)
{
    str core = without_genitive(word), before = str_trim(buf_str(&w->out));
    bool starts = before.len == 0 || strchr(".!?\"", before.ptr[before.len - 1]);
    str printed = word_misread(w->mem, w->words, core, starts);
    if (printed.len == 0)
        return false;
    size_t from = w->out.len;
    add_span(w, src->line, src->offset + (size_t)(word.ptr - src->block->text.ptr));
    buf_add(&w->out, printed);
    writer_put(w, src, str_from(word, core.len));
    writer_add_mend(w, src->line, word, str_from(buf_str(&w->out), from), "a letter misread");
    return true;
}

/* Whether the word that ends at `end` goes on in the next line: "an an-". */
static bool is_broken_off(str text, size_t end)
{
    return end < text.len && text.ptr[end] == '-';
}

/* "found found": the word at `start` again, from `at` on. */
static bool mend_doubled(writer *w, const source *src, str text, size_t start, size_t *at)
{
    enum { SHORTEST = 5 };
    /* No sentence has these twice, as it may have "that that" and "the room he was in in May". */
    static const char never_twice[] =
        " the a an of and to for from with at by as or be was were has have been his their they which into "
        "than this when ";
    str word = {text.ptr + start, *at - start}, rest = str_from(text, *at);
    size_t end = *at + 1 + word.len;
    if ((word.len < SHORTEST && !word_in(word, never_twice)) || rest.len <= word.len || rest.ptr[0] != ' ' ||
        !ascii_is_lower(word.ptr[0]) || !str_starts(str_from(rest, 1), word) ||
        word_end(text, *at + 1) != end || is_broken_off(text, end) || memchr(word.ptr, '-', word.len) ||
        word_in(word, " never again later really other about "))
        return false;
    size_t from = w->out.len;
    writer_put(w, src, word);
    writer_add_mend(w, src->line, (str){text.ptr + start, end - start}, str_from(buf_str(&w->out), from),
                    "a word printed twice");
    *at = end;
    return true;
}

/* "are alive to day.", but "from day to day." and "a change to day care". */
static bool is_to_day(str first, str second, str before, str behind)
{
    return str_eq(first, STR("to")) && word_in(second, " day night ") && behind.len &&
           strchr(".,;:?!", behind.ptr[0]) && !word_in(before, " day night close next due from ");
}

/* "releas ed" at `at`, the end of "releas". */
static bool mend_parted(writer *w, const source *src, str text, size_t start, size_t *at)
{
    if (*at + 1 >= text.len || text.ptr[*at] != ' ' || !ascii_is_alpha(text.ptr[*at + 1]))
        return false;
    str first = {text.ptr + start, *at - start};
    size_t end = word_end(text, *at + 1);
    str second = {text.ptr + *at + 1, end - *at - 1};
    bool starts = start == 0 && w->out.len == 0;
    if (is_broken_off(text, end) ||
        !(word_is_parted(w->words, first, second, starts) ||
          is_to_day(first, second, beside(w, text, start, *at).before, str_from(text, end))))
        return false;
    size_t from = w->out.len;
    writer_put(w, src, first);
    writer_put(w, src, second);
    writer_add_mend(w, src->line, (str){text.ptr + start, end - start}, str_from(buf_str(&w->out), from),
                    "a blank inside the word");
    *at = end;
    return true;
}

/* "a four year plan" at `at`, the end of "four". */
static bool mend_attribute(writer *w, const source *src, str text, size_t start, size_t *at)
{
    str first = {text.ptr + start, *at - start};
    if (!word_may_begin_attribute(first))
        return false;
    str second = beside(w, text, start, *at).after;
    if (second.len == 0 || !ascii_is_lower(second.ptr[0]))
        return false;
    size_t end = *at + 1 + second.len;
    if (is_broken_off(text, end) || !words_are_attribute(beside(w, text, start, *at).before, first, second,
                                                         beside(w, text, start, end).after))
        return false;
    size_t from = w->out.len;
    writer_put(w, src, first);
    buf_add_char(&w->out, '-');
    writer_put(w, src, second);
    writer_add_mend(w, src->line, (str){text.ptr + start, end - start}, str_from(buf_str(&w->out), from),
                    "a hyphen was lost");
    *at = end;
    return true;
}

/* Writes a word of letters that only typesetting knows as the word it is. */
static bool mend_letters(writer *w, const source *src, str word)
{
    size_t from = w->out.len, written = 0;
    for (size_t at = 0; at < word.len; at++) {
        const char *letters = ligature_letters(word, at);
        bool soft = str_starts(str_from(word, at), STR(SOFT_HYPHEN));
        if (!letters && !soft)
            continue;
        writer_put(w, src, (str){word.ptr + written, at - written});
        if (letters)
            add_span(w, src->line, src->offset + (size_t)(word.ptr + at - src->block->text.ptr));
        buf_add(&w->out, letters ? str_of(letters) : STR(""));
        written = at + (letters ? 3 : 2);
        at = written - 1;
    }
    if (!written)
        return false;
    writer_put(w, src, str_from(word, written));
    writer_add_mend(w, src->line, word, str_from(buf_str(&w->out), from), "a ligature or soft hyphen");
    return true;
}

/* "duplexes,said", "the pier.The": behind the mark at `at` a blank was lost. */
static bool lacks_blank(str text, size_t at)
{
    if (at < 2 || at + 2 >= text.len || !ascii_is_lower(text.ptr[at - 1]) ||
        !ascii_is_lower(text.ptr[at - 2]))
        return false;
    char next = text.ptr[at + 1];
    return text.ptr[at] == ','
               ? ascii_is_alpha(next)
               : text.ptr[at] == '.' && ascii_is_upper(next) && ascii_is_lower(text.ptr[at + 2]);
}

/* "| have" is "I have"; a table has more bars. */
static bool mend_bar(writer *w, const source *src, str text, size_t at, size_t *plain)
{
    /* What is behind it first: of many bars each is soon done with. */
    bool apart = text.ptr[at] == '|' && at + 1 < text.len && text.ptr[at + 1] == ' ' &&
                 !memchr(text.ptr + at + 1, '|', text.len - at - 1) && !memchr(text.ptr, '|', at);
    if (!apart || !bar_is_pronoun(str_from(text, at + 1)))
        return false;
    writer_put(w, src, (str){text.ptr + *plain, at - *plain});
    add_span(w, src->line, src->offset + (size_t)(text.ptr + at - src->block->text.ptr));
    buf_add_char(&w->out, 'I');
    writer_add_mend(w, src->line, (str){text.ptr + at, 1}, STR("I"), "a letter misread");
    *plain = at + 1;
    return true;
}

/* "people ,": no blank stands before a comma. */
static bool mend_comma(writer *w, const source *src, str text, size_t at, size_t *plain)
{
    bool apart = at > 0 && at + 1 < text.len && text.ptr[at] == ' ' && text.ptr[at + 1] == ',' &&
                 ascii_is_lower(text.ptr[at - 1]) && (at + 2 == text.len || text.ptr[at + 2] == ' ');
    if (!apart)
        return false;
    size_t start = at;
    while (start > 0 && word_char_len(text, start - 1) == 1)
        start--;
    buf after = buf_in(w->mem);
    buf_add(&after, (str){text.ptr + start, at - start});
    buf_add_char(&after, ',');
    writer_put(w, src, (str){text.ptr + *plain, at - *plain});
    writer_add_mend(w, src->line, (str){text.ptr + start, at + 2 - start}, buf_str(&after),
                    "a blank before a comma");
    *plain = at + 1;
    return true;
}

/* A tag goes, an entity becomes its character: how many bytes it has, 0 for neither. */
static size_t put_markup(writer *w, const source *src, str text, size_t at, size_t *plain)
{
    str rest = str_from(text, at), character = STR("");
    size_t tag = html_tag_len(rest), len = tag ? tag : html_entity_len(rest, &character);
    if (len == 0)
        return 0;
    writer_put(w, src, (str){text.ptr + *plain, at - *plain});
    *plain = at + len;
    if (tag && html_tag_parts(str_to(rest, tag)) && w->out.len && !str_ends(buf_str(&w->out), STR(" ")))
        buf_add_char(&w->out, ' ');
    if (tag)
        return len;
    add_span(w, src->line, src->offset + (size_t)(rest.ptr - src->block->text.ptr));
    buf_add(&w->out, character);
    writer_add_mend(w, src->line, str_to(rest, len), character, "a character written as HTML");
    return len;
}

/* The marks between words: a blank that was lost behind one is put there, emphasis goes.  Returns the byte
 * behind the mark. */
static size_t put_mark(writer *w, const source *src, str text, size_t at, size_t *plain)
{
    bool emphasis = text.ptr[at] == '*';
    size_t markup = ascii_is_one_of(text.ptr[at], "<&") ? put_markup(w, src, text, at, plain) : 0;
    if (markup)
        return at + markup;
    if (mend_bar(w, src, text, at, plain) || mend_comma(w, src, text, at, plain))
        return at + 1;
    if (!emphasis && !lacks_blank(text, at))
        return at + 1;
    writer_put(w, src, (str){text.ptr + *plain, at + !emphasis - *plain});
    *plain = at + 1;
    if (emphasis)
        return at + 1;
    buf_add_char(&w->out, ' ');
    size_t start = at;
    while (start > 0 && word_char_len(text, start - 1) == 1)
        start--;
    str before = {text.ptr + start, word_end(text, at + 1) - start};
    buf after = buf_in(w->mem);
    buf_add(&after, str_to(before, at + 1 - start));
    buf_add_char(&after, ' ');
    buf_add(&after, str_from(before, at + 1 - start));
    writer_add_mend(w, src->line, before, buf_str(&after), "a blank was lost");
    return at + 1;
}

void writer_put_text(writer *w, const source *src, str text)
{
    size_t plain = 0, at = 0;
    const bool mid_word = w->mid_word;
    w->mid_word = false;
    while (at < text.len) {
        if (!ascii_is_alnum(text.ptr[at]) && !ligature_letters(text, at)) {
            at = put_mark(w, src, text, at, &plain);
            continue;
        }
        size_t start = at;
        at = word_end(text, at);
        str word = {text.ptr + start, at - start};
        size_t mended_end = at;
        str before = {text.ptr + plain, start - plain};
        writer_put(w, src, before);
        /* Half of a word that a column's end breaks. */
        bool half = (start == 0 && mid_word) || (at == text.len && str_ends(word, STR(SOFT_HYPHEN))) ||
                    (at + 1 == text.len && text.ptr[at] == '-');
        if (half)
            writer_put(w, src, word);
        else if (!mend_open_hyphen(w, src, text, start, &mended_end) &&
                 !mend_doubled(w, src, text, start, &mended_end) && !mend_false_hyphen(w, src, word) &&
                 !mend_parted(w, src, text, start, &mended_end) &&
                 !mend_attribute(w, src, text, start, &mended_end) &&
                 !mend_lost_mark(w, src, word, beside(w, text, start, at)) && !mend_letters(w, src, word) &&
                 !mend_misread(w, src, word))
            writer_put(w, src, word);
        at = plain = mended_end;
    }
    writer_put(w, src, (str){text.ptr + plain, text.len - plain});
}
