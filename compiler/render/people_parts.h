// What the pages of people, teams and stakeholders share.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "compose/people.h"
#include "markup/html.h"
#include "render/data_table.h"
#include "render/page_scope.h"

namespace milepost {

/// "People and teams", or "People" if there are no teams. Borrows from the words.
std::string_view people_title(const PageScope& scope);

/// The title as a link, then the id.
void write_titled(HtmlWriter& out, const PageScope& scope, ViewRecordId record);

/// Who is to give it: an owner with the team, a provider, or that nobody is named.
void write_giver(HtmlWriter& out, const PageScope& scope, const ViewRecord& record);
/// Whom a dependency is for.
void write_consumer(HtmlWriter& out, const PageScope& scope, const ViewRecord& record);

/// What a person answers for and does by the RACI matrices, as facts; nothing if they name nobody.
void write_raci_facts(HtmlWriter& out, const PageScope& scope, ViewPersonId person);

/// People of one team, under its name if that is not empty.
struct PeopleGroup {
  std::string_view label;
  std::span<const ViewPersonId> people;
};
/// People with their load, as one table.
void write_people_table(HtmlWriter& out, const PageScope& scope,
                        std::span<const PeopleGroup> groups);
/// All that a dossier owns: open, looked after, and the first `closed` of what is closed.
void write_owned_table(HtmlWriter& out, const PageScope& scope, const Dossier& dossier,
                       size_t closed);

/// The figures of a dossier: open, overdue, due soon, waits for, waited on, next due.
void write_load_cells(DataTable& table, const PageScope& scope, const Dossier& dossier);

}  // namespace milepost
