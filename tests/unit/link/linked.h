// Programs written as files and taken through load, parse, shape and link.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "files/source_tree.h"
#include "link/link.h"
#include "link/print.h"
#include "load/load.h"
#include "parse/parse.h"
#include "shape/compile_kinds.h"
#include "shape/read_settings.h"
#include "shape/shape.h"

namespace milepost {

/// `files` are {path, text}; a program.yaml is supplied if there is none.
class Linked {
 public:
  using Files = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  explicit Linked(Files files, unsigned jobs = 1, std::vector<std::string> exclude = {});
  ~Linked();
  Linked(const Linked&) = delete;
  Linked& operator=(const Linked&) = delete;

  /// Codes of link's diagnostics, in order of place.
  std::vector<uint16_t> codes() const;
  /// "notes.md:3:5-12" of a span.
  std::string place(Span span) const;
  /// "T-1 depends_on T-2, …" of the links of one type, or of all but mentions.
  std::string links(std::string_view type = {}) const;
  RecordIndex id(std::string_view id) const { return program.find(id); }

  SourceSet sources;
  DiagnosticSink sink;
  Program program;
  std::vector<Diagnostic> found;  // of link
  std::vector<Diagnostic> all;
};

}  // namespace milepost
