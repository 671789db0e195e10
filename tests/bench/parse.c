/* Parsing alone, on one thread: MB/s beside cmark and md4c on the same pages in the same run, and the time
 * that pathological pages take as they grow.
 *
 * usage: bench_parse FILE... */
#include <cmark.h>
#include <md4c.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "parse/page.h"

enum { ROUNDS = 15, SLICE_MS = 60 };

typedef struct pages {
    str *text;
    size_t n, bytes;
} pages;

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); /* the machine has other work, too */
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void run_stdaily(str text)
{
    arena mem = {0};
    if (!ARENA_FAILED(&mem))
        page_parse(&mem, text, NULL);
    arena_free(&mem);
}

static void run_cmark(str text)
{
    cmark_node_free(cmark_parse_document(text.ptr, text.len, CMARK_OPT_DEFAULT));
}

static int ignore_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    (void)type, (void)detail, (void)data;
    return 0;
}

static int ignore_span(MD_SPANTYPE type, void *detail, void *data)
{
    (void)type, (void)detail, (void)data;
    return 0;
}

static int ignore_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    (void)type, (void)text, (void)size, (void)data;
    return 0;
}

static void run_md4c(str text)
{
    static const MD_PARSER parser = {0,           0,           ignore_block, ignore_block, ignore_span,
                                     ignore_span, ignore_text, NULL,         NULL};
    md_parse(text.ptr, (MD_SIZE)text.len, &parser, NULL);
}

static double megabytes_a_second(void (*run)(str), const pages *p)
{
    double start = now_ms(), passed = 0;
    size_t bytes = 0;
    while (passed < SLICE_MS) {
        for (size_t i = 0; i < p->n; i++)
            run(p->text[i]);
        bytes += p->bytes;
        passed = now_ms() - start;
    }
    return (double)bytes / 1e3 / passed;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void race(const pages *p)
{
    void (*const runs[])(str) = {run_stdaily, run_cmark, run_md4c};
    static const char *const names[] = {"stdaily", "cmark", "md4c"};
    double figures[3][ROUNDS], median[3];
    for (int r = 0; r < ROUNDS; r++)
        for (int k = 0; k < 3; k++)
            figures[k][r] = megabytes_a_second(runs[k], p);
    printf("%zu pages, %.1f KB each, medians of %d rounds by turns\n", p->n,
           (double)p->bytes / 1e3 / (double)p->n, ROUNDS);
    for (int k = 0; k < 3; k++) {
        qsort(figures[k], ROUNDS, sizeof **figures, compare);
        median[k] = figures[k][ROUNDS / 2];
    }
    for (int k = 0; k < 3; k++)
        printf("  %-8s %7.0f MB/s   %.2f of cmark\n", names[k], median[k], median[k] / median[1]);
}

/* ------------------------------------------------------------------ pathological pages */

static str repeated(const char *unit, size_t bytes)
{
    size_t len = strlen(unit), n = bytes / len;
    char *text = malloc(n * len + 1);
    if (!text)
        exit(1);
    for (size_t i = 0; i < n; i++)
        memcpy(text + i * len, unit, len);
    return (str){text, n * len};
}

static void grow(const char *name, const char *unit, size_t most_bytes)
{
    printf("  %-34s", name);
    for (size_t bytes = most_bytes / 4; bytes <= most_bytes; bytes *= 2) {
        str text = repeated(unit, bytes);
        double start = now_ms();
        run_stdaily(text);
        printf("  %6.1f MB: %7.1f ns/byte", (double)text.len / 1e6,
               (now_ms() - start) * 1e6 / (double)text.len);
        free((char *)text.ptr);
    }
    printf("\n");
}

static void pathological(void)
{
    enum { MB = 1000 * 1000 };
    printf("time by byte as a page grows\n");
    grow("one line", "word and number 12 ", 50 * MB);
    grow("one line without blanks", "aB1-", 50 * MB);
    grow("one-character lines", "a\n", 2 * MB);
    grow("one-character paragraphs", "a\n\n", 3 * MB);
    grow("headlines", "# Ships Learn to Sail by Night\n\n", 4 * MB);
    grow("headlines, text, captions",
         "Ships Learn to Sail\n\nBy LI Na\n\nA ship sailed off.\n\nA man waves. (PHOTO: X)\n\n", 4 * MB);
    grow("stories that break off",
         "Ships Learn to Sail\n\nBy LI Na\n\nA ship sailed off to the\n\nand came back.\n\n", 4 * MB);
    grow("only hyphens", "-", 20 * MB);
    grow("lines of hyphens", "-----\n\n", 4 * MB);
    grow("bylines", "By LI Na and WU Bo\n\n", 4 * MB);
    grow("jump lines", "See page 2\n\n", 4 * MB);
    grow("facts under a label", "**WHAT:** OPEN HOUSE\n\n", 4 * MB);
    grow("notes on writers",
         "# Ships Learn to Sail\n\nBy Ada Quill\n\nQuill is a miller in the town and writes.\n\n", 4 * MB);
    grow("one sentence again and again", "The quick ships of the north sailed off at dawn.\n\n", 4 * MB);
    grow("deep marks", "**__#> ", 4 * MB);
    grow("brackets", "(photo ", 4 * MB);
    grow("short lines without blank lines", "the ships of the north\n", 8 * MB);
}

/* ------------------------------------------------------------------ */

static bool read_file(const char *path, str *text)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return false;
    char *bytes = malloc(1 << 24);
    if (!bytes)
        exit(1);
    text->len = fread(bytes, 1, 1 << 24, f);
    text->ptr = bytes;
    fclose(f);
    return true;
}

int main(int argc, char **argv)
{
    pages p = {calloc((size_t)argc, sizeof(str)), 0, 0};
    for (int i = 1; p.text && i < argc; i++) {
        if (!read_file(argv[i], &p.text[p.n])) {
            fprintf(stderr, "%s: cannot be read\n", argv[i]);
            return 1;
        }
        p.bytes += p.text[p.n++].len;
    }
    if (p.n)
        race(&p);
    pathological();
    return 0;
}
