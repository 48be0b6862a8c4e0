# SPDX-License-Identifier: GPL-3.0-or-later
TESTS += tests/frame/frames.py
dist_check_SCRIPTS += tests/frame/frames.py
EXTRA_DIST += \
	tests/frame/arabic-keys.keys tests/frame/arabic-keys.frame \
	tests/frame/bidi.keys tests/frame/bidi.frame \
	tests/frame/finding.keys tests/frame/finding.frame \
	tests/frame/help.keys tests/frame/help.frame \
	tests/frame/hostile-library.keys tests/frame/hostile-library.frame \
	tests/frame/library.keys tests/frame/library.frame \
	tests/frame/palette.keys tests/frame/palette.frame \
	tests/frame/quit-demo.keys tests/frame/quit-demo.frame \
	tests/frame/reader.keys tests/frame/reader.frame \
	tests/frame/resize.keys tests/frame/resize.frame \
	tests/frame/small.keys tests/frame/small.frame \
	tests/frame/tagging.keys tests/frame/tagging.frame \
	tests/frame/undo.keys tests/frame/undo.frame \
	tests/frame/welcome.keys tests/frame/welcome.frame
