#include "parse/link_score.h"

#include "parse/pair.h"

/* Log odds, beside what the two stories share, for a story that stands where the jump sends its reader. */
static const double weight_there = 3.2, /* it is hardly ever forgotten */
    weight_anywhere = 1.0,              /* the page is not known */
    weight_from_here = 2.5,             /* it says that it is from the jump's page, so that one leads to it */
    weight_from_other = -5.0,           /* it says that it is from another page */
    weight_teased_there = 2.0;          /* likewise, for a teaser */

static const double never = -1e9;

int32_t link_target(const link_page *from, const clue *marker)
{
    return marker->page < 0 ? (from->page_number ? from->page_number + 1 : 0) : marker->page;
}

/* The page that a continued story says that it is from: 0 unknown. */
static int32_t said_from(const link_page *at, const clue *story)
{
    if (story->page >= 0)
        return story->page;
    return at->page_number > 1 ? at->page_number - 1 : 0;
}

/* By that page. */
static double score_from(const link_page *from, const link_page *to, const clue *story)
{
    int32_t said = said_from(to, story);
    if (!said || !from->page_number)
        return 0;
    return said == from->page_number ? weight_from_here : weight_from_other;
}

static const clue *clue_of(const link_page *p, clue_kind kind, int32_t article_index)
{
    for (size_t i = 0; i < p->n_clues; i++)
        if (p->clues[i].kind == kind && p->clues[i].article == article_index)
            return &p->clues[i];
    return NULL;
}

/* The marker's story goes on from that page, where this one jumps to the marker's page: it is the same
 * story's beginning, or that of another one. */
static bool leads_here(const link_page *from, const clue *marker, const link_page *to, const clue *story)
{
    const clue *continued = clue_of(from, CLUE_CONTINUED, marker->article);
    const clue *onward = clue_of(to, CLUE_JUMP, story->article);
    if (!continued || !onward || !from->page_number || link_target(to, onward) != from->page_number)
        return false;
    return said_from(from, continued) == to->page_number;
}

double link_score(rarity *r, const link_page *from, const clue *marker, const link_page *to,
                  const clue *story, bool known_page)
{
    if (marker->kind == CLUE_TEASER)
        return pair_of_teaser(r, marker, story) + (known_page ? weight_teased_there : 0);
    if (from == to ? story->article == marker->article : leads_here(from, marker, to, story))
        return never; /* the story itself, or its beginning */
    double score = pair_of_jump(r, marker, story) + (known_page ? weight_there : weight_anywhere);
    if (story->kind == CLUE_STORY)
        return score + pair_of_uncontinued(story->byline);
    return score + score_from(from, to, story);
}

double link_score_elsewhere(rarity *r, const clue *marker, const clue *story, int64_t n_loose)
{
    if (marker->kind == CLUE_TEASER)
        return pair_of_teaser(r, marker, story) + pair_of_pages(n_loose);
    double score = pair_of_jump(r, marker, story) + pair_of_pages(n_loose);
    return story->kind == CLUE_STORY ? score + pair_of_uncontinued(story->byline) : score;
}

void link_explain(rarity *r, const clue *marker, const clue *story, buf *out)
{
    size_t start = out->len;
    pair_explain(r, marker, story, out);
    if (marker->kind == CLUE_JUMP && story->kind == CLUE_CONTINUED) {
        buf_add(out, out->len > start ? STR("; ") : STR(""));
        if (story->page > 0)
            buf_addf(out, "says 'From page %d'", story->page);
        else
            buf_add(out, STR("says that it is continued"));
    }
    if (out->len == start)
        buf_add(out, STR("only its place"));
}
