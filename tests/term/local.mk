# SPDX-License-Identifier: GPL-3.0-or-later
# Programs on a pty, in a terminal of our own: see README.
check_PROGRAMS += tests/term/drive tests/term/probe
tests_term_drive_SOURCES = \
	tests/term/drive.c tests/term/session.c tests/term/session.h \
	tests/term/told.c tests/term/told.h tests/term/variables.c tests/term/variables.h
tests_term_drive_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_term_drive_LDADD = $(BASE_LIBS) $(VTERM_LIBS)
tests_term_probe_LDADD = $(TUI_LIBS)

SCREEN_TESTS = \
	tests/term/bidi.term \
	tests/term/claims.term \
	tests/term/codebook.term \
	tests/term/colour.term \
	tests/term/copy.term \
	tests/term/crash.term \
	tests/term/doctor.term \
	tests/term/doctor-odd.term \
	tests/term/draft-kill.term \
	tests/term/draft.term \
	tests/term/end.term tests/term/ends.term tests/term/links.term \
	tests/term/hangup.term \
	tests/term/hostile.term \
	tests/term/idle.term \
	tests/term/layout-kill.term \
	tests/term/input.term \
	tests/term/life-apple.term \
	tests/term/life-explicit.term \
	tests/term/life-kitty-ssh.term \
	tests/term/life-kitty.term \
	tests/term/life-konsole-child.term \
	tests/term/life-konsole-ssh.term \
	tests/term/life-konsole.term \
	tests/term/life-mintty.term \
	tests/term/life-mlterm.term \
	tests/term/life-putty.term \
	tests/term/life-screen-konsole.term \
	tests/term/life-silent.term \
	tests/term/life-tmux-vte.term \
	tests/term/life-vte.term \
	tests/term/life-wezterm.term \
	tests/term/life-xterm.term \
	tests/term/linux.term \
	tests/term/main-job.term \
	tests/term/no-terminal.term \
	tests/term/reader-terminals.term \
	tests/term/replies.term \
	tests/term/resize.term \
	tests/term/differences.term \
	tests/term/review.term \
	tests/term/scroll.term \
	tests/term/silent.term \
	tests/term/start.term \
	tests/term/survey.term \
	tests/term/suspend.term \
	tests/term/timeline.term tests/term/tmux.term \
	tests/term/unknown-terminal.term
TESTS += $(SCREEN_TESTS)
EXTRA_DIST += $(SCREEN_TESTS) tests/term/README tests/term/life.inc
$(SCREEN_TESTS:.term=.log): tests/term/drive$(EXEEXT) tests/term/probe$(EXEEXT)
