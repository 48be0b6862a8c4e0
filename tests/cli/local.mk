# SPDX-License-Identifier: GPL-3.0-or-later
TESTS += tests/cli/demo-data.py
dist_check_SCRIPTS += tests/cli/demo-data.py
TESTS += tests/cli/fixtures.py
dist_check_SCRIPTS += tests/cli/fixtures.py
