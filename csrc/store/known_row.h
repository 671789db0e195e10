/* What one page has of the rows that known.c keeps: bytes for this machine's own use. */
#ifndef STDAILY_STORE_KNOWN_ROW_H
#define STDAILY_STORE_KNOWN_ROW_H

#include "base/buf.h"
#include "store/known.h"

str known_write_said(arena *mem, int64_t page_id, uint64_t text_hash, const page_digest *digest);
/* Takes the next page's from the front of a row; "" at its end, and where it is damaged. */
str known_next_said(str *row);
str known_key_of(str said);
void known_read_said(known_pages *k, size_t page_index, str said);

void known_write_found(const known_pages *k, size_t page_index, buf *row, const placement *at,
                       int64_t issue_id, const kept_page *keep);
/* Takes the next page's from the front of a row to the page with its id. */
void known_take_found(known_pages *k, str *row);
/* Whether known_write_found() would write what was read. */
bool known_is_same(const known_pages *k, size_t page_index, const placement *at, int64_t issue_id,
                   const kept_page *keep);

#endif
