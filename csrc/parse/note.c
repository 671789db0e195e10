#include "parse/note.h"

#include "base/ascii.h"
#include "parse/byline_part.h"

static str last_word(str name)
{
    size_t from = name.len;
    while (from > 0 && !ascii_is_space(name.ptr[from - 1]))
        from--;
    return str_from(name, from);
}

static bool has_surname(const article *a, str surname)
{
    for (size_t i = 0; i < a->n_bylines; i++) {
        str name = a->bylines[i], last = last_word(name);
        if (last.len < name.len && str_eq_nocase(last, surname))
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
        str surname = last_word(byline_subject(p->blocks[i].text));
        for (size_t a = 0; a < p->n_articles && surname.len > 0; a++)
            if (has_surname(&p->articles[a], surname))
                notes[a] = (int32_t)i;
    }
    return notes;
}
