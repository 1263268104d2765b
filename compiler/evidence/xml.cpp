// The door to expat.
#include "evidence/xml.h"

#include <expat.h>

#include <algorithm>
#include <memory>

#include "evidence/reading.h"

namespace milepost {
namespace {

class Walk {
 public:
  Walk(XML_Parser parser, XmlListener& listener) : parser_(parser), listener_(listener) {
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, &Walk::begin, &Walk::end);
    XML_SetStartDoctypeDeclHandler(parser, &Walk::doctype);
    XML_SetEntityDeclHandler(parser, &Walk::entity);
    XML_SetSkippedEntityHandler(parser, &Walk::skipped);
    XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_NEVER);
  }

  EvidenceReading run(std::string_view bytes) {
    constexpr size_t kMostAtOnce = 1u << 24;
    while (true) {
      const std::string_view piece = bytes.substr(0, kMostAtOnce);
      bytes.remove_prefix(piece.size());
      const auto length = static_cast<int>(piece.size());
      const bool good = XML_Parse(parser_, piece.data(), length, bytes.empty()) == XML_STATUS_OK;
      if (!problem_.empty()) return refuse_evidence(problem_, line_, column_);
      if (!good) return refuse_evidence(fault(), line(), column());
      if (bytes.empty()) return {};
    }
  }

 private:
  static Walk& of(void* data) { return *static_cast<Walk*>(data); }

  // An exception must not pass through a library that is written in C.
  template <typename F>
  void guarded(F&& f) {
    if (!problem_.empty()) return;
    try {
      f();
      if (!listener_.problem().empty()) stop(listener_.problem());
    } catch (const std::exception&) {
      stop("is too large to be read");
    }
  }

  static void XMLCALL begin(void* data, const XML_Char* name, const XML_Char** attributes) {
    Walk& walk = of(data);
    if (++walk.depth_ > kMostDepth) {
      return walk.stop("nests its elements deeper than " + std::to_string(kMostDepth) + " levels");
    }
    walk.guarded([&] { walk.listener_.begin(name, XmlAttributes(attributes)); });
  }

  static void XMLCALL end(void* data, const XML_Char* name) {
    Walk& walk = of(data);
    --walk.depth_;
    walk.guarded([&] { walk.listener_.end(name); });
  }

  static void XMLCALL doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*,
                              int has_declarations) {
    if (has_declarations != 0) {
      of(data).stop(
          "declares entities or the like in its DOCTYPE; such a file can grow without end or name "
          "other files, and no report needs it");
    }
  }

  static void XMLCALL entity(void* data, const XML_Char* name, int, const XML_Char*, int,
                             const XML_Char*, const XML_Char*, const XML_Char*, const XML_Char*) {
    of(data).stop("declares the entity " + quoted_evidence(name) + ", which no report needs");
  }

  static void XMLCALL skipped(void* data, const XML_Char* name, int) {
    of(data).stop("uses the entity " + quoted_evidence(name) + ", which XML itself does not have");
  }

  void stop(std::string problem) {
    if (!problem_.empty()) return;
    problem_ = std::move(problem);
    line_ = line();
    column_ = column();
    XML_StopParser(parser_, XML_FALSE);
  }

  static uint32_t place(XML_Size number) {
    return static_cast<uint32_t>(std::min<XML_Size>(number, 0xFFFFFFFEu));
  }
  uint32_t line() const { return place(XML_GetCurrentLineNumber(parser_)); }
  uint32_t column() const { return place(XML_GetCurrentColumnNumber(parser_)) + 1; }

  std::string fault() const {
    switch (XML_GetErrorCode(parser_)) {
      case XML_ERROR_NO_ELEMENTS:
        return "has no element: it is empty or was cut off";
      case XML_ERROR_UNCLOSED_TOKEN:
      case XML_ERROR_PARTIAL_CHAR:
      case XML_ERROR_UNCLOSED_CDATA_SECTION:
        return "ends in the middle: it was cut off";
      case XML_ERROR_TAG_MISMATCH:
        return "closes an element that is not the open one";
      case XML_ERROR_DUPLICATE_ATTRIBUTE:
        return "gives an element the same attribute twice";
      case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
        return "goes on after its last element";
      case XML_ERROR_UNDEFINED_ENTITY:
        return "uses an entity that XML itself does not have";
      case XML_ERROR_UNKNOWN_ENCODING:
      case XML_ERROR_INCORRECT_ENCODING:
        return "is written in an encoding that is not read; UTF-8 is";
      case XML_ERROR_INVALID_TOKEN:
        return "has a character that no XML may have there";
      case XML_ERROR_NO_MEMORY:
        return "is too large to be read";
      default:
        return depth_ > 0 ? "is no well-formed XML: it may have been cut off"
                          : "is no well-formed XML";
    }
  }

  XML_Parser parser_;
  XmlListener& listener_;
  uint32_t depth_ = 0;
  std::string problem_;
  uint32_t line_ = 0, column_ = 0;
};

}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (name == pair[0]) return std::string_view(pair[1]);
  }
  return std::nullopt;
}

EvidenceReading walk_xml(std::string_view bytes, XmlListener& listener) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate(nullptr), &XML_ParserFree);
  if (!parser) return refuse_evidence("is too large to be read");
  return Walk(parser.get(), listener).run(bytes);
}

}  // namespace milepost
