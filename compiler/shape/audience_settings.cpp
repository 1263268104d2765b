// Reads who may see what, and what stands on their pages.
#include "shape/audience_settings.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

#include "shape/codes_program.h"

namespace milepost {
namespace {

std::string quoted(std::string_view text) {
  return "`" + std::string(text) + "`";
}

AudienceEntry built_in(std::string_view key, std::initializer_list<const char*> sees,
                       std::initializer_list<std::string_view> blocks = {},
                       std::string_view cadence = {}) {
  AudienceEntry made;
  made.key = key;
  made.cadence = cadence;
  made.sees.assign(sees.begin(), sees.end());
  for (const std::string_view block : blocks) {
    StatusSectionEntry section;
    section.name = block;
    made.pages.push_back(std::move(section));
  }
  made.built_in = true;
  return made;
}

class AudienceReader {
 public:
  AudienceReader(const SettingValues& yaml, AudienceEntry& out) : yaml_(yaml), out_(out) {}

  void read(uint32_t node) {
    if (!yaml_.mapping(node, "an audience")) return;
    for_each_entry(yaml_.tree(), node, [&](uint32_t key, uint32_t value) {
      const std::string_view word = yaml_.node(key).text;
      if (word == "sees") {
        out_.sees = yaml_.strings(value, "`sees`");
        out_.span = yaml_.node(value).span;
      } else if (word == "shows") {
        shows(value);
      } else if (word == "pages") {
        pages(value);
      } else if (word == "title") {
        out_.title = yaml_.string(value, "`title` of an audience");
      } else if (word == "cadence") {
        out_.cadence = yaml_.string(value, "`cadence` of an audience");
      } else if (word == "redaction") {
        redaction(value);
      } else {
        yaml_.unknown_key(key, "an audience",
                          {"sees", "pages", "shows", "title", "cadence", "redaction"});
      }
    });
  }

 private:
  void shows(uint32_t node) {
    for (const uint32_t item : yaml_.scalars(node, "`shows`")) {
      const std::string name = yaml_.string(item, "`shows`");
      if (name == "all") {
        out_.shows.assign(kShownWords.begin(), kShownWords.end());
      } else if (std::ranges::find(kShownWords, name) != kShownWords.end()) {
        out_.shows.push_back(name);
      } else if (!name.empty()) {
        yaml_.report(code::no_such_entry, Severity::error, yaml_.node(item).span,
                     quoted(name) + " is nothing that an audience can be shown",
                     did_you_mean(name, kShownWords,
                                  "write " + quoted_list(kShownWords, kShownWords.size())));
      }
    }
  }

  void redaction(uint32_t node) {
    const std::string word = yaml_.string(node, "`redaction`");
    if (word == "omit" || word == "name" || word.empty()) {
      out_.omit = word == "omit";
      return;
    }
    yaml_.bad_value(node, "way to speak of what is hidden",
                    "write `omit` to leave nothing, or `name` for \"an internal item\"");
  }

  void pages(uint32_t node) {
    out_.pages.clear();
    if (yaml_.is_null(node)) return;
    if (!yaml_.is_sequence(node)) {
      yaml_.report(code::wrong_setting_shape, Severity::error, yaml_.node(node).span,
                   "`pages` is no list of sections", "write `pages: [summary, milestones, risks]`");
      return;
    }
    for_each_item(yaml_.tree(), node, [&](uint32_t item) {
      if (std::optional<StatusSectionEntry> section = read_section(item)) {
        out_.pages.push_back(std::move(*section));
      }
    });
  }

  std::optional<StatusSectionEntry> read_section(uint32_t node) {
    StatusSectionEntry made;
    made.span = yaml_.node(node).span;
    if (yaml_.is_mapping(node)) {
      for_each_entry(yaml_.tree(), node, [&](uint32_t key, uint32_t value) {
        const std::string_view word = yaml_.node(key).text;
        if (word == "section") {
          made.name = block(value);
        } else if (word == "title") {
          made.title = yaml_.string(value, "`title` of a section");
        } else if (word == "text") {
          made.text = yaml_.string(value, "`text` of a section");
        } else if (word == "record") {
          made.record = yaml_.string(value, "`record` of a section");
          made.span = yaml_.node(value).span;
        } else if (word == "field") {
          made.field = yaml_.string(value, "`field` of a section");
        } else if (word == "kind") {
          made.kind = yaml_.string(value, "`kind` of a section");
          made.span = yaml_.node(value).span;
        } else if (word == "most") {
          made.most =
              static_cast<uint32_t>(yaml_.integer(value, 1, 1000, "number of rows").value_or(0));
        } else {
          yaml_.unknown_key(key, "a section",
                            {"section", "title", "text", "record", "field", "kind", "most"});
        }
      });
    } else {
      made.name = block(node);
    }
    const int own =
        (made.text.empty() ? 0 : 1) + (made.record.empty() ? 0 : 1) + (made.kind.empty() ? 0 : 1);
    if (!made.name.empty() && own == 0) return made;
    if (made.name.empty() && own == 1 && !made.title.empty() &&
        made.record.empty() == made.field.empty()) {
      return made;
    }
    if (!yaml_.is_mapping(node)) return std::nullopt;
    yaml_.report(
        code::wrong_setting_shape, Severity::error, yaml_.node(node).span,
        "the section has nothing to show, or several things",
        "write the name of a block (`{section: risks, most: 3}`), or a `title` with one of "
        "`text`, `record` and `field`, or `kind`");
    return std::nullopt;
  }

  std::string block(uint32_t node) {
    std::string name = yaml_.string(node, "a section");
    if (name.empty() || std::ranges::find(kStatusBlocks, name) != kStatusBlocks.end()) return name;
    yaml_.report(
        code::no_such_entry, Severity::error, yaml_.node(node).span,
        "there is no section " + quoted(name) + " of a status page",
        did_you_mean(name, kStatusBlocks,
                     "the sections are " + quoted_list(kStatusBlocks, kStatusBlocks.size()) +
                         "; for one of your own write `{title: …, text: …}`"));
    return {};
  }

  const SettingValues& yaml_;
  AudienceEntry& out_;
};

}  // namespace

std::vector<AudienceEntry> built_in_audiences() {
  return {
      built_in("executives", {"public", "internal"},
               {"summary", "asks", "why", "milestones", "risks", "releases", "changes", "next",
                "budget"},
               "weekly"),
      built_in("stakeholders", {"public", "internal"},
               {"summary", "milestones", "completed", "in_progress", "next", "risks", "blocked",
                "asks", "scope", "metrics", "reports"},
               "weekly"),
      built_in("engineering", {"public", "internal"},
               {"blocked", "needs", "in_progress", "next", "changes", "decisions", "issues",
                "incidents"},
               "daily"),
      built_in("cross_functional", {"public", "internal"},
               {"dependencies", "needs", "milestones", "releases", "scope", "changes"},
               "as needed"),
      built_in("customers", {"public"}, {"coming", "milestones", "completed", "issues"}, "monthly"),
      built_in("public", {"public"}),
      built_in("internal", {"public", "internal"}),
      built_in("program_office", {"public", "internal", "restricted"}),
  };
}

AudienceEntry read_audience(const SettingValues& yaml, std::string_view name, Span span,
                            uint32_t node) {
  const std::vector<AudienceEntry> known = built_in_audiences();
  auto base = std::ranges::find(known, name, &AudienceEntry::key);
  AudienceEntry made;
  if (base != known.end()) {
    made = *base;
  } else {
    made = *std::ranges::find(known, "stakeholders", &AudienceEntry::key);
    made.cadence.clear();
    made.sees = {"public"};
  }
  made.key = name;
  made.built_in = false;
  made.span = span;
  AudienceReader(yaml, made).read(node);
  return made;
}

void add_built_in_audiences(std::vector<AudienceEntry>& audiences) {
  for (AudienceEntry& one : built_in_audiences()) {
    if (std::ranges::find(audiences, one.key, &AudienceEntry::key) == audiences.end()) {
      audiences.push_back(std::move(one));
    }
  }
}

}  // namespace milepost
