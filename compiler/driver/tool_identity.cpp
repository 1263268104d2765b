// Reads the build ids that linkers leave in what is loaded.
#include "driver/tool_identity.h"

#include <elf.h>
#include <link.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <vector>

#include "text/sha256.h"

namespace milepost {
namespace {

// Of one loaded object; empty if it has none.
std::string build_id(const dl_phdr_info& object) {
  for (size_t i = 0; i < object.dlpi_phnum; ++i) {
    const ElfW(Phdr)& part = object.dlpi_phdr[i];
    if (part.p_type != PT_NOTE) continue;
    const char* at = reinterpret_cast<const char*>(object.dlpi_addr + part.p_vaddr);
    const char* const end = at + part.p_memsz;
    while (static_cast<size_t>(end - at) >= sizeof(ElfW(Nhdr))) {
      ElfW(Nhdr) note;
      std::memcpy(&note, at, sizeof note);
      const auto padded = [](size_t size) { return (size + 3) & ~size_t{3}; };
      const size_t name = padded(note.n_namesz);
      const size_t bytes = padded(note.n_descsz);
      at += sizeof note;
      if (static_cast<size_t>(end - at) < name + bytes) break;
      const bool gnu = note.n_namesz == 4 && std::memcmp(at, "GNU", 4) == 0;
      if (gnu && note.n_type == NT_GNU_BUILD_ID) return {at + name, note.n_descsz};
      at += name + bytes;
    }
  }
  return {};
}

int add_object(dl_phdr_info* object, size_t, void* to) {
  auto& ids = *static_cast<std::vector<std::string>*>(to);
  // What the kernel maps into each process is of the machine.
  const std::string_view name = object->dlpi_name == nullptr ? "" : object->dlpi_name;
  if (!name.starts_with("linux-vdso") && !name.starts_with("linux-gate")) {
    ids.push_back(build_id(*object));
  }
  return 0;
}

}  // namespace

std::string tool_identity() {
  std::vector<std::string> ids;
  ::dl_iterate_phdr(&add_object, &ids);
  if (std::ranges::any_of(ids, &std::string::empty)) return {};
  std::ranges::sort(ids);
  std::string all;
  for (const std::string& id : ids) (all += id) += '\n';
  return sha256_hex(all);
}

}  // namespace milepost
