#include "parse/kind.h"

#include "parse/evidence.h"

uint32_t kind_pair_bits(const line *previous, const line *current)
{
    uint32_t bits = 0;
    bool open = !LOOKS(previous, LOOK_ENDS_SENTENCE) && !LOOKS(previous, LOOK_JUMP_TAIL);
    bits |= (uint32_t)open << PAIR_OPEN;
    bool over = LOOKS(previous, LOOK_JUMP_TAIL) || LOOKS(previous, LOOK_SIGNATURE) ||
                LOOKS(previous, LOOK_NAME_OVER_HEAD);
    bits |= (uint32_t)over << PAIR_AFTER_JUMP;
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
    enum { LONGEST_ACRONYM = 4, MOST_LABEL_WORDS = 3 };
    bool capitals = LOOKS(previous, LOOK_ALL_CAPS), other = capitals != LOOKS(current, LOOK_ALL_CAPS);
    other &= (capitals ? previous : current)->text.len > LONGEST_ACRONYM;
    bits |= (uint32_t)(other && current->n_words <= MOST_LABEL_WORDS) << PAIR_OTHER_CAPITALS;
    return bits;
}

typedef float row[STATE_LANES];

static void add_row(float *restrict scores, const float *restrict weights)
{
    for (int k = 0; k < STATE_LANES; k++)
        scores[k] += weights[k];
}

enum { PAIR_SETS = 1 << PAIR_COUNT };

typedef struct decoder {
    arena *mem;
    uint64_t (*pairs_of)[LOOK_PAIR_SETS]; /* by look: the look pairs that it is the first of */
    row *moves[PAIR_SETS]; /* weights from state to state, by what the step's lines look like; NULL: not
                              yet made */
} decoder;

static decoder *decoder_new(arena *mem)
{
    decoder *d = arena_alloc(mem, sizeof *d);
    d->mem = mem;
    d->pairs_of = arena_array(mem, LOOK_COUNT, sizeof *d->pairs_of);
    for (size_t i = 0; i < n_look_pairs; i++)
        d->pairs_of[look_pairs[i].first][i / 64] |= UINT64_C(1) << i % 64;
    return d;
}

/* Adds what the line by itself says of its state. */
static void add_emission(const decoder *d, const line *l, float *scores)
{
    row emitted;
    uint64_t pairs[LOOK_PAIR_SETS] = {0};
    memcpy(emitted, state_bias, sizeof emitted);
    for (int w = 0; w < 2; w++)
        for (uint64_t looks = l->looks[w]; looks; looks &= looks - 1) {
            int look = w * 64 + __builtin_ctzll(looks);
            add_row(emitted, look_weights[look]);
            for (int k = 0; k < LOOK_PAIR_SETS; k++)
                pairs[k] |= d->pairs_of[look][k];
        }
    for (int k = 0; k < LOOK_PAIR_SETS; k++)
        for (; pairs[k]; pairs[k] &= pairs[k] - 1) {
            const look_pair *pair = &look_pairs[k * 64 + __builtin_ctzll(pairs[k])];
            if (LOOKS(l, pair->second))
                emitted[pair->state] += pair->weight;
        }
    emitted[STATE_HEAD_UNDER_KICKER] = emitted[KIND_HEADLINE];
    add_row(scores, emitted);
}

static void tell_heads_under_kickers(row *moves)
{
    const float BARRED = -20;
    memcpy(moves[STATE_HEAD_UNDER_KICKER], moves[KIND_HEADLINE], sizeof *moves);
    for (int from = 0; from < STATE_COUNT; from++) {
        moves[from][STATE_HEAD_UNDER_KICKER] = moves[from][KIND_HEADLINE];
        for (int to = 0; to < STATE_COUNT; to++)
            if (!state_may_follow(from, to))
                moves[from][to] = BARRED;
    }
    moves[STATE_HEAD_UNDER_KICKER][STATE_KICKER_AFTER] += second_kicker;
}

/* The weights of a step between two lines that look so together. */
static const row *moves_of(decoder *d, uint32_t bits)
{
    if (d->moves[bits])
        return (const row *)d->moves[bits];
    row *moves = arena_array(d->mem, STATE_COUNT, sizeof *moves);
    memcpy(moves, state_transitions, sizeof(row) * STATE_WEIGHED);
    for (size_t i = 0; i < n_pair_weights; i++)
        if ((bits >> pair_weights[i].pair) & 1)
            moves[pair_weights[i].from][pair_weights[i].to] += pair_weights[i].weight;
    tell_heads_under_kickers(moves);
    d->moves[bits] = moves;
    return (const row *)moves;
}

/* The score of the best way to each state of the next line. */
static void best_moves(const row *restrict moves, const float *restrict before, float *restrict best)
{
    for (int k = 0; k < STATE_LANES; k++) {
        float most = before[0] + moves[0][k];
        for (int from = 1; from < STATE_COUNT; from++) {
            float score = before[from] + moves[from][k];
            most = score > most ? score : most;
        }
        best[k] = most;
    }
}

/* The state that is most likely, given that the next line's is `to` (NULL moves: that nothing follows). */
static int best_state(const float *scores, const row *moves, int to)
{
    int best = 0;
    float most = scores[0] + (moves ? moves[0][to] : 0);
    for (int k = 1; k < STATE_COUNT; k++) {
        float score = scores[k] + (moves ? moves[k][to] : 0);
        best = score > most ? k : best;
        most = score > most ? score : most;
    }
    return best;
}

/* Kept small, so that a page of any length loses no precision. */
static void lower(float *scores)
{
    float top = scores[0];
    for (int k = 1; k < STATE_COUNT; k++)
        top = scores[k] > top ? scores[k] : top;
    for (int k = 0; k < STATE_LANES; k++)
        scores[k] -= top;
}

static line_kind kind_of_state(int state)
{
    return state == STATE_KICKER_AFTER        ? KIND_KICKER
           : state == STATE_HEAD_UNDER_KICKER ? KIND_HEADLINE
                                              : (line_kind)state;
}

/* `moves`: to the next line, whose state is `to`; NULL where nothing follows. */
static kind_choice choose(const float *scores, const row *moves, int to, int state)
{
    float head = scores[KIND_HEADLINE], labelled = scores[STATE_HEAD_UNDER_KICKER];
    float cross = scores[KIND_CROSSHEAD], body = scores[KIND_BODY];
    if (moves) {
        head += moves[KIND_HEADLINE][to];
        labelled += moves[STATE_HEAD_UNDER_KICKER][to];
        cross += moves[KIND_CROSSHEAD][to];
        body += moves[KIND_BODY][to];
    }
    bool crosshead = cross > body;
    head = labelled > head ? labelled : head;
    return (kind_choice){kind_of_state(state), crosshead ? KIND_CROSSHEAD : KIND_BODY,
                         head - (crosshead ? cross : body)};
}

void kinds_decode(arena *mem, const line *lines, size_t n, kind_choice *choices)
{
    if (n == 0)
        return;
    row *scores = arena_array(mem, n, sizeof *scores);
    const row **moves = arena_array(mem, n, sizeof *moves); /* from the line before */
    decoder *d = decoder_new(mem);
    memcpy(scores[0], state_start, sizeof *scores);
    scores[0][STATE_HEAD_UNDER_KICKER] =
        state_start[STATE_KICKER_AFTER]; /* nor is one above the first line */
    add_emission(d, &lines[0], scores[0]);
    for (size_t i = 1; i < n; i++) {
        moves[i] = moves_of(d, kind_pair_bits(&lines[i - 1], &lines[i]));
        best_moves(moves[i], scores[i - 1], scores[i]);
        add_emission(d, &lines[i], scores[i]);
        lower(scores[i]);
    }
    int state = 0;
    for (size_t i = n; i-- > 0;) {
        const row *behind = i + 1 < n ? moves[i + 1] : NULL;
        int next = state;
        state = best_state(scores[i], behind, next);
        choices[i] = choose(scores[i], behind, next, state);
    }
}
