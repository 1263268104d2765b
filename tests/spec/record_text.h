// Records, relations and pages as the fences of the specification write them (README.md).
#pragma once

#include <string>

#include "link/program.h"
#include "load/source_set.h"
#include "shape/record.h"

namespace milepost::testing {

/// `kind id "title"` a record, and an indented line a field, in the order of their names.
std::string records_text(const RecordSet& set);
/// `from type to` a relation, in order.
std::string links_text(const Program& program);
/// `path "title"` a page.
std::string pages_text(const RecordSet& set, const SourceSet& sources);

/// What a fence says, in the order in which the functions above would: the indented lines beneath
/// each other line sorted, or all lines if there are none.
std::string sorted_fields(const std::string& text);
std::string sorted_lines(const std::string& text);

}  // namespace milepost::testing
