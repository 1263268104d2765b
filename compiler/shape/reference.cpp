// Writes the reference of kinds.
#include "shape/reference.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "text/words.h"

namespace milepost {
namespace {

std::string code(std::string_view text) {
  return "`" + std::string(text) + "`";
}

// Text of a table cell.
std::string cell(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '|') escaped += '\\';
    escaped += c == '\n' ? ' ' : c;
  }
  return escaped;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

class ReferenceWriter {
 public:
  explicit ReferenceWriter(const Kinds& kinds) : kinds_(kinds) {}

  std::string write() {
    out_ =
        "# Kinds of records\n\n"
        "Every kind with its fields, as the compiler knows them. A field is read under its name, "
        "under its label and under each of its other names, in YAML, front matter, table headers, "
        "section headings and field blocks alike; capitals, emphasis, emoji and punctuation make "
        "no "
        "difference. [The record language](record-language.md) says how values are written, "
        "[configuration](configuration.md) how to add kinds and fields of your own.\n\n";
    contents();
    for (const Kind& kind : kinds_.kinds) {
      if (kind.abstract) {
        base(kind);
      } else {
        section(kind);
      }
    }
    words();
    return std::move(out_);
  }

 private:
  void contents() {
    out_ += "| Kind | Ids | YAML | What it is |\n| --- | --- | --- | --- |\n";
    for (const Kind& kind : kinds_.kinds) {
      if (kind.abstract) continue;
      out_ += "| [" + kind.label + "](#" + github_anchor(kind.label) + ") | " +
              code(kind.prefix + "-1") + " | " + code(kind.plural + ":") + " | " + cell(kind.doc) +
              " |\n";
    }
    out_ += "\n";
  }

  std::string type_text(const Field& field) const {
    std::string text;
    if (field.type == ValueType::choice) {
      for (const ChoiceWord& choice : field.choices) {
        text += (text.empty() ? "" : ", ") + choice.name;
      }
      text = "one of " + text;
    } else if (field.type == ValueType::ref) {
      text = "reference";
    } else if (field.type == ValueType::object) {
      text = "mapping";
    } else if (field.type == ValueType::boolean) {
      text = "yes or no";
    } else {
      text = type_name(field.type);
    }
    if (field.keyed) text += " by " + kinds_.field(field.fields[0]).name;
    if (field.list) text = "list of " + text;
    return text;
  }

  void field_row(const Field& field, const std::string& before) {
    std::string meaning = field.doc;
    if (field.required) meaning += " Required.";
    if (field.visibility == "restricted") meaning += " Restricted.";
    out_ += "| " + code(before + field.name) + " | " + cell(type_text(field)) + " | " +
            cell(meaning) + " | " + cell(joined(field.synonyms)) + " |\n";
    for (const FieldId part : field.fields) {
      field_row(kinds_.field(part), before + field.name + ".");
    }
  }

  void fields(const Kind& kind, const Kind* parent) {
    bool head = false;
    for (const FieldId id : kind.fields) {
      const Field& field = kinds_.field(id);
      if (field.link != kNoLinkType && parent == nullptr) continue;
      if (parent != nullptr &&
          std::find(parent->fields.begin(), parent->fields.end(), id) != parent->fields.end()) {
        continue;
      }
      if (!head) out_ += "| Field | Type | Meaning | Other names |\n| --- | --- | --- | --- |\n";
      head = true;
      field_row(field, "");
    }
    if (head) out_ += "\n";
  }

  void base(const Kind& kind) {
    out_ += "## Every record\n\n" + kind.doc + "\n\n";
    fields(kind, nullptr);
    out_ += "### Links\n\nAny record may have any of these; each can be written at either end.\n\n";
    out_ += "| Link | The other end | Meaning | Other names |\n| --- | --- | --- | --- |\n";
    for (const LinkType& type : kinds_.link_types) {
      out_ += "| " + code(type.name) + " | " + (type.inverse.empty() ? "" : code(type.inverse)) +
              " | " + cell(type.doc) + (type.acyclic ? " A circle is an error." : "") + " | " +
              cell(joined(link_words(kind, type))) + " |\n";
    }
    out_ += "\n";
  }

  std::vector<std::string> link_words(const Kind& kind, const LinkType& type) const {
    std::vector<std::string> words;
    for (const FieldId id : kind.fields) {
      const Field& field = kinds_.field(id);
      if (field.link == kNoLinkType || kinds_.link_type(field.link).name != type.name) continue;
      const std::string end = field.inverse && type.inverse != type.name ? " (the other end)" : "";
      for (const std::string& word : field.synonyms) words.push_back(word + end);
    }
    return words;
  }

  void section(const Kind& kind) {
    out_ += "## " + kind.label + "\n\n" + kind.doc + " ";
    out_ += "Ids begin with " + code(kind.prefix);
    for (const std::string& prefix : kind.more_prefixes) out_ += " or " + code(prefix);
    out_ += ".";
    if (!kind.aliases.empty()) {
      std::vector<std::string> aliases;
      for (const std::string& alias : kind.aliases) {
        if (std::find(kind.more_prefixes.begin(), kind.more_prefixes.end(), alias) ==
            kind.more_prefixes.end()) {
          aliases.push_back(alias);
        }
      }
      if (!aliases.empty()) out_ += " Also called " + joined(aliases) + ".";
    }
    if (kind.visibility == "restricted") out_ += " Restricted unless it says otherwise.";
    const Kind& parent = kinds_.kind(kind.is_a);
    if (!parent.abstract) {
      out_ +=
          " It has everything a [" + parent.label + "](#" + github_anchor(parent.label) + ") has.";
    }
    out_ += "\n\n";
    fields(kind, &parent);
    out_ += "| Status | Phase | Also written |\n| --- | --- | --- |\n";
    for (const Status& status : kind.statuses) {
      out_ += "| " + code(status.name) + " | " + std::string(phase_name(status.phase)) + " | " +
              cell(joined(status.synonyms)) + " |\n";
    }
    out_ += "\nWithout a status it is " + code(kind.statuses.front().name) + ".\n\n";
    if (!kind.example.empty()) {
      out_ += "```yaml\n" + kind.example;
      if (out_.back() != '\n') out_ += '\n';
      out_ += "```\n\n";
    }
  }

  void words() {
    out_ +=
        "## Phases\n\n"
        "A status is where a record is in its life. Rules look only at its phase: *waiting* has "
        "not "
        "begun, *doing* is open, *done* is over with a result, *dropped* is over without one.\n";
  }

  const Kinds& kinds_;
  std::string out_;
};

}  // namespace

std::string kinds_reference(const Kinds& kinds) {
  return ReferenceWriter(kinds).write();
}

}  // namespace milepost
