// Two versions of a program, written as files.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/changes.h"
#include "unit/compose/viewed.h"

namespace milepost {

using VersionFiles = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// Of a plain build; as of Monday 1 June 2026 unless a later Monday is said.
View version_of(VersionFiles files, int days_later = 0);

/// "changed T-1 Fix it: Owner Ana -> Li; Text" of each change, one a line.
std::string text_of(const std::vector<RecordChange>& changes);

std::vector<RecordChange> record_changes(const View& before, const View& after);
Changes compare_views(const View& before, const View& after);

}  // namespace milepost
