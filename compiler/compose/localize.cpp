// Renames what a View names.
#include "compose/localize.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "compose/phrases.h"

namespace milepost {
namespace {

class Localizer {
 public:
  Localizer(View& view, const Words& words) : view_(view), words_(words) {}

  void run() {
    for (ViewKind& kind : view_.kinds) {
      rename(kind.label, "kind." + kind.name + ".one");
      rename(kind.plural_label, "kind." + kind.name + ".other");
      rename(kind.doc, "kind." + kind.name + ".doc");
      for (ViewStatus& status : kind.statuses) rename(status.label, "status." + status.name);
    }
    for (ViewFieldInfo& field : view_.fields) {
      rename(field.label,
             is_relation(field) ? "link." + field.name : field_word_key(field.name, field.label));
    }
    // A title of the program's own stays.
    for (ViewStatusPage& page : view_.status_pages) {
      if (page.title == word_label(page.key)) audience(page);
      cadence(page.cadence);
    }
    for (ViewLinkType& link : view_.link_types) {
      rename(link.label, "link." + link.name);
      rename(link.inverse_label, "link." + link.inverse);
    }
    if (words_.has_open("gate.")) {
      for (ViewReadiness& one : view_.readiness) gates(one);
    }
    if (!words_.has_open("choice.")) return;
    for (ViewRecord& record : view_.records) choices(record.fields);
  }

 private:
  // A field that is a relation has the relation's word.
  bool is_relation(const ViewFieldInfo& field) const {
    for (const ViewLinkType& link : view_.link_types) {
      if (link.name == field.name && link.label == field.label) return true;
      if (link.inverse == field.name && link.inverse_label == field.label) return true;
    }
    return false;
  }

  // What the release writes itself keeps its author's words.
  void gates(ViewReadiness& one) {
    std::vector<bool> written(one.gates.size(), false);
    for (const ViewGateItem& item : one.items) {
      if (!item.from_template) written[item.gate] = true;
    }
    for (ViewGateItem& item : one.items) {
      if (item.from_template) {
        rename(item.text, gate_key(one.gates[item.gate].key + "." + item.key));
      }
    }
    for (size_t i = 0; i < one.gates.size(); ++i) {
      if (!written[i]) rename(one.gates[i].title, gate_key(one.gates[i].key));
    }
  }

  static std::string gate_key(std::string key) {
    std::replace(key.begin(), key.end(), '-', '_');
    return "gate." + key;
  }

  void audience(ViewStatusPage& page) {
    constexpr std::array<std::pair<std::string_view, Word>, 5> kNames = {{
        {"executives", "audience.executives"_word},
        {"stakeholders", "audience.stakeholders"_word},
        {"engineering", "audience.engineering"_word},
        {"cross_functional", "audience.cross_functional"_word},
        {"customers", "audience.customers"_word},
    }};
    for (const auto& [key, word] : kNames) {
      if (page.key == key) page.title = words_.text(word);
    }
  }

  void cadence(std::string& said) {
    constexpr std::array<std::pair<std::string_view, Word>, 4> kNames = {{
        {"daily", "audience.daily"_word},
        {"weekly", "audience.weekly"_word},
        {"monthly", "audience.monthly"_word},
        {"as needed", "audience.as_needed"_word},
    }};
    for (const auto& [name, word] : kNames) {
      if (said == name) said = words_.text(word);
    }
  }

  void rename(std::string& label, const std::string& key) {
    if (const auto word = words_.find(key)) label = *word;
  }

  // Objects stand in fields, not in objects.
  void choices(std::vector<ViewField>& fields) {
    for (ViewField& field : fields) {
      for (ViewValue& value : field.values) {
        if (const auto* word = std::get_if<ViewWord>(&value.data)) {
          rename(value.text, "choice." + view_.field(field.field).name + "." + word->word);
        } else if (auto* object = std::get_if<ViewObject>(&value.data)) {
          choices(object->fields);
        }
      }
    }
  }

  View& view_;
  const Words& words_;
};

}  // namespace

void localize(View& view, const Words& words) {
  Localizer(view, words).run();
}

}  // namespace milepost
