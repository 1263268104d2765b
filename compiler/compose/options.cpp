// Finds the option that a recommendation means.
#include "compose/options.h"

#include <algorithm>
#include <variant>

#include "text/ascii.h"

namespace milepost {
namespace {

const ViewObject* option_at(const ViewField& options, size_t index) {
  return index < options.values.size() ? std::get_if<ViewObject>(&options.values[index].data)
                                       : nullptr;
}

}  // namespace

const ViewField* field_with(const View& view, const ViewRecord& record, ViewRole role) {
  const auto at = std::ranges::find_if(record.fields, [&](const ViewField& field) {
    return view.field(field.field).role == role && !field.values.empty();
  });
  return at == record.fields.end() ? nullptr : &*at;
}

std::string words_of(const View& view, const ViewValue& value) {
  const auto* text = std::get_if<ViewMarkdown>(&value.data);
  return text == nullptr ? value.text : plain_text(view.tape(text->tape), text->slice);
}

std::optional<RecommendedOption> recommended_option(const View& view, const ViewRecord& record) {
  const ViewField* options = field_with(view, record, ViewRole::options);
  const ViewField* recommendation = field_with(view, record, ViewRole::recommendation);
  if (options == nullptr || recommendation == nullptr) return std::nullopt;
  const std::string words = words_of(view, recommendation->values.front());
  std::string_view rest = trim(words);
  if (istarts_with(rest, "option ")) rest.remove_prefix(7);
  size_t digits = 0;
  size_t number = 0;
  while (digits < rest.size() && digits < 2 && is_ascii_digit(rest[digits])) {
    number = number * 10 + static_cast<size_t>(rest[digits++] - '0');
  }
  const bool ends = digits == rest.size() || !is_ascii_alnum(rest[digits]);
  if (digits > 0 && ends && number > 0 && option_at(*options, number - 1) != nullptr) {
    return RecommendedOption{number - 1, std::string(trim(rest.substr(digits)))};
  }
  for (size_t i = 0; i < options->values.size(); ++i) {
    const ViewObject* option = option_at(*options, i);
    if (option == nullptr) continue;
    const ViewField* name = view.find_field(*option, "name");
    if (name == nullptr) continue;
    const std::string named = words_of(view, name->values.front());
    if (named.empty() || !istarts_with(rest, named)) continue;
    return RecommendedOption{i, std::string(trim(rest.substr(named.size())))};
  }
  return std::nullopt;
}

}  // namespace milepost
