// Writes zips for tests, headers and all.
#include "unit/files/zip_scratch.h"

namespace milepost {
namespace {

void put(std::string& out, uint64_t value, size_t bytes) {
  for (size_t i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFFU));
}

uint32_t crc_of(std::string_view bytes) {
  uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1U ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

// What both headers of an entry have, from the flags to the sizes.
void put_facts(std::string& out, const ScratchEntry& entry, size_t packed) {
  put(out, entry.flags, 2);
  put(out, entry.method.value_or(entry.deflated ? 8 : 0), 2);
  put(out, 0x00210000U, 4);  // 1 January 1980
  put(out, entry.crc.value_or(crc_of(entry.bytes)), 4);
  put(out, entry.packed_size.value_or(static_cast<uint32_t>(packed)), 4);
  put(out, entry.size.value_or(static_cast<uint32_t>(entry.bytes.size())), 4);
}

std::string packed(const ScratchEntry& entry) {
  if (!entry.deflated) return entry.bytes;
  std::string out(1, '\1');
  put(out, entry.bytes.size(), 2);
  put(out, ~entry.bytes.size(), 2);
  return out + entry.bytes;
}

}  // namespace

std::string ScratchZip::bytes() const {
  std::string out, directory;
  for (const ScratchEntry& entry : entries) {
    const std::string data = packed(entry);
    const std::string& local = entry.local_name ? *entry.local_name : entry.name;
    directory += "PK\x01\x02";
    put(directory, 0x0314, 2);  // made on Unix
    put(directory, 20, 2);
    put_facts(directory, entry, data.size());
    put(directory, entry.name.size(), 2);
    put(directory, 0, 2 + 2 + 2 + 2);
    put(directory, static_cast<uint64_t>(entry.mode) << 16U, 4);
    put(directory, entry.offset.value_or(static_cast<uint32_t>(out.size())), 4);
    directory += entry.name;
    out += "PK\x03\x04";
    put(out, 20, 2);
    put_facts(out, entry, data.size());
    put(out, local.size(), 2);
    put(out, 0, 2);
    out += local + data;
  }
  const size_t begin = out.size();
  const uint64_t counted = count.value_or(static_cast<uint16_t>(entries.size()));
  out += directory + "PK\x05\x06";
  put(out, 0, 4);
  put(out, counted, 2);
  put(out, counted, 2);
  put(out, directory.size(), 4);
  put(out, begin, 4);
  put(out, comment.size(), 2);
  return out + comment;
}

}  // namespace milepost
