#include "gold.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_PATH = 1000 };

void fit_fail(const char *what, const char *path)
{
    fprintf(stderr, "fit: %s %s\n", what, path);
    exit(1);
}

static str read_all(const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f || fseek(f, 0, SEEK_END) != 0)
        fit_fail("cannot read", path);
    long len = ftell(f);
    char *bytes = malloc((size_t)len + 1);
    rewind(f);
    if (!bytes || fread(bytes, 1, (size_t)len, f) != (size_t)len)
        fit_fail("cannot read", path);
    fclose(f);
    bytes[len] = '\0';
    return (str){bytes, (size_t)len};
}

static line_kind kind_of_name(const char *name, const char *path)
{
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (strcmp(name, line_kind_name((line_kind)kind)) == 0)
            return (line_kind)kind;
    fit_fail("unknown kind in", path);
}

/* The kind of each source line; KIND_COUNT for one that the gold does not name. */
static line_kind *read_gold(const char *path, size_t n_source_lines)
{
    line_kind *kinds = malloc((n_source_lines + 1) * sizeof *kinds);
    FILE *f = fopen(path, "r");
    if (!f || !kinds)
        fit_fail("cannot read", path);
    for (size_t i = 0; i <= n_source_lines; i++)
        kinds[i] = KIND_COUNT;
    char row[4000], name[40];
    unsigned long number;
    while (fgets(row, sizeof row, f))
        if (sscanf(row, "%lu\t%39[a-z_]", &number, name) == 2 && number <= n_source_lines)
            kinds[number] = kind_of_name(name, path);
    fclose(f);
    return kinds;
}

/* What most lines of a unit are; KIND_COUNT where the gold names none. */
static line_kind majority(const page_looks *looks, size_t unit, const line_kind *of_lines)
{
    size_t counts[KIND_COUNT + 1] = {0}, best = KIND_COUNT;
    for (size_t i = looks->first[unit]; i < looks->first[unit + 1]; i++)
        counts[of_lines[looks->lines[i].number]]++;
    counts[KIND_COUNT] = 0;
    for (size_t kind = 0; kind < KIND_COUNT; kind++)
        best = counts[kind] > counts[best] ? kind : best;
    return (line_kind)best;
}

bool gold_next(gold_page *p)
{
    char gold[LONGEST_PATH], text[LONGEST_PATH];
    *p = (gold_page){0};
    if (scanf("%lf %999s %999s", &p->share, gold, text) != 3)
        return false;
    p->mem = calloc(1, sizeof *p->mem);
    if (!p->mem || ARENA_FAILED(p->mem))
        fit_fail("no memory for", text);
    p->text = read_all(text);
    p->looks = page_look_at(p->mem, p->text, NULL);
    line_kind *of_lines = read_gold(gold, p->looks.n_source_lines);
    p->of_units = arena_array(p->mem, p->looks.n_units, sizeof *p->of_units);
    for (size_t u = 0; u < p->looks.n_units; u++)
        p->of_units[u] = majority(&p->looks, u, of_lines);
    free(of_lines);
    return true;
}
