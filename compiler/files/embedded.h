// The data files that travel inside the binary: kinds, templates and themes.
#pragma once

#include <span>
#include <string_view>

namespace milepost {

// One file as it was when the binary was built. Both views live as long as the process.
struct EmbeddedFile {
  std::string_view path;   // from the root of the repository, "templates/record.html"
  std::string_view bytes;  // exactly the file's; may hold any byte
};

// All of them, sorted by path (bytewise).
std::span<const EmbeddedFile> embedded_files();

// The file at exactly this path, or null. Logarithmic in the number of files.
const EmbeddedFile* find_embedded(std::string_view path);

}  // namespace milepost
