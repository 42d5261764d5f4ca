// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
//
// The adapter to libxml2's HTML parser.
#include "extract/read/format.h"

#include "extract/read/html_describe.h"
#include "extract/read/html_main.h"
#include "extract/read/markup.h"
#include "extract/read/paragraphs.h"

#include <libxml/HTMLparser.h>

#include <ctype.h>
#include <strings.h>

#define HEAD_BYTES ((size_t)4096)

// Paragraphs ------------------------------------------------------------------

typedef struct {
  IsnParagraphs body;
  IsnParagraphs captions;
} Page;

static void
add_text(const xmlNode* const node, Page* const page, IsnParagraphs* const to)
{
  if (node->type != XML_ELEMENT_NODE) {
    isn_paragraphs_add(to, isn_str((const char*)node->content));
    return;
  }
  if (isn_html_is_element(node, "br")) {
    isn_paragraphs_break(to);
    return;
  }
  IsnParagraphs* const target =
    isn_html_is_caption(node) ? &page->captions : to;
  const bool is_block =
    isn_markup_is_block(isn_html_name_of(node)) || target != to;
  if (is_block) {
    isn_paragraphs_end(target);
  }
  for (const xmlNode* n = node->children; n; n = n->next) {
    if (!isn_html_is_dropped(n) &&
        (n->type != XML_ELEMENT_NODE || !isn_html_is_link_list(n))) {
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
  xmlNode* const main = isn_html_find_main(root);
  isn_html_describe(doc, root, main);
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
