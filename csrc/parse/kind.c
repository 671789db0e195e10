#include "parse/kind.h"

#include <math.h>

#include "parse/evidence.h"

/* What two lines that stand together say of their kinds. */
static uint32_t pair_bits(const line *previous, const line *current)
{
    uint32_t bits = 0;
    bool open = !LOOKS(previous, LOOK_ENDS_SENTENCE) && !LOOKS(previous, LOOK_JUMP_TAIL);
    bits |= (uint32_t)open << PAIR_OPEN;
    bits |= (uint32_t)(LOOKS(previous, LOOK_JUMP_TAIL)) << PAIR_AFTER_JUMP;
    bits |= (uint32_t)(LOOKS(current, LOOK_STARTS_LOWER)) << PAIR_LOWER;
    bits |= (uint32_t)(LOOKS(current, LOOK_TIGHT)) << PAIR_TIGHT;
    bits |= (uint32_t)(previous->n_words >= current->n_words) << PAIR_SHORTER;
    bits |= (uint32_t)(previous->n_words <= current->n_words) << PAIR_LONGER;
    int before = previous->heading ? previous->heading : 9, after = current->heading ? current->heading : 9;
    bits |= (uint32_t)(before < after) << PAIR_DEEPER;
    bits |= (uint32_t)(before > after) << PAIR_HIGHER;
    bits |= (uint32_t)(LOOKS(previous, LOOK_CREDIT)) << PAIR_AFTER_CREDIT;
    bits |= (uint32_t)(LOOKS(previous, LOOK_GRAPHIC_WORD)) << PAIR_AFTER_GRAPHIC_WORD;
    bits |= (uint32_t)(before == after && before < 9 && previous->n_words > 4) << PAIR_SAME_LEVEL;
    return bits;
}

static void add_row(float *scores, const float *row)
{
    for (int k = 0; k < STATE_COUNT; k++)
        scores[k] += row[k];
}

static void emission(const line *l, float *scores)
{
    memcpy(scores, state_bias, sizeof state_bias);
    for (int w = 0; w < 2; w++)
        for (uint64_t looks = l->looks[w]; looks; looks &= looks - 1)
            add_row(scores, look_weights[w * 64 + __builtin_ctzll(looks)]);
    for (size_t i = 0; i < n_look_pairs; i++)
        if (LOOKS(l, look_pairs[i].first) && LOOKS(l, look_pairs[i].second))
            scores[look_pairs[i].state] += look_pairs[i].weight;
}

typedef float transition_table[STATE_COUNT][STATE_COUNT];

static void transitions(uint32_t bits, transition_table t)
{
    memcpy(t, state_transitions, sizeof(transition_table));
    for (size_t i = 0; i < n_pair_weights; i++)
        if ((bits >> pair_weights[i].pair) & 1)
            t[pair_weights[i].from][pair_weights[i].to] += pair_weights[i].weight;
}

/* One step: the best way to each state of this line. */
static void advance(const float *before, transition_table t, const float *emitted, float *after,
                    uint8_t *from)
{
    for (int k = 0; k < STATE_COUNT; k++) {
        float best = -INFINITY;
        for (int p = 0; p < STATE_COUNT; p++) {
            float score = before[p] + t[p][k];
            if (score > best) {
                best = score;
                from[k] = (uint8_t)p;
            }
        }
        after[k] = best + emitted[k];
    }
}

static line_kind kind_of_state(int state)
{
    return state == STATE_KICKER_AFTER ? KIND_KICKER : (line_kind)state;
}

void kinds_decode(arena *mem, const line *lines, size_t n, line_kind *kinds)
{
    if (n == 0)
        return;
    uint8_t(*from)[STATE_COUNT] = arena_array(mem, n, sizeof *from);
    float scores[2][STATE_COUNT], emitted[STATE_COUNT];
    transition_table t;
    emission(&lines[0], scores[0]);
    add_row(scores[0], state_start);
    for (size_t i = 1; i < n; i++) {
        emission(&lines[i], emitted);
        transitions(pair_bits(&lines[i - 1], &lines[i]), t);
        advance(scores[(i - 1) % 2], t, emitted, scores[i % 2], from[i]);
        /* Kept small, so that a page of any length loses no precision. */
        float top = scores[i % 2][0];
        for (int k = 1; k < STATE_COUNT; k++)
            top = fmaxf(top, scores[i % 2][k]);
        for (int k = 0; k < STATE_COUNT; k++)
            scores[i % 2][k] -= top;
    }
    int state = 0;
    for (int k = 1; k < STATE_COUNT; k++)
        if (scores[(n - 1) % 2][k] > scores[(n - 1) % 2][state])
            state = k;
    for (size_t i = n; i-- > 0;) {
        kinds[i] = kind_of_state(state);
        state = from[i][state];
    }
}
