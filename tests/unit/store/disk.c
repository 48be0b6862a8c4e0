/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/disk.h"

#include <sqlite3.h>
#include <stddef.h>

struct disk disk = {.fail_at = -1};

static sqlite3_vfs *real;

struct file {
	sqlite3_file base;
	sqlite3_file *inner; /* right behind this */
};

static bool fails(void)
{
	int call = disk.calls++;
	bool now = disk.fail_at >= 0 && (disk.sticky ? call >= disk.fail_at : call == disk.fail_at);
	disk.hit = disk.hit || now;
	return now;
}

static sqlite3_file *inner(sqlite3_file *file)
{
	return ((struct file *)file)->inner;
}

static int file_close(sqlite3_file *file)
{
	return inner(file)->pMethods->xClose(inner(file));
}

static int file_read(sqlite3_file *file, void *buf, int n, sqlite3_int64 off)
{
	return inner(file)->pMethods->xRead(inner(file), buf, n, off);
}

/* A write that fails has been done by half. */
static int file_write(sqlite3_file *file, const void *buf, int n, sqlite3_int64 off)
{
	if (!fails())
		return inner(file)->pMethods->xWrite(inner(file), buf, n, off);
	inner(file)->pMethods->xWrite(inner(file), buf, n / 2, off);
	return disk.rc;
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	return fails() ? SQLITE_IOERR_TRUNCATE
		       : inner(file)->pMethods->xTruncate(inner(file), size);
}

static int file_sync(sqlite3_file *file, int flags)
{
	return fails() ? SQLITE_IOERR_FSYNC : inner(file)->pMethods->xSync(inner(file), flags);
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size)
{
	return inner(file)->pMethods->xFileSize(inner(file), size);
}

static int file_lock(sqlite3_file *file, int level)
{
	return inner(file)->pMethods->xLock(inner(file), level);
}

static int file_unlock(sqlite3_file *file, int level)
{
	return inner(file)->pMethods->xUnlock(inner(file), level);
}

static int file_check_lock(sqlite3_file *file, int *reserved)
{
	return inner(file)->pMethods->xCheckReservedLock(inner(file), reserved);
}

static int file_control(sqlite3_file *file, int op, void *arg)
{
	return inner(file)->pMethods->xFileControl(inner(file), op, arg);
}

static int file_sector_size(sqlite3_file *file)
{
	return inner(file)->pMethods->xSectorSize(inner(file));
}

static int file_device(sqlite3_file *file)
{
	return inner(file)->pMethods->xDeviceCharacteristics(inner(file));
}

static const sqlite3_io_methods methods = {
	.iVersion = 1,
	.xClose = file_close,
	.xRead = file_read,
	.xWrite = file_write,
	.xTruncate = file_truncate,
	.xSync = file_sync,
	.xFileSize = file_size,
	.xLock = file_lock,
	.xUnlock = file_unlock,
	.xCheckReservedLock = file_check_lock,
	.xFileControl = file_control,
	.xSectorSize = file_sector_size,
	.xDeviceCharacteristics = file_device,
};

/* Opening a journal may fail too; the project itself is there. */
static int disk_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
		     int *out_flags)
{
	struct file *wrapper = (struct file *)file;
	(void)vfs;
	file->pMethods = NULL;
	if ((flags & SQLITE_OPEN_MAIN_JOURNAL) && fails())
		return SQLITE_CANTOPEN;
	wrapper->inner = (sqlite3_file *)(wrapper + 1);
	int rc = real->xOpen(real, name, wrapper->inner, flags, out_flags);
	if (rc == SQLITE_OK)
		file->pMethods = &methods;
	return rc;
}

int disk_set_up(void **state)
{
	static sqlite3_vfs vfs;
	(void)state;
	real = sqlite3_vfs_find(NULL);
	vfs = *real;
	vfs.zName = "failing";
	vfs.szOsFile = (int)sizeof(struct file) + real->szOsFile;
	vfs.xOpen = disk_open;
	return sqlite3_vfs_register(&vfs, 1);
}
