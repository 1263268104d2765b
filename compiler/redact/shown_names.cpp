// Looks names up among those of what is shown.
#include "redact/shown_names.h"

#include "text/ascii.h"

namespace milepost {
namespace {

std::string_view folder_of(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash + 1);
}

bool is_page_of_folder(std::string_view path) {
  const std::string name = ascii_lower(path.substr(folder_of(path).size()));
  return name.starts_with("readme.") || name.starts_with("index.");
}

}  // namespace

bool ShownNames::may_be_meant(std::string_view written, const Target& target,
                              const std::function<bool(FileId)>& dropped) {
  if (names_.empty()) read();
  if (names_.contains(ascii_lower(written))) return true;
  const FileId file = target.kind == TargetKind::page
                          ? program_.set.pages[target.index].file
                          : program_.record(RecordIndex{target.index}).span.file;
  if (file == kNoFile) return false;
  // A dot makes no path: ids have some, too.
  const std::string_view path = sources_.file(file).text.path();
  const std::string_view name = path.substr(folder_of(path).size());
  if (written.find('/') == std::string_view::npos &&
      !istarts_with(written.substr(0, written.find_first_of("#?")), name)) {
    return false;
  }
  const size_t fragment = written.find('#');
  if (!dropped(file)) return fragment == std::string_view::npos;
  written = written.substr(0, fragment);
  // A name in another case, or the page of a folder.
  const std::string_view own = sources_.file(file).text.path();
  if (paths_.contains(ascii_lower(own))) return true;
  const std::string_view folder = folder_of(own);
  return is_page_of_folder(own) && folders_.contains(std::string(folder)) &&
         !iends_with(written, own.substr(folder.size()));
}

void ShownNames::read() {
  names_.insert(std::string());
  for (uint32_t i = 0; i < program_.set.records.size(); ++i) {
    if (!redaction_.shows(RecordIndex{i})) continue;
    const Record& record = program_.set.records[i];
    names_.insert(ascii_lower(record.id));
    names_.insert(ascii_lower(record.short_id));
    names_.insert(ascii_lower(record.title));
    for (const std::string& alias : record.aliases) names_.insert(ascii_lower(alias));
  }
  for (uint32_t i = 0; i < program_.set.pages.size(); ++i) {
    if (!redaction_.shows_page(i)) continue;
    const std::string_view path = sources_.file(program_.set.pages[i].file).text.path();
    names_.insert(ascii_lower(program_.set.pages[i].title));
    paths_.insert(ascii_lower(path));
    if (is_page_of_folder(path)) folders_.insert(std::string(folder_of(path)));
  }
}

}  // namespace milepost
