// Finds the words of watching, and the words two lines share.
#include "analyze/launch_prose.h"

#include <array>

#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr std::array<std::string_view, 12> kWatching = {
    "monitor for", "monitoring for", "monitored for", "watch for", "watched for", "observe for",
    "soak for",    "hold for",       "wait for",      "monitor",   "watch",       "wait"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

// Without the mark that separates what is done from how long it is watched.
std::string_view without_joint(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kJoints = {"→", "->", "=>", "–", "—",
                                                               "-", ",",  ";",  "(", ":"};
  for (bool again = true; again;) {
    again = false;
    text = trim_spaces(text);
    for (const std::string_view joint : kJoints) {
      if (text.ends_with(joint)) {
        text.remove_suffix(joint.size());
        again = true;
      }
    }
  }
  return text;
}

// Letters, digits and `%`, everything else a space: "10 %" and "10%" are one.
std::string bare(std::string_view text) {
  std::string out;
  for (const char c : lower(text)) {
    const bool word =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (c == '%') {
      while (!out.empty() && out.back() == ' ') out.pop_back();
      out += "% ";
    } else if (word) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

StepLine read_step_line(std::string_view line, const LaunchClock& clock) {
  const std::string text = lower(line);
  for (const std::string_view word : kWatching) {
    const std::size_t at = text.rfind(word);
    if (at == std::string::npos || (at > 0 && text[at - 1] != ' ' && text[at - 1] != '(')) continue;
    std::string_view rest = std::string_view(text).substr(at + word.size());
    rest = trim_spaces(rest);
    while (rest.ends_with(')') || rest.ends_with('.'))
      rest = trim_spaces(rest.substr(0, rest.size() - 1));
    if (const std::optional<Duration> watch = clock.length(rest)) {
      return {std::string(without_joint(line.substr(0, at))), watch};
    }
  }
  return {std::string(line), std::nullopt};
}

bool speaks_of(std::string_view point, std::string_view what) {
  std::string named = bare(point);
  for (const std::string_view lead : {std::string_view("after "), std::string_view("at ")}) {
    if (named.starts_with(lead)) named.erase(0, lead.size());
  }
  const std::string step = bare(what);
  if (named.empty() || !step.starts_with(named)) return step == named;
  return step.size() == named.size() || step[named.size()] == ' ' || named.back() == '%';
}

}  // namespace milepost
