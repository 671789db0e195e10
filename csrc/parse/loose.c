#include "parse/loose.h"

#include <math.h>
#include <stdlib.h>

#include "parse/loose_join.h"
#include "parse/place_node.h"

typedef struct ranked {
    str key;
    size_t index; /* in the caller's order */
} ranked;

static int by_key(const void *x, const void *y)
{
    const ranked *a = x, *b = y;
    return place_compare_keys(a->key, b->key);
}

static ranked *rank(arena *mem, const place_evidence *evidence, size_t n)
{
    ranked *all = arena_array(mem, n, sizeof *all);
    for (size_t i = 0; i < n; i++)
        all[i] = (ranked){evidence[i].key, i};
    if (n)
        qsort(all, n, sizeof *all, by_key);
    return all;
}

static clue_page *describe(arena *mem, const places *p, const place_evidence *evidence, const ranked *ranks,
                           size_t n)
{
    clue_page *pages = arena_array(mem, n, sizeof *pages);
    for (size_t i = 0; i < n; i++) {
        const placement *at = &p->pages[ranks[i].index];
        const place_evidence *e = &evidence[ranks[i].index];
        const issue *in = at->issue >= 0 ? &p->issues[at->issue] : NULL;
        pages[i] = (clue_page){.issue = at->issue,
                               .number = at->page_number,
                               .first = in ? in->first : e->first,
                               .last = in ? in->last : e->last,
                               .not_before = in ? (date){0} : e->not_before};
    }
    return pages;
}

static lead *list_leads(arena *mem, const page_clues *clues, const ranked *ranks, size_t n_pages, size_t *n)
{
    *n = 0;
    for (size_t i = 0; i < n_pages; i++)
        *n += clues[i].n;
    lead *leads = arena_array(mem, *n, sizeof *leads);
    size_t at = 0;
    for (size_t i = 0; i < n_pages; i++)
        for (size_t k = 0; k < clues[ranks[i].index].n; k++)
            leads[at++] = (lead){.clue = &clues[ranks[i].index].items[k], .page = (int32_t)i};
    return leads;
}

/* Adds the issues that loose pages form alone. */
static void add_issues(arena *mem, places *p, const loose_joined *joined, const ranked *ranks)
{
    issue *issues = arena_array(mem, p->n_issues + joined->n_issues, sizeof *issues);
    if (p->n_issues)
        memcpy(issues, p->issues, p->n_issues * sizeof *issues);
    for (size_t i = 0; i < joined->n_issues; i++) {
        buf key = buf_in(mem);
        buf_add(&key, STR("undated-"));
        buf_add(&key, ranks[joined->first_pages[i]].key);
        issues[p->n_issues++] = (issue){.key = buf_str(&key), .paper = STR("")};
    }
    p->issues = issues;
}

void place_loose(arena *mem, places *p, const place_evidence *evidence, rarity *r, const page_clues *clues,
                 size_t n_pages)
{
    size_t n_leads;
    const ranked *ranks = rank(mem, evidence, n_pages);
    lead *leads = list_leads(mem, clues, ranks, n_pages, &n_leads);
    clue_page *pages = describe(mem, p, evidence, ranks, n_pages);
    const loose_joined *joined = loose_join(mem, r, pages, n_pages, leads, n_leads, p->n_issues);
    add_issues(mem, p, joined, ranks);
    for (size_t i = 0; i < n_pages; i++) {
        placement *at = &p->pages[ranks[i].index];
        const joined_page *j = &joined->pages[i];
        if (!j->evidence.len)
            continue;
        buf words = buf_in(mem);
        if (at->issue >= 0) {
            buf_add(&words, at->evidence);
            buf_add(&words, STR("; "));
        }
        buf_add(&words, j->evidence);
        *at = (placement){j->issue, j->number, j->sure, buf_str(&words)};
    }
}
