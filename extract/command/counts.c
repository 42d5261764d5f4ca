// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/command/counts.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

void
isn_counts_add(IsnCounts* const counts, const IsnCounts* const more)
{
  counts->n_documents += more->n_documents;
  counts->n_failed += more->n_failed;
  counts->n_unreadable += more->n_unreadable;
  counts->n_bytes += more->n_bytes;
  counts->n_read += more->n_read;
  counts->n_mentions += more->n_mentions;
  counts->n_entities += more->n_entities;
  counts->n_facts += more->n_facts;
  counts->n_limits += more->n_limits;
  counts->n_statements += more->n_statements;
  counts->n_own = more->n_own > counts->n_own ? more->n_own : counts->n_own;
  for (int i = 0; i < ISN_N_STAGES; ++i) {
    counts->stage_seconds[i] += more->stage_seconds[i];
  }
}

void
isn_counts_note_memory(IsnCounts* const counts)
{
  FILE* const in = fopen("/proc/self/statm", "r");
  unsigned long long resident = 0;
  unsigned long long shared = 0;
  if (in && fscanf(in, "%*u %llu %llu", &resident, &shared) == 2) {
    counts->n_own =
      (resident - shared) * (unsigned long long)sysconf(_SC_PAGESIZE);
  }
  if (in) {
    fclose(in);
  }
}

double
isn_counts_now(void)
{
  struct timespec now = { 0, 0 };
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}
