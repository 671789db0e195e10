/* Boxes by how they are set: a label and short lines that stand close, where paragraphs stand apart. */
#ifndef STDAILY_PARSE_BLOCK_H
#define STDAILY_PARSE_BLOCK_H

#include "parse/column.h"

void lines_look_for_blocks(line *lines, size_t n, const column *c);

#endif
