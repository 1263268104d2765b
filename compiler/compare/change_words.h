// What compare/ has to say in the language of the site: compose/change_words.h gives it.
#pragma once

#include <functional>
#include <string>

#include "redact/view.h"

namespace milepost {

struct ChangeWords {
  /// A value as it reads on the page of its record, without markup. Of prose and objects nothing.
  std::function<std::string(const View&, const ViewValue&)> value;
  /// Labels of what is no field of a kind.
  std::string kind, body, checks, links, health_until;
  std::string fields;  // those that a kind does not have, all together
};

}  // namespace milepost
