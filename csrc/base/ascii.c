#include "base/ascii.h"

enum {
    B = CHAR_BLANK,
    L = CHAR_LOWER,
    U = CHAR_UPPER | CHAR_OPENS,
    D = CHAR_DIGIT,
    S = CHAR_STOP,
    Q = CHAR_OPENS,
    H = CHAR_HIGH | CHAR_OPENS,
    W = H | CHAR_WIDE
};

#define TWICE(c) c, c
#define FOUR(c) TWICE(c), TWICE(c)
#define EIGHT(c) FOUR(c), FOUR(c)
#define LETTERS(c) EIGHT(c), EIGHT(c), EIGHT(c), TWICE(c)

const uint8_t ascii_classes[256] = {
    EIGHT(0),                                                                     /* 0x00 */
    0,        FOUR(B),    B,        TWICE(0),                                     /* 0x08 */
    EIGHT(0), EIGHT(0),                                                           /* 0x10 */
    B,        S,          Q,        0,        FOUR(0),  FOUR(0),  TWICE(0), S, 0, /* 0x20 */
    EIGHT(D), TWICE(D),   FOUR(0),  0,        S,                                  /* 0x30 */
    0,        LETTERS(U), FOUR(0),  0,                                            /* 0x40 */
    0,        LETTERS(L), FOUR(0),  0,                                            /* 0x60 */
    EIGHT(H), EIGHT(H),   EIGHT(H), EIGHT(H),                                     /* 0x80 */
    EIGHT(H), EIGHT(H),   EIGHT(H), TWICE(H), FOUR(W),  TWICE(W),                 /* 0xA0, 0xBA */
    EIGHT(H), EIGHT(H),   EIGHT(H), EIGHT(H),                                     /* 0xC0 */
    TWICE(H), H,          FOUR(W),  W,        EIGHT(W), EIGHT(W), EIGHT(W),       /* 0xE0, 0xE3 */
};
