// Names of what an audience sees.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "link/program.h"
#include "load/source_set.h"
#include "redact/redaction.h"

namespace milepost {

/// Reads them when it is asked first. Borrows all that it is made of.
class ShownNames {
 public:
  ShownNames(const Program& program, const SourceSet& sources, const Redaction& redaction)
      : program_(program), sources_(sources), redaction_(redaction) {}

  /// True if what is written may mean something that is shown, once the hidden `target` is gone: it
  /// has that name or path, too. `dropped`: nothing of a file is left.
  bool may_be_meant(std::string_view written, const Target& target,
                    const std::function<bool(FileId)>& dropped);

 private:
  void read();

  const Program& program_;
  const SourceSet& sources_;
  const Redaction& redaction_;
  std::unordered_set<std::string> names_, paths_, folders_;
};

}  // namespace milepost
