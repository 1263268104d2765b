// People, teams and roles: who the names in person, team and role fields are.
#pragma once

#include "diagnostics/diagnostic.h"
#include "link/program.h"

namespace milepost {

/// Fills people, teams, role_people, parties and party_of. A name is matched, in this order, with
/// the roster (key, full name, @handle, e-mail), teams, roles, a first name or a role that one
/// person of the roster has; "Platform EM (Alice)" is Alice if the roster has her or the words
/// before are a role. Who is not found becomes a person or, where the words say so, a team of its
/// own. Linear.
void resolve_people(Program& program, DiagnosticSink& sink);

}  // namespace milepost
