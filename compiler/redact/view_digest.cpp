// Walks a View member by member: a struct that gets another member is walked with it, and what
// cannot be walked does not compile.
#include "redact/view_digest.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "text/sha256.h"

namespace milepost {
namespace {

constexpr size_t kFlush = 64 << 10;

// Stands for the value of any member while they are counted.
struct AnyValue {
  template <typename T>
  operator T() const;
};

template <typename T, size_t... I>
constexpr bool takes(std::index_sequence<I...>) {
  return requires {
    T{(static_cast<void>(I), AnyValue{})...};
  };
}

// How many members a struct has: as many as may stand between its braces.
template <typename T, size_t N = 42>
constexpr size_t members() {
  if constexpr (N == 0 || takes<T>(std::make_index_sequence<N>())) {
    return N;
  } else {
    return members<T, N - 1>();
  }
}

template <typename T>
struct IsVector : std::false_type {};
template <typename T>
struct IsVector<std::vector<T>> : std::true_type {};
template <typename T, size_t N>
struct IsVector<std::array<T, N>> : std::true_type {};
template <typename T>
struct IsOptional : std::false_type {};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <typename T>
struct IsVariant : std::false_type {};
template <typename... T>
struct IsVariant<std::variant<T...>> : std::true_type {};

class ViewWalk {
 public:
  std::string end() {
    flush();
    return hash_.hex();
  }

  void fold(const View& view) {
    fold(view.program), fold(view.working_time), fold(view.freezes), fold(view.schedule);
    fold(view.readiness), fold(view.changes), fold(view.incidents), fold(view.path_places);
    fold(view.files), fold(view.fields), fold(view.kinds), fold(view.link_types);
    fold(view.status_pages), fold(view.records), fold(view.links), fold(view.links_out);
    fold(view.incoming), fold(view.links_in), fold(view.people), fold(view.teams);
    fold(view.roles), fold(view.pages), fold(view.assets), fold(view.tapes);
    fold(view.references), fold(view.findings), fold(view.problems);
  }

 private:
  void fold(const std::string& text) {
    fold(text.size());
    add(text);
  }
  void fold(std::monostate) {}
  void fold(const Zone& zone) { fold(zone.name()); }
  void fold(const BaseUrl& url) { fold(url.text()); }
  void fold(const WorkingTime& time) {
    fold(time.week()), fold(time.minutes_per_day()), fold(time.days_off());
  }
  // Which file it is and where in it things stand tells of what was cut out before them, and no
  // page shows it.
  void fold(const Tape& tape) {
    fold(tape.nodes.size());
    for (const TapeNode& node : tape.nodes) {
      const auto& [kind, level, flags, unused, begin, end, text, text_length, size] = node;
      fold(kind), fold(level), fold(flags), fold(text_length), fold(size);
      const bool numbered = kind == NodeKind::list || kind == NodeKind::footnote ||
                            kind == NodeKind::footnote_reference;
      if (!numbered) add(tape.text_of(node));
    }
  }
  // An array among its members is counted as so many.
  void fold(const ViewIncident& incident) {
    const auto& [record, severity, over, clocks, parts, review_by, actions, untracked, causes,
                 releases] = incident;
    fold(record), fold(severity), fold(over), fold(clocks);
    for (const bool part : parts) fold(part);
    fold(review_by), fold(actions), fold(untracked), fold(causes), fold(releases);
  }
  void fold(const RuleInfo* rule) { fold(rule == nullptr ? uint16_t{0} : rule->code); }
  void fold(const std::shared_ptr<View>& view) {
    fold(view != nullptr);
    if (view != nullptr) fold(*view);
  }
  template <typename A, typename B>
  void fold(const std::pair<A, B>& both) {
    fold(both.first), fold(both.second);
  }

  template <typename T>
  void fold(const T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      add({reinterpret_cast<const char*>(&value), sizeof value});
    } else if constexpr (IsVector<T>::value) {
      fold(value.size());
      for (size_t i = 0; i < value.size(); ++i) fold(value[i]);
    } else if constexpr (IsOptional<T>::value) {
      fold(value.has_value());
      if (value) fold(*value);
    } else if constexpr (IsVariant<T>::value) {
      fold(value.index());
      std::visit([this](const auto& one) { fold(one); }, value);
    } else {
      static_assert(std::is_aggregate_v<T>, "say how it is walked");
      fold_members(value);
    }
  }

  template <typename T>
  void fold_members(const T& value) {
    constexpr size_t kCount = members<T>();
    if constexpr (kCount == 0) {
      static_assert(std::is_empty_v<T>);
    } else if constexpr (kCount == 1) {
      const auto& [m1] = value;
      each(m1);
    } else if constexpr (kCount == 2) {
      const auto& [m1, m2] = value;
      each(m1, m2);
    } else if constexpr (kCount == 3) {
      const auto& [m1, m2, m3] = value;
      each(m1, m2, m3);
    } else if constexpr (kCount == 4) {
      const auto& [m1, m2, m3, m4] = value;
      each(m1, m2, m3, m4);
    } else if constexpr (kCount == 5) {
      const auto& [m1, m2, m3, m4, m5] = value;
      each(m1, m2, m3, m4, m5);
    } else if constexpr (kCount == 6) {
      const auto& [m1, m2, m3, m4, m5, m6] = value;
      each(m1, m2, m3, m4, m5, m6);
    } else if constexpr (kCount == 7) {
      const auto& [m1, m2, m3, m4, m5, m6, m7] = value;
      each(m1, m2, m3, m4, m5, m6, m7);
    } else if constexpr (kCount == 8) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8);
    } else if constexpr (kCount == 9) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9);
    } else if constexpr (kCount == 10) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10);
    } else if constexpr (kCount == 11) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11);
    } else if constexpr (kCount == 12) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12);
    } else if constexpr (kCount == 13) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13);
    } else if constexpr (kCount == 14) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14);
    } else if constexpr (kCount == 15) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15);
    } else if constexpr (kCount == 16) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16);
    } else if constexpr (kCount == 17) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17] =
          value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17);
    } else if constexpr (kCount == 18) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17,
                   m18] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18);
    } else if constexpr (kCount == 19) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19);
    } else if constexpr (kCount == 20) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20);
    } else if constexpr (kCount == 21) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21);
    } else if constexpr (kCount == 22) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21, m22] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21, m22);
    } else if constexpr (kCount == 23) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21, m22, m23] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21, m22, m23);
    } else if constexpr (kCount == 24) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21, m22, m23, m24] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21, m22, m23, m24);
    } else if constexpr (kCount == 25) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21, m22, m23, m24, m25] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21, m22, m23, m24, m25);
    } else if constexpr (kCount == 26) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21, m22, m23, m24, m25, m26] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21, m22, m23, m24, m25, m26);
    } else if constexpr (kCount == 27) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21, m22, m23, m24, m25, m26, m27] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21, m22, m23, m24, m25, m26, m27);
    } else if constexpr (kCount == 28) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21, m22, m23, m24, m25, m26, m27, m28] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21, m22, m23, m24, m25, m26, m27, m28);
    } else if constexpr (kCount == 29) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21, m22, m23, m24, m25, m26, m27, m28, m29] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21, m22, m23, m24, m25, m26, m27, m28, m29);
    } else if constexpr (kCount == 30) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30);
    } else if constexpr (kCount == 31) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31);
    } else if constexpr (kCount == 32) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32);
    } else if constexpr (kCount == 33) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33] =
          value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33);
    } else if constexpr (kCount == 34) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34] =
          value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34);
    } else if constexpr (kCount == 35) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34,
                   m35] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35);
    } else if constexpr (kCount == 36) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34,
                   m35, m36] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36);
    } else if constexpr (kCount == 37) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34,
                   m35, m36, m37] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36,
           m37);
    } else if constexpr (kCount == 38) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34,
                   m35, m36, m37, m38] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36, m37,
           m38);
    } else if constexpr (kCount == 39) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34,
                   m35, m36, m37, m38, m39] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36, m37,
           m38, m39);
    } else if constexpr (kCount == 40) {
      const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18,
                   m19, m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34,
                   m35, m36, m37, m38, m39, m40] = value;
      each(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
           m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36, m37,
           m38, m39, m40);
    } else {
      static_assert(kCount == 0, "it has more members than are written here");
    }
  }

  template <typename... T>
  void each(const T&... members) {
    (fold(members), ...);
  }

  void add(std::string_view bytes) {
    held_ += bytes;
    if (held_.size() >= kFlush) flush();
  }
  void flush() {
    hash_.add(held_);
    held_.clear();
  }

  Sha256 hash_;
  std::string held_;
};

}  // namespace

std::string view_digest(const View& view) {
  ViewWalk walk;
  walk.fold(view);
  return walk.end();
}

}  // namespace milepost
