/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The doctor's talk with the terminal, and with the person before it. */
#ifndef CLI_DOCTOR_H
#define CLI_DOCTOR_H

#include "cli/cli.h"

/*
 * Asks the terminal what it is, and waits for its answers, but not for long. From here on the line
 * is quiet (line_restore() ends that) and the bidi mode is auto. False, and nothing done, where not
 * both standard input and output are a terminal.
 */
bool doctor_identify(struct cli *cli);

/*
 * Behind it: shows the two lines of the sample in each way that this terminal offers, asks whether
 * they read right, and remembers the first that does.
 */
enum status doctor_bidi(struct cli *cli, struct fault *f) MUST_USE;

enum status doctor_forget(struct cli *cli, struct fault *f) MUST_USE;

#endif
