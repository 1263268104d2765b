// Writes the facts of an entry.
#include "render/entry_facts.h"

#include <algorithm>

#include "render/links.h"
#include "render/parts.h"
#include "render/record_lines.h"
#include "render/say.h"

namespace milepost {

std::vector<ViewRecordId> linked_records(const View& view, ViewRecordId id, std::string_view type,
                                         bool incoming) {
  std::vector<ViewRecordId> found;
  const auto take = [&](const ViewLink& link) {
    if (link.mention || view.link_types[link.type].name != type) return;
    const ViewRecordId other = incoming ? link.from : link.to;
    // Links are sorted by type and then by what they lead to: equal ones are neighbours.
    if (found.empty() || found.back() != other) found.push_back(other);
  };
  if (incoming) {
    for (const uint32_t number : view.incoming_links(id)) take(view.links[number]);
  } else {
    std::ranges::for_each(view.outgoing(id), take);
  }
  return found;
}

HtmlWriter& EntryFacts::begin(Word label) {
  return begin(scope_.words().text(label));
}

HtmlWriter& EntryFacts::begin(std::string_view label) {
  if (!open_) out_.put("<dl class=\"told\">\n");
  open_ = true;
  return out_.put("<div><dt>").data(label).put("</dt><dd>");
}

void EntryFacts::end() {
  out_.put("</dd></div>\n");
}

void EntryFacts::field(std::string_view name, Word label) {
  const ViewField* value = scope_.view().find_field(scope_.view().record(id_), name);
  if (value == nullptr) return;
  begin(label);
  write_field_phrase(out_, scope_, *value);
  end();
}

void EntryFacts::links(std::string_view type, bool incoming, Word label) {
  records(linked_records(scope_.view(), id_, type, incoming), label);
}

void EntryFacts::records(const std::vector<ViewRecordId>& ids, Word label) {
  constexpr size_t kMost = 8;
  if (ids.empty()) return;
  begin(label);
  const size_t shown = std::min(ids.size(), kMost);
  for (size_t i = 0; i < shown; ++i) {
    if (i > 0) out_.put(", ");
    write_id(out_, scope_, ids[i]);
    out_.put(" ").data(scope_.view().record(ids[i]).title);
  }
  if (shown < ids.size()) {
    out_.put(", ");
    say_count(out_, scope_, "list.more"_word, ids.size() - shown);
  }
  end();
}

void EntryFacts::owners(Word label) {
  const ViewRecord& record = scope_.view().record(id_);
  if (record.owners.empty()) return;
  begin(label);
  write_owners(out_, scope_, record);
  end();
}

void EntryFacts::due(Word label) {
  const ViewRecord& record = scope_.view().record(id_);
  if (!record.facts.due) return;
  begin(label);
  write_due(out_, scope_, record, *record.facts.due);
  end();
}

void EntryFacts::finish() {
  if (open_) out_.put("</dl>\n");
  open_ = false;
}

}  // namespace milepost
