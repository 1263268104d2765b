// Facts that every file needs, computed once.
#include "shape/context.h"

namespace milepost {

ProgramFacts::ProgramFacts(const SourceSet& source_set, const Kinds& program_kinds,
                           const Settings& program_settings)
    : sources(source_set),
      kinds(program_kinds),
      settings(program_settings),
      durations(program_settings.durations),
      zone(Zone::find(program_settings.timezone).value_or(Zone())) {}

}  // namespace milepost
