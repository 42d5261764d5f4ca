// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/meter.h"

#include "extract/command/extent.h"

#include <errno.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define TERMINAL_SECONDS 0.2
#define LINE_SECONDS 10.0
#define MEGA 1e6
#define CLEAR_LINE "\r\033[K"

/// CPU time of this process (RUSAGE_SELF) or of workers that have ended.
static double
cpu_seconds(const int who)
{
  struct rusage usage;
  getrusage(who, &usage);
  return (double)usage.ru_utime.tv_sec + (double)usage.ru_stime.tv_sec +
         (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

static bool
is_terminal(FILE* const err)
{
  const int fd = fileno(err);
  return fd >= 0 && isatty(fd);
}

bool
isn_meter_is_on_terminal(const IsnOptions* const options, FILE* const err)
{
  return is_terminal(err) && !options->no_progress &&
         (options->progress || !options->quiet);
}

void
isn_meter_print_over(void* const err, const IsnDiag* const diag)
{
  fputs(CLEAR_LINE, err);
  isn_diag_print(err, diag);
}

void
isn_meter_begin(IsnMeter* const meter,
                const IsnOptions* const options,
                const IsnReadOptions* const read,
                FILE* const err)
{
  const bool is_shown =
    options->progress || isn_meter_is_on_terminal(options, err);
  *meter = (IsnMeter){ .err = is_shown ? err : NULL,
                       .is_terminal = is_terminal(err),
                       .begin = isn_counts_now() };
  meter->begin_cpu = cpu_seconds(RUSAGE_SELF);
  meter->last = meter->begin;
  meter->n_read = read->n_read;
  meter->n_size =
    is_shown ? isn_extent_of(options->paths, options->n_paths) : 0;
}

/// Nothing where the end is not known, or reached.
static void
show_time_left(const IsnMeter* const meter,
               const IsnCounts* const counts,
               const double seconds)
{
  const uint64_t n_read = *meter->n_read + counts->n_read;
  if (n_read && meter->n_size > n_read) {
    const unsigned long left =
      (unsigned long)((double)(meter->n_size - n_read) * seconds /
                      (double)n_read);
    fprintf(meter->err,
            ", %lu:%02lu:%02lu left",
            left / 3600,
            left / 60 % 60,
            left % 60);
  }
}

static void
show(const IsnMeter* const meter, const IsnCounts* const counts)
{
  const double seconds = isn_counts_now() - meter->begin;
  const double rate =
    seconds > 0 ? (double)counts->n_bytes / MEGA / seconds : 0;
  fprintf(meter->err,
          "%sisnad: %llu documents, %.2f MB/s, %llu facts, %llu failed",
          meter->is_terminal ? CLEAR_LINE : "",
          (unsigned long long)counts->n_documents,
          rate,
          (unsigned long long)counts->n_facts,
          (unsigned long long)counts->n_failed);
  show_time_left(meter, counts, seconds);
}

void
isn_meter_tick(IsnMeter* const meter, const IsnCounts* const counts)
{
  if (!meter->err) {
    return;
  }
  const double now = isn_counts_now();
  if (now - meter->last <
      (meter->is_terminal ? TERMINAL_SECONDS : LINE_SECONDS)) {
    return;
  }
  meter->last = now;
  show(meter, counts);
  fputs(meter->is_terminal ? "" : "\n", meter->err);
  fflush(meter->err);
}

void
isn_meter_end(IsnMeter* const meter, const IsnCounts* const counts)
{
  if (meter->err) {
    show(meter, counts);
    fputs("\n", meter->err);
    fflush(meter->err);
  }
}

// Statistics ----------------------------------------------------------------

static void
write_counts(FILE* const out,
             const IsnCounts* const counts,
             const IsnPlan* const plan)
{
  fprintf(out,
          "{\n"
          "  \"documents\": %llu,\n"
          "  \"failed\": %llu,\n"
          "  \"unreadable_inputs\": %llu,\n"
          "  \"bytes_in\": %llu,\n"
          "  \"mentions\": %llu,\n"
          "  \"entities\": %llu,\n"
          "  \"facts\": %llu,\n"
          "  \"rule_limits\": %llu,\n",
          (unsigned long long)counts->n_documents,
          (unsigned long long)counts->n_failed,
          (unsigned long long)counts->n_unreadable,
          (unsigned long long)counts->n_bytes,
          (unsigned long long)counts->n_mentions,
          (unsigned long long)counts->n_entities,
          (unsigned long long)counts->n_facts,
          (unsigned long long)counts->n_limits);
  if (isn_plan_counts_statements(plan)) {
    fprintf(out,
            "  \"statements\": %llu,\n",
            (unsigned long long)counts->n_statements);
  } else {
    fprintf(out, "  \"statements\": null,\n");
  }
}

static void
write_costs(FILE* const out,
            const IsnMeter* const meter,
            const IsnCounts* const counts,
            const unsigned n_jobs)
{
  const double wall = isn_counts_now() - meter->begin;
  const double parent = cpu_seconds(RUSAGE_SELF) - meter->begin_cpu;
  const double in_workers = cpu_seconds(RUSAGE_CHILDREN);
  struct rusage self;
  struct rusage workers;
  getrusage(RUSAGE_SELF, &self);
  getrusage(RUSAGE_CHILDREN, &workers);
  fprintf(out,
          "  \"jobs\": %u,\n"
          "  \"start_cpu_seconds\": %.6f,\n"
          "  \"wall_seconds\": %.6f,\n"
          "  \"cpu_seconds\": %.6f,\n"
          "  \"parent_cpu_seconds\": %.6f,\n"
          "  \"worker_cpu_seconds\": %.6f,\n"
          "  \"megabytes_per_second\": %.3f,\n"
          "  \"peak_rss_bytes\": %llu,\n"
          "  \"worker_peak_rss_bytes\": %llu,\n"
          "  \"own_bytes\": %llu,\n",
          n_jobs,
          meter->begin_cpu,
          wall,
          parent + in_workers,
          parent,
          in_workers,
          wall > 0 ? (double)counts->n_bytes / MEGA / wall : 0,
          (unsigned long long)self.ru_maxrss * 1024,
          (unsigned long long)workers.ru_maxrss * 1024,
          (unsigned long long)counts->n_own);
}

static void
write_stages(FILE* const out, const IsnCounts* const counts)
{
  fprintf(out, "  \"stage_seconds\": {");
  for (int i = ISN_STAGE_TOKENIZE; i < ISN_N_STAGES; ++i) {
    fprintf(out,
            "%s\"%s\": %.6f",
            i == ISN_STAGE_TOKENIZE ? "" : ", ",
            isn_stage_name((IsnStage)i),
            counts->stage_seconds[i]);
  }
  fprintf(out, "}\n}\n");
}

IsnStatus
isn_meter_write(const IsnMeter* const meter,
                const IsnCounts* const counts,
                const IsnPlan* const plan,
                const unsigned n_jobs,
                const char* const path,
                const IsnSink* const sink)
{
  const IsnPlace place = { path, 0, 0 };
  FILE* const out = fopen(path, "wb");
  bool is_good = out;
  if (out) {
    write_counts(out, counts, plan);
    write_costs(out, meter, counts, n_jobs);
    write_stages(out, counts);
    is_good = !ferror(out);
    is_good = !fclose(out) && is_good;
  }
  return is_good ? ISN_SUCCESS
                 : isn_error(sink,
                             ISN_ERR_OUTPUT,
                             &place,
                             "cannot write the statistics: %s",
                             strerror(errno));
}
