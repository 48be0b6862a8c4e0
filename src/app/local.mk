# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libapp.a
libapp_a_SOURCES = \
	src/app/act.c \
	src/app/act.def \
	src/app/act.h \
	src/app/acts.c \
	src/app/app.c \
	src/app/app.h \
	src/app/article-form.c \
	src/app/articles.c \
	src/app/bidi-sample.c \
	src/app/bidi-sample.h \
	src/app/box.c \
	src/app/box.h \
	src/app/codebooks.c \
	src/app/codebooks.h \
	src/app/command-reader.def \
	src/app/command.c \
	src/app/command.def \
	src/app/command.h \
	src/app/config.c \
	src/app/copy.c \
	src/app/copy.h \
	src/app/data.c \
	src/app/data.h \
	src/app/demo.c \
	src/app/demo.h \
	src/app/drafts.c \
	src/app/drafts.h \
	src/app/editor.c \
	src/app/editor.h \
	src/app/field-draw.c \
	src/app/field-sheet.c \
	src/app/field-sheet.h \
	src/app/field.c \
	src/app/field.h \
	src/app/find.c \
	src/app/find.h \
	src/app/footer.c \
	src/app/footer.h \
	src/app/form.c \
	src/app/form.h \
	src/app/frame-dump.c \
	src/app/frame.c \
	src/app/frame.h \
	src/app/headless.c \
	src/app/headless.h \
	src/app/home.c \
	src/app/home.h \
	src/app/i18n.h \
	src/app/items.c \
	src/app/job.c \
	src/app/job.h \
	src/app/key.c \
	src/app/key.h \
	src/app/keymap.c \
	src/app/keymap.h \
	src/app/language.c \
	src/app/language.h \
	src/app/layout.c \
	src/app/layout.h \
	src/app/library-draw.c \
	src/app/library-draw.h \
	src/app/library.c \
	src/app/library.h \
	src/app/list.c \
	src/app/list.h \
	src/app/marks-load.c \
	src/app/marks.c \
	src/app/marks.h \
	src/app/mirror.c \
	src/app/mirror.h \
	src/app/motion.c \
	src/app/motion.h \
	src/app/nearest.c \
	src/app/nearest.h \
	src/app/option.def \
	src/app/options.c \
	src/app/options.h \
	src/app/overview.c \
	src/app/overview.h \
	src/app/palette.c \
	src/app/pane-draw.c \
	src/app/pane-draw.h \
	src/app/pane.c \
	src/app/pane.h \
	src/app/path-list.c \
	src/app/path.c \
	src/app/path.h \
	src/app/picker-filter.c \
	src/app/picker-filter.h \
	src/app/picker.c \
	src/app/picker.h \
	src/app/project-article.c \
	src/app/project-codebook.c \
	src/app/project-export.c \
	src/app/project-internal.h \
	src/app/project-mark.c \
	src/app/project-tag.c \
	src/app/project.c \
	src/app/project.h \
	src/app/prompt.c \
	src/app/prompt.h \
	src/app/reader-drafts.c \
	src/app/reader-find.c \
	src/app/reader-idle.c \
	src/app/reader-internal.h \
	src/app/reader-list.c \
	src/app/reader-mark.c \
	src/app/reader-mouse.c \
	src/app/reader-move.c \
	src/app/reader-note.c \
	src/app/reader-open.c \
	src/app/reader-panes.c \
	src/app/reader-session.c \
	src/app/reader-tag.c \
	src/app/reader-yank.c \
	src/app/reader.c \
	src/app/reader.h \
	src/app/say.c \
	src/app/session.c \
	src/app/stances.c \
	src/app/stances.h \
	src/app/state.h \
	src/app/terminals.c \
	src/app/terminals.h \
	src/app/theme.c \
	src/app/theme.h \
	src/app/typing.c \
	src/app/unit.c \
	src/app/unit.h \
	src/app/view.c \
	src/app/view.h \
	src/app/words.c \
	src/app/words.h
libapp_a_CPPFLAGS = -Isrc $(AM_CPPFLAGS)
EXTRA_DIST += src/app/README

# default.keys as one C string.
src/app/default-keys.inc: share/hashiya/default.keys
	$(AM_V_GEN)$(MKDIR_P) src/app && \
	sed -e 's/[\\"]/\\&/g' -e 's/.*/"&\\n"/' $(srcdir)/share/hashiya/default.keys >$@.tmp && mv $@.tmp $@
BUILT_SOURCES += src/app/default-keys.inc
CLEANFILES += src/app/default-keys.inc

APP_LIBS = libapp.a libexport.a libimport.a libterm.a $(STORE_LIBS)
