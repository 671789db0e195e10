#include "work/read_entry.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/hash.h"
#include "parse/decode.h"

static read_page read_page_of(arena *mem, str key, str text)
{
    read_page p = {.key = key, .text = text};
    p.labels = label_keys(mem, text, &p.n_labels);
    return p;
}

static void digest_old(batch *b, read_entry *e)
{
    e->old_digests = arena_array(&e->old_mem, e->n_old_pages, sizeof *e->old_digests);
    e->old_read = arena_array(&e->old_mem, e->n_old_pages, sizeof *e->old_read);
    for (size_t i = 0; i < e->n_old_pages; i++) {
        const stored_page *p = &e->old_pages[i];
        e->old_read[i] = read_page_of(&e->old_mem, p->key, p->text);
        e->old_digests[i] = digest_page(&e->old_mem, p->key, p->text, &e->old_standing[i]);
        lexicon_add_all(b->words, e->old_digests[i].words, -1);
    }
}

static void note_damage(read_entry *e, const decoded *d)
{
    buf text = buf_in(&e->mem);
    if (d->result == DECODE_BINARY) {
        e->message = STR("not read: it is no text");
    } else if (d->result == DECODE_DAMAGED) {
        buf_addf(&text, "bytes that are no text in any encoding known here, from line %u on", d->bad_line);
        e->message = buf_str(&text);
        e->message_line = d->bad_line;
    }
}

static str page_key(arena *mem, str path, size_t part)
{
    buf key = buf_in(mem);
    buf_add(&key, path);
    if (part)
        buf_addf(&key, "@%zu", part + 1);
    return buf_str(&key);
}

static void split_new(read_entry *e, str bytes)
{
    const decoded d = decode(&e->mem, bytes);
    note_damage(e, &d);
    if (d.result == DECODE_BINARY)
        return;
    size_t n;
    str *texts = decode_pages(&e->mem, d.text, &n);
    read_page *pages = arena_array(&e->mem, n, sizeof *pages);
    for (size_t i = 0; i < n; i++)
        pages[i] = read_page_of(&e->mem, page_key(&e->mem, e->seen.path, i), texts[i]);
    e->pages = pages;
    e->n_pages = n;
}

static void read_new(batch *b, read_entry *e)
{
    loaded l = load_file(&e->mem, b->root, &e->seen);
    e->state = l.state;
    e->outcome = l.gone ? READ_GONE : e->known && l.state.hash == e->known_hash ? READ_SAME : READ_NEW;
    if (e->outcome == READ_SAME)
        return;
    digest_old(b, e);
    e->message = l.error;
    if (e->outcome == READ_NEW && !l.error.len)
        split_new(e, l.bytes);
}

static bool read_entry_run(batch *b, void *entry)
{
    read_entry *e = entry;
    if (ARENA_FAILED(&e->old_mem))
        return false;
    if (!ARENA_FAILED(&e->mem)) {
        if (e->removed) {
            e->outcome = READ_GONE;
            digest_old(b, e);
        } else {
            read_new(b, e);
        }
        return true;
    }
    /* Unless memory ran out altogether, this file did with what it may use. */
    if (!e->mem.over_limit)
        return false;
    e->message = TOO_LARGE_FOR_PAGE;
    return true;
}

read_entry *read_entry_new(const watch *w)
{
    read_entry *e = calloc(1, sizeof *e);
    if (e) {
        e->mem.limit_bytes = MOST_PAGE_MEMORY_BYTES;
        e->mem.stop = e->old_mem.stop = &w->cancelled;
    }
    return e;
}

static void read_entry_free(void *entry)
{
    read_entry *e = entry;
    arena_free(&e->old_mem);
    arena_free(&e->mem);
    free(e);
}

const batch_kind read_batch = {read_entry_run, read_entry_free};
