/* What holds for every page, whatever its bytes: mutations of the sample's pages, and noise. */
#include "unit.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "parse/lexicon.h"
#include "parse/mend.h"
#include "parse/page.h"

enum { MOST_PAGES = 64, ROUNDS = 12, NOISE_ROUNDS = 200 };

typedef struct sample {
    str texts[MOST_PAGES];
    size_t n;
} sample;

/* ------------------------------------------------------------------ the sample's pages */

static str read_file(arena *mem, const char *path)
{
    FILE *file = fopen(path, "rb");
    buf text = buf_in(mem);
    char chunk[4096];
    for (size_t n; file && (n = fread(chunk, 1, sizeof chunk, file)) > 0;)
        buf_add(&text, (str){chunk, n});
    if (file)
        fclose(file);
    return buf_str(&text);
}

static void read_folder(arena *mem, const char *path, sample *s)
{
    DIR *folder = opendir(path);
    struct dirent *entry;
    while (folder && (entry = readdir(folder))) {
        struct stat st;
        buf below = buf_in(mem);
        buf_addf(&below, "%s/%s", path, entry->d_name);
        if (entry->d_name[0] == '.' || stat(below.ptr, &st) != 0)
            continue;
        if (S_ISDIR(st.st_mode))
            read_folder(mem, below.ptr, s);
        else if (s->n < MOST_PAGES)
            s->texts[s->n++] = read_file(mem, below.ptr);
    }
    if (folder)
        closedir(folder);
}

static sample read_sample(arena *mem)
{
    sample s = {.n = 0};
    read_folder(mem, "tests/sample", &s);
    assert_true(s.n > 0);
    return s;
}

/* ------------------------------------------------------------------ chance, the same every time */

static uint32_t next(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static str noise(arena *mem, uint32_t *seed, size_t len)
{
    static const char likely[] = "\n\n\n  -.,#*(\"'Ss\xe2\x80\x9d\xff\0";
    char *bytes = arena_alloc(mem, len + 1);
    for (size_t i = 0; i < len; i++)
        bytes[i] = next(seed) % 4 ? likely[next(seed) % sizeof likely] : (char)next(seed);
    return (str){bytes, len};
}

/* A text with stretches moved, doubled, lost, swapped for others', cut in lines and overwritten. */
static str mutate(arena *mem, str text, str other, uint32_t *seed)
{
    for (uint32_t n = next(seed) % 8 + 1; n > 0 && text.len; n--) {
        buf b = buf_in(mem);
        size_t at = next(seed) % text.len, end = at + next(seed) % (text.len - at + 1);
        size_t from = other.len ? next(seed) % other.len : 0;
        str cut = {text.ptr + at, end - at};
        buf_add(&b, str_to(text, at));
        switch (next(seed) % 6) {
        case 0:
            break;
        case 1:
            buf_add(&b, cut);
            buf_add(&b, str_to(cut, 200));
            break;
        case 2:
            buf_add(&b, str_to(str_from(other, from), 400));
            buf_add(&b, cut);
            break;
        case 3:
            buf_add(&b, noise(mem, seed, next(seed) % 20));
            buf_add(&b, cut);
            break;
        case 4:
            buf_add(&b, STR("\n\n"));
            buf_add(&b, cut);
            break;
        default:
            buf_add(&b, STR("-\n"));
            buf_add(&b, str_from(cut, 1));
        }
        buf_add(&b, str_from(text, end));
        text = str_to(buf_str(&b), 20000);
    }
    return text;
}

/* ------------------------------------------------------------------ what holds */

static void every_line_is_a_block_once(const page *p)
{
    size_t n = 0;
    uint32_t number = 0;
    for (size_t at = 0; at < p->source.len; number++) {
        const char *end = memchr(p->source.ptr + at, '\n', p->source.len - at);
        size_t len = end ? (size_t)(end - p->source.ptr) - at : p->source.len - at;
        if (str_trim((str){p->source.ptr + at, len}).len) {
            assert_true(n < p->n_blocks);
            const block *b = &p->blocks[n++];
            assert_int_equal(b->line, number + 1);
            assert_ptr_equal(b->raw.ptr, p->source.ptr + at);
            assert_true(b->text.ptr >= b->raw.ptr && b->text.ptr + b->text.len <= b->raw.ptr + b->raw.len);
            assert_true((int)b->kind >= 0 && b->kind < KIND_COUNT);
            assert_true(b->article >= -1 && b->article < (int32_t)p->n_articles);
            assert_true((b->kind == KIND_BODY) == (b->join != JOIN_NONE) || b->article < 0);
        }
        at += len + 1;
    }
    assert_int_equal(n, p->n_blocks);
    assert_int_equal(number, p->n_lines);
}

static void orders_have_no_holes(const page *p)
{
    size_t ordered = 0;
    for (size_t a = 0; a < p->n_articles; a++) {
        const article *art = &p->articles[a];
        assert_true(art->n_reading > 0);
        ordered += art->n_reading;
        for (size_t k = 0; k < art->n_reading; k++) {
            assert_true(art->reading[k] >= 0 && art->reading[k] < (int32_t)p->n_blocks);
            assert_int_equal(p->blocks[art->reading[k]].order, k + 1);
            assert_int_equal(p->blocks[art->reading[k]].article, a);
        }
    }
    for (size_t i = 0; i < p->n_blocks; i++)
        ordered -= p->blocks[i].order > 0;
    assert_int_equal(ordered, 0);
}

static void markers_point_into_the_page(const page *p)
{
    for (size_t i = 0; i < p->n_jumps; i++) {
        const jump *j = &p->jumps[i];
        assert_true(j->block >= 0 && j->block < (int32_t)p->n_blocks);
        assert_true(j->article >= -1 && j->article < (int32_t)p->n_articles);
        assert_true(j->start_byte <= p->blocks[j->block].text.len);
    }
    for (size_t i = 0; i < p->n_teasers; i++)
        assert_true(p->teasers[i].first_block >= 0 && p->teasers[i].first_block <= p->teasers[i].last_block &&
                    p->teasers[i].last_block < (int32_t)p->n_blocks);
}

static uint32_t line_length(const page *p, uint32_t line)
{
    for (size_t i = 0; i < p->n_blocks; i++)
        if (p->blocks[i].line == line)
            return (uint32_t)p->blocks[i].raw.len;
    return 0;
}

static void spans_are_in_order_and_in_range(const page *p, const paragraph *text)
{
    for (size_t i = 0; i < text->n_spans; i++) {
        const span *s = &text->spans[i];
        assert_true(s->at_byte <= text->text.len);
        assert_true(i == 0 || s->at_byte >= s[-1].at_byte);
        assert_true(s->line >= 1 && s->line <= p->n_lines);
        assert_true(s->source_byte < line_length(p, s->line));
    }
    for (size_t i = 0; i < text->n_marks; i++) {
        assert_true(text->marks[i].start_byte <= text->marks[i].end_byte);
        assert_true(text->marks[i].end_byte <= text->text.len);
    }
}

/* All that is made of a text, as text. */
static str made_of(arena *mem, str text)
{
    page *p = page_parse(mem, text, NULL);
    every_line_is_a_block_once(p);
    orders_have_no_holes(p);
    markers_point_into_the_page(p);
    lexicon *words = lexicon_new(mem);
    lexicon_add_text(words, text, 1);
    buf out = buf_in(mem);
    for (size_t i = 0; i < p->n_blocks; i++)
        buf_addf(&out, "%d %d %d\n", (int)p->blocks[i].kind, p->blocks[i].article, p->blocks[i].order);
    for (size_t a = 0; a < p->n_articles; a++) {
        mended *m = mend_article(mem, p, &p->articles[a], words);
        for (size_t i = 0; i < m->n_paragraphs; i++) {
            spans_are_in_order_and_in_range(p, &m->paragraphs[i]);
            buf_add(&out, m->paragraphs[i].text);
        }
        buf_add(&out, mend_text(mem, p->articles[a].headline, words));
    }
    return buf_str(&out);
}

static void check(str text)
{
    arena mem = {0}, again = {0};
    if (ARENA_FAILED(&mem) || ARENA_FAILED(&again))
        fail();
    /* Bytes of its own, so that a sanitizer sees a step beyond them. */
    char *copy = malloc(text.len + 1);
    assert_non_null(copy);
    memcpy(copy, text.ptr, text.len);
    str exact = {copy, text.len};
    assert_true(str_eq(made_of(&mem, exact), made_of(&again, exact)));
    free(copy);
    arena_free(&mem);
    arena_free(&again);
}

static void pages_of_the_sample(void **state)
{
    sample s = read_sample(*state);
    for (size_t i = 0; i < s.n; i++)
        check(s.texts[i]);
}

static void mutated_pages(void **state)
{
    sample s = read_sample(*state);
    uint32_t seed = 20250517;
    for (size_t i = 0; i < s.n * ROUNDS; i++)
        check(mutate(*state, s.texts[i % s.n], s.texts[next(&seed) % s.n], &seed));
}

static void noise_of_all_lengths(void **state)
{
    uint32_t seed = 42;
    for (size_t i = 0; i < NOISE_ROUNDS; i++)
        check(noise(*state, &seed, i < 40 ? i : next(&seed) % 3000));
}

/* ------------------------------------------------------------------ memory that runs out */

/* An arena that has `left` bytes and gets no more. */
static void leave(arena *mem, size_t left)
{
    char *start = arena_alloc(mem, left + 1);
    mem->next = start;
    mem->end = start + left / 16 * 16;
    mem->limit_bytes = mem->used_bytes;
}

static bool runs_out(str text, size_t left)
{
    arena mem = {0};
    if (ARENA_FAILED(&mem)) {
        arena_free(&mem);
        return true;
    }
    leave(&mem, left);
    made_of(&mem, text);
    arena_free(&mem);
    return false;
}

static void memory_may_run_out_at_any_step(void **state)
{
    enum { STEP = 48 };
    str text = str_to(read_sample(*state).texts[0], 1500);
    size_t left = 0;
    while (runs_out(text, left))
        left += STEP;
    assert_true(left > 10000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(pages_of_the_sample),
        UNIT_TEST(mutated_pages),
        UNIT_TEST(noise_of_all_lengths),
        UNIT_TEST(memory_may_run_out_at_any_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
