// Writes and reads manifest.json.
#include "driver/snapshot_manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "calendar/date_parse.h"
#include "evidence/json.h"
#include "text/json_writer.h"

namespace milepost {
namespace {

constexpr std::string_view kFormat = "milepost-snapshot 1";

/// Takes each value to its place; what is left of the form is found by writing it again.
class ManifestReader : public JsonListener {
 public:
  SnapshotManifest read;
  std::string format;

  void begin_object(std::string_view) override {}
  void begin_list(std::string_view) override {}
  void end_object(std::string_view path) override {
    if (path == "files/*") read.files[path_] = {size_, sha256_};
    if (path == "others/*") read.others[path_] = size_;
  }
  void value(std::string_view path, std::string_view text) override {
    if (path == "format") format = text;
    if (path == "generator/version") read.tool = text;
    if (path == "program/id") read.id = text;
    if (path == "program/title") read.title = text;
    if (path == "program/as_of") as_of(text);
    if (path == "source/revision") read.revision = text;
    if (path == "options/audience") read.audience = text;
    if (path == "options/label") read.label = text;
    if (path == "options/base_url") read.base_url = text;
    if (path == "options/limits/*") read.limits.emplace_back(text);
    if (path.ends_with("/path")) path_ = text;
    if (path.ends_with("/sha256")) sha256_ = text;
    if (path.ends_with("/size")) size(text);
  }

 private:
  void as_of(std::string_view text) {
    const DateParse date = parse_whole_date(text, {});
    if (date.value && !date.error && date.value->is_day()) {
      read.as_of = date.value->first;
    } else {
      refuse("its as-of date is none");
    }
  }

  void size(std::string_view text) {
    const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), size_);
    if (error != std::errc() || at != text.data() + text.size()) refuse("a size in it is none");
  }

  std::string path_, sha256_;
  uint64_t size_ = 0;
};

bool is_hash(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

std::string print_snapshot_manifest(const SnapshotManifest& manifest) {
  std::string out;
  JsonWriter json(out, JsonLayout::indented);
  json.begin_object().member("format", kFormat);
  json.key("generator").begin_object().member("name", "milepost");
  json.member("version", manifest.tool).end_object();
  json.key("program").begin_object().member("id", manifest.id).member("title", manifest.title);
  json.member("as_of", to_iso(manifest.as_of)).end_object();
  json.key("source").begin_object().key("revision");
  manifest.revision.empty() ? json.null() : json.string(manifest.revision);
  json.end_object();
  json.key("options").begin_object().key("audience");
  manifest.audience.empty() ? json.null() : json.string(manifest.audience);
  json.member("label", manifest.label).member("base_url", manifest.base_url);
  json.key("limits").begin_array();
  for (const std::string& limit : manifest.limits) json.string(limit);
  json.end_array().end_object();
  json.key("files").begin_array();
  for (const auto& [path, file] : manifest.files) {
    json.begin_object().member("path", path).member("size", static_cast<int64_t>(file.size));
    json.member("sha256", file.sha256).end_object();
  }
  json.end_array().key("others").begin_array();
  for (const auto& [path, size] : manifest.others) {
    json.begin_object().member("path", path).member("size", static_cast<int64_t>(size));
    json.end_object();
  }
  json.end_array().end_object();
  out += '\n';
  return out;
}

std::optional<SnapshotManifest> read_snapshot_manifest(std::string_view text,
                                                       std::string& problem) {
  ManifestReader reader;
  const EvidenceReading reading = walk_json(text, reader);
  problem = !reader.problem().empty() || reading.problem.empty()
                ? reader.problem()
                : "it is no JSON: " + reading.problem;
  if (!problem.empty()) return std::nullopt;
  if (reader.format != kFormat) {
    problem = fmt::format("it is not of the form `{}`; made by Milepost {}", kFormat,
                          reader.read.tool.empty() ? "?" : reader.read.tool);
    return std::nullopt;
  }
  // Text that reads alike but is written otherwise could be read otherwise by somebody else.
  const bool same = print_snapshot_manifest(reader.read) == text &&
                    std::ranges::all_of(reader.read.files,
                                        [](const auto& one) { return is_hash(one.second.sha256); });
  if (same) return std::move(reader.read);
  problem = "it is not written as Milepost writes it";
  return std::nullopt;
}

std::string snapshot_text(const SnapshotManifest& manifest) {
  std::string out = fmt::format(
      "{}\nas of {}{}\n\n", manifest.title.empty() ? "A program" : manifest.title,
      to_iso(manifest.as_of), manifest.label.empty() ? "" : " (" + manifest.label + ")");
  out += "A snapshot that Milepost " + manifest.tool + " made.\n\n";
  out += "site/index.html   the pages; open it in a browser\n";
  if (manifest.audience.empty()) out += "program/          the records that they were made of\n";
  out += "program.json      the same as data\n";
  out += "manifest.json     the SHA-256 of each file\n\n";
  out +=
      manifest.audience.empty()
          ? "`milepost verify` with the name of this bundle tells whether it is whole, and makes "
            "the pages anew to compare.\nThe records say everything, also what the pages leave "
            "out because it is restricted.\n"
          : fmt::format(
                "It is made for `{}` and holds nothing that they may not see, so it holds "
                "no records.\n`milepost verify` with the name of this bundle tells "
                "whether it is whole.\n",
                manifest.audience);
  return out;
}

}  // namespace milepost
