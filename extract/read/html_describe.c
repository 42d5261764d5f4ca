// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/html_describe.h"

#include "extract/read/date.h"
#include "extract/read/markup.h"
#include "extract/read/paragraphs.h"

#include <string.h>
#include <strings.h>

#define MIN_TITLE_WORDS 3

static bool
is_meta(const xmlNode* const node, const char* const name)
{
  return isn_html_is_element(node, "meta") &&
         (isn_html_attribute_is(node, "property", name) ||
          isn_html_attribute_is(node, "name", name) ||
          isn_html_attribute_is(node, "itemprop", name));
}

/// The content of the <meta> called `name`, cleaned; absent if there is none.
static IsnStr
find_meta(IsnDocument* const doc, xmlNode* const root, const char* const name)
{
  xmlNode* const node = isn_html_find(root, is_meta, name);
  const char* const content = node ? isn_html_attribute(node, "content") : NULL;
  return content && *content
           ? isn_paragraphs_clean(doc->arena, isn_str(content))
           : (IsnStr){ NULL, 0 };
}

/// All text of an element on one line; absent if there is none.
static IsnStr
text_of(IsnDocument* const doc, xmlNode* const node)
{
  xmlChar* const content = node ? xmlNodeGetContent(node) : NULL;
  IsnStr text = { NULL, 0 };
  if (content && *content) {
    text = isn_paragraphs_clean(doc->arena, isn_str((const char*)content));
  }
  xmlFree(content);
  return text.n_bytes ? text : (IsnStr){ NULL, 0 };
}

/// What part a title from the last sign that sets a site's name apart on.
static IsnStr
without_site(const IsnStr title)
{
  static const IsnStr signs[] = {
    { " | ", 3 },  { " - ", 3 }, { " – ", 5 }, { " — ", 5 },
    { " :: ", 4 }, { " » ", 4 }, { " « ", 4 },
  };
  for (size_t end = title.n_bytes; end > 0; --end) {
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); ++i) {
      const IsnStr before = isn_str_slice(title, 0, end);
      if (isn_str_ends(before, signs[i])) {
        const IsnStr rest = isn_str_slice(title, 0, end - signs[i].n_bytes);
        size_t n_words = 1;
        for (size_t j = 0; j < rest.n_bytes; ++j) {
          n_words += rest.data[j] == ' ';
        }
        return n_words >= MIN_TITLE_WORDS ? rest : title;
      }
    }
  }
  return title;
}

/// og:title, or the heading that <title> begins with, or <title>.
static IsnStr
find_title(IsnDocument* const doc, xmlNode* const root, xmlNode* const main)
{
  xmlNode* h1 = isn_html_find(main, isn_html_is_element, "h1");
  h1 = h1 ? h1 : isn_html_find(root, isn_html_is_element, "h1");
  const IsnStr heading = text_of(doc, h1);
  IsnStr title = find_meta(doc, root, "og:title");
  const bool is_plain = !title.n_bytes;
  if (is_plain) {
    title = text_of(doc, isn_html_find(root, isn_html_is_element, "title"));
  }
  if (!title.n_bytes || (heading.n_bytes && isn_str_starts(title, heading))) {
    return heading.n_bytes ? heading : (IsnStr){ NULL, 0 };
  }
  return is_plain ? without_site(title) : title;
}

static bool
is_canonical(const xmlNode* const node, const char* const unused)
{
  (void)unused;
  return isn_html_is_element(node, "link") &&
         isn_html_attribute_is(node, "rel", "canonical");
}

static IsnStr
find_url(IsnDocument* const doc, xmlNode* const root)
{
  xmlNode* const link = isn_html_find(root, is_canonical, NULL);
  const char* const target = link ? isn_html_attribute(link, "href") : NULL;
  const IsnStr url = target && *target
                       ? isn_paragraphs_clean(doc->arena, isn_str(target))
                       : find_meta(doc, root, "og:url");
  return isn_str_starts(url, ISN_STR("http")) ? url : (IsnStr){ NULL, 0 };
}

/// The date that a value states, in the arena; absent if it states none.
static IsnStr
to_date(IsnDocument* const doc, const char* const value)
{
  char iso[11];
  const IsnStr words = isn_str(value);
  const bool is_date =
    value && (isn_date_take_iso(words, iso) || isn_date_find(words, iso));
  return is_date ? isn_arena_copy(doc->arena, isn_str(iso))
                 : (IsnStr){ NULL, 0 };
}

static bool
is_date_meta(const xmlNode* const node, const char* const unused)
{
  (void)unused;
  const char* name = isn_html_attribute(node, "property");
  name = name ? name : isn_html_attribute(node, "name");
  name = name ? name : isn_html_attribute(node, "itemprop");
  return isn_html_is_element(node, "meta") && name &&
         isn_markup_is_date_name(name) && isn_html_attribute(node, "content");
}

static bool
is_linked_data(const xmlNode* const node, const char* const unused)
{
  (void)unused;
  return isn_html_is_element(node, "script") && node->children &&
         isn_html_attribute_is(node, "type", "application/ld+json") &&
         strstr((const char*)node->children->content, "\"datePublished\"");
}

/// The value of "datePublished" in JSON-LD, up to its closing quote and on.
static const char*
linked_date(const xmlNode* const script)
{
  const char* s =
    strstr((const char*)script->children->content, "\"datePublished\"");
  s += strlen("\"datePublished\"");
  s += strspn(s, " \t\r\n:");
  return *s == '"' ? s + 1 : NULL;
}

static bool
is_time(const xmlNode* const node, const char* const unused)
{
  (void)unused;
  return isn_html_is_element(node, "time") &&
         isn_html_attribute(node, "datetime");
}

static bool
is_published(const xmlNode* const node, const char* const unused)
{
  (void)unused;
  return isn_html_attribute_is(node, "itemprop", "datePublished") &&
         (isn_html_attribute(node, "datetime") ||
          isn_html_attribute(node, "content"));
}

static IsnStr
find_date(IsnDocument* const doc, xmlNode* const root, xmlNode* const main)
{
  IsnStr date =
    to_date(doc, find_meta(doc, root, "article:published_time").data);
  xmlNode* node = NULL;
  if (!date.data && (node = isn_html_find(root, is_published, NULL))) {
    const char* const time = isn_html_attribute(node, "datetime");
    date = to_date(doc, time ? time : isn_html_attribute(node, "content"));
  }
  if (!date.data && (node = isn_html_find(root, is_linked_data, NULL))) {
    date = to_date(doc, linked_date(node));
  }
  if (!date.data && (node = isn_html_find(root, is_date_meta, NULL))) {
    date = to_date(doc, isn_html_attribute(node, "content"));
  }
  node = isn_html_find(main, is_time, NULL);
  node = node ? node : isn_html_find(root, is_time, NULL);
  return !date.data && node ? to_date(doc, isn_html_attribute(node, "datetime"))
                            : date;
}

static IsnStr
find_language(IsnDocument* const doc, const xmlNode* const root)
{
  const char* const lang = isn_html_attribute(root, "lang");
  const size_t n =
    lang ? strspn(lang,
                  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                  "0123456789-")
         : 0;
  return n >= 2 && !lang[n] ? isn_arena_copy(doc->arena, isn_str(lang))
                            : (IsnStr){ NULL, 0 };
}

void
isn_html_describe(IsnDocument* const doc,
                  xmlNode* const root,
                  xmlNode* const main)
{
  doc->title = find_title(doc, root, main);
  doc->url = find_url(doc, root);
  doc->date = find_date(doc, root, main);
  doc->lang = find_language(doc, root);
}
