// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
//
// The adapter to libxml2's HTML parser. The tree is never deeper than the
// parser's own limit (256), so walking it may recurse.
#include "extract/read/format.h"

#include "extract/read/date.h"
#include "extract/read/markup.h"
#include "extract/read/paragraphs.h"

#include <libxml/HTMLparser.h>

#include <ctype.h>
#include <strings.h>

#define HEAD_BYTES ((size_t)4096)
#define MIN_MAIN_BYTES 200
#define MIN_TITLE_WORDS 3

// Attributes and names --------------------------------------------------------

static const char*
name_of(const xmlNode* const node)
{
  return node->type == XML_ELEMENT_NODE ? (const char*)node->name : "";
}

/// An attribute's value in the tree, or NULL.
static const char*
attribute(const xmlNode* const node, const char* const name)
{
  for (const xmlAttr* a = node->properties; a; a = a->next) {
    if (!strcasecmp((const char*)a->name, name)) {
      return a->children && a->children->content
               ? (const char*)a->children->content
               : "";
    }
  }
  return NULL;
}

static bool
attribute_is(const xmlNode* const node,
             const char* const name,
             const char* const value)
{
  const char* const found = attribute(node, name);
  return found && !strcasecmp(found, value);
}

static bool
is_element(const xmlNode* const node, const char* const name)
{
  return !strcasecmp(name_of(node), name);
}

static bool
is_caption(const xmlNode* const node)
{
  return is_element(node, "figcaption") || is_element(node, "figure") ||
         isn_markup_is_caption(attribute(node, "class"));
}

static bool
is_dropped(const xmlNode* const node)
{
  if (node->type != XML_ELEMENT_NODE) {
    return node->type != XML_TEXT_NODE && node->type != XML_CDATA_SECTION_NODE;
  }
  const char* const role = attribute(node, "role");
  return isn_markup_is_dropped(name_of(node)) ||
         isn_markup_is_beside(attribute(node, "class")) ||
         isn_markup_is_beside(attribute(node, "id")) ||
         (role && isn_markup_is_role_beside(role)) ||
         attribute(node, "hidden") || attribute_is(node, "aria-hidden", "true");
}

/// The first element of `root`'s tree that is wanted, in the tree's order.
static xmlNode*
find_element(xmlNode* const root,
             bool (*const is_wanted)(const xmlNode*, const char*),
             const char* const argument)
{
  if (root->type != XML_ELEMENT_NODE) {
    return NULL;
  }
  xmlNode* found = is_wanted(root, argument) ? root : NULL;
  for (xmlNode* n = root->children; n && !found; n = n->next) {
    found = find_element(n, is_wanted, argument);
  }
  return found;
}

// The main text ---------------------------------------------------------------

/// How much text a part of the page has, and how much of it is links.
typedef struct {
  size_t n_bytes;
  size_t n_link_bytes;
  size_t n_links;
} Weight;

static void
weigh(const xmlNode* const node, const bool is_in_link, Weight* const weight)
{
  if (node->type == XML_TEXT_NODE && node->content) {
    const char* const text = (const char*)node->content;
    const size_t n = strlen(text) - strspn(text, " \t\r\n");
    weight->n_bytes += n;
    weight->n_link_bytes += is_in_link ? n : 0;
  }
  if (node->type != XML_ELEMENT_NODE) {
    return;
  }
  const bool is_link = is_element(node, "a");
  weight->n_links += is_link;
  for (const xmlNode* n = node->children; n; n = n->next) {
    if (!is_dropped(n)) {
      weigh(n, is_in_link || is_link, weight);
    }
  }
}

/// Bytes of text, less twice those of links.
static size_t
score(const xmlNode* const node)
{
  Weight weight = { 0, 0, 0 };
  weigh(node, false, &weight);
  return weight.n_bytes > 2 * weight.n_link_bytes
           ? weight.n_bytes - 2 * weight.n_link_bytes
           : 0;
}

static bool
has_item_property(const xmlNode* const node, const char* const name)
{
  return attribute_is(node, "itemprop", name);
}

static bool
has_main_class(const xmlNode* const node, const char* const unused)
{
  (void)unused;
  return isn_markup_is_main(attribute(node, "class")) ||
         isn_markup_is_main(attribute(node, "id"));
}

static bool
has_main_role(const xmlNode* const node, const char* const unused)
{
  (void)unused;
  return is_element(node, "main") || attribute_is(node, "role", "main");
}

/// Of the wanted elements that lie in no other, the one with the most text.
static void
find_best(xmlNode* const node,
          bool (*const is_wanted)(const xmlNode*, const char*),
          const char* const argument,
          xmlNode** const best,
          size_t* const best_score)
{
  if (node->type != XML_ELEMENT_NODE) {
    return;
  }
  if (is_wanted(node, argument)) {
    const size_t s = score(node);
    if (s > *best_score) {
      *best = node;
      *best_score = s;
    }
    return;
  }
  for (xmlNode* n = node->children; n; n = n->next) {
    if (!is_dropped(n)) {
      find_best(n, is_wanted, argument, best, best_score);
    }
  }
}

/// From the page down into the block that holds almost all of its text.
static xmlNode*
find_densest(xmlNode* const root)
{
  xmlNode* node = root;
  size_t node_score = score(root);
  for (;;) {
    xmlNode* best = NULL;
    size_t best_score = 0;
    for (xmlNode* n = node->children; n; n = n->next) {
      if (n->type == XML_ELEMENT_NODE && !is_dropped(n)) {
        const size_t s = score(n);
        best = s > best_score ? n : best;
        best_score = s > best_score ? s : best_score;
      }
    }
    const bool is_inside = best && isn_markup_is_block(name_of(best)) &&
                           !is_element(best, "p") &&
                           best_score * 10 >= node_score * 7;
    if (!is_inside) {
      return node;
    }
    node = best;
    node_score = best_score;
  }
}

/// What the page says is its text, most exact first, or where most text is.
static xmlNode*
find_main(xmlNode* const root)
{
  static const struct {
    bool (*is_wanted)(const xmlNode*, const char*);
    const char* argument;
  } ways[] = {
    { has_item_property, "articleBody" },
    { has_main_class, NULL },
    { is_element, "article" },
    { has_main_role, NULL },
  };
  for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); ++i) {
    xmlNode* best = NULL;
    size_t best_score = MIN_MAIN_BYTES;
    find_best(root, ways[i].is_wanted, ways[i].argument, &best, &best_score);
    if (best) {
      return best;
    }
  }
  return find_densest(root);
}

// Paragraphs ------------------------------------------------------------------

typedef struct {
  IsnParagraphs body;
  IsnParagraphs captions;
} Page;

/// A block that is little but links: a list of other pages.
static bool
is_link_list(const xmlNode* const node)
{
  if (!isn_markup_is_block(name_of(node))) {
    return false;
  }
  Weight weight = { 0, 0, 0 };
  weigh(node, false, &weight);
  return weight.n_links > 1 && weight.n_link_bytes * 10 > weight.n_bytes * 7;
}

static void
add_text(const xmlNode* const node, Page* const page, IsnParagraphs* const to)
{
  if (node->type != XML_ELEMENT_NODE) {
    isn_paragraphs_add(to, isn_str((const char*)node->content));
    return;
  }
  if (is_element(node, "br")) {
    isn_paragraphs_break(to);
    return;
  }
  IsnParagraphs* const target = is_caption(node) ? &page->captions : to;
  const bool is_block = isn_markup_is_block(name_of(node)) || target != to;
  if (is_block) {
    isn_paragraphs_end(target);
  }
  for (const xmlNode* n = node->children; n; n = n->next) {
    if (!is_dropped(n) && (n->type != XML_ELEMENT_NODE || !is_link_list(n))) {
      add_text(n, page, target);
    }
  }
  if (is_block) {
    isn_paragraphs_end(target);
  }
}

/// Captions behind the body, each once and only if the body lacks it.
static void
append_captions(const Page* const page, IsnParagraphs* const text)
{
  const IsnStr captions = isn_buffer_str(&page->captions.text);
  IsnStr caption;
  for (size_t at = 0; isn_paragraphs_next(captions, &at, &caption);) {
    if (!isn_paragraphs_has(isn_buffer_str(&text->text), caption)) {
      isn_paragraphs_end(text);
      isn_paragraphs_add(text, caption);
    }
  }
}

/// The headline, the body without a second one, and the captions.
static IsnStr
make_text(IsnDocument* const doc, const Page* const page)
{
  IsnParagraphs text = { 0 };
  if (doc->title.data) {
    isn_paragraphs_add(&text, doc->title);
    isn_paragraphs_end(&text);
  }
  const IsnStr body = isn_buffer_str(&page->body.text);
  IsnStr paragraph;
  for (size_t at = 0; isn_paragraphs_next(body, &at, &paragraph);) {
    if (!isn_str_equal(paragraph, doc->title)) {
      isn_paragraphs_end(&text);
      for (size_t begin = 0; begin < paragraph.n_bytes;) {
        const char* const end =
          memchr(paragraph.data + begin, '\n', paragraph.n_bytes - begin);
        const size_t stop =
          end ? (size_t)(end - paragraph.data) : paragraph.n_bytes;
        isn_paragraphs_add(&text, isn_str_slice(paragraph, begin, stop));
        isn_paragraphs_break(&text);
        begin = stop + 1;
      }
    }
  }
  append_captions(page, &text);
  IsnStr copy = { NULL, 0 };
  if (!text.text.failed && !page->body.text.failed &&
      !page->captions.text.failed) {
    copy = isn_arena_copy(
      doc->arena, text.text.n_bytes ? isn_buffer_str(&text.text) : ISN_STR(""));
  }
  isn_paragraphs_clear(&text);
  return copy;
}

// Metadata --------------------------------------------------------------------

static bool
is_meta(const xmlNode* const node, const char* const name)
{
  return is_element(node, "meta") && (attribute_is(node, "property", name) ||
                                      attribute_is(node, "name", name) ||
                                      attribute_is(node, "itemprop", name));
}

/// The content of the <meta> called `name`, cleaned; absent if there is none.
static IsnStr
find_meta(IsnDocument* const doc, xmlNode* const root, const char* const name)
{
  xmlNode* const node = find_element(root, is_meta, name);
  const char* const content = node ? attribute(node, "content") : NULL;
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
  xmlNode* h1 = find_element(main, is_element, "h1");
  h1 = h1 ? h1 : find_element(root, is_element, "h1");
  const IsnStr heading = text_of(doc, h1);
  IsnStr title = find_meta(doc, root, "og:title");
  const bool is_plain = !title.n_bytes;
  if (is_plain) {
    title = text_of(doc, find_element(root, is_element, "title"));
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
  return is_element(node, "link") && attribute_is(node, "rel", "canonical");
}

static IsnStr
find_url(IsnDocument* const doc, xmlNode* const root)
{
  xmlNode* const link = find_element(root, is_canonical, NULL);
  const char* const target = link ? attribute(link, "href") : NULL;
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
  const char* name = attribute(node, "property");
  name = name ? name : attribute(node, "name");
  name = name ? name : attribute(node, "itemprop");
  return is_element(node, "meta") && name && isn_markup_is_date_name(name) &&
         attribute(node, "content");
}

static bool
is_linked_data(const xmlNode* const node, const char* const unused)
{
  (void)unused;
  return is_element(node, "script") && node->children &&
         attribute_is(node, "type", "application/ld+json") &&
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
  return is_element(node, "time") && attribute(node, "datetime");
}

static bool
is_published(const xmlNode* const node, const char* const unused)
{
  (void)unused;
  return attribute_is(node, "itemprop", "datePublished") &&
         (attribute(node, "datetime") || attribute(node, "content"));
}

static IsnStr
find_date(IsnDocument* const doc, xmlNode* const root, xmlNode* const main)
{
  IsnStr date =
    to_date(doc, find_meta(doc, root, "article:published_time").data);
  xmlNode* node = NULL;
  if (!date.data && (node = find_element(root, is_published, NULL))) {
    const char* const time = attribute(node, "datetime");
    date = to_date(doc, time ? time : attribute(node, "content"));
  }
  if (!date.data && (node = find_element(root, is_linked_data, NULL))) {
    date = to_date(doc, linked_date(node));
  }
  if (!date.data && (node = find_element(root, is_date_meta, NULL))) {
    date = to_date(doc, attribute(node, "content"));
  }
  node = find_element(main, is_time, NULL);
  node = node ? node : find_element(root, is_time, NULL);
  return !date.data && node ? to_date(doc, attribute(node, "datetime")) : date;
}

static IsnStr
find_language(IsnDocument* const doc, const xmlNode* const root)
{
  const char* const lang = attribute(root, "lang");
  const size_t n =
    lang ? strspn(lang,
                  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                  "0123456789-")
         : 0;
  return n >= 2 && !lang[n] ? isn_arena_copy(doc->arena, isn_str(lang))
                            : (IsnStr){ NULL, 0 };
}

// The format ------------------------------------------------------------------

/// The encoding that a <meta> or an XML declaration among the first bytes
/// states, or NULL.
static const char*
find_declared(const IsnStr bytes, IsnArena* const arena)
{
  static const char* const names[] = { "charset=", "encoding=" };
  const size_t n_bytes =
    bytes.n_bytes < HEAD_BYTES ? bytes.n_bytes : HEAD_BYTES;
  for (size_t i = 0; i < 2; ++i) {
    const size_t n_name = strlen(names[i]);
    for (size_t at = 0; at + n_name < n_bytes; ++at) {
      if (!strncasecmp(bytes.data + at, names[i], n_name)) {
        size_t begin = at + n_name;
        begin += begin < n_bytes && strchr("\"'", bytes.data[begin]);
        size_t end = begin;
        while (end < n_bytes && (isalnum((unsigned char)bytes.data[end]) ||
                                 strchr("-_", bytes.data[end]))) {
          ++end;
        }
        return end > begin
                 ? isn_arena_copy(arena, isn_str_slice(bytes, begin, end)).data
                 : NULL;
      }
    }
  }
  return NULL;
}

static IsnStatus
open_html(void** const state, IsnInput* const input)
{
  (void)input;
  *state = NULL;
  return ISN_SUCCESS;
}

static IsnStatus
read_page(const IsnInput* const input,
          IsnDocument* const doc,
          xmlNode* const root)
{
  xmlNode* const main = find_main(root);
  doc->title = find_title(doc, root, main);
  doc->url = find_url(doc, root);
  doc->date = find_date(doc, root, main);
  doc->lang = find_language(doc, root);
  Page page = { 0 };
  add_text(main, &page, &page.body);
  const bool is_empty = !page.body.text.n_bytes;
  doc->text = make_text(doc, &page);
  isn_paragraphs_clear(&page.body);
  isn_paragraphs_clear(&page.captions);
  if (!doc->text.data) {
    return ISN_ERR_NO_MEMORY;
  }
  if (is_empty) {
    doc->text = (IsnStr){ NULL, 0 };
    return isn_input_fail(
      input, doc, ISN_ERR_SYNTAX, 0, 0, "no text in this page");
  }
  return ISN_SUCCESS;
}

static htmlDocPtr
parse(const IsnStr html)
{
  return htmlReadMemory(html.data,
                        (int)html.n_bytes,
                        NULL,
                        "UTF-8",
                        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                          HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                          HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
}

IsnStatus
isn_html_to_text(IsnArena* const arena, const IsnStr html, IsnStr* const text)
{
  Page page = { 0 };
  htmlDocPtr const tree = parse(html);
  xmlNode* const root = tree ? xmlDocGetRootElement(tree) : NULL;
  if (root) {
    add_text(root, &page, &page.body);
    append_captions(&page, &page.body);
  }
  *text = page.body.text.failed || page.captions.text.failed
            ? (IsnStr){ NULL, 0 }
            : isn_arena_copy(arena, isn_buffer_str(&page.body.text));
  isn_paragraphs_clear(&page.body);
  isn_paragraphs_clear(&page.captions);
  xmlFreeDoc(tree);
  return text->data ? ISN_SUCCESS : ISN_ERR_NO_MEMORY;
}

static IsnStatus
next_html(void* const state, IsnInput* const input, IsnDocument* const doc)
{
  (void)state;
  if (input->is_given) {
    return ISN_END;
  }
  input->is_given = true;
  IsnStatus st = ISN_SUCCESS;
  ISN_TRY(st, isn_input_name(input, doc, isn_str(input->path)));
  IsnStr text = { NULL, 0 };
  ISN_TRY(st, isn_input_read_text(input, doc, true, find_declared, &text));
  if (!text.data) {
    return ISN_SUCCESS; // failed and marked
  }
  htmlDocPtr const html = parse(text);
  xmlNode* const root = html ? xmlDocGetRootElement(html) : NULL;
  st = root ? read_page(input, doc, root)
            : isn_input_fail(
                input, doc, ISN_ERR_SYNTAX, 0, 0, "no text in this page");
  xmlFreeDoc(html);
  return st;
}

static void
close_html(void* const state)
{
  (void)state;
}

const IsnFormat isn_format_html = { open_html, next_html, close_html };
