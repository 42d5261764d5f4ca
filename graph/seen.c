// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "graph/seen.h"

static IsnSeenSlot*
find_slot(const IsnSeen* const seen, const uint64_t hash)
{
  size_t i = hash & (seen->n_slots - 1);
  while (seen->slots[i].hash && seen->slots[i].hash != hash) {
    i = (i + 1) & (seen->n_slots - 1);
  }
  return &seen->slots[i];
}

static bool
grow(IsnSeen* const seen, IsnArena* const arena)
{
  IsnSeen larger = { NULL,
                     seen->n_slots ? seen->n_slots * 2 : 64,
                     seen->n_used };
  larger.slots = isn_arena_array(arena, larger.n_slots, sizeof(IsnSeenSlot));
  if (!larger.slots) {
    return false;
  }
  for (size_t i = 0; i < seen->n_slots; ++i) {
    if (seen->slots[i].hash) {
      *find_slot(&larger, seen->slots[i].hash) = seen->slots[i];
    }
  }
  *seen = larger;
  return true;
}

uint32_t*
isn_seen_find(IsnSeen* const seen, IsnArena* const arena, const uint64_t hash)
{
  if (2 * seen->n_used >= seen->n_slots && !grow(seen, arena)) {
    return NULL;
  }
  IsnSeenSlot* const slot = find_slot(seen, hash ? hash : 1);
  if (!slot->hash) {
    slot->hash = hash ? hash : 1;
    ++seen->n_used;
  }
  return &slot->value;
}
