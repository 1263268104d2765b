// Which file a sign-off goes into.
#pragma once

#include <string>

#include "driver/sign_request.h"
#include "edit/add_sign_off.h"
#include "link/program.h"

namespace milepost {

struct SignTarget {
  std::string path;                     // in the program
  FileId file = kNoFile;                // kNoFile: it is not there yet
  SignOffPlace place;                   // of a file that is there
  bool own_file = false;                // the entry names its release
  LabelIndex readers = kInternalLabel;  // who may read it at least
  Span row;                             // a table row of the role that does not count any longer
};

/// `--to`, else where the role's sign-off is kept now, else what program.yaml says, else the
/// release itself.
SignProblem find_sign_target(const CommandLine& line, const ProgramRun& run,
                             const SignRequest& request, SignTarget& target);

}  // namespace milepost
