// The order in which a set of records becomes a program.
#include "link/link.h"

#include <utility>

#include "link/bodies.h"
#include "link/date_cycles.h"
#include "link/gate_references.h"
#include "link/ids.h"
#include "link/labels.h"
#include "link/links.h"
#include "link/paths.h"
#include "link/people.h"
#include "link/references.h"

namespace milepost {

Program link_program(RecordSet&& set, const SourceSet& sources, const LinkOptions& options,
                     DiagnosticSink& sink) {
  Program program;
  program.set = std::move(set);
  for (uint32_t i = 0; i < sources.files.size(); ++i) {
    if (sources.files[i].kind != SourceKind::asset) continue;
    program.assets.push_back({FileId{i}, false, sources.files[i].text.path()});
  }
  resolve_labels(program, sink);
  const IdTable ids(program, sources, sink);
  const PathTable paths(program, sources);
  resolve_people(program, sink);

  ReferenceResolver references(program, sources, ids, paths, sink);
  std::vector<RawLink> links = references.resolve_all();
  check_gate_names(program, sink);
  find_date_cycles(program, references.dated(), sink);
  std::vector<RawLink> mentions =
      resolve_bodies(program, sources, ids, paths, references.suggester(),
                     references.take_reported(), options.jobs, sink);
  links.insert(links.end(), std::make_move_iterator(mentions.begin()),
               std::make_move_iterator(mentions.end()));
  build_links(program, std::move(links), sink);
  find_cycles(program, sink);
  return program;
}

}  // namespace milepost
