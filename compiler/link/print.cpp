// Writes a Program line by line.
#include "link/print.h"

#include "link/tape_walk.h"

namespace milepost {
namespace {

constexpr std::string_view kDependencyNames[] = {"FS", "SS", "FF", "SF"};
constexpr std::string_view kTargetNames[] = {"none",  "record",   "page",
                                             "asset", "external", "heading"};

class Printer {
 public:
  Printer(const Program& program, const SourceSet& sources)
      : program_(program), sources_(sources) {}

  std::string print() {
    people();
    for (uint32_t i = 0; i < program_.set.records.size(); ++i) record(RecordIndex{i});
    for (uint32_t i = 0; i < program_.set.pages.size(); ++i) {
      const Page& page = program_.set.pages[i];
      line("page " + path(page.file) + quoted(page.title) + " " +
           program_.labels[static_cast<std::size_t>(program_.page_labels[i])]);
    }
    for (uint32_t i = 0; i < program_.references.size(); ++i) tape(i);
    for (const Asset& asset : program_.assets) {
      line("asset " + path(asset.file) + (asset.used ? "" : " unused"));
    }
    return std::move(out_);
  }

 private:
  void line(const std::string& text) {
    out_ += text;
    out_ += '\n';
  }
  static std::string quoted(std::string_view text) {
    return text.empty() ? std::string() : " \"" + std::string(text) + "\"";
  }
  std::string path(FileId file) const {
    return file == kNoFile ? "-" : sources_.file(file).text.path();
  }
  std::string place(Span span) const {
    if (!span.is_place()) return "-";
    const LineColumn at = sources_.file(span.file).text.position(span.begin);
    return path(span.file) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
  }

  void people() {
    for (const Person& person : program_.people) {
      std::string text = "person " + person.key + quoted(person.name);
      if (person.team != kNoTeam) text += " team " + program_.team(person.team).key;
      if (!person.role.empty()) text += " role" + quoted(person.role);
      if (!person.email.empty()) text += " " + person.email;
      line(text + (person.on_roster ? "" : " not on the roster"));
    }
    for (const Team& team : program_.teams) {
      std::string text = "team " + team.key + quoted(team.name);
      if (team.lead != kNoPerson) text += " lead " + program_.person(team.lead).key;
      line(text + (team.on_roster ? "" : " not on the roster"));
    }
    for (std::size_t i = 0; i < program_.role_people.size(); ++i) {
      std::string text = "role " + program_.set.settings.roles[i].key;
      for (const PersonIndex holder : program_.role_people[i]) {
        text += " " + program_.person(holder).key;
      }
      line(text);
    }
    if (program_.target != kNoRecord) line("target " + program_.record(program_.target).id);
  }

  std::string party(const Party& party) const {
    std::string text;
    switch (party.kind) {
      case Party::Kind::person:
        return "person " + program_.people[party.index].key;
      case Party::Kind::team:
        text = "team " + program_.teams[party.index].key;
        break;
      case Party::Kind::role:
        text = "role " + program_.set.settings.roles[party.index].key;
        break;
      case Party::Kind::unknown:
        text = "unknown" + quoted(party.text);
        break;
    }
    if (party.person != kNoPerson) text += " (" + program_.person(party.person).key + ")";
    return text;
  }

  std::string at(const LinkPlace& where) const {
    std::string text = place(where.span);
    if (where.field != kNoField) text += " " + program_.kinds().field(where.field).name;
    return text + " " + program_.labels[static_cast<std::size_t>(where.label)];
  }

  void link(const Link& link) {
    std::string text =
        "  -> " + program_.kinds().link_type(link.type).name + " " + program_.record(link.to).id;
    if (link.dependency != DependencyType::finish_start) {
      text += " " + std::string(kDependencyNames[static_cast<std::size_t>(link.dependency)]);
    }
    if (link.lag) text += " lag " + std::to_string(link.lag->minutes) + "min";
    if (link.delay) {
      text += " delay " + std::to_string(link.delay->optimistic.minutes) + ".." +
              std::to_string(link.delay->pessimistic.minutes) + "min";
    }
    text += " at " + at(link.at);
    if (link.also_at.span.is_place()) text += " and " + at(link.also_at);
    if (link.from_prose) text += " in prose";
    line(text + (link.cut ? " cut" : ""));
  }

  void record(RecordIndex index) {
    const Record& record = program_.record(index);
    const Kinds& kinds = program_.kinds();
    line("record " + record.id + " " + kinds.kind(record.kind).name + quoted(record.title) + " " +
         program_.labels[static_cast<std::size_t>(program_.label_of(index))] + " " +
         place(record.span));
    const Program::RecordParties& parties = program_.parties[static_cast<uint32_t>(index)];
    for (const Party& owner : parties.owners) line("  owner " + party(owner));
    for (const FieldParty& other : parties.others) {
      line("  " + kinds.field(other.field).name + " " + party(other.party));
    }
    items(index);
    for (const Link& out : program_.outgoing(index)) link(out);
    for (const uint32_t number : program_.incoming_links(index)) {
      const Link& in = program_.links[number];
      line("  <- " + kinds.link_type(in.type).name + " " + program_.record(in.from).id);
    }
  }

  // Who owes the items of the body, what they rest on and what their dates count from.
  void items(RecordIndex index) {
    for (const CheckItem& item : program_.record(index).checks) {
      for (const FieldValue& field : item.attributes) {
        const std::string name = "  item " + std::string(item.key) + " " +
                                 program_.kinds().field(field.field).name + " ";
        for (const Value& value : field.values) {
          if (const auto who = program_.party_of.find(&value); who != program_.party_of.end()) {
            line(name + party(who->second));
          } else if (const auto to = program_.resolved.find(&value);
                     to != program_.resolved.end()) {
            line(name + target(to->second));
          } else if (const auto from = program_.when_anchor.find(&value);
                     from != program_.when_anchor.end()) {
            line(name + "from " + program_.record(from->second.record).id);
          }
        }
      }
    }
  }

  std::string target(const Target& target) const {
    std::string text(kTargetNames[static_cast<std::size_t>(target.kind)]);
    if (target.kind == TargetKind::record) text += " " + program_.record(target.record()).id;
    if (target.kind == TargetKind::page) text += " " + path(program_.set.pages[target.index].file);
    if (target.kind == TargetKind::asset) text += " " + path(program_.assets[target.index].file);
    if (!target.fragment.empty()) text += " #" + std::string(target.fragment);
    return text;
  }

  void tape(uint32_t number) {
    const Tape& tape = program_.set.tapes[number];
    for (const TapeReference& reference : program_.references[number]) {
      Span span = place_of(tape, reference.node);
      std::string text = "reference " + place(span);
      if (reference.length > 0) {
        text += "+" + std::to_string(reference.offset) + " " +
                std::string(tape.text_of(tape.nodes[reference.node])
                                .substr(reference.offset, reference.length));
      }
      line(text + " -> " + target(reference.target));
    }
  }

  const Program& program_;
  const SourceSet& sources_;
  std::string out_;
};

}  // namespace

std::string print_program(const Program& program, const SourceSet& sources) {
  return Printer(program, sources).print();
}

}  // namespace milepost
