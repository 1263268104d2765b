// By what a record of one version is known in another.
#pragma once

#include <string>
#include <string_view>

namespace milepost {

/// Ids that differ in case or in zeros before the number are one: "CIP-0030" gives "cip-30".
std::string id_key(std::string_view id);

/// A kind and a title, however that is written: "risk/it rains"; of a page "/notes".
std::string title_key(std::string_view kind, std::string_view title);

}  // namespace milepost
