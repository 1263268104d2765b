// `milepost schema`: JSON Schemas for editors, from the kinds of the program.
#include <fmt/format.h>

#include "driver/commands.h"
#include "driver/output.h"
#include "driver/program_run.h"
#include "shape/compile_kinds.h"
#include "shape/schema.h"

namespace milepost {

int run_schema(const CommandLine& line, const Environment& environment) {
  ProgramRun run;
  if (const int status = open_program(line, environment, Stage::shape, run); status != kDone)
    return status;
  const Kinds& kinds = *run.values.kinds;
  if (line.schema_of.empty() || line.schema_of == "records")
    return deliver(line.file_output, records_schema(kinds));
  if (line.schema_of == "program") return deliver(line.file_output, program_schema(kinds));
  const KindId kind = kinds.find_kind(line.schema_of);
  if (kind == kNoKind) {
    print_error(fmt::format("milepost: --of `{}` is neither records, program nor a kind\n",
                            line.schema_of));
    return kUsage;
  }
  return deliver(line.file_output, front_matter_schema(kinds, kind));
}

}  // namespace milepost
