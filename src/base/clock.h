/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clock that only grows, for waiting and for limits. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>

/* Milliseconds since some moment before the program began. */
int64_t clock_ms(void);

#endif
