/* SPDX-License-Identifier: GPL-3.0-or-later */
/* panes.c - what ncurses itself costs for N scroll-bound panes of shaped Arabic.
 *   panes FILE PANES [-i] [-s]     j/k one row, space/b a page, q quits
 * FILE is wrapped blindly at the pane width (no bidi: each row is reversed and drawn from the
 * right edge, every letter as it is), so this is the drawing floor, not a reader.
 *   -i  idlok(stdscr, TRUE): let curses scroll with the terminal's own commands
 *   -s  with idlok, also call wscrl() ourselves on a scroll region above the status row
 *   -t  print the mean time per frame (drawing into the window / refresh) at exit, on stderr
 *   -1  only the first pane moves (no whole-line scroll is possible then)
 *   -e  draw each row with one wide-string call instead of cell by cell */
#define _XOPEN_SOURCE_EXTENDED 1
#define _XOPEN_SOURCE 700
#include <curses.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>

static wchar_t *text;
static size_t ntext, nrows, *row;
static int pw, np, estr, one;
static double td, tr;
static long frames;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void draw_row(int y, size_t r0)
{
    for (int p = 0; p < np; p++) {
        size_t r = (one && p ? (size_t)y : r0) + p * 3;
        wchar_t buf[4096];
        int x0 = p * (pw + 1), k = 0;
        if (r < nrows) {
            size_t a = row[r], b = r + 1 < nrows ? row[r + 1] : ntext;
            while (b > a && text[b - 1] == L'\n')
                b--;
            k = (int)(b - a);
            if (k > pw)
                k = pw;
            for (int i = 0; i < k; i++)
                buf[pw - 1 - i] = text[a + i];
        }
        for (int i = 0; i < pw - k; i++)
            buf[i] = L' ';
        if (estr)
            mvaddnwstr(y, x0, buf, pw);
        else
            for (int i = 0; i < pw; i++) {
                cchar_t c;
                wchar_t s[2] = { buf[i], 0 };
                setcchar(&c, s, A_NORMAL, 0, NULL);
                mvadd_wch(y, x0 + i, &c);
            }
        if (p + 1 < np)
            mvaddch(y, x0 + pw, '|');
    }
}

int main(int argc, char **argv)
{
    int idl = 0, scr = 0, tim = 0;
    if (argc < 3)
        return 2;
    np = atoi(argv[2]);
    for (int i = 3; i < argc; i++) {
        idl |= !strcmp(argv[i], "-i");
        scr |= !strcmp(argv[i], "-s");
        tim |= !strcmp(argv[i], "-t");
        one |= !strcmp(argv[i], "-1");
        estr |= !strcmp(argv[i], "-e");
    }
    setlocale(LC_ALL, "");
    FILE *f = fopen(argv[1], "r");
    char *b = malloc(1 << 20);
    size_t n = fread(b, 1, (1 << 20) - 1, f);
    while (n && ((unsigned char)b[n - 1] & 0x80))
        n--;
    b[n] = 0;
    text = malloc((n + 1) * sizeof *text);
    /* keep only characters one cell wide */
    mbstate_t st = { 0 };
    for (size_t i = 0; i < n;) {
        wchar_t w;
        size_t k = mbrtowc(&w, b + i, n - i, &st);
        if (k == 0 || k > 4)
            break;
        if (w == L'\n' || wcwidth(w) == 1)
            text[ntext++] = w;
        i += k;
    }
    initscr();
    raw();
    noecho();
    curs_set(0);
    idlok(stdscr, idl);
    if (scr) {
        scrollok(stdscr, TRUE);
        setscrreg(0, LINES - 2);
    }
    pw = (COLS - (np - 1)) / np;
    row = malloc((ntext + 2) * sizeof *row);
    for (size_t i = 0, c = 0; i < ntext; i++) {
        if (c == 0)
            row[nrows++] = i;
        c = text[i] == L'\n' || c + 1 == (size_t)pw ? 0 : c + 1;
    }
    size_t top = 0;
    long d = 0;
    for (int first = 1;; first = 0) {
        double t0 = now();
        if (scr && !first && labs(d) < LINES - 1) {
            wscrl(stdscr, (int)d);
            if (d > 0)
                for (int y = LINES - 1 - (int)d; y < LINES - 1; y++)
                    draw_row(y, top + y);
            else
                for (int y = 0; y < -d; y++)
                    draw_row(y, top + y);
        } else
            for (int y = 0; y < LINES - 1; y++)
                draw_row(y, top + y);
        if (scr)
            scrollok(stdscr, FALSE);
        mvprintw(LINES - 1, 0, "row %zu of %zu", top, nrows);
        clrtoeol();
        if (scr)
            scrollok(stdscr, TRUE);
        double t1 = now();
        refresh();
        double t2 = now();
        if (!first)
            td += t1 - t0, tr += t2 - t1, frames++;
        int c = getch();
        d = c == 'j' ? 1 : c == 'k' ? -1 : c == ' ' ? LINES - 2 : c == 'b' ? 2 - LINES : 0;
        if (c == 'q')
            break;
        if (d < 0 && (size_t)-d > top)
            d = -(long)top;
        top += d;
    }
    endwin();
    if (tim)
        fprintf(stderr, "panes=%d frames=%ld draw=%.1f us refresh=%.1f us\n", np, frames, td / frames * 1e6, tr / frames * 1e6);
    return 0;
}
