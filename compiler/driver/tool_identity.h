// Which program this is: ourselves and the libraries that are loaded.
#pragma once

#include <string>

namespace milepost {

/// A name that another build of Milepost, or the same with another build of a library, does not
/// have (64 hex digits); empty if one of them carries no build id, so that there is no telling.
std::string tool_identity();

}  // namespace milepost
