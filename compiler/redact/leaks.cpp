// Finds references to what is hidden, and names of it, in what an audience would be shown.
#include "redact/leaks.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "redact/hidden_names.h"
#include "redact/names_of_hidden.h"
#include "redact/now_labels.h"
#include "redact/published_texts.h"
#include "redact/redaction.h"
#include "threads/for_each.h"

namespace milepost {
namespace {

/// One problem, and whom it concerns once all are added.
struct Leak {
  uint16_t code = 0;
  Span span;
  HiddenThing what;
  NameKind named = NameKind::id;
  bool in_prose = false;
  bool omits = false;
  std::vector<std::string> audiences;
};

std::string audience_words(const std::vector<std::string>& names) {
  std::string out;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i].empty() ? "the plain site" : fmt::format("`{}`", names[i]);
  }
  return out;
}

class LeakFinder {
 public:
  LeakFinder(const Program& program, const SourceSet& sources)
      : program_(program), sources_(sources) {}

  /// What `audience` would be told, in any order of places. Touches nothing of the finder.
  std::vector<Leak> look(const Audience& audience, unsigned jobs) const {
    const Redaction redaction(program_, audience);
    const PublishedTexts published(program_, sources_, redaction, audience);
    std::vector<Leak> leaks;
    for (const PublishedReference& reference : published.to_hidden()) {
      leaks.push_back({kReferenceToHidden,
                       reference.span,
                       thing_of(reference.target),
                       NameKind::id,
                       reference.in_prose,
                       audience.omit,
                       {}});
    }
    const HiddenNames names = names_of_hidden(program_, sources_, redaction, audience, published);
    if (names.empty()) return leaks;
    constexpr size_t kRun = 1024;  // texts a thread reads in one go
    const std::vector<PublishedText>& texts = published.texts();
    std::vector<std::vector<Leak>> told((texts.size() + kRun - 1) / kRun);
    for_each_index(jobs, told.size(), [&](size_t run) {
      const size_t end = std::min(texts.size(), (run + 1) * kRun);
      for (size_t i = run * kRun; i < end; ++i) {
        for (const NameHit& hit : names.find(texts[i].words)) {
          const HiddenName& name = names.name(hit.name);
          if (name.kind == NameKind::title && !texts[i].prose) continue;
          told[run].push_back({kHiddenWords,
                               published.place(texts[i], hit.begin, hit.end),
                               HiddenThing::from_number(name.what),
                               name.kind,
                               true,
                               audience.omit,
                               {}});
        }
      }
    });
    for (std::vector<Leak>& run : told) {
      leaks.insert(leaks.end(), std::make_move_iterator(run.begin()),
                   std::make_move_iterator(run.end()));
    }
    return leaks;
  }

  /// True if a name is told.
  bool add(std::vector<Leak>&& leaks, const Audience& audience) {
    bool told = false;
    for (Leak& leak : leaks) {
      told = told || leak.code == kHiddenWords;
      add(std::move(leak), audience);
    }
    return told;
  }

  std::vector<Diagnostic> take() {
    std::vector<Diagnostic> out;
    out.reserve(leaks_.size());
    for (auto& [key, leak] : leaks_) out.push_back(diagnostic(leak));
    std::ranges::stable_sort(out, {}, [](const Diagnostic& d) { return std::tie(d.span, d.code); });
    return out;
  }

 private:
  using Key = std::tuple<uint16_t, FileId, uint32_t, uint32_t>;  // code, file, line, thing

  static HiddenThing thing_of(const Target& target) {
    if (target.kind == TargetKind::page) return {HiddenThing::Kind::page, target.index};
    return {HiddenThing::Kind::record, target.index};
  }

  // One line tells of one thing once: a cell is a value and a piece of text at the same time.
  void add(Leak leak, const Audience& audience) {
    uint32_t line = 0;
    if (leak.span.is_place())
      line = sources_.file(leak.span.file).text.position(leak.span.begin).line;
    const Key key{leak.code, leak.span.file, line, leak.what.number()};
    const auto known = leaks_.try_emplace(key, std::move(leak)).first;
    std::vector<std::string>& names = known->second.audiences;
    if (std::ranges::find(names, audience.name) == names.end()) names.push_back(audience.name);
  }

  std::string name_of(const HiddenThing& what) const {
    switch (what.kind) {
      case HiddenThing::Kind::record:
        return program_.record(RecordIndex{what.index}).short_id;
      case HiddenThing::Kind::page:
        return sources_.file(program_.set.pages[what.index].file).text.path();
      case HiddenThing::Kind::file:
        return sources_.file(FileId{what.index}).text.path();
      case HiddenThing::Kind::person:
        return program_.people[what.index].email;
    }
    return {};
  }

  // Where it stands, and why it is not seen.
  Related place_of(const HiddenThing& what) const {
    switch (what.kind) {
      case HiddenThing::Kind::record: {
        const Record& record = program_.record(RecordIndex{what.index});
        const LabelIndex label = program_.label_of(RecordIndex{what.index});
        return {record.id_span.is_place() ? record.id_span : record.span,
                fmt::format("`{}` ({}) is `{}`", record.short_id, record.title,
                            written_label(program_.labels[static_cast<size_t>(label)]))};
      }
      case HiddenThing::Kind::page: {
        const Page& page = program_.set.pages[what.index];
        const LabelIndex label = program_.page_labels[what.index];
        return {Span{page.file, 0, 0},
                fmt::format("this page is `{}`",
                            written_label(program_.labels[static_cast<size_t>(label)]))};
      }
      case HiddenThing::Kind::file:
        return {Span{FileId{what.index}, 0, 0}, "nothing of this file is shown to them"};
      case HiddenThing::Kind::person:
        return {program_.people[what.index].span, "the roster has the address"};
    }
    return {};
  }

  Diagnostic diagnostic(const Leak& leak) const {
    Diagnostic out;
    out.code = leak.code;
    out.span = leak.span;
    out.related.push_back(place_of(leak.what));
    const std::string readers = audience_words(leak.audiences);
    const std::string name = name_of(leak.what);
    const bool page = leak.what.kind == HiddenThing::Kind::page;
    if (leak.code == kReferenceToHidden) {
      out.severity = Severity::warning;
      out.message = fmt::format("this is shown to {}, and refers to {}`{}`, which is not", readers,
                                page ? "the page " : "", name);
      const char* instead = !leak.in_prose ? "the reference is left out of their site"
                            : leak.omits   ? "their site has nothing in its place"
                                           : "their site says \"an internal item\" in its place";
      out.help = fmt::format(
          "{}; give `{}` a label that they see, move the sentence into a "
          "region (`<!-- audience: internal -->`), or drop the reference",
          instead, name);
      return out;
    }
    out.severity = Severity::error;
    switch (leak.named) {
      case NameKind::id:
        out.message = fmt::format("`{}` would be told to {}, who do not see that there is one",
                                  name, readers);
        break;
      case NameKind::title:
        out.message =
            fmt::format("the title of {}`{}` would be told to {}, who do not see that there is one",
                        page ? "the page " : "", name, readers);
        break;
      case NameKind::path:
        out.message = fmt::format("the name of `{}` would be told to {}, who do not see that file",
                                  name, readers);
        break;
      case NameKind::email:
        out.message = fmt::format("the address `{}` would be told to {}", name, readers);
        break;
    }
    out.help = leak.named == NameKind::email
                   ? "write an address that is meant for them, or move the sentence into a region "
                     "(`<!-- audience: internal -->`)"
                   : "nothing replaces these words here: take them out, write a link in the text "
                     "of a body, or move them into a region (`<!-- audience: internal -->`)";
    return out;
  }

  const Program& program_;
  const SourceSet& sources_;
  std::map<Key, Leak> leaks_;
};

}  // namespace

Leaks find_leaks(const Program& program, const SourceSet& sources,
                 std::span<const Audience> audiences, unsigned jobs) {
  Leaks out;
  LeakFinder finder(program, sources);
  std::vector<std::vector<Leak>> found(audiences.size());
  const unsigned inside = audiences.size() > 1 ? 1 : jobs;
  for_each_index(jobs, audiences.size(),
                 [&](size_t i) { found[i] = finder.look(audiences[i], inside); });
  for (size_t i = 0; i < audiences.size(); ++i) {
    out.told.push_back(finder.add(std::move(found[i]), audiences[i]));
  }
  out.diagnostics = finder.take();
  return out;
}

}  // namespace milepost
