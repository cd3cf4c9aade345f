/* A recorder and saboteur of disk operations, put before the C library with LD_PRELOAD.

   Off until recorder_start() is called; then every operation on files below one folder is appended to a log in the
   order it happened, so that a replayer can build every state a power cut could leave. recorder_fail() makes the n-th
   call of one kind fail, once or from then on. One thread only. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static char folder[4096];
static int log_fd = -1;
static char fail_kind;
static int fail_errno, fail_at, fail_sticky, seen;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int below(const char *path) { return !strncmp(path, folder, strlen(folder)); }

static int path_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, 4095);
    if (length < 0) return 0;
    path[length] = 0;
    return path[0] == '/';
}

static void absolute(int dir, const char *path, char *full) {
    char base[4096] = "";
    if (path[0] == '/') { snprintf(full, 4096, "%s", path); return; }
    if (dir == AT_FDCWD) { if (!getcwd(base, sizeof base)) base[0] = 0; } else path_of(dir, base);
    snprintf(full, 4096, "%.2000s/%.2000s", base, path);
}

/* Which call of a kind fails: w write, s sync, t truncate, o create, u unlink, r rename. */
static int sabotaged(char kind) {
    if (fail_kind != kind) return 0;
    seen++;
    if (seen != fail_at && !(fail_sticky && seen > fail_at)) return 0;
    errno = fail_errno;
    return 1;
}

static void put(const void *bytes, size_t length) {
    const char *at = bytes;
    while (length) {
        ssize_t done = syscall(SYS_write, log_fd, at, length);
        if (done <= 0) abort();
        at += done;
        length -= done;
    }
}

static void note(char kind, const char *path, const char *other, uint64_t offset, const void *bytes, uint64_t length) {
    if (log_fd < 0) return;
    uint32_t sizes[2] = {strlen(path), strlen(other)};
    uint64_t numbers[2] = {offset, length};
    put(&kind, 1);
    put(sizes, sizeof sizes);
    put(numbers, sizeof numbers);
    put(path, sizes[0]);
    put(other, sizes[1]);
    if (bytes) put(bytes, length);
}

int recorder_start(const char *below_folder, const char *log) {
    snprintf(folder, sizeof folder, "%s", below_folder);
    log_fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    return log_fd;
}

void recorder_fail(const char *below_folder, char kind, int error, int at, int sticky) {
    snprintf(folder, sizeof folder, "%s", below_folder);
    fail_kind = kind; fail_errno = error; fail_at = at; fail_sticky = sticky; seen = 0;
}

int recorder_seen(void) { return seen; }

/* Names */

static int opened(int dir, const char *path, int flags, mode_t mode) {
    char full[4096];
    absolute(dir, path, full);
    int creating = (flags & O_CREAT) && below(full) && syscall(SYS_faccessat, AT_FDCWD, full, F_OK) != 0;
    if (creating && sabotaged('o')) return -1;
    int fd = syscall(SYS_openat, dir, path, flags, mode);
    if (fd >= 0 && creating) note('o', full, "", 0, 0, 0);
    if (fd >= 0 && !creating && (flags & O_TRUNC) && below(full)) note('t', full, "", 0, 0, 0);
    return fd;
}

#define MODE mode_t mode = 0; if (flags & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }
int open(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
int openat(int dir, const char *path, int flags, ...) { MODE return opened(dir, path, flags, mode); }
int openat64(int dir, const char *path, int flags, ...) { MODE return opened(dir, path, flags | O_LARGEFILE, mode); }

int unlink(const char *path) {
    char full[4096];
    absolute(AT_FDCWD, path, full);
    if (below(full) && sabotaged('u')) return -1;
    int result = REAL(unlink)(path);
    if (!result && below(full)) note('u', full, "", 0, 0, 0);
    return result;
}
int unlinkat(int dir, const char *path, int flags) {
    char full[4096];
    absolute(dir, path, full);
    int result = REAL(unlinkat)(dir, path, flags);
    if (!result && below(full)) note('u', full, "", 0, 0, 0);
    return result;
}
int rmdir(const char *path) {
    char full[4096];
    absolute(AT_FDCWD, path, full);
    int result = REAL(rmdir)(path);
    if (!result && below(full)) note('u', full, "", 0, 0, 0);
    return result;
}
int mkdir(const char *path, mode_t mode) {
    char full[4096];
    absolute(AT_FDCWD, path, full);
    if (below(full) && sabotaged('o')) return -1;
    int result = REAL(mkdir)(path, mode);
    if (!result && below(full)) note('d', full, "", 0, 0, 0);
    return result;
}
int rename(const char *from, const char *to) {
    char old[4096], new[4096];
    absolute(AT_FDCWD, from, old);
    absolute(AT_FDCWD, to, new);
    if (below(new) && sabotaged('r')) return -1;
    int result = REAL(rename)(from, to);
    if (!result && below(new)) note('r', old, new, 0, 0, 0);
    return result;
}
int renameat(int from_dir, const char *from, int to_dir, const char *to) {
    char old[4096], new[4096];
    absolute(from_dir, from, old);
    absolute(to_dir, to, new);
    return rename(old, new);
}

/* Contents */

static ssize_t written(int fd, const void *bytes, size_t length, off64_t offset, int positioned) {
    char path[4096];
    int watched = (log_fd >= 0 || fail_kind) && path_of(fd, path) && below(path);
    if (watched && sabotaged('w')) return -1;
    if (!positioned && watched) {
        struct stat about;
        offset = (fcntl(fd, F_GETFL) & O_APPEND) && !fstat(fd, &about) ? about.st_size : lseek64(fd, 0, SEEK_CUR);
    }
    ssize_t done = positioned ? syscall(SYS_pwrite64, fd, bytes, length, offset) : syscall(SYS_write, fd, bytes, length);
    if (done > 0 && watched) note('w', path, "", offset, bytes, done);
    return done;
}
ssize_t write(int fd, const void *bytes, size_t length) { return written(fd, bytes, length, 0, 0); }
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return written(fd, bytes, length, offset, 1); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) { return written(fd, bytes, length, offset, 1); }
ssize_t writev(int fd, const struct iovec *parts, int count) {
    ssize_t total = 0;
    for (int each = 0; each < count; each++) {
        ssize_t done = written(fd, parts[each].iov_base, parts[each].iov_len, 0, 0);
        if (done < 0) return total ? total : -1;
        total += done;
    }
    return total;
}
/* Python falls back to write. */
ssize_t sendfile(int to, int from, off_t *offset, size_t length) { errno = ENOSYS; return -1; }
ssize_t sendfile64(int to, int from, off64_t *offset, size_t length) { errno = ENOSYS; return -1; }
ssize_t copy_file_range(int from, off64_t *a, int to, off64_t *b, size_t length, unsigned flags) { errno = ENOSYS; return -1; }

static int truncated(int fd, off64_t length) {
    char path[4096];
    int watched = (log_fd >= 0 || fail_kind) && path_of(fd, path) && below(path);
    if (watched && sabotaged('t')) return -1;
    int result = syscall(SYS_ftruncate, fd, length);
    if (!result && watched) note('t', path, "", length, 0, 0);
    return result;
}
int ftruncate(int fd, off_t length) { return truncated(fd, length); }
int ftruncate64(int fd, off64_t length) { return truncated(fd, length); }

static int synced(int fd, long number) {
    char path[4096];
    int watched = (log_fd >= 0 || fail_kind) && path_of(fd, path) && below(path);
    if (watched && sabotaged('s')) return -1;
    int result = syscall(number, fd);
    if (!result && watched) note('s', path, "", 0, 0, 0);
    return result;
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }
