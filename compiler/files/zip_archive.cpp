// Reads zips with libzip, after a look at the directory of its own.
#include "files/zip_archive.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <zip.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "text/ascii.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr size_t kMostProblems = 20;
constexpr size_t kEndBytes = 22, kEnd64Bytes = 56, kLocatorBytes = 20, kHeaderBytes = 46;

uint64_t number(std::string_view bytes, size_t at, size_t count) {
  uint64_t value = 0;
  for (size_t i = count; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

bool has(std::string_view bytes, uint64_t at, std::string_view magic) {
  return at <= bytes.size() && bytes.size() - at >= magic.size() &&
         bytes.substr(at, magic.size()) == magic;
}

struct Directory {
  uint64_t entries = 0, begin = 0, end = 0;
};

/// Where the archive says that its directory is. Nothing may follow its last record: so there is
/// one reading of it.
std::optional<Directory> find_directory(std::string_view bytes) {
  if (bytes.size() < kEndBytes) return std::nullopt;
  const size_t at = bytes.size() - kEndBytes;
  if (!has(bytes, at, "PK\x05\x06") || number(bytes, at + 20, 2) != 0) return std::nullopt;
  Directory found{number(bytes, at + 10, 2), number(bytes, at + 16, 4), at};
  uint64_t size = number(bytes, at + 12, 4);
  const bool several = number(bytes, at + 4, 2) != 0 || number(bytes, at + 6, 2) != 0 ||
                       number(bytes, at + 8, 2) != found.entries;
  if (several) return std::nullopt;
  if (at >= kLocatorBytes && has(bytes, at - kLocatorBytes, "PK\x06\x07")) {
    const uint64_t at64 = number(bytes, at - kLocatorBytes + 8, 8);
    if (!has(bytes, at64, "PK\x06\x06") || at64 + kEnd64Bytes + kLocatorBytes != at) {
      return std::nullopt;
    }
    found = {number(bytes, at64 + 32, 8), number(bytes, at64 + 48, 8), at64};
    size = number(bytes, at64 + 40, 8);
  }
  if (found.begin > found.end || found.end - found.begin != size) return std::nullopt;
  if (found.entries > size / kHeaderBytes) return std::nullopt;
  return found;
}

/// The names of a directory, as its bytes have them; nothing if it is not exactly that.
std::optional<std::vector<std::string_view>> names_of(std::string_view bytes,
                                                      const Directory& directory) {
  std::vector<std::string_view> names;
  uint64_t at = directory.begin;
  for (uint64_t i = 0; i < directory.entries; ++i) {
    if (directory.end - at < kHeaderBytes || !has(bytes, at, "PK\x01\x02")) return std::nullopt;
    const uint64_t name = number(bytes, at + 28, 2), extra = number(bytes, at + 30, 2),
                   comment = number(bytes, at + 32, 2);
    if (directory.end - at - kHeaderBytes < name + extra + comment) return std::nullopt;
    names.push_back(bytes.substr(at + kHeaderBytes, name));
    at += kHeaderBytes + name + extra + comment;
  }
  if (at != directory.end) return std::nullopt;
  return names;
}

/// Why a name is none, or nothing.
std::string fault_of(std::string_view name, const ZipLimits& limits) {
  if (name.empty()) return "it is empty";
  if (name.size() > limits.name_bytes) return "it is too long";
  if (find_invalid_utf8(name) != std::string_view::npos) return "it is not valid UTF-8";
  if (std::ranges::any_of(name, [](char c) { return is_ascii_control(c); })) {
    return "it has a control character";
  }
  if (name.find('\\') != std::string_view::npos) return "it has a backslash";
  if (name.front() == '/') return "it is absolute";
  if (name.size() > 1 && name[1] == ':') return "it begins with a drive";
  if (name.back() == '/') return "it is a folder, not a file";
  for (const std::string_view part : split(name, '/')) {
    if (part == "..") return "it leaves its folder";
    if (part.empty() || part == ".") return "a part of it is empty";
  }
  return {};
}

std::string shown(std::string_view name) {
  return replace_invalid_utf8(name.substr(0, 120));
}

}  // namespace

struct ZipArchive::State {
  std::string bytes;
  zip_t* archive = nullptr;
  std::vector<ZipEntry> entries;
  std::vector<zip_uint64_t> places;  // of them in the archive

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (archive != nullptr) ::zip_discard(archive);
  }

  /// True if libzip reads it, too.
  bool open() {
    zip_error_t error;
    ::zip_error_init(&error);
    zip_source_t* source = ::zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) {
      archive = ::zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
      if (archive == nullptr) ::zip_source_free(source);
    }
    ::zip_error_fini(&error);
    return archive != nullptr;
  }

  /// What is wrong with an entry, or nothing.
  std::string look_at(zip_uint64_t index, std::string_view name, const ZipLimits& limits,
                      zip_stat_t& stat) const {
    constexpr zip_uint64_t needed =
        ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    ::zip_stat_init(&stat);
    const char* raw = ::zip_get_name(archive, index, ZIP_FL_ENC_RAW);
    if (raw == nullptr || name != raw || ::zip_stat_index(archive, index, 0, &stat) != 0 ||
        (stat.valid & needed) != needed) {
      return fmt::format("what the archive says of `{}` cannot be read", shown(name));
    }
    if (const std::string fault = fault_of(name, limits); !fault.empty()) {
      return fmt::format("the name `{}` is none of a file in it: {}", shown(name), fault);
    }
    if (stat.encryption_method != ZIP_EM_NONE) {
      return fmt::format("`{}` is encrypted", shown(name));
    }
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) {
      return fmt::format("`{}` is packed in a way that is not known (method {})", shown(name),
                         stat.comp_method);
    }
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    ::zip_file_get_external_attributes(archive, index, 0, &system, &attributes);
    const mode_t type = system == ZIP_OPSYS_UNIX ? (attributes >> 16U) & S_IFMT : 0;
    if ((type != 0 && type != S_IFREG) || (attributes & 0x10U) != 0) {
      return fmt::format("`{}` is no regular file but a {}", shown(name),
                         type == S_IFLNK ? "link" : "folder or device");
    }
    if (stat.size > limits.entry_bytes) {
      return fmt::format("`{}` would be {} MB, more than the {} MB of one file", shown(name),
                         stat.size >> 20U, limits.entry_bytes >> 20U);
    }
    if (stat.size > limits.free_bytes && stat.size / limits.ratio > stat.comp_size) {
      return fmt::format("`{}` would be more than {} times as large as it is packed", shown(name),
                         limits.ratio);
    }
    return {};
  }
};

ZipArchive::ZipArchive(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipArchive::~ZipArchive() = default;

const std::vector<ZipEntry>& ZipArchive::entries() const {
  return state_->entries;
}

ZipArchive::Opened ZipArchive::open(std::string bytes, const ZipLimits& limits) {
  Opened opened;
  const auto refuse = [&](std::string why) {
    if (opened.problems.size() < kMostProblems) opened.problems.push_back(std::move(why));
  };
  auto state = std::make_unique<State>();
  state->bytes = std::move(bytes);
  if (!has(state->bytes, 0, "PK\x03\x04")) {
    refuse("it is no zip archive");
    return opened;
  }
  const std::optional<Directory> directory = find_directory(state->bytes);
  if (directory && directory->entries > limits.entries) {
    refuse(fmt::format("it has {} entries, more than {}", directory->entries, limits.entries));
    return opened;
  }
  const auto names = directory ? names_of(state->bytes, *directory) : std::nullopt;
  const bool whole = names && state->open();
  if (!whole || static_cast<uint64_t>(::zip_get_num_entries(state->archive, 0)) != names->size()) {
    refuse("the archive's list of its entries is damaged, or does not fit them");
    return opened;
  }
  std::map<std::string, std::string> keys;
  uint64_t total = 0;
  std::vector<std::pair<ZipEntry, zip_uint64_t>> found;
  for (size_t i = 0; i < names->size(); ++i) {
    const std::string_view name = (*names)[i];
    zip_stat_t stat;
    if (std::string problem = state->look_at(i, name, limits, stat); !problem.empty()) {
      refuse(std::move(problem));
      continue;
    }
    // No entry is above a limit that is far from the largest number.
    total += stat.size;
    const auto [at, is_new] = keys.emplace(collision_key(name), name);
    if (!is_new && at->second == name) {
      refuse(fmt::format("`{}` is there twice", shown(name)));
    } else if (!is_new) {
      refuse(fmt::format("`{}` and `{}` are one name where case and accents are not told apart",
                         shown(at->second), shown(name)));
    }
    found.push_back({{std::string(name), stat.size}, i});
  }
  if (total > limits.total_bytes) {
    refuse(fmt::format("its files would be {} MB, more than {} MB", total >> 20U,
                       limits.total_bytes >> 20U));
  }
  if (!opened.problems.empty()) return opened;
  std::ranges::sort(found, {},
                    [](const auto& one) -> const std::string& { return one.first.name; });
  for (auto& [entry, place] : found) {
    state->entries.push_back(std::move(entry));
    state->places.push_back(place);
  }
  opened.archive.reset(new ZipArchive(std::move(state)));
  return opened;
}

bool ZipArchive::read(size_t entry, std::string& bytes, std::string& problem) const {
  const ZipEntry& wanted = state_->entries[entry];
  const auto fail = [&] {
    problem = fmt::format("`{}` cannot be unpacked: it is damaged, or not as large as it claims",
                          wanted.name);
    return false;
  };
  bytes.clear();
  zip_file_t* file = ::zip_fopen_index(state_->archive, state_->places[entry], 0);
  if (file == nullptr) return fail();
  constexpr size_t kPiece = 1u << 20;
  bool whole = false;
  while (true) {
    // One byte more than there should be, so that a lie about the size is seen; never much more
    // memory than what has come.
    const size_t had = bytes.size();
    const uint64_t left = wanted.size - had + 1;
    bytes.resize(had + static_cast<size_t>(std::min<uint64_t>(left, kPiece)));
    const zip_int64_t got = ::zip_fread(file, bytes.data() + had, bytes.size() - had);
    bytes.resize(had + static_cast<size_t>(std::max<zip_int64_t>(got, 0)));
    if (got < 0 || bytes.size() > wanted.size) break;
    if (got == 0) {
      whole = bytes.size() == wanted.size;
      break;
    }
  }
  // The checksum is judged at the end.
  if (::zip_fclose(file) != 0) whole = false;
  return whole || fail();
}

}  // namespace milepost
