// The least a compiler of records could do: read, parse with the same libraries, write a page of 6
// KB. One thread.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <yaml-cpp/anchor.h>
#include <yaml-cpp/emitterstyle.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr std::size_t page_size = 6 * 1024;
constexpr std::string_view fence = "---\n";

struct Nothing : YAML::EventHandler {
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text(static_cast<std::size_t>(fs::file_size(path)), '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  return text;
}

void parse_front_matter(const std::string& text) {
  std::istringstream in(text);
  YAML::Parser parser(in);
  Nothing nothing;
  parser.HandleNextDocument(nothing);
}

void parse_body(std::string_view text, const std::array<cmark_syntax_extension*, 4>& extensions) {
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  for (cmark_syntax_extension* extension : extensions) {
    cmark_parser_attach_syntax_extension(parser, extension);
  }
  cmark_parser_feed(parser, text.data(), text.size());
  cmark_node* document = cmark_parser_finish(parser);
  cmark_node_free(document);
  cmark_parser_free(parser);
}

void write_page(const fs::path& path, const std::string& text) {
  std::string page = "<!doctype html>\n<title>page</title>\n<pre>" + text;
  page.resize(page_size, ' ');
  std::ofstream(path, std::ios::binary)
      .write(page.data(), static_cast<std::streamsize>(page.size()));
}

void run(const fs::path& program, const fs::path& out) {
  cmark_gfm_core_extensions_ensure_registered();
  const std::array<cmark_syntax_extension*, 4> extensions = {
      cmark_find_syntax_extension("table"), cmark_find_syntax_extension("strikethrough"),
      cmark_find_syntax_extension("tasklist"), cmark_find_syntax_extension("autolink")};
  std::vector<fs::path> sources;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(program)) {
    if (entry.path().extension() == ".md") {
      sources.push_back(entry.path());
    }
  }
  std::sort(sources.begin(), sources.end());
  for (const fs::path& source : sources) {
    const std::string text = read(source);
    const std::size_t end = text.find("\n---\n", fence.size());
    parse_front_matter(text.substr(fence.size(), end - fence.size() + 1));
    parse_body(std::string_view(text).substr(end + fence.size() + 1), extensions);
    const fs::path page =
        out / fs::relative(source.parent_path(), program) / (source.stem().string() + ".html");
    fs::create_directories(page.parent_path());
    write_page(page, text);
  }
}

}  // namespace

int main(int argc, char* argv[]) {
  if (argc != 3) {
    std::fputs("usage: bare PROGRAM OUT\n", stderr);
    return 2;
  }
  try {
    run(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bare: %s\n", error.what());
    return 3;
  }
}
