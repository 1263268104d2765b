// Writes sentences with values among the words.
#include "render/say.h"

#include "text/ascii.h"

namespace milepost {
namespace {

template <typename Fill>
void write_text(HtmlWriter& out, std::string_view text, const Fill& put) {
  size_t from = 0;
  for (size_t i = text.find('{'); i != std::string_view::npos; i = text.find('{', i + 1)) {
    if (i + 2 >= text.size() || text[i + 2] != '}' || !is_ascii_digit(text[i + 1])) continue;
    out.text(text.substr(from, i - from));
    put(static_cast<size_t>(text[i + 1] - '0'));
    from = i + 3;
    i += 2;
  }
  out.text(text.substr(from));
}

}  // namespace

void Insert::write(HtmlWriter& out) const {
  switch (kind_) {
    case Kind::data:
      out.data(data_);
      break;
    case Kind::number:
      out.number(number_);
      break;
    case Kind::html:
      out.put(*html_);
      break;
    case Kind::function:
      function_(object_);
      break;
  }
}

void say(HtmlWriter& out, const PageScope& scope, Word word,
         std::initializer_list<Insert> inserts) {
  write_text(out, scope.words().text(word), [&](size_t number) {
    if (number < inserts.size()) inserts.begin()[number].write(out);
  });
}

void say_count(HtmlWriter& out, const PageScope& scope, Word word, uint64_t count,
               std::initializer_list<Insert> inserts) {
  write_text(out, scope.words().plural(word, count), [&](size_t number) {
    if (number == 0) {
      out.number(static_cast<int64_t>(count));
    } else if (number <= inserts.size()) {
      inserts.begin()[number - 1].write(out);
    }
  });
}

}  // namespace milepost
