// Compiles and renders page templates with kainjow-mustache.
#include "render/template.h"

#include <cassert>
#include <kainjow/mustache.hpp>
#include <unordered_map>
#include <vector>

#include "render/template_scan.h"

namespace milepost {
namespace {

using Data = kainjow::mustache::data;
using Engine = kainjow::mustache::mustache;

std::string escaped(const std::string& text) {
  std::string out;
  append_escaped_attribute(out, text);
  return out;
}

// The engine escapes whatever `{{name}}` names; for a slot that holds HTML it is told not to. Only
// here does that happen: the scan refuses `{{{name}}}` and `{{&name}}` in every template.
std::string with_html_slots(std::string_view source) {
  std::string out;
  size_t from = 0;
  for (const TemplateTag& tag : find_template_tags(source).tags) {
    const SlotInfo* slot = find_slot(tag.name);
    if (tag.kind != TemplateTagKind::value || slot == nullptr || slot->kind != SlotKind::html) {
      continue;
    }
    out.append(source, from, tag.begin - from).append("{{&").append(tag.name).append("}}");
    from = tag.end;
  }
  return out.append(source, from);
}

// Finds a slot's value by its name.
class SlotContext : public kainjow::mustache::basic_context<std::string> {
 public:
  SlotContext(const std::vector<Data>& values, const std::unordered_map<std::string, size_t>& names)
      : values_(values), names_(names) {}

  // A section's own value holds no names.
  void push(const Data*) override {}
  void pop() override {}
  const Data* get(const std::string& name) const override {
    const auto at = names_.find(name);
    return at == names_.end() ? nullptr : &values_[at->second];
  }
  const Data* get_partial(const std::string&) const override { return nullptr; }

 private:
  const std::vector<Data>& values_;
  const std::unordered_map<std::string, size_t>& names_;
};

}  // namespace

struct SlotValues::State {
  std::vector<Data> values;
};

SlotValues::SlotValues() : state_(std::make_unique<State>()) {
  clear();
}
SlotValues::~SlotValues() = default;

void SlotValues::clear() {
  state_->values.clear();
  for (size_t i = 0; i < kSlots; ++i) state_->values.emplace_back(false);
}

void SlotValues::text(Slot slot, std::string_view value) {
  assert(slot_infos()[static_cast<size_t>(slot)].kind == SlotKind::text);
  if (!value.empty()) state_->values[static_cast<size_t>(slot)] = Data(std::string(value));
}

void SlotValues::html(Slot slot, const Html& value) {
  assert(slot_infos()[static_cast<size_t>(slot)].kind == SlotKind::html);
  if (!value.empty()) state_->values[static_cast<size_t>(slot)] = Data(std::string(value.view()));
}

void SlotValues::link(Slot slot, const SitePath& from, const SitePath& to) {
  assert(slot_infos()[static_cast<size_t>(slot)].kind == SlotKind::url);
  std::string address;
  append_link(address, from, to);
  state_->values[static_cast<size_t>(slot)] = Data(address);
}

struct Template::State {
  explicit State(const std::string& source) : engine(source) {
    engine.set_custom_escape(escaped);
    for (const SlotInfo& slot : slot_infos()) {
      names.emplace(std::string(slot.name), static_cast<size_t>(slot.slot));
    }
  }
  Engine engine;
  std::unordered_map<std::string, size_t> names;
};

Template::Template(std::string_view source)
    : state_(std::make_unique<State>(with_html_slots(source))) {
  assert(state_->engine.is_valid());
}
Template::~Template() = default;
Template::Template(Template&&) noexcept = default;

namespace {

// The engine writes to a stream; this one appends to the page.
class PageStream {
 public:
  explicit PageStream(std::string& out) : out_(out) {}
  PageStream& operator<<(const std::string& text) {
    out_ += text;
    return *this;
  }

 private:
  std::string& out_;
};

}  // namespace

void Template::render(const SlotValues& values, std::string& out) {
  SlotContext context(values.state_->values, state_->names);
  PageStream stream(out);
  state_->engine.render(context, stream);
}

}  // namespace milepost
