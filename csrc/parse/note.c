#include "parse/note.h"

#include "base/ascii.h"
#include "parse/token.h"

/* The word before "is", "writes" at a paragraph's start, where only a name stands before it; "" for none. */
static str subject_of(str text)
{
    enum { MOST_WORDS = 4, LONGEST_VERB = 7, LONGEST_TITLE = 4 };
    size_t at = 0;
    str token, last = STR("");
    for (size_t n = 0; n <= MOST_WORDS && token_next(text, &at, &token); n++) {
        str word = token_core(token);
        if (n > 0 && word.len <= LONGEST_VERB &&
            word_in(word, " is was writes teaches works runs lives covers edits "))
            return last;
        if (word.len == 0 || !ascii_is_upper(word.ptr[0]) ||
            (word.len <= LONGEST_TITLE && word_in(word, " mr mrs ms miss dr the ")))
            break;
        last = word;
    }
    return STR("");
}

static bool has_surname(const article *a, str surname)
{
    for (size_t i = 0; i < a->n_bylines; i++) {
        str name = a->bylines[i];
        size_t from = name.len;
        while (from > 0 && !ascii_is_space(name.ptr[from - 1]))
            from--;
        if (from > 0 && str_eq_nocase(str_from(name, from), surname))
            return true;
    }
    return false;
}

int32_t *notes_on_writers(builder *b)
{
    enum { MOST_WORDS = 40 };
    const page *p = b->page;
    int32_t *notes = arena_array(b->mem, p->n_articles + 1, sizeof *notes);
    bool signed_ones = false;
    for (size_t a = 0; a < p->n_articles; a++) {
        notes[a] = -1;
        signed_ones |= p->articles[a].n_bylines > 0;
    }
    for (size_t i = 0; i < p->n_blocks && signed_ones; i++) {
        if (p->blocks[i].kind != KIND_BODY || b->paragraph[i] != i || b->lines[i].n_words >= MOST_WORDS)
            continue;
        str surname = subject_of(p->blocks[i].text);
        for (size_t a = 0; a < p->n_articles && surname.len > 0; a++)
            if (has_surname(&p->articles[a], surname))
                notes[a] = (int32_t)i;
    }
    return notes;
}
