// A page template, compiled: the one door to the template engine.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "markup/html.h"
#include "render/slots.h"

namespace milepost {

/// What one page puts into its template. A slot that is empty or was not set counts as absent: its
/// sections are skipped. Reused from page to page.
class SlotValues {
 public:
  SlotValues();
  ~SlotValues();
  SlotValues(const SlotValues&) = delete;
  SlotValues& operator=(const SlotValues&) = delete;

  void clear();
  /// The slot must be of kind text.
  void text(Slot slot, std::string_view value);
  /// The slot must be of kind html.
  void html(Slot slot, const Html& value);
  /// The slot must be of kind url: from one page of the site to another file of it.
  void link(Slot slot, const SitePath& from, const SitePath& to);

 private:
  friend class Template;
  struct State;
  std::unique_ptr<State> state_;
};

/// Not thread-safe: each thread compiles its own.
class Template {
 public:
  /// `source` was checked and has no partials (theme.h).
  explicit Template(std::string_view source);
  ~Template();
  Template(Template&&) noexcept;

  /// Appends the page.
  void render(const SlotValues& values, std::string& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace milepost
