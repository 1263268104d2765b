// SHA-256: the one door to OpenSSL.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace milepost {

/// 64 lower-case hex digits. Thread-safe.
std::string sha256_hex(std::string_view bytes);

/// The hash of what is added piece by piece.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void add(std::string_view bytes);
  /// Ends the hash; nothing may be added after it.
  std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace milepost
