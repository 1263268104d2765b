// What a record says about when it is done and how long it takes, as the schedule needs it.
#pragma once

#include <optional>
#include <vector>

#include "analyze/analysis.h"
#include "analyze/network.h"
#include "link/program.h"

namespace milepost {

/// The date its owner stands for: of a dependency what was promised, else what is due; of a
/// decision or document that work waits for also the day it is needed by.
std::optional<Date> commitment_of(const RecordFacts& facts, PlanKind kind);

/// The days a record was promised for, oldest first: the program's `baseline:`, the record's own,
/// and if it has none the date that a struck one stands beside.
std::vector<Date> baselines_of(const Program& program, const Analysis& analysis, RecordIndex record,
                               PlanKind kind, const std::optional<Date>& of_program);

/// The node of a record (part `whole`) without its relations. `times` are those of the network, the
/// last of which has no days off: work whose length is given in wall time keeps it.
NetworkNode node_of(const Program& program, const Analysis& analysis, RecordIndex record,
                    PlanKind kind, const std::vector<WorkingTime>& times);

/// Per cent of a record that is done, as its author or its dates say it (node.length and
/// remaining).
uint16_t percent_of(const Program& program, const Analysis& analysis, RecordIndex record,
                    const NetworkNode& node);

}  // namespace milepost
