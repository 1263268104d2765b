// Sentences of a page in the language of the site, with links and dates among the words.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <type_traits>

#include "compose/words.h"
#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// What stands in the place of one `{0}`: text of a record, a number, HTML, or whatever a function
/// writes. Borrows; meant to be made in the call of say() only.
class Insert {
 public:
  Insert(std::string_view data) : kind_(Kind::data), data_(data) {}
  Insert(const char* data) : Insert(std::string_view(data)) {}
  Insert(const std::string& data) : Insert(std::string_view(data)) {}
  Insert(const Html& html) : kind_(Kind::html), html_(&html) {}
  template <typename Number>
  requires std::is_integral_v<Number> Insert(Number number)
      : kind_(Kind::number), number_(static_cast<int64_t>(number)) {}
  template <typename Writer>
  requires std::is_invocable_v<const Writer&> Insert(const Writer& writer)
      : kind_(Kind::function),
        function_([](const void* object) { (*static_cast<const Writer*>(object))(); }),
        object_(&writer) {}

  void write(HtmlWriter& out) const;

 private:
  enum class Kind : uint8_t { data, number, html, function };
  Kind kind_;
  std::string_view data_;
  int64_t number_ = 0;
  const Html* html_ = nullptr;
  void (*function_)(const void*) = nullptr;
  const void* object_ = nullptr;
};

/// Writes the text of `word`, its `{0}`, `{1}` … replaced by the inserts. A function among them
/// writes to the same `out`.
void say(HtmlWriter& out, const PageScope& scope, Word word,
         std::initializer_list<Insert> inserts = {});
/// The form of `word` for `count`, which is `{0}`; the inserts are `{1}` and on.
void say_count(HtmlWriter& out, const PageScope& scope, Word word, uint64_t count,
               std::initializer_list<Insert> inserts = {});

}  // namespace milepost
