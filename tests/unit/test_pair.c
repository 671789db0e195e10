/* What speaks for two stories being one. */
#include "unit.h"

#include "parse/pair.h"

static int64_t all_as_rare(void *context, uint32_t key)
{
    (void)context;
    (void)key;
    return 4;
}

static rarity *words_of(arena *mem)
{
    return rarity_new(mem, 1000, all_as_rare, NULL);
}

static const clue *clue_of(arena *mem, const char *text, clue_kind kind)
{
    size_t n;
    const page *p = page_parse(mem, str_of(text), NULL);
    const clue *clues = clues_read(mem, clues_write(mem, p), &n);
    for (size_t i = 0; i < n; i++)
        if (clues[i].kind == kind)
            return &clues[i];
    fail_msg("no such clue in: %s", text);
    return NULL;
}

#define BEFORE                                                                                               \
    "The Lock at Lanting Opens Again\n\nBy HAO Wenqi\n\nThe keeper of the lock, Dazhi Rolan, counted seven " \
    "boats from his window on the first day after the winter.\n\nSee page 2\n"

static double score(arena *mem, const char *before, const char *after)
{
    return pair_of_jump(words_of(mem), clue_of(mem, before, CLUE_JUMP), clue_of(mem, after, CLUE_CONTINUED));
}

static void names_taken_up_tell_most(void **state)
{
    const char *known =
        "Boats Come Back\n\nFrom page 1\n\nOn the second day there were nine, said Rolan, who "
        "then went to bed.\n";
    const char *introduced =
        "Boats Come Back\n\nFrom page 1\n\nOn the second day there were nine, said Peter "
        "Rolan, who then went to bed.\n";
    const char *stranger = "Boats Come Back\n\nFrom page 1\n\nOn the second day there were nine, said Mirov, "
                           "who then went to bed.\n";
    assert_true(score(*state, BEFORE, known) > score(*state, BEFORE, introduced) + 1);
    assert_true(score(*state, BEFORE, introduced) > score(*state, BEFORE, stranger) + 1);
}

static void one_headline_tells_much(void **state)
{
    const char *same = "The Lock at Lanting Opens Again\n\nFrom page 1\n\nNobody was surprised by that.\n";
    const char *other = "A Bakery in Xisha Bakes at Night\n\nFrom page 1\n\nNobody was surprised by that.\n";
    assert_true(score(*state, BEFORE, same) > score(*state, BEFORE, other) + 5);
}

static void a_name_that_nothing_introduced_speaks_against(void **state)
{
    const char *stranger = "Boats Come Back\n\nFrom page 1\n\nOn the second day there were nine, said Mirov, "
                           "who then went to bed.\n";
    const char *nobody = "Boats Come Back\n\nFrom page 1\n\nOn the second day there were nine, said the man, "
                         "who then went to bed.\n";
    assert_true(score(*state, BEFORE, nobody) > score(*state, BEFORE, stranger) + 0.5);
}

static void the_jump_word_is_of_the_story(void **state)
{
    const char *after = "Boats Come Back\n\nFrom page 1\n\nOn the second day there were nine of them.\n";
    clue from = *clue_of(*state, BEFORE, CLUE_JUMP);
    const clue *to = clue_of(*state, after, CLUE_CONTINUED);
    double without = pair_of_jump(words_of(*state), &from, to);
    uint32_t boats = clue_word(STR("BOATS")), bakery = clue_word(STR("BAKERY"));
    from.word = (clue_words){&boats, 1};
    assert_true(pair_of_jump(words_of(*state), &from, to) > without + 1);
    from.word = (clue_words){&bakery, 1};
    assert_true(pair_of_jump(words_of(*state), &from, to) < without - 1);
}

static void a_cut_sentence_goes_on(void **state)
{
    const char *after = "Boats Come Back\n\nFrom page 1\n\nOn the second day there were nine of them.\n";
    clue from = *clue_of(*state, BEFORE, CLUE_JUMP), to = *clue_of(*state, after, CLUE_CONTINUED);
    from.edge = EDGE_UNKNOWN;
    to.edge = EDGE_CUT;
    double without = pair_of_jump(words_of(*state), &from, &to);
    from.edge = EDGE_CUT;
    assert_true(pair_of_jump(words_of(*state), &from, &to) > without + 0.5);
    from.edge = EDGE_WHOLE;
    assert_true(pair_of_jump(words_of(*state), &from, &to) < without - 1);
}

/* In a few pages all words look rare. */
static void words_of_a_small_archive_tell_less(void **state)
{
    const clue *from = clue_of(*state, BEFORE, CLUE_JUMP);
    const clue *to =
        clue_of(*state, "A Lock Opens\n\nFrom page 1\n\nNobody was surprised.\n", CLUE_CONTINUED);
    rarity *few = rarity_new(*state, 4, all_as_rare, NULL), *some = rarity_new(*state, 64, all_as_rare, NULL);
    assert_true(pair_of_jump(some, from, to) > pair_of_jump(few, from, to) + 0.5);
}

static void says_why(void **state)
{
    buf out = buf_in(*state);
    const clue *from = clue_of(*state, BEFORE, CLUE_JUMP);
    const clue *to = clue_of(*state,
                             "The Lock at Lanting Opens Again\n\nFrom page 1\n\nOn the second day there were "
                             "nine, said Rolan.\n",
                             CLUE_CONTINUED);
    pair_explain(words_of(*state), from, to, &out);
    assert_string_equal(buf_str(&out).ptr, "the same headline; name Rolan on both pages");
}

static void a_second_jump_ends_another_story(void **state)
{
    size_t n, jumps = 0;
    const page *p = page_parse(*state,
                               str_of("The Lock at Lanting Opens Again\n\nBy HAO Wenqi\n\nDazhi Rolan "
                                      "counted seven boats from his window on that day.\n\nSee page 2\n\n"
                                      "the ferry of Oakmouth was counted too, by Mira Quell and others "
                                      "who live there.\n\nSee page 2\n"),
                               NULL);
    const clue *clues = clues_read(*state, clues_write(*state, p), &n);
    uint32_t rolan = clue_word(STR("Rolan")), quell = clue_word(STR("Quell"));
    for (size_t i = 0; i < n; i++) {
        bool has_rolan = false, has_quell = false;
        for (size_t k = 0; k < clues[i].text.n; k++) {
            has_rolan |= clue_key(clues[i].text.items[k]) == rolan;
            has_quell |= clue_key(clues[i].text.items[k]) == quell;
        }
        if (clues[i].kind != CLUE_JUMP)
            continue;
        assert_int_equal(has_rolan, jumps == 0);
        assert_int_equal(has_quell, jumps == 1);
        jumps++;
    }
    assert_int_equal(jumps, 2);
}

static void rarity_steps_by_powers_of_two(void **state)
{
    (void)state;
    assert_true(rarity_of_count(1000, 2) > rarity_of_count(1000, 4));
    assert_true(rarity_of_count(1000, 4) >= rarity_of_count(1000, 7));
    assert_true(rarity_of_count(1000, 4) <= rarity_of_count(1000, 7));
    assert_true(rarity_of_count(1000, 900) <= 0);
    assert_true(rarity_of_count(1, 1) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(names_taken_up_tell_most),
        UNIT_TEST(one_headline_tells_much),
        UNIT_TEST(a_name_that_nothing_introduced_speaks_against),
        UNIT_TEST(the_jump_word_is_of_the_story),
        UNIT_TEST(a_cut_sentence_goes_on),
        UNIT_TEST(words_of_a_small_archive_tell_less),
        UNIT_TEST(says_why),
        UNIT_TEST(a_second_jump_ends_another_story),
        UNIT_TEST(rarity_steps_by_powers_of_two),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
