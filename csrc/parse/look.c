#include "parse/look.h"

#include "parse/block.h"
#include "parse/cohesion.h"
#include "parse/credit.h"
#include "parse/unit.h"

/* What the lines talk of; of a caption, its credit is no part. */
static void read_affinity(arena *mem, page_looks *p)
{
    text_words *texts = arena_array(mem, p->n_lines + 1, sizeof *texts);
    for (size_t i = 0; i < p->n_lines; i++) {
        const line *l = &p->lines[i];
        size_t credit;
        texts[i] = (text_words){l->text, l->words};
        if (LOOKS(l, LOOK_CREDIT) && credit_find(l->text, &credit, NULL)) {
            texts[i].text = str_to(l->text, credit);
            texts[i].words = words_read(&p->words, texts[i].text);
        }
    }
    p->affinity = affinity_new(mem, &p->words, texts, p->n_lines);
}

page_looks page_look_at(arena *mem, str text, const labels *standing)
{
    page_looks p = {.words = {.mem = mem}};
    p.lines = lines_read(&p.words, text, &p.n_lines, &p.n_source_lines);
    lines_look_past_specks(&p.words, p.lines, p.n_lines);
    lines_look_for_standing(p.lines, p.n_lines, standing);
    lines_look_for_imprint(p.lines, p.n_lines);
    lines_look_for_rows(p.lines, p.n_lines);
    lines_look_for_boxes(p.lines, p.n_lines);
    lines_look_for_scraps(p.lines, p.n_lines);
    p.column = column_of(mem, p.lines, p.n_lines);
    lines_look_for_blocks(p.lines, p.n_lines, &p.column);
    lines_look_for_goods(p.lines, p.n_lines);
    read_affinity(mem, &p);
    p.first = arena_array(mem, p.n_lines + 1, sizeof *p.first);
    p.units = units_of(mem, p.lines, p.n_lines, &p.column, p.first, &p.n_units);
    p.first[p.n_units] = p.n_lines;
    for (size_t i = 0; i < p.n_units; i++)
        line_set_look_if(&p.lines[p.first[i]], LOOK_LISTED, LOOKS(&p.units[i], LOOK_LISTED));
    cohesion_look(p.affinity, p.n_lines, p.units, p.first, p.n_units);
    return p;
}
