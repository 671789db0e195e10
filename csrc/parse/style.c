#include "parse/style.h"

#include <math.h>

static const int n_values[STYLE_TRAITS] = {[STYLE_CASE] = 3, [STYLE_LEVEL] = 4, [STYLE_LENGTH] = 4};

static int value_of(const line *l, int trait)
{
    switch (trait) {
    case STYLE_CASE:
        return LOOKS(l, LOOK_TITLE_CASE) ? 0 : LOOKS(l, LOOK_ALL_CAPS) ? 1 : 2;
    case STYLE_LEVEL:
        return l->heading < STYLE_VALUES ? l->heading : STYLE_VALUES - 1;
    default:
        return l->n_words <= 3 ? 0 : l->n_words <= 6 ? 1 : l->n_words <= 9 ? 2 : 3;
    }
}

void style_count(style *s, const line *l, bool headline, float by)
{
    for (int trait = 0; trait < STYLE_TRAITS; trait++)
        (headline ? s->headlines : s->crossheads)[trait][value_of(l, trait)] += by;
}

/* Half a heading more of each sort: of few it cannot be told how they are set. */
static float share(const float *counts, int n, int value)
{
    float all = 0;
    for (int i = 0; i < n; i++)
        all += counts[i] + 0.5F;
    return (counts[value] + 0.5F) / all;
}

float style_odds(const style *s, const line *l)
{
    float odds = 0;
    for (int trait = 0; trait < STYLE_TRAITS; trait++) {
        int value = value_of(l, trait), n = n_values[trait];
        odds += logf(share(s->headlines[trait], n, value) / share(s->crossheads[trait], n, value));
    }
    return odds;
}
