// Writes changes as Markdown for a comment.
#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "compose/phrases.h"
#include "markup/html.h"
#include "render/changes_text.h"
#include "render/update.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr size_t kMostWordCharacters = 400;     // of one value; more is cut with an ellipsis
constexpr size_t kMostLineBytes = 6000;         // of one line; it ends there with an ellipsis
constexpr std::string_view kBreak = "&#8203;";  // nothing that is seen, between two characters

// GitHub draws `:tada:`.
bool is_picture(std::string_view words) {
  const size_t end = words.find_first_not_of(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-", 1);
  return words.starts_with(':') && end != std::string_view::npos && end > 1 && words[end] == ':';
}

// Whatever GitHub would take for mark-up stands behind a backslash; what it would link or notify
// (`@name`, `#12`, `GH-12`, `owner/repo#1`, a commit, an address) is broken by a space of no width.
void append_safe(std::string& out, std::string_view raw) {
  std::string words = visible_text(raw);
  if (words.size() > kMostWordCharacters) {
    words.resize(truncate_bytes(words, kMostWordCharacters).size());
    words += "…";
  }
  size_t hex = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    if (c == '\n' || c == '\r' || c == '\t') {
      out += ' ';
      continue;
    }
    // A commit is a run of seven or more hex digits.
    hex = is_ascii_hex(c) ? hex + 1 : 0;
    if (hex == 7) {
      out += kBreak;
      hex = 1;
    }
    const bool digit_next = i + 1 < words.size() && is_ascii_alnum(words[i + 1]);
    if (is_ascii_punct(c) && c != ',' && c != ';' && c != '\'' && c != '"' && c != '%' &&
        c != '/' && c != '?' && c != ':' && c != '.' && c != '-' && c != '@') {
      out += '\\';
    }
    const bool host =
        c == '.' && i >= 3 && iequals(std::string_view(words).substr(i - 3, 3), "www");
    if (host) out += kBreak;  // behind the dot it would be one already
    out += c;
    const bool links = (c == '@' || c == '#') && digit_next;
    const bool scheme = c == ':' && i + 1 < words.size() && words[i + 1] == '/';
    const bool issue = c == '-' && i >= 2 && digit_next && iequals(words.substr(i - 2, 2), "gh");
    const bool picture = is_picture(std::string_view(words).substr(i));
    if (links || scheme || issue || picture) out += kBreak;
  }
}

class MarkdownChanges {
 public:
  MarkdownChanges(const ChangeReport& report, const Outline& outline, size_t most)
      : report_(report),
        outline_(outline),
        words_(outline.words),
        most_(most),
        kept_(std::min<size_t>(3000, most / 10)) {}

  std::string write() {
    std::string head = "### ";
    append(head, report_.headline);
    head += "\n\n";
    append_safe(head, report_.between);
    if (!report_.counts.empty()) {
      head += ". ";
      append_safe(head, report_.counts);
      head += '.';
    }
    head += '\n';
    out_ = std::move(head);
    used_ = count_code_points(out_);
    dates();
    parts();
    effects();
    for (const ChangeGroup& group : report_.groups) {
      std::vector<std::string> lines;
      for (const ChangedRecord& record : group.records) lines.push_back(line_of(record));
      section(group.label + " (" + std::to_string(group.records.size()) + ")", lines);
    }
    wording();
    return std::move(out_);
  }

 private:
  void named(std::string& out, const ChangePhrase& phrase, bool strong,
             ViewPageId page = kNoViewPage) const {
    const std::optional<BaseUrl>& base = outline_.view.program.base_url;
    const std::optional<std::string> address = base && page != kNoViewPage
                                                   ? base->of(outline_.path_of(page))
                                                   : address_of(outline_, phrase.record);
    if (strong) out += "**";
    if (address) out += '[';
    append_safe(out, phrase.text);
    if (address) out += "](<" + *address + ">)";
    if (strong) out += "**";
  }

  void append(std::string& out, const ChangeLine& line) const {
    for (const ChangePhrase& phrase : line) {
      if (out.size() > kMostLineBytes) {
        out += " …";
        return;
      }
      switch (phrase.ink) {
        case ChangeInk::was:
          out += "~~";
          append_safe(out, phrase.text);
          out += "~~";
          break;
        case ChangeInk::now:
          out += "**";
          append_safe(out, phrase.text);
          out += "**";
          break;
        case ChangeInk::title:
          named(out, phrase, false);
          break;
        default:
          append_safe(out, phrase.text);
      }
    }
  }

  std::string line_of(const ChangedRecord& record) const {
    std::string line = "- ";
    append_safe(line, record.id.text);
    if (!record.id.text.empty()) line += ' ';
    named(line, record.title, true, record.page);
    if (!record.detail.empty()) line += ": ";
    append(line, record.detail);
    return line;
  }

  // The lines that there is room for, then how many are not shown; `last` stands under them.
  void section(const std::string& label, const std::vector<std::string>& lines,
               const std::string& last = {}) {
    std::string head = "\n#### ";
    append_safe(head, label);
    head += "\n\n";
    size_t used = used_ + count_code_points(head) + count_code_points(last);
    size_t left = 0;
    std::string body;
    for (const std::string& line : lines) {
      const size_t size = count_code_points(line) + 1;
      if (used + size + kept_ > most_) {
        ++left;
        continue;
      }
      used += size;
      body.append(line).append("\n");
    }
    if (left > 0) {
      std::string more = "- ";
      append_safe(more, count_words(words_, "list.more"_word, left));
      more += '\n';
      used += count_code_points(more);
      body += more;
    }
    if (used > most_) return;
    out_ += head + body + last;
    used_ = used;
  }

  void dates() {
    if (report_.dates.empty()) return;
    std::vector<std::string> lines;
    for (const ChangeDate& date : report_.dates) {
      std::string line = "- ";
      named(line, date.title, true);
      line += ": ";
      append(line, date.was);
      if (!date.was.empty() && !date.now.empty()) line += ' ';
      append(line, date.now);
      if (!date.change.empty()) line += ", ";
      append(line, date.change);
      if (!date.health.empty()) line += ", ";
      append(line, date.health);
      lines.push_back(std::move(line));
    }
    section(std::string(words_.text("changes.dates"_word)), lines);
  }

  void parts() {
    if (report_.parts.empty()) return;
    std::vector<std::string> lines;
    const auto days = [&](int32_t count) {
      std::string text = "- **";
      append_safe(text, slip_words(words_, count));
      return text + "** ";
    };
    for (const ChangePart& part : report_.parts) {
      std::string line = days(part.days);
      append(line, part.why);
      line += " (";
      append(line, part.facts);
      line += ')';
      lines.push_back(std::move(line));
    }
    std::string sum = days(report_.sum);
    append_safe(sum, words_.text("changes.together"_word));
    section(std::string(words_.text("changes.because"_word)), lines, sum + "\n");
  }

  void effects() {
    if (report_.effects.empty()) return;
    std::vector<std::string> lines;
    for (const ChangeEffect& effect : report_.effects) {
      std::string line = "- ";
      if (effect.tone != ChangeTone::neutral) {
        append_safe(line, words_.text(effect.tone == ChangeTone::worse ? "changes.worse"_word
                                                                       : "changes.better"_word));
        line += ' ';
      }
      append(line, effect.line);
      lines.push_back(std::move(line));
    }
    section(std::string(words_.text("changes.effects"_word)), lines);
  }

  void wording() {
    if (report_.wording.empty()) return;
    std::string line = "\n";
    append_safe(line, report_.wording);
    line += '\n';
    if (used_ + count_code_points(line) <= most_) out_ += line;
  }

  const ChangeReport& report_;
  const Outline& outline_;
  const Words& words_;
  size_t most_;
  size_t kept_;  // for the heads of all sections, with how many lines each does not show
  size_t used_ = 0;
  std::string out_;
};

}  // namespace

std::string changes_as_markdown(const ChangeReport& report, const Outline& outline, size_t most) {
  return MarkdownChanges(report, outline, most).write();
}

}  // namespace milepost
