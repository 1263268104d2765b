// Changes as a comment: as GitHub reads it, whatever the records say, and never too long.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "compose/change_report.h"
#include "compose/change_words.h"
#include "compose/compose.h"
#include "render/changes_text.h"
#include "text/utf8.h"
#include "unit/compare/two_versions.h"

namespace milepost {
namespace {

std::string comment(std::string_view before, std::string_view after, std::string_view base_url = {},
                    size_t most = kMostCommentCharacters) {
  const View old_view = version_of({{"records.yaml", before}});
  View new_view = version_of({{"records.yaml", after}});
  new_view.program.base_url = BaseUrl::from_data(base_url);
  const Words words;
  const Changes changes = compare_views(old_view, new_view, change_words(words));
  const ChangeReport report = change_report(changes, new_view, words);
  const Outline outline = compose_site(std::move(new_view), Words());
  return changes_as_markdown(report, outline, most);
}

/// With the extensions of GitHub, which leaves out raw HTML.
std::string rendered(const std::string& markdown) {
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, void (*)(cmark_parser*)> parser(
      cmark_parser_new(CMARK_OPT_DEFAULT), cmark_parser_free);
  for (const char* name : {"table", "strikethrough", "autolink", "tagfilter", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  const std::unique_ptr<cmark_node, void (*)(cmark_node*)> root(cmark_parser_finish(parser.get()),
                                                                cmark_node_free);
  const std::unique_ptr<char, void (*)(void*)> html(
      cmark_render_html(root.get(), CMARK_OPT_DEFAULT,
                        cmark_parser_get_syntax_extensions(parser.get())),
      free);
  return html.get();
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// What is read of it: without tags, and what was put between letters.
std::string words_of(std::string html) {
  html = std::regex_replace(html, std::regex("<[^>]*>"), "");
  html = replaced(std::move(html), "\u200b", "");
  for (const auto& [name, sign] : {std::pair("&lt;", "<"), std::pair("&gt;", ">"),
                                   std::pair("&quot;", "\""), std::pair("&amp;", "&")}) {
    html = replaced(std::move(html), name, sign);
  }
  return html;
}

/// What GitHub makes of the text between tags: people who are told, issues, commits, pictures.
bool links_by_itself(const std::string& html) {
  const std::string text = std::regex_replace(html, std::regex("<[^>]*>"), "\n");
  const auto has = [&](const char* pattern) {
    return std::regex_search(text, std::regex(pattern, std::regex::icase));
  };
  return has("@[a-z0-9]") || has("#[0-9]") || has("\\bgh-[0-9]") || has("\\b[0-9a-f]{7,40}\\b") ||
         has("https?://|www\\.[a-z]") || has(":[a-z0-9_+-]+:");
}

size_t count(std::string_view text, std::string_view part) {
  size_t found = 0;
  for (size_t at = 0; (at = text.find(part, at)) != std::string_view::npos; at += part.size()) {
    ++found;
  }
  return found;
}

TEST_CASE("changes as Markdown: nothing of a record is mark-up, a mention or a link", "[changes]") {
  const std::vector<std::string> titles = {
      "<script>alert(1)</script><img src=x onerror=alert(1)>",
      "<!-- --> <details open><summary>x</summary>",
      "@octocat and @org/team, ask a.b@example.org",
      "Fixes #1, GH-2, org/repo#3, org/repo@0123456789abcdef0123456789abcdef01234567",
      "0123456 and abcdef0123456789abcdef0123456789abcdef01",
      "see https://evil.example/x www.evil.example mailto:a@b.cc :tada: at 10:30",
      "| a | b | and \\| c |",
      "**bold** _em_ ~~gone~~ `code` $x^2$ [text](https://evil.example) ![p](q.png) [^1]",
      "# no heading &amp; &lt;b&gt; &#8203; \\*",
      "- [ ] no box",
      "> [!WARNING] 1. one",
      "--- *** ___ ===",
  };
  std::string before = "tasks:\n";
  std::string after = before;
  for (size_t i = 0; i < titles.size(); ++i) {
    const std::string quoted = "'" + replaced(titles[i], "'", "''") + "'";
    const std::string head =
        "- {id: T-" + std::to_string(i + 1) + ", title: " + quoted + ", owner: Ana, own: ";
    before += head + "before}\n";
    after += head + quoted + "}\n";
  }
  after += "- {id: T-99, title: 'New | **one** @here', owner: Ana}\n";
  const std::string html = rendered(comment(before, after));
  CAPTURE(html);
  CHECK(count(html, "raw HTML omitted") == 0);
  for (const char* tag : {"<a ", "<img", "<table", "<input", "<code", "<em", "<h1", "<h2",
                          "<blockquote", "<hr", "<ol", "<script", "<details", "<sup"}) {
    CHECK(count(html, tag) == 0);
  }
  CHECK_FALSE(links_by_itself(html));
  // Each says what it said, as title and as value.
  const std::string read = words_of(html);
  for (const std::string& title : titles) {
    CAPTURE(title);
    CHECK(count(read, title) == 2);
  }
  CHECK(count(html, "<h4") == 2);
  CHECK(count(html, "<li>") == titles.size() + 1);
}

TEST_CASE("changes as Markdown: titles lead into the preview and nowhere else", "[changes]") {
  const std::string html = rendered(comment("tasks:\n- {id: T-1, title: One, owner: Ana}\n",
                                            "tasks:\n- {id: T-1, title: One, owner: Li}\n",
                                            "https://example.org/preview/"));
  CHECK(count(html, "<a ") == 1);
  CHECK(count(html, "<a href=\"https://example.org/preview/tasks/T-1.html\">One</a>") == 1);
}

struct Told {
  size_t shown = 0, more = 0;
};

/// Lines of a section, and how many it says there are besides.
Told section_of(const std::string& markdown, std::string_view label) {
  Told told;
  size_t at = markdown.find(label);
  REQUIRE(at != std::string::npos);
  const size_t end = std::min(markdown.find("\n#### ", at), markdown.size());
  const std::string section = markdown.substr(at, end - at);
  told.shown = count(section, "\n- ");
  const size_t more = section.find("\n- and ");
  if (more == std::string::npos) return told;
  --told.shown;
  told.more = std::stoul(section.substr(more + 7));
  return told;
}

std::string many(size_t tasks, size_t readings, int shift, std::string_view owner) {
  std::string text = "metrics:\n- id: MET-1\n  title: Orders\n  readings:\n";
  for (size_t i = 0; i < readings; ++i) {
    text += "    " + to_iso(add_days(*make_date(2010, 1, 1), static_cast<int>(i))) + ": " +
            std::to_string(static_cast<int>(i) + shift) + "\n";
  }
  text += "tasks:\n";
  for (size_t i = 1; i <= tasks; ++i) {
    text += "- {id: T-" + std::to_string(i) + ", title: Work " + std::to_string(i) +
            ", owner: " + std::string(owner) + "}\n";
  }
  return text;
}

TEST_CASE("changes as Markdown: what is too long says how much is left out", "[changes]") {
  constexpr size_t kTasks = 3000;
  const std::string markdown = comment(many(kTasks, 2300, 0, "Ana"), many(kTasks, 2300, 1, "Li"));
  CHECK(count_code_points(markdown) <= kMostCommentCharacters);
  CHECK(count_code_points(markdown) > kMostCommentCharacters * 8 / 10);
  // The one long record is told in a line like others.
  CHECK(count(markdown, "MET-1 **Orders**") + count(markdown, "MET\\-1 **Orders**") == 1);
  CHECK(count(markdown, "; and 2288 more\n") == 1);
  const Told told = section_of(markdown, "Changed otherwise");
  CHECK(told.shown > 500);
  CHECK(told.shown + told.more == kTasks + 1);
  CHECK(count(rendered(markdown), "<li>") == told.shown + 1);
}

TEST_CASE("changes as Markdown: a line that is too long ends no section", "[changes]") {
  const auto values = [](char letter) {
    std::string text = "tasks:\n- {id: T-1, title: Long, owner: Ana";
    for (int i = 0; i < 12; ++i) {
      text += ", own_" + std::to_string(i) + ": '" + std::string(390, letter) + "'";
    }
    return text + "}\n- {id: T-2, title: Short, owner: " +
           (letter == '|' ? std::string("Ana") : std::string("Li")) + "}\n";
  };
  const std::string whole = comment(values('|'), values('*'));
  CHECK(count(whole, " …\n") == 1);
  CHECK(count(whole, "**Short**") == 1);
  const std::string cut = comment(values('|'), values('*'), {}, 2000);
  CHECK(count_code_points(cut) <= 2000);
  CHECK(count(cut, "**Long**") == 0);
  CHECK(count(cut, "**Short**") == 1);
  CHECK(count(cut, "- and 1 more\n") == 1);
}

}  // namespace
}  // namespace milepost
