// The page of one record.
#include <algorithm>
#include <array>
#include <string>
#include <variant>
#include <vector>

#include "compose/phrases.h"
#include "compose/record_layout.h"
#include "render/markdown.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/values.h"

namespace milepost {
namespace {

constexpr size_t kMostLinks = 100;  // of one meaning

class RecordPage {
 public:
  RecordPage(PageSlots& slots, PageScope& scope)
      : slots_(slots),
        scope_(scope),
        out_(slots.out()),
        id_(ViewRecordId{scope.page().subject}),
        record_(scope.view().record(id_)),
        layout_(record_layout(scope.view(), record_)) {}

  void write() {
    scope_.set_anchors(shown_slices(scope_.view(), record_));
    const std::array<Crumb, 1> crumbs = {{{scope_.view().kind_of(record_).plural_label,
                                           scope_.outline().kind_pages[number(record_.kind)]}}};
    write_breadcrumbs(out_, scope_, crumbs);
    slots_.finish(Slot::breadcrumbs);
    slots_.text(Slot::id, record_.short_id);
    out_.data(record_.title);
    slots_.finish(Slot::heading);
    state();
    slots_.finish(Slot::state);
    facts();
    slots_.finish(Slot::facts);
    body();
    slots_.finish(Slot::body);
    tables();
    slots_.finish(Slot::tables);
    write_footnotes(out_, scope_);
    slots_.finish(Slot::footnotes);
    links();
    slots_.finish(Slot::links);
    findings();
    slots_.finish(Slot::findings);
    if (record_.source.line > 0) {
      write_source(out_, scope_, scope_.view().files[record_.source.file], record_.source.line);
    }
    slots_.finish(Slot::source);
  }

 private:
  void state() {
    out_.put("<p class=\"state\">");
    const size_t empty = out_.size();
    if (record_.facts.score != 0) {
      out_.put("<span>");
      write_score(out_, scope_, record_.facts);
      out_.put("</span>\n");
    }
    if (has_status()) {
      out_.put("<span>");
      write_status(out_, scope_, record_);
      const bool known = record_.status < scope_.view().kind_of(record_).statuses.size();
      if (known && !record_.status_text.empty()) {
        out_.put(" <span class=\"aside\">").data(record_.status_text).put("</span>");
      }
      out_.put("</span>\n");
    }
    health();
    lateness();
    if (out_.size() == empty) {
      out_.clear();
    } else {
      out_.put("</p>\n");
    }
  }

  bool has_status() const {
    return record_.status < scope_.view().kind_of(record_).statuses.size() ||
           !record_.status_text.empty();
  }

  void health() {
    if (record_.health == ViewHealth::none) return;
    out_.put("<span>");
    write_health(out_, scope_, record_.health);
    out_.put(" <span class=\"aside\">as reported");
    if (!record_.health_because.empty()) {
      out_.put(": ").data(record_.health_because);
    }
    if (record_.health_until) {
      out_.put(" (until ");
      write_day(out_, scope_, *record_.health_until, DayForm::with_weekday);
      out_.put(")");
    }
    out_.put("</span></span>\n");
  }

  void lateness() {
    const std::optional<Date> due = record_.facts.due;
    if (!record_.is_open() || !due || *due > scope_.as_of()) return;
    if (*due == scope_.as_of()) {
      out_.put("<span class=\"st s-stale\">Due today</span>\n");
      return;
    }
    out_.put("<span class=\"st s-late\">Was due ");
    write_day(out_, scope_, *due, DayForm::with_weekday);
    out_.put(", ").text(
        distance_words(scope_.words(), *due, scope_.as_of(), scope_.view().working_time));
    out_.put("</span>\n");
  }

  void fact(std::string_view label) { out_.put("<div><dt>").data(label).put("</dt><dd>"); }

  void facts() {
    const bool owners = !record_.owners.empty();
    const bool team = record_.team != kNoViewTeam;
    const bool others = !std::ranges::all_of(record_.unknown, &ViewUnknownField::in_body);
    if (!owners && !team && !others && layout_.facts.empty() && record_.checks.empty()) return;
    out_.put("<dl class=\"facts\">\n");
    if (owners) {
      fact("Owner");
      write_owners(out_, scope_, record_);
      out_.put("</dd></div>\n");
    }
    if (team) {
      fact("Team");
      write_party(out_, scope_, {kNoViewPerson, record_.team},
                  scope_.view().team(record_.team).name);
      out_.put("</dd></div>\n");
    }
    for (const ViewField* field : layout_.facts) {
      fact(scope_.view().field(field->field).label);
      write_values(out_, scope_, *field, ValueForm::full);
      out_.put("</dd></div>\n");
    }
    if (!record_.checks.empty()) {
      fact("Check list");
      write_meter(out_, record_.checks);
      out_.put("</dd></div>\n");
    }
    for (const ViewUnknownField& field : record_.unknown) {
      if (field.in_body) continue;
      fact(word_label(field.key));
      out_.data(field.text).put("</dd></div>\n");
    }
    out_.put("</dl>\n");
  }

  void body() {
    for (const FieldSection& section : layout_.sections) {
      if (section.lead) {
        out_.put("<div class=\"lead\">\n");
      } else {
        out_.put("<h2>").data(scope_.view().field(section.field->field).label).put("</h2>\n");
      }
      for (const ViewValue& value : section.field->values) {
        if (const auto* markdown = std::get_if<ViewMarkdown>(&value.data)) {
          write_blocks(out_, scope_, {markdown->tape, markdown->slice, {}}, section.lead ? 2 : 3);
        } else {
          out_.put("<p>").data(value.text).put("</p>\n");
        }
      }
      if (section.lead) out_.put("</div>\n");
    }
    if (record_.body.slice.count > 0) {
      write_blocks(out_, scope_, {record_.body.tape, record_.body.slice, record_.body_cuts});
    }
  }

  void tables() {
    for (const ViewField* field : layout_.tables) {
      out_.put("<section class=\"part\">\n<h2>");
      out_.data(scope_.view().field(field->field).label).put("</h2>\n");
      write_objects(out_, scope_, *field);
      out_.put("</section>\n");
    }
  }

  // --- links
  // ---------------------------------------------------------------------------------------

  struct Entry {
    const ViewLink* link;
    ViewRecordId other;
  };

  void links() {
    const View& view = scope_.view();
    std::vector<Entry> group;
    const auto flush = [&](std::string_view label) {
      if (!group.empty()) write_group(label, group);
      group.clear();
    };
    const auto out_links = view.outgoing(id_);
    const auto in_links = view.incoming_links(id_);
    // What somebody meant comes before what is merely mentioned.
    for (const bool mentions : {false, true}) {
      for (size_t i = 0; i < out_links.size(); ++i) {
        if (out_links[i].mention != mentions) continue;
        if (!group.empty() && group.back().link->type != out_links[i].type) {
          flush(view.link_types[group.back().link->type].label);
        }
        group.push_back({&out_links[i], out_links[i].to});
      }
      if (!group.empty()) flush(view.link_types[group.back().link->type].label);
      for (const uint32_t number : in_links) {
        const ViewLink& link = view.links[number];
        if (link.mention != mentions) continue;
        if (!group.empty() && group.back().link->type != link.type) {
          flush(view.link_types[group.back().link->type].inverse_label);
        }
        group.push_back({&link, link.from});
      }
      if (!group.empty()) flush(view.link_types[group.back().link->type].inverse_label);
    }
    mentions_on_pages();
  }

  void write_group(std::string_view label, const std::vector<Entry>& group) {
    out_.put("<h3>").data(label).put("</h3>\n<ul>\n");
    const size_t shown = std::min(group.size(), kMostLinks);
    for (size_t i = 0; i < shown; ++i) {
      const ViewRecord& other = scope_.view().record(group[i].other);
      out_.put("<li>");
      write_id(out_, scope_, group[i].other);
      out_.put(" ").data(other.title);
      if (!group[i].link->detail.empty()) {
        out_.put(", ").data(group[i].link->detail);
      }
      out_.put(" ");
      write_state(out_, scope_, other);
      out_.put("</li>\n");
    }
    if (shown < group.size()) {
      out_.put("<li>and ").number(static_cast<int64_t>(group.size() - shown)).put(" more</li>\n");
    }
    out_.put("</ul>\n");
  }

  void mentions_on_pages() {
    const auto mentions = scope_.outline().mentions_of(id_);
    if (mentions.empty()) return;
    out_.put("<h3>On pages</h3>\n<ul>\n");
    for (const auto& [record, page] : mentions) {
      out_.put("<li><a").link("href", scope_.path(), scope_.outline().path_of(page));
      out_.put(">").data(scope_.view().pages[number(page)].title).put("</a></li>\n");
    }
    out_.put("</ul>\n");
  }

  void findings() {
    const auto findings = scope_.outline().findings_of(id_);
    if (!findings.empty()) write_finding_list(out_, scope_, findings);
  }

  PageSlots& slots_;
  PageScope& scope_;
  HtmlWriter& out_;
  ViewRecordId id_;
  const ViewRecord& record_;
  RecordLayout layout_;
};

}  // namespace

void write_record_page(PageSlots& slots, PageScope& scope) {
  RecordPage(slots, scope).write();
}

void write_moved_page(PageSlots& slots, PageScope& scope) {
  const ViewRecordId id{scope.page().subject};
  const ViewRecord& record = scope.view().record(id);
  const std::string& file = scope.path().file();
  const size_t slash = file.rfind('/');
  slots.out().data(std::string_view(file).substr(slash + 1, file.size() - slash - 6));
  slots.out().put(" has another name");
  slots.finish(Slot::heading);
  slots.out().put("It is now ");
  write_record_link(slots.out(), scope, id, record.short_id + " " + record.title);
  slots.out().put(".");
  slots.finish(Slot::target);
}

}  // namespace milepost
