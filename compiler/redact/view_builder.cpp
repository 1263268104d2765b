// Numbers what an audience sees and copies it part by part.
#include "redact/view_builder.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>
#include <variant>

#include "analyze/newest_report.h"
#include "analyze/visible_words.h"
#include "redact/copy_control.h"
#include "redact/copy_readiness.h"
#include "redact/copy_schedule.h"
#include "redact/cut_sources.h"
#include "redact/forget_dates.h"
#include "redact/now_labels.h"
#include "redact/told_findings.h"
#include "text/ascii.h"
#include "threads/for_each.h"

namespace milepost {
namespace {

// Files that a browser shows or saves and never runs. SVG is looked into before it is published.
bool is_published(std::string_view path) {
  constexpr std::array<std::string_view, 32> kinds = {
      ".png",  ".jpg",  ".jpeg", ".gif",  ".webp",   ".avif", ".svg", ".ico",
      ".bmp",  ".pdf",  ".txt",  ".csv",  ".tsv",    ".json", ".log", ".zip",
      ".gz",   ".docx", ".xlsx", ".pptx", ".odt",    ".ods",  ".odp", ".mp4",
      ".webm", ".mp3",  ".ogg",  ".wav",  ".drawio", ".puml", ".mmd", ".diff"};
  return std::ranges::any_of(kinds, [&](std::string_view end) { return iends_with(path, end); });
}

template <typename F>
void for_each_markdown(const Record& record, const Redaction& redaction, F&& f) {
  std::vector<const std::vector<FieldValue>*> open{&record.fields};
  while (!open.empty()) {
    const std::vector<FieldValue>* level = open.back();
    open.pop_back();
    for (const FieldValue& field : *level) {
      if (!redaction.shows(field.field)) continue;
      for (const Value& value : field.values) {
        if (const auto* text = std::get_if<MarkdownText>(&value.data)) f(*text);
        if (const auto* object = std::get_if<Object>(&value.data)) open.push_back(&object->fields);
      }
    }
  }
}

}  // namespace

ViewBuilder::ViewBuilder(const Program& program, Program* movable, const SourceSet& sources,
                         const Analysis& analysis, const RedactOptions& options)
    : program_(program),
      movable_(movable),
      sources_(sources),
      analysis_(analysis),
      options_(options),
      redaction_(program_, options.audience),
      records_(program_.set.records.size()),
      kinds_(program_.kinds().kinds.size()),
      fields_(program_.kinds().fields.size()),
      people_(program_.people.size()),
      teams_(program_.teams.size()),
      pages_(program_.set.pages.size()),
      assets_(program_.assets.size()),
      tapes_(program_.set.tapes.size()),
      files_(sources.files.size()) {}

View ViewBuilder::build(std::span<const Finding> findings, std::span<const RuleInfo* const> rules) {
  number_records();
  number_kinds();
  number_people();
  number_items();
  number_tapes();
  cut_tapes();
  copy_kinds();
  copy_people();
  copy_pages();
  view_.records.resize(records_.to_old.size());
  // Files first, so that the threads that copy records find every number.
  for (const uint32_t old : records_.to_old) source_of(program_.set.records[old].span);
  for_each_index(options_.jobs, view_.records.size(), [&](size_t i) {
    view_.records[i] = copy_record(RecordIndex{records_.to_old[i]});
  });
  copy_references();
  copy_links();
  if (knows_only_visible(program_, analysis_.schedule, redaction_)) {
    view_.schedule = copy_schedule(program_, analysis_.schedule, records_, options_.audience.shows);
    forget_hidden_dates(program_, analysis_, redaction_, records_, view_.schedule);
  }
  copy_control();
  if (options_.audience.shows.verdict) copy_readiness();
  copy_escalation();
  if (options_.audience.shows.findings) copy_findings(findings, rules);
  if (options_.audience.insider) copy_diagnostics(rules);
  copy_program();
  return std::move(view_);
}

// --- numbers
// ---------------------------------------------------------------------------------------

void ViewBuilder::number_records() {
  for (uint32_t i = 0; i < program_.set.records.size(); ++i) {
    if (redaction_.shows(RecordIndex{i})) records_.take(i);
  }
  for (uint32_t i = 0; i < program_.set.pages.size(); ++i) {
    if (redaction_.shows_page(i)) pages_.take(i);
  }
}

// Kinds that some visible record has, with the fields they may have.
void ViewBuilder::number_kinds() {
  for (const uint32_t old : records_.to_old) {
    kinds_.take(static_cast<size_t>(program_.set.records[old].kind));
  }
  std::ranges::sort(kinds_.to_old);
  for (uint32_t i = 0; i < kinds_.to_old.size(); ++i) kinds_.to_new[kinds_.to_old[i]] = i;
  std::vector<FieldId> open;
  for (const uint32_t kind : kinds_.to_old) {
    for (const FieldId field : program_.kinds().kinds[kind].fields) open.push_back(field);
    for (size_t i = 0; i < open.size(); ++i) {
      const auto field = static_cast<size_t>(open[i]);
      if (!redaction_.shows(open[i]) || fields_.has(field)) continue;
      fields_.take(field);
      for (const FieldId inner : program_.kinds().fields[field].fields) open.push_back(inner);
    }
    open.clear();
  }
}

// Those on the roster, which insiders see, and those that something visible names.
void ViewBuilder::number_people() {
  const auto take = [&](const Party& party) {
    if (party.person != kNoPerson) people_.take(static_cast<size_t>(party.person));
    if (party.kind == Party::Kind::team) teams_.take(party.index);
  };
  if (options_.audience.insider) {
    for (uint32_t i = 0; i < program_.people.size(); ++i) {
      if (program_.people[i].on_roster) people_.take(i);
    }
    for (uint32_t i = 0; i < program_.teams.size(); ++i) {
      if (program_.teams[i].on_roster) teams_.take(i);
    }
  }
  const Kinds& kinds = program_.kinds();
  for (const uint32_t old : records_.to_old) {
    const FieldId owner = kinds.field_of(program_.set.records[old].kind, Role::owner);
    const auto& parties = program_.parties[old];
    if (owner == kNoField || redaction_.shows(owner)) std::ranges::for_each(parties.owners, take);
    for (const FieldParty& other : parties.others) {
      if (redaction_.shows(other.field) && !redaction_.hides(other.value->span)) take(other.party);
    }
    const TeamIndex team = team_of(RecordIndex{old});
    if (team != kNoTeam) teams_.take(static_cast<size_t>(team));
    for (const CheckItem& item : program_.set.records[old].checks) {
      if (item.attributes.empty() || !shows_item(item)) continue;
      for (const FieldValue& field : item.attributes) {
        for (const Value& value : field.values) {
          const auto party = program_.party_of.find(&value);
          if (party != program_.party_of.end()) take(party->second);
        }
      }
    }
  }
  // What was judged from what is visible names nobody else but for roles.
  for (const Readiness& one : analysis_.readiness) {
    if (!options_.audience.shows.verdict || !records_.has(static_cast<size_t>(one.record)))
      continue;
    for (const GateItem& item : one.items) {
      if (item.owner != kNoPerson) people_.take(static_cast<size_t>(item.owner));
      if (item.team != kNoTeam) teams_.take(static_cast<size_t>(item.team));
    }
  }
  // Teams of those people, and who leads these teams if they are there.
  for (const uint32_t old : people_.to_old) {
    const TeamIndex team = program_.people[old].team;
    if (team != kNoTeam) teams_.take(static_cast<size_t>(team));
  }
}

bool ViewBuilder::shows_item(const CheckItem& item) const {
  return !redaction_.hides(item.span) &&
         (item.region.empty() || redaction_.shows(program_.label(item.region)));
}

// What items rest on, and their words while the tapes still have theirs.
void ViewBuilder::number_items() {
  ReadinessMask mask;
  mask.instead = hidden_words();
  for (uint32_t i = 0; i < program_.set.records.size(); ++i)
    mask.records.push_back(records_.has(i));
  const bool hides = std::ranges::find(mask.records, false) != mask.records.end();
  for (const uint32_t old : records_.to_old) {
    for (const CheckItem& item : program_.set.records[old].checks) {
      if (!shows_item(item)) continue;
      for (const FieldValue& field : item.attributes) {
        for (const Value& value : field.values) {
          const auto to = program_.resolved.find(&value);
          if (to == program_.resolved.end()) continue;
          if (to->second.kind == TargetKind::asset) assets_.take(to->second.index);
        }
      }
      if (!hides) continue;
      std::string words = visible_words(program_, item, item.text, mask);
      if (words != item.text) item_texts_.emplace(&item, std::move(words));
    }
  }
}

void ViewBuilder::number_tapes() {
  for (const uint32_t old : pages_.to_old) {
    if (program_.set.pages[old].tape < tapes_.to_new.size()) {
      tapes_.take(program_.set.pages[old].tape);
    }
  }
  const auto take = [&](const MarkdownText& text) {
    if (text.slice.count > 0) tapes_.take(text.tape);
  };
  for (const uint32_t old : records_.to_old) {
    const Record& record = program_.set.records[old];
    take(record.body);
    for_each_markdown(record, redaction_, take);
  }
}

void ViewBuilder::cut_tapes() {
  // Fragments may borrow from any tape: they are copied before the first one moves.
  std::vector<std::vector<CutReference>> references(tapes_.to_old.size());
  for (size_t i = 0; i < references.size(); ++i) {
    if (tapes_.to_old[i] >= program_.references.size()) continue;
    for (const TapeReference& reference : program_.references[tapes_.to_old[i]]) {
      references[i].push_back({reference, std::string(reference.target.fragment)});
    }
  }
  for (const auto& [value, to] : program_.resolved) {
    if (!to.fragment.empty()) fragments_.emplace(value, to.fragment);
  }
  cut_.resize(tapes_.to_old.size());
  for_each_index(options_.jobs, cut_.size(), [&](size_t i) {
    const size_t old = tapes_.to_old[i];
    cut_[i] =
        cut_tape(program_.set.tapes[old], movable_ == nullptr ? nullptr : &movable_->set.tapes[old],
                 std::move(references[i]), program_, redaction_, hidden_words());
  });
  for (const CutTape& cut : cut_) {
    for (const CutReference& kept : cut.references) {
      const Target& to = kept.reference.target;
      if (to.kind == TargetKind::asset) assets_.take(to.index);
    }
  }
}

// --- copies
// ----------------------------------------------------------------------------------------

void ViewBuilder::copy_kinds() {
  const Kinds& kinds = program_.kinds();
  for (const uint32_t old : fields_.to_old) {
    const Field& field = kinds.fields[old];
    view_.fields.push_back({field.name, field.label, std::string(type_name(field.type)), field.doc,
                            view_role(role_name(field.role)), field.list || field.keyed,
                            field.type == ValueType::markdown});
  }
  for (const uint32_t old : kinds_.to_old) {
    const Kind& kind = kinds.kinds[old];
    ViewKind made;
    made.name = kind.name;
    made.plural = kind.plural;
    made.label = kind.label;
    made.plural_label = kind.plural_label;
    made.is_work = kind.is_work;
    made.doc = kind.doc;
    for (KindId id = kind.id; id != kNoKind; id = kinds.kind(id).is_a) {
      made.family.push_back(kinds.kind(id).name);
    }
    for (const FieldId field : kind.fields) {
      if (fields_.has(static_cast<size_t>(field))) {
        made.fields.push_back(ViewFieldId{fields_[static_cast<size_t>(field)]});
      }
    }
    for (const Status& status : kind.statuses) {
      made.statuses.push_back({status.name, status.label, static_cast<ViewPhase>(status.phase)});
    }
    view_.kinds.push_back(std::move(made));
  }
  for (const LinkType& type : kinds.link_types) {
    view_.link_types.push_back({type.name, type.inverse, type.label, type.inverse_label});
  }
}

void ViewBuilder::copy_people() {
  const bool insider = options_.audience.insider;
  for (const uint32_t old : people_.to_old) {
    const Person& person = program_.people[old];
    ViewPerson made{person.key, person.name, person.role, insider ? person.email : "", kNoViewTeam};
    if (person.team != kNoTeam) made.team = ViewTeamId{teams_[static_cast<size_t>(person.team)]};
    view_.people.push_back(std::move(made));
  }
  for (const uint32_t old : teams_.to_old) {
    const Team& team = program_.teams[old];
    ViewTeam made{team.key, team.name, kNoViewPerson};
    if (team.lead != kNoPerson) made.lead = ViewPersonId{people_[static_cast<size_t>(team.lead)]};
    view_.teams.push_back(std::move(made));
  }
  copy_roles();
}

// The roles stand in program.yaml, which has no label of its own: who sees what is internal sees
// them, without the holders that nothing visible names.
void ViewBuilder::copy_roles() {
  if (!redaction_.shows(kInternalLabel)) return;
  for (size_t i = 0; i < program_.role_people.size(); ++i) {
    ViewProgramRole made;
    made.name = program_.set.settings.roles[i].key;
    std::ranges::replace(made.name, '_', ' ');
    for (const PersonIndex person : program_.role_people[i]) {
      const auto old = static_cast<size_t>(person);
      if (people_.has(old)) made.people.push_back(ViewPersonId{people_[old]});
    }
    if (!made.people.empty()) view_.roles.push_back(std::move(made));
  }
}

void ViewBuilder::copy_pages() {
  for (const uint32_t old : pages_.to_old) {
    const Page& page = program_.set.pages[old];
    ViewPage made;
    made.path = sources_.file(page.file).text.path();
    made.title = page.title;
    if (page.tape < tapes_.to_new.size()) made.tape = ViewTapeId{tapes_[page.tape]};
    made.visibility =
        written_label(program_.labels[static_cast<size_t>(program_.page_labels[old])]);
    view_.pages.push_back(std::move(made));
  }
  for (const uint32_t old : assets_.to_old) {
    const std::string& path = sources_.file(program_.assets[old].file).text.path();
    view_.assets.push_back({path, is_published(path)});
  }
}

void ViewBuilder::copy_references() {
  for (CutTape& cut : cut_) {
    std::vector<ViewTapeReference>& out = view_.references.emplace_back();
    out.reserve(cut.references.size());
    for (CutReference& kept : cut.references) {
      const TapeReference& reference = kept.reference;
      ViewTarget made = target(reference.target, std::move(kept.fragment));
      if (made.kind == ViewTargetKind::heading) {
        made.index = cut.node(made.index);
        if (made.index == kHidden) made = {};
      }
      out.push_back({reference.node, reference.offset, reference.length, std::move(made)});
    }
    view_.tapes.push_back(std::move(cut.tape));
  }
}

void ViewBuilder::copy_links() {
  for (const Link& link : program_.links) {
    if (!redaction_.shows(link)) continue;
    ViewLink made;
    made.from = ViewRecordId{records_[static_cast<size_t>(link.from)]};
    made.to = ViewRecordId{records_[static_cast<size_t>(link.to)]};
    made.type = static_cast<uint32_t>(link.type);
    made.mention = link.from_prose;
    made.detail.relation = static_cast<ViewRelation>(link.dependency);
    made.detail.lag = link.lag;
    made.detail.delay = link.delay;
    made.source = source_of(redaction_.place_of(link));
    view_.links.push_back(std::move(made));
  }
  view_.index_links();
}

void ViewBuilder::copy_readiness() {
  AssetNumbers assets;
  for (uint32_t i = 0; i < view_.assets.size(); ++i) assets.emplace(view_.assets[i].path, i);
  view_.readiness =
      milepost::copy_readiness(program_, analysis_.readiness, {records_, people_, teams_}, assets);
  for (ViewReadiness& one : view_.readiness) {
    const RecordIndex record{records_.to_old[number(one.record)]};
    const FieldId day = program_.kinds().field_of(program_.record(record).kind, Role::due);
    if (day == kNoField || redaction_.shows(day)) continue;
    one.target.reset();
    one.days_to_target = 0;
  }
}

void ViewBuilder::copy_control() {
  const ReadinessNumbers numbers{records_, people_, teams_};
  view_.changes = copy_changes(program_, analysis_.changes, redaction_, numbers);
  view_.incidents = copy_incidents(program_, analysis_.incidents, redaction_, numbers);
}

void ViewBuilder::copy_findings(std::span<const Finding> findings,
                                std::span<const RuleInfo* const> rules) {
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::off || redaction_.hides(finding.span)) continue;
    const auto rule = std::ranges::find(rules, finding.code, &RuleInfo::code);
    if (rule == rules.end()) continue;
    const bool open = std::ranges::all_of(finding.subjects, [&](uint32_t subject) {
      return is_found_in_the_open(finding.code, program_.set.records[subject].kind,
                                  program_.kinds(), redaction_);
    });
    if (!options_.audience.insider && !open) continue;
    ViewFinding made;
    made.rule = *rule;
    made.severity = finding.severity;
    bool told = true;
    for (const uint32_t subject : finding.subjects) {
      told = told && records_.has(subject);
      made.subjects.push_back(ViewRecordId{records_[subject]});
    }
    for (const Argument& argument : finding.arguments) {
      if (const auto* record = std::get_if<RecordArgument>(&argument)) {
        told = told && records_.has(record->record);
        made.arguments.emplace_back(ViewRecordId{records_[record->record]});
      } else if (const auto* person = std::get_if<PersonArgument>(&argument)) {
        told = told && people_.has(person->person);
        made.arguments.emplace_back(ViewPersonId{people_[person->person]});
      } else if (const auto* date = std::get_if<Date>(&argument)) {
        made.arguments.emplace_back(*date);
      } else if (const auto* days = std::get_if<DaysArgument>(&argument)) {
        made.arguments.emplace_back(ViewDays{days->days});
      } else if (const auto* integer = std::get_if<int64_t>(&argument)) {
        made.arguments.emplace_back(*integer);
      } else {
        made.arguments.emplace_back(std::get<std::string>(argument));
      }
    }
    if (!told) continue;
    made.source = source_of(finding.span);
    view_.findings.push_back(std::move(made));
  }
  std::ranges::stable_sort(view_.findings, std::ranges::greater{}, &ViewFinding::severity);
}

void ViewBuilder::copy_program() {
  const Settings& settings = program_.set.settings;
  ViewProgram& out = view_.program;
  out.title = settings.title;
  // Without program.yaml the README at the root says what this is.
  for (size_t i = 0; i < view_.pages.size() && out.title.empty(); ++i) {
    if (istarts_with(view_.pages[i].path, "readme.")) out.title = view_.pages[i].title;
  }
  if (out.title.empty()) out.title = "Program";
  out.id = settings.id;
  out.as_of = analysis_.as_of;
  out.start = settings.start;
  if (const std::optional<Zone> zone = Zone::find(settings.timezone)) out.zone = *zone;
  out.language = settings.language;
  out.base_url =
      BaseUrl::from_data(options_.base_url.empty() ? settings.base_url : options_.base_url);
  out.robots = settings.robots;
  if (options_.audience.insider) out.edit_url = settings.edit_url;
  out.audience = options_.audience.name;
  out.insider = options_.audience.insider;
  const Shows& shows = options_.audience.shows;
  out.shows = {shows.verdict,       shows.health,  shows.scores,
               shows.probabilities, shows.metrics, shows.findings};
  out.version = options_.version;
  out.edition = options_.edition;
  if (!options_.audience.insider) out.edition.revision.clear();
  // What else program.yaml says has no label of its own: it is internal, as records are.
  const bool internal = redaction_.shows(kInternalLabel);
  if (internal && settings.description) out.description = *settings.description;
  const Thresholds& limits = settings.thresholds;
  if (internal || shows.scores)
    out.risk_scale = {limits.risk_medium,      limits.risk_high,          limits.risk_very_high,
                      limits.review_high_days, limits.review_medium_days, limits.review_low_days,
                      limits.issue_days};
  const auto number_of = [&](RecordIndex record) {
    if (record == kNoRecord || !redaction_.shows(record)) return kNoViewRecord;
    return ViewRecordId{records_[static_cast<size_t>(record)]};
  };
  out.target = number_of(program_.target);
  // Of those that are visible: a hidden one that is newer leaves no trace.
  const RecordIndex report = newest_report(
      program_, analysis_, [&](RecordIndex record) { return redaction_.shows(record); });
  out.newest_report = number_of(report);
  if (out.newest_report != kNoViewRecord) {
    out.reported = view_.record(out.newest_report).health;
  }
  view_.working_time = analysis_.program_time();
  if (internal) view_.freezes = settings.freezes;
  copy_status_pages();
}

// An audience is told of its own page alone: who else reads what is none of its business. A record
// or kind that a section speaks of may be hidden; then the section is not there.
void ViewBuilder::copy_status_pages() {
  for (const AudienceEntry& entry : program_.set.settings.audiences) {
    if (entry.pages.empty()) continue;
    if (!options_.audience.insider && entry.key != options_.audience.name) continue;
    ViewStatusPage made{entry.key, entry.title, entry.cadence, {}, nullptr};
    for (const StatusSectionEntry& section : entry.pages) {
      ViewStatusSection one{section.name,  section.title, section.text, kNoViewRecord,
                            section.field, kNoViewKind,   section.most};
      if (!section.record.empty()) {
        const RecordIndex record = program_.find(section.record);
        if (record == kNoRecord || !records_.has(static_cast<size_t>(record))) continue;
        one.record = ViewRecordId{records_[static_cast<size_t>(record)]};
      }
      if (!section.kind.empty()) {
        const KindId kind = program_.kinds().find_kind(section.kind);
        if (kind == kNoKind || !kinds_.has(static_cast<size_t>(kind))) continue;
        one.kind = ViewKindId{kinds_[static_cast<size_t>(kind)]};
      }
      made.sections.push_back(std::move(one));
    }
    if (made.title.empty()) {
      made.title = made.key;
      std::ranges::replace(made.title, '_', ' ');
      if (!made.title.empty()) made.title.front() = ascii_upper(made.title.front());
    }
    view_.status_pages.push_back(std::move(made));
  }
}

// --- places
// ----------------------------------------------------------------------------------------

uint32_t ViewBuilder::file_number(FileId file) {
  const auto old = static_cast<size_t>(file);
  if (!files_.has(old)) {
    files_.take(old);
    view_.files.push_back(sources_.file(file).text.path());
  }
  return files_[old];
}

ViewSource ViewBuilder::source_of(Span place) {
  if (!place.is_place() || !options_.audience.insider) return {};
  const uint32_t line = options_.cut == nullptr
                            ? sources_.file(place.file).text.position(place.begin).line
                            : options_.cut->line(sources_, place);
  return {file_number(place.file), line};
}

}  // namespace milepost
