/* Where pages belong and where their markers lead. */
#include "work/relink.h"
#include "store/clue_words.h"
#include "store/markers.h"
#include "work/session.h"

/* A function of its own, so that the arena is sound after the jump. */
static bool link_group_in(session *s, arena *mem, rarity *r, link_group *group)
{
    if (ARENA_FAILED(mem))
        return false;
    markers_link(mem, s->db, r, group);
    return true;
}

void session_link(session *s)
{
    size_t n;
    rarity *r = clue_words_rarity(&s->mem, s->db);
    link_group *groups =
        issues_update(&s->mem, s->db, r, &(issues_news){s->touched, s->n_touched, &s->changed_words}, &n);
    for (size_t i = 0; i < n && session_going(s); i++) {
        arena mem = {.stop = &s->watch->cancelled};
        if (!link_group_in(s, &mem, r, &groups[i]))
            session_out_of_memory(s);
        arena_free(&mem);
    }
}

void relink_by_hand(arena *mem, db *d)
{
    const rarity_change none = {0};
    size_t n;
    rarity *r = clue_words_rarity(mem, d);
    link_group *groups = issues_update(mem, d, r, &(issues_news){.words = &none}, &n);
    for (size_t i = 0; i < n; i++)
        markers_link(mem, d, r, &groups[i]);
}
