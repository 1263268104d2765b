// Reads program.yaml into Settings.
#pragma once

#include <span>

#include "diagnostics/diagnostic.h"
#include "diagnostics/rule.h"
#include "parse/yaml_tree.h"
#include "shape/kinds.h"
#include "shape/settings.h"

namespace milepost {

/// Everything but `kinds:` and lists of records (keys that `kinds` knows). What cannot be read is
/// reported (MP140 to MP159) at its place and left at its default. An empty tree gives the defaults
/// with `file` kept: a program without a title.
Settings read_settings(const YamlTree& program, FileId file, const Kinds& kinds,
                       DiagnosticSink& sink);

/// Turns the names and codes of `rules:` into Settings::rules, by the list of all diagnostics and
/// findings; reports MP154 for those that are none.
void resolve_rules(Settings& settings, std::span<const RuleInfo* const> all, DiagnosticSink& sink);

}  // namespace milepost
