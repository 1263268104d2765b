// The documented data of the page templates: every name they may use, and what it holds.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace milepost {

/// text is escaped where it stands; html was made by the typed writer; url was checked.
enum class SlotKind : uint8_t { text, url, html };

enum class Slot : uint8_t {
  // of every page
  security,
  language,
  direction,
  title,
  program,
  home,
  style,
  scripts,
  icon,
  navigation,
  as_of,
  dated,
  label,
  version,
  head,
  calendar,
  built_by,
  brand,
  edition,
  logo,
  logo_dark,
  footer,
  part,
  // of some pages
  about,
  after,
  asks,
  blockers,
  blockers_more,
  body,
  breadcrumbs,
  changes,
  contents,
  cover,
  empty,
  due,
  facts,
  findings,
  footnotes,
  forecast,
  gates,
  glance,
  heading,
  id,
  layout,
  launch,
  lead,
  links,
  meeting,
  meta,
  milestones,
  milestones_more,
  neighbourhood,
  next,
  opening,
  overdue,
  parts,
  path,
  path_head,
  path_more,
  people,
  recent,
  recent_more,
  releases,
  releases_more,
  risks,
  risks_more,
  series,
  signoffs,
  since,
  source,
  state,
  summary,
  tables,
  tabs,
  target,
  tree,
  why,
  waited,
  waits,
  when,
};
inline constexpr size_t kSlots = static_cast<size_t>(Slot::when) + 1;

/// The slots up to this one belong to every page.
inline constexpr Slot kLastCommonSlot = Slot::part;

struct SlotInfo {
  Slot slot;
  std::string_view name;
  SlotKind kind;
  std::string_view doc;
};

/// By Slot.
std::span<const SlotInfo> slot_infos();
const SlotInfo* find_slot(std::string_view name);

/// A page template and the slots it has beside those of every page.
struct TemplateInfo {
  std::string_view name;  // "record.html"
  std::string_view doc;   // which pages are made with it
  std::span<const Slot> slots;

  bool has(Slot slot) const;
};

/// By TemplateId.
enum class TemplateId : uint8_t {
  overview,
  table,
  record,
  page,
  pages,
  people,
  agenda,
  person,
  findings,
  not_found,
  moved,
  document,
  release,
  sheet,
  status
};
inline constexpr size_t kTemplates = static_cast<size_t>(TemplateId::status) + 1;
std::span<const TemplateInfo> template_infos();

}  // namespace milepost
