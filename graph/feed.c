// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "graph/feed.h"

#include <stdio.h>

// Without a date, raptor2 would write the time of day into an Atom entry
#define NO_DATE "1970-01-01T00:00:00Z"

static IsnStatus
say(const IsnFeed* const feed,
    const IsnBuffer* const subject,
    const IsnName predicate,
    const IsnNode object)
{
  return feed->func(
    feed->handle, isn_buffer_str(subject), isn_name_iri(predicate), &object);
}

static IsnNode
plain(const IsnBuffer* const text)
{
  return isn_node_text(isn_buffer_str(text), NULL);
}

static IsnStatus
set(IsnBuffer* const buffer, const IsnStr value)
{
  isn_buffer_empty(buffer);
  isn_buffer_append(buffer, value);
  return buffer->failed ? ISN_ERR_NO_MEMORY : ISN_SUCCESS;
}

IsnStatus
isn_feed_open(IsnFeed* const feed,
              const char* const base,
              const IsnFeedFunc func,
              void* const handle)
{
  feed->func = func;
  feed->handle = handle;
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, set(&feed->channel, isn_str(base)));
  isn_buffer_append(&feed->channel, ISN_STR("feed"));
  ISN_TRY(st, set(&feed->sequence, isn_buffer_str(&feed->channel)));
  isn_buffer_append(&feed->sequence, ISN_STR("/items"));
  if (feed->channel.failed || feed->sequence.failed) {
    return ISN_ERR_NO_MEMORY;
  }
  const IsnBuffer* const channel = &feed->channel;
  const IsnNode title = isn_node_text(ISN_STR("isnad"), NULL);
  const IsnNode date = isn_node_text(ISN_STR(NO_DATE), NULL);
  const IsnNode sequence = isn_node_iri(isn_buffer_str(&feed->sequence));
  ISN_TRY(
    st,
    say(feed, channel, ISN_NAME_RDF_TYPE, isn_node_name(ISN_NAME_RSS_CHANNEL)));
  ISN_TRY(st, say(feed, channel, ISN_NAME_RSS_TITLE, title));
  ISN_TRY(st, say(feed, channel, ISN_NAME_RSS_LINK, plain(channel)));
  ISN_TRY(st, say(feed, channel, ISN_NAME_RSS_DESCRIPTION, title));
  ISN_TRY(st, say(feed, channel, ISN_NAME_DC_DATE, date));
  ISN_TRY(st, say(feed, channel, ISN_NAME_RSS_ITEMS, sequence));
  return say(
    feed, &feed->sequence, ISN_NAME_RDF_TYPE, isn_node_name(ISN_NAME_RDF_SEQ));
}

IsnStatus
isn_feed_begin(IsnFeed* const feed, const IsnStr iri)
{
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, set(&feed->item, iri));
  ISN_TRY(st, set(&feed->title, iri));
  ISN_TRY(st, set(&feed->link, iri));
  return set(&feed->date, ISN_STR(NO_DATE));
}

IsnStatus
isn_feed_take(IsnFeed* const feed,
              const IsnStr subject,
              const IsnName predicate,
              const IsnNode* const object)
{
  if (!isn_str_equal(subject, isn_buffer_str(&feed->item))) {
    return ISN_SUCCESS;
  }
  if (predicate == ISN_NAME_SCHEMA_HEADLINE) {
    return set(&feed->title, object->value);
  }
  if (predicate == ISN_NAME_SCHEMA_URL) {
    return set(&feed->link, object->value);
  }
  if (predicate == ISN_NAME_SCHEMA_DATE_PUBLISHED) {
    IsnStatus st = ISN_SUCCESS;
    ISN_TRY(st, set(&feed->date, object->value));
    if (object->name == ISN_NAME_XSD_DATE) {
      isn_buffer_append(&feed->date, ISN_STR("T00:00:00Z"));
    }
    return feed->date.failed ? ISN_ERR_NO_MEMORY : ISN_SUCCESS;
  }
  return ISN_SUCCESS;
}

IsnStatus
isn_feed_end(IsnFeed* const feed)
{
  // Of a document told twice, raptor2 would date the second item by the clock
  uint32_t* const is_item = isn_seen_find(
    &feed->items, &feed->arena, isn_str_hash(isn_buffer_str(&feed->item)));
  if (!is_item || *is_item) {
    return is_item ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
  }
  *is_item = 1;
  char member[sizeof(ISN_NS_RDF) + 16];
  const int length =
    snprintf(member, sizeof(member), ISN_NS_RDF "_%u", ++feed->n_items);
  const IsnNode item = isn_node_iri(isn_buffer_str(&feed->item));
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st,
          feed->func(feed->handle,
                     isn_buffer_str(&feed->sequence),
                     (IsnStr){ member, (size_t)length },
                     &item));
  ISN_TRY(
    st,
    say(
      feed, &feed->item, ISN_NAME_RDF_TYPE, isn_node_name(ISN_NAME_RSS_ITEM)));
  ISN_TRY(st, say(feed, &feed->item, ISN_NAME_RSS_TITLE, plain(&feed->title)));
  ISN_TRY(st, say(feed, &feed->item, ISN_NAME_RSS_LINK, plain(&feed->link)));
  ISN_TRY(
    st, say(feed, &feed->item, ISN_NAME_RSS_DESCRIPTION, plain(&feed->title)));
  return say(feed, &feed->item, ISN_NAME_DC_DATE, plain(&feed->date));
}

void
isn_feed_close(IsnFeed* const feed)
{
  isn_buffer_clear(&feed->channel);
  isn_buffer_clear(&feed->sequence);
  isn_buffer_clear(&feed->item);
  isn_buffer_clear(&feed->title);
  isn_buffer_clear(&feed->link);
  isn_buffer_clear(&feed->date);
  isn_arena_clear(&feed->arena);
}
