// The door to RapidJSON's reader.
#include "evidence/json.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <vector>

#include "evidence/reading.h"

namespace milepost {
namespace {

class Handler {
 public:
  explicit Handler(JsonListener& listener) : listener_(listener) {}

  bool Null() { return scalar({}); }
  bool Bool(bool value) { return scalar(value ? "true" : "false"); }
  // Numbers come as text; the rest of what the reader may call is never called.
  bool Int(int) { return true; }
  bool Uint(unsigned) { return true; }
  bool Int64(int64_t) { return true; }
  bool Uint64(uint64_t) { return true; }
  bool Double(double) { return true; }
  bool RawNumber(const char* text, rapidjson::SizeType length, bool) {
    return scalar({text, length});
  }
  bool String(const char* text, rapidjson::SizeType length, bool) { return scalar({text, length}); }

  bool Key(const char* text, rapidjson::SizeType length, bool) {
    constexpr size_t kMostBytes = 40;
    const std::string_view key(text, length);
    const bool plain = key.size() <= kMostBytes && key.find('/') == std::string_view::npos;
    key_ = plain && key != "*" ? key : "?";
    return true;
  }

  bool StartObject() { return open(false); }
  bool StartArray() { return open(true); }

  bool EndObject(rapidjson::SizeType) {
    listener_.end_object(path_);
    return close();
  }
  bool EndArray(rapidjson::SizeType) { return close(); }

  std::string problem() const { return deep_ ? deep_text() : listener_.problem(); }

 private:
  static std::string deep_text() {
    return "nests its values deeper than " + std::to_string(kMostDepth) + " levels";
  }

  // The path of a value that begins here, until leave().
  size_t enter() {
    const size_t before = path_.size();
    if (lists_.empty()) return before;
    if (!path_.empty()) path_ += '/';
    path_ += lists_.back() ? "*" : key_;
    return before;
  }

  bool scalar(std::string_view text) {
    const size_t before = enter();
    listener_.value(path_, text);
    path_.resize(before);
    return listener_.problem().empty();
  }

  bool open(bool list) {
    if (lists_.size() >= kMostDepth) {
      deep_ = true;
      return false;
    }
    sizes_.push_back(enter());
    lists_.push_back(list);
    if (list) {
      listener_.begin_list(path_);
    } else {
      listener_.begin_object(path_);
    }
    return listener_.problem().empty();
  }

  bool close() {
    path_.resize(sizes_.back());
    sizes_.pop_back();
    lists_.pop_back();
    return listener_.problem().empty();
  }

  JsonListener& listener_;
  std::string path_, key_;
  std::vector<size_t> sizes_;  // of the path, outside of each open value
  std::vector<bool> lists_;
  bool deep_ = false;
};

std::string fault(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
      return "is empty";
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return "goes on after its last value";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return "is no JSON: a comma or a bracket is missing, or it was cut off";
    case rapidjson::kParseErrorObjectMissName:
    case rapidjson::kParseErrorObjectMissColon:
      return "is no JSON: a key is missing, or it was cut off";
    case rapidjson::kParseErrorStringMissQuotationMark:
      return "is no JSON: a string does not end, or it was cut off";
    case rapidjson::kParseErrorStringInvalidEncoding:
      return "is not written in UTF-8";
    case rapidjson::kParseErrorStringEscapeInvalid:
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return "is no JSON: a string has an escape that does not exist";
    case rapidjson::kParseErrorNumberTooBig:
      return "has a number that is too large";
    default:
      return "is no JSON: there is no value where one has to be";
  }
}

}  // namespace

EvidenceReading walk_json(std::string_view bytes, JsonListener& listener) {
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag |
                              rapidjson::kParseNumbersAsStringsFlag |
                              rapidjson::kParseValidateEncodingFlag;
  rapidjson::MemoryStream stream(bytes.data(), bytes.size());
  rapidjson::Reader reader;
  Handler handler(listener);
  if (reader.Parse<kFlags>(stream, handler)) return {};
  const std::string own = handler.problem();
  return refuse_evidence_at(own.empty() ? fault(reader.GetParseErrorCode()) : own, bytes,
                            reader.GetErrorOffset());
}

}  // namespace milepost
