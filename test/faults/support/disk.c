/*
 * Stands between the program and its disk (LD_PRELOAD).
 * DURABLE: a folder in which each file stands as it was at its last fsync, which is what a power loss leaves for certain.
 * EIO_PER_MILLE: so many of a thousand writes and syncs fail, as on a disk that is dying. EIO_FILE: only while that file exists.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static const char *durable, *folder, *while_there;
static long per_mille;
static unsigned int seed;

__attribute__((constructor)) static void begin(void) {
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  durable = getenv("DURABLE");
  folder = getenv("DATA_DIR");
  while_there = getenv("EIO_FILE");
  per_mille = getenv("EIO_PER_MILLE") ? atol(getenv("EIO_PER_MILLE")) : 0;
  seed = getenv("EIO_SEED") ? (unsigned)atol(getenv("EIO_SEED")) : 1;
}

/* The file's name, where it is one of the program's own data; else 0. */
static const char *name_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (!folder || length < 0) return 0;
  path[length] = 0;
  size_t prefix = strlen(folder);
  return strncmp(path, folder, prefix) || path[prefix] != '/' ? 0 : path + prefix + 1;
}

static int fails(int fd) {
  char path[PATH_MAX];
  if (!per_mille || (while_there && access(while_there, F_OK)) || !name_of(fd, path)) return 0;
  if (rand_r(&seed) % 1000 >= per_mille) return 0;
  errno = EIO;
  return 1;
}

/* Copied beside it and put in its place, so that a kill leaves the old or the new. */
static void keep(int fd) {
  char path[PATH_MAX], to[PATH_MAX * 2], part[PATH_MAX * 2], buffer[65536];
  const char *name = durable ? name_of(fd, path) : 0;
  if (!name) return;
  snprintf(to, sizeof to, "%s/%s", durable, name);
  snprintf(part, sizeof part, "%s/%s.part", durable, name);
  int in = open(path, O_RDONLY), out = open(part, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ssize_t n;
  while (in >= 0 && out >= 0 && (n = read(in, buffer, sizeof buffer)) > 0)
    if (write(out, buffer, n) != n) abort();
  close(in);
  close(out);
  rename(part, to);
}

ssize_t pwrite64(int fd, const void *buffer, size_t count, off_t at) {
  return fails(fd) ? -1 : real_pwrite(fd, buffer, count, at);
}
int fsync(int fd) {
  if (fails(fd)) return -1;
  int result = real_fsync(fd);
  if (result == 0) keep(fd);
  return result;
}
int fdatasync(int fd) {
  if (fails(fd)) return -1;
  int result = real_fdatasync(fd);
  if (result == 0) keep(fd);
  return result;
}
