// Streaming JSON: the one door to RapidJSON's writers.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace milepost {

enum class JsonLayout : uint8_t { compact, indented };  // indented: two spaces

/// Appends JSON to a string the caller owns, which must outlive the writer. The calls must follow
/// JSON's grammar (a key before each value of an object, ends matching beginnings); that is
/// asserted in debug builds. Text is written as UTF-8, ill-formed bytes as U+FFFD; `<`, `>` and `&`
/// stay as they are. Doubles are written with the fewest digits that read back the same; NaN and
/// infinities as null.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out, JsonLayout layout = JsonLayout::compact);
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);

  JsonWriter& string(std::string_view text);
  JsonWriter& integer(int64_t number);
  JsonWriter& number(double number);
  JsonWriter& boolean(bool value);
  JsonWriter& null();

  /// key and value in one call.
  JsonWriter& member(std::string_view name, std::string_view text) {
    return key(name).string(text);
  }
  JsonWriter& member(std::string_view name, const char* text) { return key(name).string(text); }
  JsonWriter& member(std::string_view name, int64_t value) { return key(name).integer(value); }
  JsonWriter& member(std::string_view name, uint32_t value) { return key(name).integer(value); }
  JsonWriter& member(std::string_view name, int value) { return key(name).integer(value); }
  JsonWriter& member(std::string_view name, bool value) { return key(name).boolean(value); }

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace milepost
