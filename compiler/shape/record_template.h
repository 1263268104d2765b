// The text of a new record, for `milepost new`.
#pragma once

#include <string>
#include <string_view>

#include "shape/gate_templates.h"
#include "shape/kinds.h"

namespace milepost {

/// A Markdown file: front matter with the fields the kind asks for, each empty and explained, and a
/// section for each text. A kind with gates names the set `standard` of `gates`, if there is one,
/// and has its items as check boxes. It compiles as it is; empty fields are unset.
std::string record_template(const Kinds& kinds, KindId kind, std::string_view id,
                            std::string_view title, const GateLibrary& gates = {});

/// `text` as a YAML scalar that reads back the same, plain if it can be.
std::string yaml_scalar(std::string_view text);

}  // namespace milepost
