/* `measure RUNS FOLDER COMMAND…` runs a command so many times, FOLDER (or "-") removed before each run; prints
 * "WALL CPU RSS": the medians of wall-clock and processor time in milliseconds, and the largest peak of memory in MiB. */
#define _DEFAULT_SOURCE
#define _XOPEN_SOURCE 700
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_RUNS = 1000, FOLDERS_OPEN_AT_ONCE = 16 };

typedef struct measured { double wall_ms, cpu_ms; long peak_kib; } measured_t;

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)kind, (void)place;
    return remove(path);
}

static double milliseconds(struct timeval time)
{
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* Runs the command once, its output thrown away; exits where it fails. */
static measured_t measure_run(char *const command[])
{
    struct rusage usage;
    int status;
    double start_ms = now_ms();
    pid_t child = vfork();

    if (child < 0) {
        perror("measure");
        exit(2);
    }
    if (child == 0) {
        int nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, STDOUT_FILENO);
        execvp(command[0], command);
        _exit(127);
    }
    wait4(child, &status, 0, &usage);
    double wall_ms = now_ms() - start_ms;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "measure: %s failed\n", command[0]);
        exit(1);
    }
    return (measured_t){ wall_ms, milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime), usage.ru_maxrss };
}

static int compare_doubles(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static double median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, compare_doubles);
    return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

int main(int argument_count, char *arguments[])
{
    static double wall_ms[MOST_RUNS], cpu_ms[MOST_RUNS];
    long peak_kib = 0;
    int runs = argument_count > 3 ? atoi(arguments[1]) : 0;

    if (runs < 1 || runs > MOST_RUNS) {
        fputs("usage: measure RUNS FOLDER|- COMMAND...\n", stderr);
        return 2;
    }
    for (int run = 0; run < runs; run++) {
        if (strcmp(arguments[2], "-") != 0)
            nftw(arguments[2], remove_entry, FOLDERS_OPEN_AT_ONCE, FTW_DEPTH | FTW_PHYS);
        measured_t one = measure_run(arguments + 3);
        wall_ms[run] = one.wall_ms;
        cpu_ms[run] = one.cpu_ms;
        peak_kib = one.peak_kib > peak_kib ? one.peak_kib : peak_kib;
    }
    printf("%.2f %.2f %.2f\n", median(wall_ms, runs), median(cpu_ms, runs), (double)peak_kib / 1024);
    return 0;
}
