# SPDX-License-Identifier: GPL-3.0-or-later
# What comparing finds in the events of tests/fixtures/events, against their keys.
TESTS += tests/events/floors.py
dist_check_SCRIPTS += tests/events/floors.py
EXTRA_DIST += tests/events/event.py tests/events/measure.py

measure-links: hashiya$(EXEEXT)
	$(PYTHON3) -B $(srcdir)/tests/events/measure.py ./hashiya$(EXEEXT) $(EVENTS)
.PHONY: measure-links
