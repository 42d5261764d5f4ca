// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file feed.h Documents as items of a feed, for RSS 1.0 and Atom.
///
/// raptor2 writes a feed from a graph that has one: a channel with a sequence
/// of items. What an item tells comes from the article's statements; all else
/// is dropped, so that memory grows by one item a document at most.
#ifndef ISN_GRAPH_FEED_H
#define ISN_GRAPH_FEED_H

#include "graph/seen.h"
#include "graph/writer.h"

typedef IsnStatus (*IsnFeedFunc)(void* handle,
                                 IsnStr subject,
                                 IsnStr predicate,
                                 const IsnNode* object);

typedef struct {
  IsnFeedFunc func;
  void* handle;
  IsnBuffer channel; ///< IRIs; owned
  IsnBuffer sequence;
  IsnBuffer item;
  IsnBuffer title;
  IsnBuffer link;
  IsnBuffer date;
  IsnArena arena; ///< Of `items`; owned
  IsnSeen items;  ///< Documents that are items already
  unsigned n_items;
} IsnFeed;

/// Statements of the channel go to `func`, all others when they come.
IsnStatus
isn_feed_open(IsnFeed* feed, const char* base, IsnFeedFunc func, void* handle);

IsnStatus
isn_feed_begin(IsnFeed* feed, IsnStr iri);

/// Keep what an item tells of a statement.
IsnStatus
isn_feed_take(IsnFeed* feed,
              IsnStr subject,
              IsnName predicate,
              const IsnNode* object);

IsnStatus
isn_feed_end(IsnFeed* feed);

void
isn_feed_close(IsnFeed* feed);

#endif
