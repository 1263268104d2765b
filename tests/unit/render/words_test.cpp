// No word of ours is written into the pages themselves: each comes from strings.yaml, or from a
// name that a language can give.
#include "compose/words.h"

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "catch.h"
#include "check/check.h"
#include "compose/compose.h"
#include "compose/phrases.h"
#include "draw/draw.h"
#include "driver/stages.h"
#include "driver/theme_names.h"
#include "files/disk.h"
#include "redact/redact.h"
#include "render/render.h"
#include "text/ascii.h"

namespace milepost {
namespace {

// What people wrote, without a letter: whatever letters a page has then are ours. Every byte stays
// where it was.
void blank(std::string& text) {
  for (char& c : text) {
    if (is_ascii_alpha(c)) c = '7';
  }
}

void blank(const View& view, std::vector<ViewField>& fields) {
  for (ViewField& field : fields) {
    // The roles are the program's, whatever words they are.
    const bool role = view.field(field.field).type == "role";
    for (ViewValue& value : field.values) {
      if (role || !std::holds_alternative<ViewWord>(value.data)) blank(value.text);
      if (auto* object = std::get_if<ViewObject>(&value.data)) blank(view, object->fields);
      if (auto* money = std::get_if<ViewMoney>(&value.data)) blank(money->currency);
      if (auto* reference = std::get_if<ViewReference>(&value.data)) {
        blank(reference->target.fragment);
      }
    }
  }
}

void blank(std::vector<std::string>& texts) {
  for (std::string& text : texts) blank(text);
}

void blank(ViewReadiness& one) {
  for (ViewGate& gate : one.gates) {
    for (std::string* text : {&gate.title, &gate.condition, &gate.owner.text}) blank(*text);
  }
  for (ViewGateItem& item : one.items) {
    for (std::string* text : {&item.text, &item.condition, &item.owner.text, &item.evidence_text,
                              &item.evidence_problem, &item.expects, &item.measured, &item.notes}) {
      blank(*text);
    }
    item.from_template = false;  // whose words the language has
  }
  for (ViewSignOff& sign_off : one.sign_offs) {
    for (std::string* text : {&sign_off.role, &sign_off.role_label, &sign_off.by.text,
                              &sign_off.via, &sign_off.notes}) {
      blank(*text);
    }
    for (ViewCoveredField& field : sign_off.changed) {
      for (std::string* text : {&field.field, &field.label, &field.was, &field.now}) blank(*text);
    }
  }
  for (ViewWaiver& waiver : one.waivers) {
    for (std::string* text : {&waiver.item, &waiver.by.text, &waiver.reason}) blank(*text);
  }
  for (ViewReadyReason& reason : one.reasons) {
    for (std::string* text : {&reason.who.text, &reason.how}) blank(*text);
  }
  for (ViewVote& vote : one.said.votes) {
    for (std::string* text : {&vote.by.text, &vote.role, &vote.vote}) blank(*text);
  }
  for (ViewCondition& condition : one.said.conditions) blank(condition.text);
  for (std::string* text : {&one.said.reason, &one.said.minutes, &one.launch.war_room,
                            &one.after.hand_over_to.text, &one.after.notes}) {
    blank(*text);
  }
  for (ViewLaunchStep& step : one.launch.steps) {
    for (std::string* text : {&step.what, &step.owner.text, &step.decides.text, &step.at,
                              &step.check, &step.back_out, &step.channel, &step.audience}) {
      blank(*text);
    }
    blank(step.go_if);
  }
  blank(one.launch.rollback_if);
  for (ViewStandby& standby : one.launch.roster) {
    for (std::string* text : {&standby.who.text, &standby.role, &standby.shift}) blank(*text);
  }
  for (ViewMeasure& measure : one.after.measures) {
    for (std::string* text : {&measure.name, &measure.target, &measure.result}) blank(*text);
  }
}

void blank(ViewChange& change) {
  for (ViewChangeApproval& approval : change.approvals) {
    for (std::string* text : {&approval.role, &approval.by.text, &approval.notes}) blank(*text);
  }
  for (ViewImpactArea& area : change.impact) {
    for (std::string* text : {&area.area, &area.label}) blank(*text);
  }
  for (ViewChangeMove& move : change.moves) {
    for (std::string* text : {&move.text, &move.field, &move.from, &move.to, &move.now}) {
      blank(*text);
    }
  }
}

void blank_data(View& view) {
  for (std::string* text : {&view.program.title, &view.program.description}) blank(*text);
  for (std::string& file : view.files) blank(file);
  for (ViewRecord& record : view.records) {
    for (std::string* text : {&record.id, &record.short_id, &record.title, &record.status_text,
                              &record.health_because}) {
      blank(*text);
    }
    for (std::string& name : record.owner_names) blank(name);
    blank(view, record.fields);
    for (ViewUnknownField& field : record.unknown) {
      blank(field.key);
      blank(field.text);
    }
    for (ViewCheck& check : record.checks) {
      for (std::string* text : {&check.group, &check.text, &check.owner.text}) blank(*text);
    }
  }
  for (ViewPerson& person : view.people) {
    for (std::string* text : {&person.name, &person.role, &person.email}) blank(*text);
  }
  for (ViewTeam& team : view.teams) blank(team.name);
  for (ViewProgramRole& role : view.roles) blank(role.name);
  for (ViewPage& page : view.pages) {
    blank(page.title);
    blank(page.path);
  }
  for (ViewStatusPage& page : view.status_pages) {
    if (page.title != word_label(page.key)) blank(page.title);
    for (ViewStatusSection& section : page.sections) {
      blank(section.title);
      blank(section.text);
    }
  }
  for (Tape& tape : view.tapes) blank(tape.text);
  for (ViewReadiness& one : view.readiness) blank(one);
  for (ViewChange& change : view.changes) blank(change);
  for (ViewIncident& incident : view.incidents) blank(incident.untracked);
  for (ViewEscalationLevel& level : view.program.escalation) {
    for (ViewPathStep& step : level.path) {
      blank(step.role);
      for (ViewWho& who : step.people) blank(who.text);
    }
  }
  for (ViewFinding& finding : view.findings) {
    for (ViewArgument& argument : finding.arguments) {
      if (auto* text = std::get_if<std::string>(&argument)) blank(*text);
    }
  }
}

// Every text between ⟦ and ⟧.
std::string bracketed(std::string_view text) {
  return "⟦" + std::string(text) + "⟧";
}

std::vector<ThemeEntry> pseudo_language(std::span<const ThemeName> names) {
  constexpr std::array<std::string_view, kPluralForms> forms = {".zero", ".one", ".few", ".many",
                                                                ".other"};
  std::vector<ThemeEntry> entries;
  const Words english;
  for (const Word word : Words::all()) {
    const std::string key(Words::key(word));
    if (key.starts_with("language.")) continue;
    for (size_t f = 0; f < kPluralForms; ++f) {
      const std::string_view text = english.form(word, static_cast<PluralForm>(f));
      if (text.empty()) continue;
      entries.push_back(
          {english.is_plural(word) ? key + std::string(forms[f]) : key, bracketed(text), {}, {}});
    }
  }
  for (const ThemeName& name : names) {
    if (!name.text.empty()) entries.push_back({name.key, bracketed(name.text), {}, {}});
  }
  return entries;
}

bool is_read_by_people(std::string_view attribute) {
  return attribute == "title" || attribute == "alt" || attribute == "placeholder" ||
         attribute == "aria-label" || attribute == "aria-description" || attribute == "data-l" ||
         attribute == "label" || attribute == "aria-roledescription";
}

// The words of a page that stand in no brackets.
class Reader {
 public:
  explicit Reader(std::string_view html) : html_(html) {}

  std::vector<std::string> words() {
    while (at_ < html_.size()) {
      if (html_[at_] == '<') {
        tag();
      } else {
        const size_t end = std::min(html_.find('<', at_), html_.size());
        if (!in_code_) text(html_.substr(at_, end - at_));
        at_ = end;
      }
    }
    return std::move(found_);
  }

 private:
  void tag() {
    const size_t end = std::min(html_.find('>', at_), html_.size() - 1);
    std::string_view inside = html_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    if (inside == "code") in_code_ = true;
    if (inside == "/code") in_code_ = false;
    size_t depth = 0;
    std::swap(depth, depth_);
    for (size_t quote = inside.find("=\""); quote != std::string_view::npos;
         quote = inside.find("=\"")) {
      const size_t close = std::min(inside.find('"', quote + 2), inside.size());
      const size_t space = inside.substr(0, quote).rfind(' ');
      const size_t begin = space == std::string_view::npos ? 0 : space + 1;
      if (is_read_by_people(inside.substr(begin, quote - begin))) {
        text(inside.substr(quote + 2, close - quote - 2));
      }
      inside.remove_prefix(std::min(close + 1, inside.size()));
    }
    depth_ = depth;
  }

  void text(std::string_view piece) {
    std::string word;
    const auto end_word = [&] {
      if (word.size() > 1 && !is_code(word)) found_.push_back(word);
      word.clear();
    };
    for (size_t i = 0; i < piece.size(); ++i) {
      const std::string_view rest = piece.substr(i);
      if (rest.starts_with("⟦") || rest.starts_with("⟧")) {
        end_word();
        depth_ = rest.starts_with("⟦") ? depth_ + 1 : depth_ > 0 ? depth_ - 1 : 0;
        i += 2;
      } else if (rest.starts_with("&")) {
        end_word();
        i += std::min(rest.find(';'), rest.size() - 1);
      } else if (depth_ == 0 && is_ascii_alpha(piece[i])) {
        word += piece[i];
      } else {
        end_word();
      }
    }
    end_word();
  }

  // MP310, P1.
  static bool is_code(std::string_view word) { return word == "MP"; }

  std::string_view html_;
  size_t at_ = 0;
  bool in_code_ = false;  // the names of rules and keys, which are the same in every language
  size_t depth_ = 0;      // of brackets, which elements may stand in
  std::vector<std::string> found_;
};

void check_layout(std::string_view base) {
  const DiskTree tree(std::string(MILEPOST_SOURCE_DIR) + "/sample-program");
  StageOptions options;
  StageValues values;
  run_stages(tree, options, values);
  const std::vector<ThemeName> names = theme_names(values.program.kinds());
  const std::vector<ThemeEntry> strings = pseudo_language(names);
  ThemeInput input;
  input.base = base;
  input.strings = strings;
  input.names = names;
  DiagnosticSink sink;
  const Theme theme = load_theme(input, sink);
  for (const Diagnostic& diagnostic : sink.take_sorted()) {
    INFO(diagnostic.message);
    CHECK(diagnostic.code == 0);
  }
  RedactOptions redact;
  redact.version = "1";
  View view = redact_program(std::move(values.program), values.sources, values.analysis,
                             values.findings, rule_catalog(), redact);
  blank_data(view);
  const Outline outline = compose_site(std::move(view), theme.words(), theme.layout());
  const Drawings drawings = draw_site(outline);
  Renderer renderer(outline, drawings, theme);
  std::map<std::string, std::string> found;  // by word: the first page that has it
  for (uint32_t i = 0; i < outline.pages.size(); ++i) {
    if (!outline.is_written(i)) continue;
    for (std::string& word : Reader(renderer.render(i)).words()) {
      found.try_emplace(std::move(word), outline.pages[i].path.file());
    }
  }
  for (const auto& [word, page] : found) {
    INFO("`" << word << "` on " << page << " comes from no line of strings.yaml");
    CHECK(word.empty());
  }
}

TEST_CASE("words: every word of ours on a page comes from strings.yaml", "[.words]") {
  check_layout("default");
}

TEST_CASE("words: every word of ours in the document comes from strings.yaml", "[.words]") {
  check_layout("print");
}

}  // namespace
}  // namespace milepost
