// `milepost export`: the model as data.
#include "compose/compose.h"
#include "driver/commands.h"
#include "driver/output.h"
#include "driver/program_run.h"
#include "driver/run_report.h"
#include "driver/site_run.h"
#include "render/model_json.h"

namespace milepost {

int run_export(const CommandLine& line, const Environment& environment) {
  ProgramRun run;
  if (const int status = open_program(line, environment, Stage::check, run); status != kDone)
    return status;
  const Report report = report_of(run);
  const Outline outline = compose_site(view_of(run, {}), Words());
  const int delivered = deliver(line.file_output, model_json(outline));
  if (delivered != kDone) return delivered;
  const int status = status_of(report, false, {});
  if (status != kDone)
    print_error("milepost: the program has errors; `milepost check` tells them\n");
  return status;
}

}  // namespace milepost
