// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/markup.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

static bool
is_one_of(const char* const s, const char* const* const names)
{
  for (size_t i = 0; names[i]; ++i) {
    if (!strcasecmp(s, names[i])) {
      return true;
    }
  }
  return false;
}

bool
isn_markup_is_dropped(const char* const element)
{
  static const char* const names[] = {
    "script", "style",    "noscript", "template", "nav",    "header",
    "footer", "aside",    "form",     "button",   "select", "option",
    "input",  "textarea", "svg",      "iframe",   "object", "embed",
    "canvas", "audio",    "video",    "head",     "link",   "meta",
    "title",  "dialog",   "menu",     "map",      NULL,
  };
  return is_one_of(element, names);
}

bool
isn_markup_is_block(const char* const element)
{
  static const char* const names[] = {
    "html",       "body",   "p",       "div",    "section",    "article",
    "main",       "h1",     "h2",      "h3",     "h4",         "h5",
    "h6",         "ul",     "ol",      "li",     "dl",         "dt",
    "dd",         "table",  "thead",   "tbody",  "tfoot",      "tr",
    "td",         "th",     "caption", "pre",    "blockquote", "figure",
    "figcaption", "hr",     "address", "center", "details",    "summary",
    "fieldset",   "header", "footer",  "nav",    "aside",      "hgroup",
    NULL,
  };
  return is_one_of(element, names);
}

/// Whether one of the blank-separated classes is, or begins with, a name.
static bool
has_class(const char* classes,
          const char* const* const names,
          const bool may_begin)
{
  static const char blanks[] = " \t\r\n\f";
  while (classes && *classes) {
    classes += strspn(classes, blanks);
    const size_t n = strcspn(classes, blanks);
    for (size_t i = 0; n && names[i]; ++i) {
      const size_t n_name = strlen(names[i]);
      const bool is_prefix =
        n >= n_name && !strncasecmp(classes, names[i], n_name);
      const bool is_end =
        n == n_name ||
        (may_begin && is_prefix && n > n_name && strchr("-_", classes[n_name]));
      if (is_prefix && is_end) {
        return true;
      }
    }
    classes += n;
  }
  return false;
}

bool
isn_markup_is_beside(const char* const classes)
{
  static const char* const names[] = {
    "nav",         "navbar",          "navigation", "menu",        "breadcrumb",
    "breadcrumbs", "sidebar",         "side-bar",   "footer",      "share",
    "sharing",     "social",          "related",    "recommended", "comments",
    "comment",     "disqus",          "cookie",     "cookies",     "newsletter",
    "advert",      "advertisement",   "ads",        "banner",      "tags",
    "tag-list",    "pagination",      "pager",      "popup",       "modal",
    "skip-link",   "toolbar",         "widget",     "most-read",   "print",
    "see-also",    "read-more",       "readmore",   "author-box",  "hidden",
    "sr-only",     "visually-hidden", NULL,
  };
  return has_class(classes, names, true);
}

bool
isn_markup_is_main(const char* const classes)
{
  static const char* const names[] = {
    "article-body",
    "article_body",
    "article__body",
    "articlebody",
    "article-content",
    "article__content",
    "article-text",
    "articletext",
    "entry-content",
    "post-content",
    "post-body",
    "postbody",
    "story-body",
    "story-content",
    "news-body",
    "news-content",
    "news-text",
    "newsbody",
    "node-content",
    "node__content",
    "field-name-body",
    "field--name-body",
    "body-content",
    "content-body",
    "td-post-content",
    "single-content",
    "page-content",
    "main-content",
    "maincontent",
    "text-body",
    "details-body",
    "press-release",
    "wysiwyg",
    "rich-text",
    "richtext",
    "detail-text",
    NULL,
  };
  return has_class(classes, names, false);
}

bool
isn_markup_is_caption(const char* const classes)
{
  static const char* const names[] = {
    "caption",
    "wp-caption",
    "wp-caption-text",
    "image-caption",
    "photo-caption",
    "img-caption",
    "figure-caption",
    "media-caption",
    "pic-caption",
    "picture-caption",
    NULL,
  };
  return has_class(classes, names, false);
}

bool
isn_markup_is_role_beside(const char* const role)
{
  static const char* const names[] = {
    "navigation", "banner",  "contentinfo", "complementary", "search",
    "menu",       "menubar", "dialog",      "toolbar",       NULL,
  };
  return is_one_of(role, names);
}

bool
isn_markup_is_date_name(const char* const name)
{
  static const char* const names[] = {
    "article:published_time",
    "og:article:published_time",
    "date",
    "dc.date",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "article.published",
    "article_date_original",
    "sailthru.date",
    "parsely-pub-date",
    "datepublished",
    "cxenseparse:recs:publishtime",
    "published_time",
    "release_date",
    "citation_publication_date",
    NULL,
  };
  return is_one_of(name, names);
}
