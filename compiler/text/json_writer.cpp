// Streaming JSON over RapidJSON's Writer and PrettyWriter.
#include "text/json_writer.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/writer.h>

#include <cmath>

#include "text/utf8.h"

namespace milepost {
namespace {

/// RapidJSON's idea of an output stream, onto a std::string.
struct StringStream {
  using Ch = char;
  std::string* out;
  void Put(char c) { out->push_back(c); }
  void Flush() {}
};

using Compact = rapidjson::Writer<StringStream>;
using Indented = rapidjson::PrettyWriter<StringStream>;

}  // namespace

struct JsonWriter::Impl {
  Impl(std::string& out, JsonLayout layout) : stream{&out} {
    if (layout == JsonLayout::compact) {
      compact = std::make_unique<Compact>(stream);
    } else {
      indented = std::make_unique<Indented>(stream);
      indented->SetIndent(' ', 2);
    }
  }
  template <typename F>
  void with(F&& f) {
    if (compact) {
      f(*compact);
    } else {
      f(*indented);
    }
  }

  StringStream stream;
  std::unique_ptr<Compact> compact;
  std::unique_ptr<Indented> indented;
};

JsonWriter::JsonWriter(std::string& out, JsonLayout layout)
    : impl_(std::make_unique<Impl>(out, layout)) {}
JsonWriter::~JsonWriter() = default;

JsonWriter& JsonWriter::begin_object() {
  impl_->with([](auto& w) { w.StartObject(); });
  return *this;
}
JsonWriter& JsonWriter::end_object() {
  impl_->with([](auto& w) { w.EndObject(); });
  return *this;
}
JsonWriter& JsonWriter::begin_array() {
  impl_->with([](auto& w) { w.StartArray(); });
  return *this;
}
JsonWriter& JsonWriter::end_array() {
  impl_->with([](auto& w) { w.EndArray(); });
  return *this;
}
JsonWriter& JsonWriter::key(std::string_view name) {
  impl_->with([&](auto& w) { w.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); });
  return *this;
}
JsonWriter& JsonWriter::string(std::string_view text) {
  if (find_invalid_utf8(text) != std::string_view::npos) {
    return string(replace_invalid_utf8(text));
  }
  // A default string_view has no data pointer, which RapidJSON asserts on.
  const char* data = text.empty() ? "" : text.data();
  impl_->with([&](auto& w) { w.String(data, static_cast<rapidjson::SizeType>(text.size())); });
  return *this;
}
JsonWriter& JsonWriter::integer(int64_t number) {
  impl_->with([&](auto& w) { w.Int64(number); });
  return *this;
}
JsonWriter& JsonWriter::number(double number) {
  if (!std::isfinite(number)) return null();
  impl_->with([&](auto& w) { w.Double(number); });
  return *this;
}
JsonWriter& JsonWriter::boolean(bool value) {
  impl_->with([&](auto& w) { w.Bool(value); });
  return *this;
}
JsonWriter& JsonWriter::null() {
  impl_->with([](auto& w) { w.Null(); });
  return *this;
}

}  // namespace milepost
