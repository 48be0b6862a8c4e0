/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hello_all.c - the floor for first paint of a reader with the libraries it needs:
 * hello_all DB FILE PANES   open the library (WAL, first 50 titles), mmap FILE, run fribidi over the
 * first paragraphs of it for PANES panes, draw one screen with curses, wait for a key. */
#define _XOPEN_SOURCE 700
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <fcntl.h>
#include <fribidi/fribidi.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wchar.h>

int main(int argc, char **argv)
{
    if (argc < 4)
        return 2;
    sqlite3 *db;
    sqlite3_stmt *s;
    if (sqlite3_open(argv[1], &db) || sqlite3_prepare_v2(db, "SELECT id,title FROM article ORDER BY id LIMIT 50", -1, &s, 0))
        return 1;
    while (sqlite3_step(s) == SQLITE_ROW)
        (void)sqlite3_column_text(s, 1);
    int f = open(argv[2], O_RDONLY), np = atoi(argv[3]);
    struct stat st;
    if (f < 0 || fstat(f, &st) || !st.st_size)
        return 1;
    const char *b = mmap(0, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, f, 0), *e = b + st.st_size;
    setlocale(LC_ALL, "");
    initscr();
    raw();
    noecho();
    keypad(stdscr, TRUE);
    int pw = (COLS - np + 1) / np;
    for (int p = 0; p < np; p++) {
        const char *q = b;
        for (int y = 0; y < LINES && q < e;) {
            const char *nl = memchr(q, '\n', (size_t)(e - q));
            if (!nl)
                nl = e;
            size_t len = (size_t)(nl - q);
            if (len > 8000)
                len = 8000;
            FriBidiChar u[8192];
            FriBidiCharType ty[8192];
            FriBidiBracketType br[8192];
            FriBidiLevel lv[8192];
            FriBidiArabicProp ap[8192];
            FriBidiParType dir = FRIBIDI_PAR_RTL;
            FriBidiStrIndex k = fribidi_charset_to_unicode(FRIBIDI_CHAR_SET_UTF8, q, (FriBidiStrIndex)len, u);
            fribidi_get_bidi_types(u, k, ty);
            fribidi_get_bracket_types(u, k, ty, br);
            (void)!fribidi_get_par_embedding_levels_ex(ty, br, k, &dir, lv);
            fribidi_get_joining_types(u, k, ap);
            fribidi_join_arabic(ty, k, lv, ap);
            fribidi_shape(FRIBIDI_FLAGS_DEFAULT | FRIBIDI_FLAGS_ARABIC, lv, k, ap, u);
            for (FriBidiStrIndex i = 0; (i < k || !i) && y < LINES; i += pw, y++) {
                int n = k - i < pw ? k - i : pw, x = p * (pw + 1) + pw - n;
                (void)!fribidi_reorder_line(FRIBIDI_FLAGS_DEFAULT, ty, n, i, dir, lv, u, NULL);
                for (int j = 0; j < n; j++) {
                    wchar_t w[2] = { (wchar_t)u[i + j], 0 };
                    cchar_t c;
                    if (wcwidth(w[0]) < 1)
                        continue;
                    setcchar(&c, w, A_NORMAL, 0, NULL);
                    mvadd_wch(y, x + j, &c);
                }
            }
            q = nl + 1;
        }
    }
    refresh();
    getch();
    endwin();
    return 0;
}
