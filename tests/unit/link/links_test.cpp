// Tests of putting links together, and of finding circles among them.
#include "link/links.h"

#include <algorithm>
#include <deque>

#include "catch.h"
#include "link/codes.h"
#include "unit/link/hand_built.h"

namespace milepost {
namespace {

constexpr LinkTypeId kDependsOn{0};
constexpr LinkTypeId kMentions{1};

struct Net {
  HandBuilt built;
  std::vector<RawLink> raw;
  std::deque<Reference> said;

  explicit Net(int records) {
    built.file("plan.yaml", std::string(1000, ' '), SourceKind::yaml);
    built.program.field_labels.assign(2, kNoLabel);
    for (int i = 1; i <= records; ++i) built.record("T-" + std::to_string(i), FileId{0});
  }
  // Written as the n-th, at `from` or with `far` at `to`.
  Reference& add(uint32_t from, uint32_t to, bool far = false) {
    RawLink& link = add_raw(from, to, kDependsOn, far ? FieldId{1} : FieldId{0});
    link.at_far_end = far;
    link.reference = &said.emplace_back();
    return said.back();
  }
  RawLink& mention(uint32_t from, uint32_t to) { return add_raw(from, to, kMentions, kNoField); }
  RawLink& add_raw(uint32_t from, uint32_t to, LinkTypeId type, FieldId field) {
    RawLink link;
    link.from = RecordIndex{from - 1};
    link.to = RecordIndex{to - 1};
    link.type = type;
    const auto n = static_cast<uint32_t>(raw.size());
    link.at = {Span{FileId{0}, n, n + 1}, field, kInternalLabel};
    raw.push_back(link);
    return raw.back();
  }
  const Program& build() {
    build_links(built.program, raw, built.sink);
    find_cycles(built.program, built.sink);
    return built.program;
  }
};

TEST_CASE("a link written at both ends is one", "[link]") {
  Net net(3);
  net.add(1, 2, true).lag = Duration{60, TimeKind::working};
  net.add(1, 2);
  net.add(3, 1);
  const Program& program = net.build();
  REQUIRE(program.links.size() == 2);
  const Link& link = program.outgoing(RecordIndex{0}).front();
  CHECK(link.to == RecordIndex{1});
  CHECK(link.at.span.begin == 1);
  CHECK(link.also_at.span.begin == 0);
  CHECK(link.lag == Duration{60, TimeKind::working});
  REQUIRE(program.incoming_links(RecordIndex{0}).size() == 1);
  CHECK(program.links[program.incoming_links(RecordIndex{0})[0]].from == RecordIndex{2});
  CHECK(program.outgoing(RecordIndex{1}).empty());
  CHECK(net.built.codes().empty());
}

TEST_CASE("two types of dependency between two tasks are two links", "[link]") {
  Net net(2);
  net.add(1, 2).dependency = "FF";
  net.add(1, 2).dependency = "SS";
  net.add(1, 2, true);
  const Program& program = net.build();
  REQUIRE(program.links.size() == 2);
  CHECK(program.links[0].dependency == DependencyType::start_start);
  CHECK(net.built.codes().empty());
}

TEST_CASE("twice at one end is noted, different lags are warned of", "[link]") {
  Net net(2);
  net.add(1, 2).lag = Duration{60, TimeKind::working};
  net.add(1, 2);
  net.add(1, 2, true).lag = Duration{120, TimeKind::working};
  const Program& program = net.build();
  REQUIRE(program.links.size() == 1);
  CHECK(program.links[0].lag == Duration{60, TimeKind::working});
  CHECK(net.built.codes() == std::vector<uint16_t>{kNamedTwice, kEndsDisagree});
}

TEST_CASE("a mention is left out where a field relates the two", "[link]") {
  Net net(3);
  net.add(2, 1);
  net.mention(1, 2);
  net.mention(1, 3);
  net.mention(1, 3).at.label = kPublicLabel;
  const Program& program = net.build();
  REQUIRE(program.links.size() == 2);
  CHECK(program.links[0].type == kMentions);
  CHECK(program.links[0].to == RecordIndex{2});
  CHECK(program.links[0].from_prose);
  CHECK(program.links[0].at.label == kPublicLabel);
}

std::vector<const Link*> cut_links(const Program& program) {
  std::vector<const Link*> cut;
  for (const Link& link : program.links) {
    if (link.cut) cut.push_back(&link);
  }
  return cut;
}

TEST_CASE("a circle is reported once, with every step, and cut", "[link]") {
  Net net(5);
  net.add(1, 2);
  net.add(2, 3);
  net.add(3, 1);
  net.add(3, 4);
  net.add(5, 1);
  const Program& program = net.build();
  const std::vector<Diagnostic> got = net.built.sink.take_sorted();
  REQUIRE(got.size() == 1);
  CHECK(got[0].code == kCycle);
  CHECK(got[0].message == "`depends_on` goes round in a circle: `T-1` → `T-2` → `T-3` → `T-1`");
  REQUIRE(got[0].related.size() == 3);
  CHECK(got[0].related[1].message == "`T-2` depends on `T-3`");
  CHECK(got[0].related[2].span.begin == 2);
  REQUIRE(cut_links(program).size() == 1);
  CHECK(cut_links(program)[0]->from == RecordIndex{2});
  CHECK(cut_links(program)[0]->to == RecordIndex{0});
}

TEST_CASE("of a circle the link that the fewest may see is cut", "[link]") {
  Net net(3);
  net.built.program.record_labels[1] = LabelIndex{2};
  net.add(1, 2);
  net.add(2, 3);
  net.add(3, 1);
  const Program& program = net.build();
  REQUIRE(cut_links(program).size() == 1);
  CHECK(cut_links(program)[0]->from == RecordIndex{1});
}

TEST_CASE("of two circles through one record both are reported, the short one first", "[link]") {
  Net net(4);
  net.add(1, 2);
  net.add(2, 3);
  net.add(3, 1);
  net.add(3, 4);
  net.add(4, 3);
  const Program& program = net.build();
  std::vector<std::size_t> steps;
  for (const Diagnostic& diagnostic : net.built.sink.take_sorted()) {
    steps.push_back(diagnostic.related.size());
  }
  std::sort(steps.begin(), steps.end());
  CHECK(steps == std::vector<std::size_t>{2, 3});
  CHECK(cut_links(program).size() == 2);
}

TEST_CASE("circles of a type that may have them are left alone", "[link]") {
  Net net(2);
  net.mention(1, 2);
  net.mention(2, 1);
  net.build();
  CHECK(net.built.codes().empty());
}

TEST_CASE("thousands of circles are cut in bounded time", "[link]") {
  constexpr uint32_t kCount = 3000;
  Net net(kCount);
  for (uint32_t i = 1; i <= kCount; ++i) {
    for (uint32_t step : {1u, 2u, 7u, 100u}) net.add(i, (i + step - 1) % kCount + 1);
  }
  const Program& program = net.build();
  CHECK(net.built.codes().size() == 50);
  // What is left has an order: take away, again and again, what waits for nothing.
  std::vector<uint32_t> waits(kCount, 0);
  for (const Link& link : program.links)
    waits[static_cast<uint32_t>(link.from)] += link.cut ? 0 : 1;
  std::vector<uint32_t> free;
  for (uint32_t i = 0; i < kCount; ++i) {
    if (waits[i] == 0) free.push_back(i);
  }
  std::size_t taken = 0;
  while (!free.empty()) {
    const RecordIndex record{free.back()};
    free.pop_back();
    ++taken;
    for (const uint32_t number : program.incoming_links(record)) {
      const Link& link = program.links[number];
      if (!link.cut && --waits[static_cast<uint32_t>(link.from)] == 0) {
        free.push_back(static_cast<uint32_t>(link.from));
      }
    }
  }
  CHECK(taken == kCount);
}

}  // namespace
}  // namespace milepost
