# SPDX-License-Identifier: GPL-3.0-or-later
# The articles of `hashiya --demo`, its codebook, and the marks that somebody left half done.
demodir = $(pkgdatadir)/demo
dist_demo_DATA = \
	share/hashiya/demo/1-hawar-municipality.txt \
	share/hashiya/demo/2-hawar-governor.txt \
	share/hashiya/demo/3-hawar-overnight.txt \
	share/hashiya/demo/articles.tsv \
	share/hashiya/demo/codebook.csv \
	share/hashiya/demo/marks.tsv

# Ready codebooks: a file for each name and language, and an index of them.
codebooksdir = $(pkgdatadir)/codebooks
dist_codebooks_DATA = \
	share/hashiya/codebooks/attribution.ar.csv \
	share/hashiya/codebooks/attribution.en.csv \
	share/hashiya/codebooks/claim-types.ar.csv \
	share/hashiya/codebooks/claim-types.en.csv \
	share/hashiya/codebooks/generic-frames.ar.csv \
	share/hashiya/codebooks/generic-frames.en.csv \
	share/hashiya/codebooks/index.csv \
	share/hashiya/codebooks/media-frames.ar.csv \
	share/hashiya/codebooks/media-frames.en.csv \
	share/hashiya/codebooks/stance.ar.csv \
	share/hashiya/codebooks/stance.en.csv

# Stance schemes: a file each, and an index of them.
stancesdir = $(pkgdatadir)/stances
dist_stances_DATA = \
	share/hashiya/stances/arastance.csv \
	share/hashiya/stances/emergent.csv \
	share/hashiya/stances/index.csv \
	share/hashiya/stances/sdqc.csv \
	share/hashiya/stances/three-way.csv

# Built into the program as well: src/app/local.mk.
dist_pkgdata_DATA = share/hashiya/default.keys
