#include "parse/garble.h"

#include <stdint.h>

#include "base/ascii.h"
#include "parse/wordlist.h"

enum {
    LONGEST_TEXT_BYTES = 4000,
    LEAST_FIRST_RUN = 18, /* letters */
    LEAST_RUN = 7,
    MOST_BY_CHANCE = 3,
    LEAST_PIECE = 3,
    MOST_RUNS = 16
};
/* Of the text's letters, the least share that must stand elsewhere. */
static const double LEAST_SHARE = 0.25;

/* A text's letters and digits, folded, each with the byte that it came from; or some in a row of them. */
typedef struct letters {
    const char *letter;
    const uint16_t *byte;
    size_t n;
    str text;
} letters;

typedef struct letters_room {
    char letter[LONGEST_TEXT_BYTES + 1];
    uint16_t byte[LONGEST_TEXT_BYTES + 1];
} letters_room;

typedef struct run {
    size_t at, other, len; /* in letters */
} run;

static bool is_letter(char c)
{
    return ascii_class(c) & (CHAR_ALNUM | CHAR_HIGH);
}

static char lower_letter(char c)
{
    _Static_assert(CHAR_UPPER << 3 == 'a' - 'A', "what makes a capital small");
    return (char)(c | (ascii_class(c) & CHAR_UPPER) << 3);
}

static letters read_letters(letters_room *room, str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        room->letter[n] = lower_letter(text.ptr[i]);
        room->byte[n] = (uint16_t)i;
        n += is_letter(text.ptr[i]);
    }
    return (letters){room->letter, room->byte, n, text};
}

/* How many of them stand before the byte. */
static size_t letters_before(const letters *l, size_t byte)
{
    size_t low = 0, high = l->n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        bool before = l->byte[middle] < byte;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low;
}

static letters letters_from(letters l, size_t first)
{
    return (letters){l.letter + first, l.byte + first, l.n - first, l.text};
}

static size_t common_run(const letters *a, size_t i, const letters *b, size_t j)
{
    size_t n = 0;
    while (i + n < a->n && j + n < b->n && a->letter[i + n] == b->letter[j + n])
        n++;
    return n;
}

static bool word_starts(const letters *l, size_t i)
{
    return i == 0 || i >= l->n || l->byte[i] > l->byte[i - 1] + 1;
}

/* Where from `from` on most of what the other line goes on with at `other` stands; the text's end for
 * nowhere.
 */
static size_t find_run(const letters *t, size_t from, const letters *o, size_t other)
{
    enum { MOST_PLACES = 4 };
    size_t left = o->n - other, need = left < LEAST_RUN ? left : LEAST_RUN, best = t->n, most = 0;
    const char *found;
    for (int i = 0; need >= 3 && from < t->n && i < MOST_PLACES;
         i++, from = (size_t)(found - t->letter) + 1) {
        found = memmem(t->letter + from, t->n - from, o->letter + other, need);
        if (!found)
            break;
        size_t at = (size_t)(found - t->letter), len = common_run(t, at, o, other);
        best = len > most ? at : best;
        most = len > most ? len : most;
    }
    return best;
}

/* Half a word of the line that ends at letter i is glued to a word of the other: "Septem|part",
 * "deSteenfontein". */
static bool is_glued(const letters *t, size_t i)
{
    if (i == 0 || i >= t->n || word_starts(t, i))
        return false;
    const char *text = t->text.ptr;
    size_t at = t->byte[i], start = at, end = at;
    if (ascii_is_upper(text[at]) && ascii_is_lower(text[at - 1]))
        return true;
    while (start > 0 && ascii_is_alpha(text[start - 1]))
        start--;
    while (end < t->text.len && ascii_is_alpha(text[end]))
        end++;
    return wordlist_has_any_case((str){text + at, end - at}) &&
           !wordlist_has_any_case((str){text + start, end - start});
}

/* Where the other line goes on after run r.  The run may have gone on by chance into what is not of it, so
 * that up to three letters are given back; a printed line starts with a word, or with the rest of one. */
static size_t next_run(const letters *t, run *r, const letters *o)
{
    size_t end = r->at + r->len;
    for (size_t back = 0; back <= MOST_BY_CHANCE && back + LEAST_RUN < r->len; back++) {
        size_t other = r->other + r->len - back;
        size_t at = other < o->n ? find_run(t, end - back + LEAST_PIECE, o, other) : t->n;
        if (at < t->n && (word_starts(t, at) || word_starts(o, other))) {
            r->len -= back;
            return at;
        }
    }
    size_t other = r->other + r->len, at = other < o->n ? find_run(t, end + LEAST_PIECE, o, other) : t->n;
    if (at < t->n && common_run(t, at, o, other) >= LEAST_FIRST_RUN)
        return at;
    bool whole = end >= t->n || is_glued(t, end);
    for (size_t back = 0; !whole && back <= MOST_BY_CHANCE && back + LEAST_RUN < r->len; back++)
        if (word_starts(o, other - back) && word_starts(t, end - back)) {
            r->len -= back;
            break;
        }
    return t->n;
}

static size_t find_runs(const letters *t, const letters *o, run *runs)
{
    size_t n = 0;
    run r = {0, 0, common_run(t, 0, o, 0)};
    while (n < MOST_RUNS && r.len > 0) {
        size_t next = next_run(t, &r, o);
        runs[n++] = r;
        if (next >= t->n)
            break;
        r = (run){next, r.other + r.len, common_run(t, next, o, r.other + r.len)};
    }
    return n;
}

/* Bytes of brackets and quotes at `at` that belong to the word behind them. */
static size_t marks_before(str text, size_t at)
{
    size_t n = 0;
    while (n < at && !ascii_is_space(text.ptr[at - n - 1]) && !ascii_is_alnum(text.ptr[at - n - 1]))
        n++;
    bool opens = n > 0 && (n == at || ascii_is_space(text.ptr[at - n - 1]) ||
                           strchr("([\"", text.ptr[at - n]) || (unsigned char)text.ptr[at - n] >= 0x80);
    return opens ? n : 0;
}

/* The bytes of the text between letters `from` and `to`, blanks off. */
static str between(const letters *t, size_t from, size_t to)
{
    const char *text = t->text.ptr;
    size_t start = (size_t)t->byte[from - 1] + 1, end = to < t->n ? t->byte[to] : t->text.len, next = start;
    while (next < end && !ascii_is_space(text[next]) && !ascii_is_alnum(text[next]))
        next++;
    /* The full stop or quote behind the run before is the run's. */
    bool behind = next == end || ascii_is_space(text[next]);
    start = behind ? next : start + (text[start] == '-');
    end -= to < t->n ? marks_before(str_to(t->text, end), end) : 0;
    return (str){text + start, end > start ? end - start : 0};
}

static void add_piece(garble *g, str piece)
{
    if (str_trim(piece).len)
        g->pieces[g->n_pieces++] = piece;
}

/* The letter before `at`, folded, which moves to it; '\0' at the text's start. */
static char letter_before(str text, size_t *at)
{
    while (*at > 0)
        if (ascii_class(text.ptr[--*at]) & (CHAR_ALNUM | CHAR_HIGH))
            return ascii_lower(text.ptr[*at]);
    return '\0';
}

/* A printed line may begin with the rest of a word: "satel- / lites from one desk". */
static void widen_start(str text, size_t *at_byte, str other, size_t *other_byte)
{
    enum { MOST_LETTERS = 20 };
    size_t at = *at_byte, other_at = *other_byte;
    for (int i = 0; i < MOST_LETTERS; i++) {
        char letter = letter_before(text, &at);
        if (!letter || letter != letter_before(other, &other_at))
            return;
        /* Half a word of this line may be glued to the other's first. */
        if (at == 0 || ascii_is_space(text.ptr[at - 1]) || text.ptr[at - 1] == '-' || other_at == 0 ||
            ascii_is_space(other.ptr[other_at - 1])) {
            *at_byte = at;
            *other_byte = other_at;
        }
    }
}

/* The shared words may not be the first. */
static void find_first_run(const letters *t, size_t *at_byte, const letters *o, size_t *other_byte)
{
    size_t n = letters_before(o, *other_byte);
    for (size_t i = 0; i + LEAST_FIRST_RUN <= t->n && t->byte[i] < *at_byte; i++) {
        const char *found = word_starts(t, i) ? memmem(o->letter, n, t->letter + i, LEAST_FIRST_RUN) : NULL;
        if (!found)
            continue;
        *at_byte = t->byte[i];
        *other_byte = o->byte[found - o->letter];
        return;
    }
}

static bool ends_sentence(str piece)
{
    piece = str_trim(piece);
    char last = piece.len ? piece.ptr[piece.len - 1] : '\0';
    return last == '.' || last == '?' || last == '!' || last == '"' || str_ends(piece, STR("\xe2\x80\x9d"));
}

/* Columns are read across a printed line of each at a time, so that the runs, and what stands between them,
 * are about as long as one, but for a paragraph's last; phrases that stories share are not. */
static bool is_by_lines(const letters *t, const letters *o, const run *runs, size_t n, size_t before)
{
    size_t column = 0;
    for (size_t i = 0; i < n; i++)
        column = runs[i].len > column ? runs[i].len : column;
    for (size_t i = 0; i < n; i++) {
        size_t end = runs[i].at + runs[i].len, next = i + 1 < n ? runs[i + 1].at : t->n;
        bool last = i + 1 == n, all = runs[i].other + runs[i].len == o->n;
        if (!all && runs[i].len * 10 < column * (last ? 4 : 6))
            return false;
        bool too_long = (next - end) * 2 > column * 3 && !(last && n > 2);
        /* Only the last line of a paragraph is short, and so not the first. */
        bool may_end = (i > 0 || before > 0) && ends_sentence(between(t, end, next));
        bool too_short = !last && (next - end) * 2 < column && !may_end;
        if (too_long || too_short)
            return false;
    }
    return before * 5 <= column * 8;
}

/* The next letter from `at` on; the text's end when there is none. */
static size_t next_letter(str text, size_t at)
{
    while (at < text.len && !is_letter(text.ptr[at]))
        at++;
    return at;
}

/* Whether these four letters, the last lowest, stand in the text from `at` on; what is no letter between them
 * does not count. */
static bool has_letters(str text, size_t at, uint32_t four)
{
    uint32_t last = 0;
    for (size_t n = 0; at < text.len; at++) {
        uint32_t next = last << 8 | (unsigned char)lower_letter(text.ptr[at]);
        bool letter = is_letter(text.ptr[at]);
        last = letter ? next : last;
        n += letter;
        if (last == four && n >= sizeof four)
            return true;
    }
    return false;
}

/* Whether the other text may go on somewhere behind the first run: four letters behind it are part of any
 * piece that next_run() finds.  Quick, since few lines that share words are pieces of each other. */
static bool may_go_on(str text, size_t at, str other, size_t other_at)
{
    enum { CORE = LEAST_RUN - MOST_BY_CHANCE };
    uint32_t core = 0;
    _Static_assert(CORE == sizeof core, "letters of a number");
    at = next_letter(text, at);
    other_at = next_letter(other, other_at);
    while (at < text.len && other_at < other.len &&
           lower_letter(text.ptr[at]) == lower_letter(other.ptr[other_at])) {
        at = next_letter(text, at + 1);
        other_at = next_letter(other, other_at + 1);
    }
    for (size_t i = 0; i < CORE; i++, other_at = next_letter(other, other_at + 1)) {
        if (other_at >= other.len)
            return true;
        core = core << 8 | (unsigned char)lower_letter(other.ptr[other_at]);
    }
    return has_letters(text, at, core);
}

bool garble_split(arena *mem, str text, size_t at_byte, str other, size_t other_byte, garble *out)
{
    if (text.len > LONGEST_TEXT_BYTES || other.len > LONGEST_TEXT_BYTES ||
        !may_go_on(text, at_byte, other, other_byte))
        return false;
    letters_room text_room, other_room;
    letters t = read_letters(&text_room, text), o = read_letters(&other_room, other);
    find_first_run(&t, &at_byte, &o, &other_byte);
    widen_start(text, &at_byte, other, &other_byte);
    size_t before_letters = letters_before(&t, at_byte), before_other = letters_before(&o, other_byte);
    t = letters_from(t, before_letters);
    o = letters_from(o, before_other);
    run runs[MOST_RUNS];
    size_t n = find_runs(&t, &o, runs), matched = 0;
    if (n < 2 || runs[0].len < LEAST_FIRST_RUN)
        return false;
    for (size_t i = 0; i < n; i++)
        matched += runs[i].len;
    if ((double)matched < LEAST_SHARE * (double)(before_letters + t.n) ||
        !is_by_lines(&t, &o, runs, n, before_letters))
        return false;
    *out = (garble){.lead = STR(""), .pieces = arena_array(mem, n + 1, sizeof *out->pieces)};
    str before = str_to(text, t.byte[0] - marks_before(text, t.byte[0]));
    /* A line that begins in the middle of a sentence lacks what stands before it. */
    if (before_other == 0 && ascii_is_lower(other.ptr[0]))
        out->lead = str_trim(before);
    else
        add_piece(out, before);
    for (size_t i = 0; i < n; i++)
        add_piece(out, between(&t, runs[i].at + runs[i].len, i + 1 < n ? runs[i + 1].at : t.n));
    return out->n_pieces > 0;
}
