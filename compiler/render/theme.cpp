// Loads a theme: checks every file by itself, then expands the partials of each page.
#include "render/theme.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compose/words.h"
#include "files/embedded.h"
#include "markup/html.h"
#include "markup/inert_svg.h"
#include "markup/style_scan.h"
#include "render/scripts.h"
#include "render/style_sheet.h"
#include "render/template_scan.h"
#include "render/theme_parts.h"
#include "render/theme_words.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/sha256.h"

namespace milepost {
namespace {

constexpr std::string_view kTemplateFolder = "templates/";
constexpr auto kBuiltin = std::to_array<BuiltinTheme>({
    {"default", SiteLayout::pages},
    {"print", SiteLayout::document},
});
constexpr size_t kDeepest = 16;              // partials in partials
constexpr size_t kLongestPage = 256 * 1024;  // of a template with its partials

struct Source {
  std::string text;
  const ThemeFile* file = nullptr;  // null: built in
};

bool is_template(std::string_view path) {
  return path.ends_with(".html");
}

bool is_bitmap(std::string_view path) {
  return iends_with(path, ".png") || iends_with(path, ".jpg") || iends_with(path, ".jpeg") ||
         iends_with(path, ".webp") || iends_with(path, ".gif");
}

// The template without its comments: those are for people who edit themes.
std::string without_comments(std::string_view text) {
  std::string out;
  size_t from = 0;
  for (const TemplateTag& tag : find_template_tags(text).tags) {
    if (tag.kind != TemplateTagKind::comment) continue;
    out.append(text, from, tag.begin - from);
    from = tag.end;
    if (from < text.size() && text[from] == '\n') ++from;
  }
  return out.append(text, from);
}

// Escaped, and with no braces that the template engine could take for its own.
void append_template_text(std::string& out, std::string_view text) {
  std::string escaped;
  append_escaped_text(escaped, text);
  for (const char c : escaped) {
    if (c == '{') {
      out += "&#123;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
}

// <!doctype html><html …><head>{{security}}, with white space between.
bool begins_as_it_must(std::string_view page) {
  const auto skip = [&](std::string_view what) {
    page = trim_left(page);
    if (!istarts_with(page, what)) return false;
    page.remove_prefix(what.size());
    return true;
  };
  if (!skip("<!doctype html>") || !skip("<html")) return false;
  const size_t end = page.find('>');
  if (end == std::string_view::npos) return false;
  page.remove_prefix(end + 1);
  return skip("<head>") && skip("{{security}}");
}

class ThemeLoader {
 public:
  ThemeLoader(std::string_view base, SiteLayout layout, bool trusted, DiagnosticSink& sink)
      : layout_(layout), trusted_(trusted), sink_(sink) {
    add_builtin(kTemplateFolder);
    add_builtin("themes/default/");
    if (base != "default") add_builtin("themes/" + std::string(base) + "/");
    own_ = sources_;
  }

  void speak(const ThemeInput& input) {
    DiagnosticSink quiet;
    use_language(words_, input.language, input.names, quiet);
    override_words(words_, input.strings, input.names, sink_);
  }

  void override_with(std::span<const ThemeFile> files) {
    std::vector<std::string_view> names;
    for (const auto& [name, source] : sources_) names.push_back(name);
    for (const auto& [name, bytes] : statics_) names.push_back(name);
    for (const ThemeFile& file : files) override_one(file, names);
  }

  std::shared_ptr<const Theme::Parts> load(std::span<const ThemeEntry> settings) {
    auto parts = std::make_shared<Theme::Parts>();
    for (size_t i = 0; i < kTemplates; ++i) {
      parts->templates[i] = page(std::string(template_infos()[i].name));
    }
    parts->words = words_;
    // A document has nothing to press.
    if (layout_ == SiteLayout::document) {
      std::erase_if(statics_, [](const auto& file) { return file.first.ends_with(".js"); });
    } else {
      statics_["words.js"] = words_script(words_);
    }
    std::vector<std::string_view> names;
    for (const auto& [name, bytes] : statics_) names.push_back(name);
    parts->settings = read_theme_settings(settings, statics_["style.css"], names, sink_);
    statics_["style.css"] += parts->settings.css;
    parts->layout = layout_;
    parts->files = std::move(statics_);
    return parts;
  }

 private:
  // A later folder of the binary stands in for an earlier one. YAML is read, not published, and
  // what `milepost init` writes is no part of a theme.
  void add_builtin(std::string_view folder) {
    for (const EmbeddedFile& file : embedded_files()) {
      if (!file.path.starts_with(folder) || file.path.ends_with(".yaml")) continue;
      const std::string name(file.path.substr(folder.size()));
      if (name.starts_with("init/")) continue;
      if (is_template(name)) {
        sources_[name] = {std::string(file.bytes), nullptr};
      } else {
        std::string& shipped = statics_[name];
        if (name.ends_with(".js")) {
          shipped = shipped_script(file.bytes);
        } else if (name.ends_with(".css")) {
          shipped = shipped_style(file.bytes);
        } else {
          shipped = file.bytes;
        }
      }
    }
  }

  void report(uint16_t code, Severity severity, const ThemeFile& file, size_t begin, size_t end,
              std::string message, std::string help) {
    const Span span{file.file, static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    sink_.report({code, severity, span, std::move(message), std::move(help), {}});
  }

  void override_one(const ThemeFile& file, const std::vector<std::string_view>& names) {
    const bool partial = file.path.starts_with("partials/");
    if (is_template(file.path) && (partial || sources_.contains(file.path))) {
      std::vector<TemplateProblem> problems =
          scan_template(file.text, allowed_in(file.path), trusted_);
      for (TemplateProblem& problem : problems) {
        report(problem.code, Severity::error, file, problem.begin, problem.end,
               std::move(problem.message), std::move(problem.help));
      }
      if (problems.empty()) sources_[file.path] = {file.text, &file};
      return;
    }
    if (iends_with(file.path, ".css") && (trusted_ || statics_.contains(file.path))) {
      if (const std::optional<StyleObjection> bad = object_to_style(file.text, true)) {
        report(560, Severity::error, file, bad->offset, bad->offset + 1,
               "a style sheet may not hold " + bad->what,
               "name only files of the theme, or put the picture into the sheet as data:image/…");
        return;
      }
      statics_[file.path] = file.text;
      return;
    }
    if (iends_with(file.path, ".svg")) {
      if (const std::optional<SvgObjection> bad = object_to_svg(file.text)) {
        report(561, Severity::error, file, bad->offset, bad->offset + 1,
               "a picture of a theme may not hold " + bad->what,
               "export it as plain SVG, without scripts, links and foreign content");
        return;
      }
      statics_[file.path] = file.text;
      return;
    }
    if (is_bitmap(file.path) || (trusted_ && iends_with(file.path, ".js"))) {
      statics_[file.path] = file.text;
      return;
    }
    std::string help = "a theme overrides a file by one of the same name";
    const std::vector<size_t> near = nearest(file.path, names, 1);
    if (!near.empty()) help += "; did you mean `" + std::string(names[near.front()]) + "`?";
    report(550, Severity::warning, file, 0, 0,
           "`theme/" + file.path + "` stands for no file of the theme and is not used", help);
  }

  static std::vector<Slot> allowed_in(std::string_view path) {
    std::vector<Slot> slots;
    const auto infos = template_infos();
    const auto info = std::ranges::find(infos, path, &TemplateInfo::name);
    for (const SlotInfo& slot : slot_infos()) {
      if (info == infos.end() || info->has(slot.slot)) slots.push_back(slot.slot);
    }
    return slots;
  }

  // The page with its partials in their places. If a file of the program cannot be used, the one
  // built in takes its place and the page is made again.
  std::string page(const std::string& name) {
    for (;;) {
      std::string text;
      const ThemeFile* bad = nullptr;
      if (expand(name, text, bad)) {
        if (is_part(name) || begins_as_it_must(text)) return text;
        bad = sources_[name].file;
        if (bad == nullptr) bad = sources_["partials/top.html"].file;
        if (bad == nullptr) return text;
        report(559, Severity::error, *bad, 0, std::min<size_t>(bad->text.size(), 40),
               "`" + name + "` does not begin as every page must",
               "begin with <!doctype html>, <html …>, <head> and {{security}}");
      }
      if (bad == nullptr) return text;
      restore(*bad);
    }
  }

  // In a document only its frame is a page.
  bool is_part(std::string_view name) const {
    return layout_ == SiteLayout::document && name != "document.html";
  }

  void restore(const ThemeFile& file) {
    const auto own = own_.find(file.path);
    if (own == own_.end()) {
      sources_.erase(file.path);
    } else {
      sources_[file.path] = own->second;
    }
  }

  struct Open {
    std::string name;
    const Source* source;
    std::vector<TemplateTag> tags;
    size_t next = 0;  // of tags
    size_t from = 0;  // in the text
  };

  // Depth first with a stack. False, with the file to blame, if a partial is missing or never ends.
  bool expand(const std::string& name, std::string& out, const ThemeFile*& bad) {
    std::vector<Open> stack;
    const auto open = [&](const std::string& file) {
      const Source& source = sources_.find(file)->second;
      stack.push_back({file, &source, find_template_tags(source.text).tags, 0, 0});
    };
    open(name);
    while (!stack.empty()) {
      Open& top = stack.back();
      const std::string_view text = top.source->text;
      if (top.next == top.tags.size()) {
        out += without_comments(text.substr(top.from));
        stack.pop_back();
        continue;
      }
      const TemplateTag tag = top.tags[top.next++];
      if (tag.kind == TemplateTagKind::value && tag.name.starts_with(kWordPrefix)) {
        out += without_comments(text.substr(top.from, tag.begin - top.from));
        top.from = tag.end;
        if (const auto word = Words::word_of(tag.name.substr(kWordPrefix.size()))) {
          append_template_text(out, words_.text(*word));
        }
        continue;
      }
      if (tag.kind != TemplateTagKind::partial) continue;
      out += without_comments(text.substr(top.from, tag.begin - top.from));
      top.from = tag.end;
      if (top.from < text.size() && text[top.from] == '\n') ++top.from;
      std::string partial(tag.name);
      if (!partial.ends_with(".html")) partial += ".html";
      const ThemeFile* file = top.source->file;
      if (!sources_.contains(partial)) {
        bad = file;
        if (file != nullptr) report_missing(*file, tag, partial);
        return false;
      }
      const bool cycle =
          std::ranges::any_of(stack, [&](const Open& o) { return o.name == partial; });
      if (cycle || stack.size() >= kDeepest || out.size() > kLongestPage) {
        bad = file;
        if (file != nullptr) report_cycle(*file, tag, stack, partial, cycle);
        return false;
      }
      open(partial);
    }
    return true;
  }

  void report_missing(const ThemeFile& file, const TemplateTag& tag, const std::string& partial) {
    std::vector<std::string_view> names;
    for (const auto& [name, source] : sources_) {
      if (name.starts_with("partials/")) names.push_back(name);
    }
    const std::vector<size_t> near = nearest(partial, names, 1);
    std::string help = near.empty() ? "partials are files of theme/partials/"
                                    : "did you mean `" + std::string(names[near.front()]) + "`?";
    report_once(554, file, tag, "there is no partial `" + partial + "`", std::move(help));
  }

  void report_cycle(const ThemeFile& file, const TemplateTag& tag, const std::vector<Open>& stack,
                    const std::string& partial, bool cycle) {
    std::string chain;
    for (const Open& open : stack) chain += open.name + " → ";
    report_once(555, file, tag,
                cycle ? "`" + partial + "` includes itself: " + chain + partial
                      : "partials are nested too deep, or make a page of more than 256 KB",
                "include it from one of them only");
  }

  // A partial is expanded into many pages; its mistake is one mistake.
  void report_once(uint16_t code, const ThemeFile& file, const TemplateTag& tag,
                   std::string message, std::string help) {
    if (!reported_.insert({file.path, tag.begin}).second) return;
    report(code, Severity::error, file, tag.begin, tag.end, std::move(message), std::move(help));
  }

  SiteLayout layout_;
  bool trusted_;
  DiagnosticSink& sink_;
  Words words_;
  std::map<std::string, Source, std::less<>> sources_;
  std::map<std::string, Source, std::less<>> own_;  // as built in
  std::map<std::string, std::string, std::less<>> statics_;
  std::set<std::pair<std::string, size_t>> reported_;
};

struct ThemeBase {
  std::string_view name;
  SiteLayout layout;
};

// `extends` of theme.yaml, which must be known before all else.
ThemeBase theme_base(const ThemeInput& input, DiagnosticSink& sink) {
  ThemeBase base{"default", SiteLayout::pages};
  const auto choose = [&](std::string_view name) {
    const auto at = std::ranges::find(kBuiltin, name, &BuiltinTheme::name);
    if (at != kBuiltin.end()) base = {at->name, at->layout};
    return at != kBuiltin.end();
  };
  choose(input.base);
  for (const ThemeEntry& entry : input.settings) {
    if (entry.key != "extends" || choose(entry.value)) continue;
    sink.report({563,
                 Severity::error,
                 entry.value_span,
                 "`" + entry.value + "` is no built-in theme",
                 "write `default` or `print`",
                 {}});
  }
  return base;
}

}  // namespace

const Words& Theme::words() const {
  return parts_->words;
}

std::span<const BuiltinTheme> builtin_themes() {
  return kBuiltin;
}

bool is_builtin_theme(std::string_view name) {
  return std::ranges::find(kBuiltin, name, &BuiltinTheme::name) != kBuiltin.end();
}

SiteLayout Theme::layout() const {
  return parts_->layout;
}

static std::string digest_of(const ThemeInput& input) {
  Sha256 hash;
  const auto add = [&](std::string_view text) {
    hash.add(std::to_string(text.size()) + ":");
    hash.add(text);
  };
  add(input.base);
  add(input.language);
  add(input.trusted ? "trusted" : "");
  add(std::to_string(input.files.size()));
  for (const ThemeFile& file : input.files) add(file.path), add(file.text);
  for (const auto& entries : {input.settings, input.strings}) {
    add(std::to_string(entries.size()));
    for (const ThemeEntry& entry : entries) add(entry.key), add(entry.value);
  }
  for (const ThemeName& name : input.names) add(name.key), add(name.text), add(name.own ? "y" : "");
  return hash.hex();
}

Theme load_theme(const ThemeInput& input, DiagnosticSink& sink) {
  const ThemeBase base = theme_base(input, sink);
  ThemeLoader loader(base.name, base.layout, input.trusted, sink);
  loader.speak(input);
  loader.override_with(input.files);
  return Theme(loader.load(input.settings), digest_of(input));
}

}  // namespace milepost
