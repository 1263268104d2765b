// Spans: the arithmetic that puts a value's errors into its file.
#include "text/span.h"

#include "catch.h"

using namespace milepost;

TEST_CASE("a default span is no place", "[text]") {
  CHECK_FALSE(Span{}.is_place());
  CHECK(Span{FileId{0}, 3, 3}.is_place());
  CHECK(sub_span(Span{}, 1, 2) == Span{});
}

TEST_CASE("a part of a span stays inside of it", "[text]") {
  const Span whole{FileId{7}, 10, 20};
  CHECK(sub_span(whole, 2, 3) == Span{FileId{7}, 12, 15});
  CHECK(sub_span(whole, 8, 100) == Span{FileId{7}, 18, 20});
  CHECK(sub_span(whole, 100, 1) == Span{FileId{7}, 20, 20});
  CHECK(sub_span(whole, 1, static_cast<std::size_t>(-1)) == Span{FileId{7}, 11, 20});
}

TEST_CASE("joined spans cover both, of one file", "[text]") {
  const Span a{FileId{1}, 4, 6};
  const Span b{FileId{1}, 10, 12};
  CHECK(join(a, b) == Span{FileId{1}, 4, 12});
  CHECK(join(b, a) == Span{FileId{1}, 4, 12});
  CHECK(join(a, Span{}) == a);
  CHECK(join(Span{}, b) == b);
  CHECK(join(a, Span{FileId{2}, 0, 1}) == a);
  CHECK(join(a, b).contains(a));
  CHECK_FALSE(a.contains(b));
}
