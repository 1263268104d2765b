// `audiences:` of program.yaml.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "shape/setting_values.h"
#include "shape/settings.h"

namespace milepost {

/// What is computed and an audience is told only if `shows` names it.
inline constexpr std::array<std::string_view, 6> kShownWords = {
    "verdict", "health", "scores", "probabilities", "metrics", "findings"};

/// The blocks that a status page is made of (docs/status.md).
inline constexpr std::array<std::string_view, 21> kStatusBlocks = {
    "summary",   "asks",      "why",         "milestones", "risks",   "issues", "releases",
    "changes",   "completed", "in_progress", "next",       "blocked", "needs",  "dependencies",
    "decisions", "scope",     "incidents",   "metrics",    "budget",  "coming", "reports"};

/// The audiences that every program has: a page for each of five stakeholders, and sites for
/// `public`, `internal` and `program_office`. In order of name of the entry, pages and labels as in
/// docs/audiences.md.
std::vector<AudienceEntry> built_in_audiences();

/// Reads one entry; what it does not say is that of the built-in audience of its name, else it sees
/// `public` and has the page of `stakeholders`. What cannot be read is reported at its place and
/// left out.
AudienceEntry read_audience(const SettingValues& yaml, std::string_view name, Span span,
                            uint32_t node);

/// Adds the built-in audiences that `audiences` does not have.
void add_built_in_audiences(std::vector<AudienceEntry>& audiences);

}  // namespace milepost
