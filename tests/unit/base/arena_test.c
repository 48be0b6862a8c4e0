/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void memory_is_zeroed_aligned_and_never_shared(void **state)
{
	(void)state;
	struct arena arena = ARENA_EMPTY;
	unsigned char *kept[500];
	for (size_t i = 0; i < 500; i++) {
		size_t size = i * 7 % 100 + 1;
		kept[i] = arena_alloc(&arena, size, 1);
		assert_int_equal((uintptr_t)kept[i] % _Alignof(max_align_t), 0);
		for (size_t k = 0; k < size; k++)
			assert_int_equal(kept[i][k], 0);
		memset(kept[i], (int)(i % 251), size);
	}
	for (size_t i = 0; i < 500; i++)
		for (size_t k = 0; k < i * 7 % 100 + 1; k++)
			assert_int_equal(kept[i][k], i % 251);
	arena_release(&arena);
}

static void a_large_thing_does_not_end_the_block_in_use(void **state)
{
	(void)state;
	struct arena arena = ARENA_EMPTY;
	char *first = arena_alloc(&arena, 16, 1);
	char *large = arena_alloc(&arena, 1 << 20, 1);
	char *second = arena_alloc(&arena, 16, 1);
	assert_true(second == first + 16);
	memset(large, 'x', 1 << 20);
	assert_int_equal(second[0], 0);
	arena_release(&arena);
}

static void strings_are_copied_with_a_nul(void **state)
{
	(void)state;
	struct arena arena = ARENA_EMPTY;
	assert_string_equal(arena_strndup(&arena, "abcdef", 3), "abc");
	assert_string_equal(arena_strndup(&arena, NULL, 0), "");
	arena_release(&arena);
}

static void a_released_arena_can_be_used_again(void **state)
{
	(void)state;
	struct arena arena = ARENA_EMPTY;
	arena_alloc(&arena, 10, 1);
	arena_release(&arena);
	assert_null(arena.blocks);
	assert_string_equal(arena_strndup(&arena, "x", 1), "x");
	arena_release(&arena);
}

static void a_cleared_arena_gives_the_same_memory_again(void **state)
{
	(void)state;
	struct arena arena = ARENA_EMPTY;
	arena_clear(&arena);
	char *first = arena_strndup(&arena, "abc", 3);
	arena_alloc(&arena, 1 << 20, 1);
	arena_clear(&arena);
	char *again = arena_alloc(&arena, 8, 1);
	assert_ptr_equal(again, first);
	assert_int_equal(again[0], 0);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zeroed_aligned_and_never_shared),
		cmocka_unit_test(a_large_thing_does_not_end_the_block_in_use),
		cmocka_unit_test(strings_are_copied_with_a_nul),
		cmocka_unit_test(a_cleared_arena_gives_the_same_memory_again),
		cmocka_unit_test(a_released_arena_can_be_used_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
