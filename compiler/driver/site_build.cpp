// Composes, draws, renders and publishes one site.
#include "driver/site_build.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "compose/compose.h"
#include "draw/draw.h"
#include "driver/output.h"
#include "render/model_json.h"
#include "render/search_index.h"
#include "threads/for_each.h"

namespace milepost {
namespace {

/// Renderers that threads borrow: templates are compiled once a thread, not once a page.
class RendererPool {
 public:
  RendererPool(const Outline& outline, const Drawings& drawings, const SiteTools& tools)
      : outline_(outline), drawings_(drawings), tools_(tools) {}

  std::unique_ptr<Renderer> borrow() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        std::unique_ptr<Renderer> renderer = std::move(idle_.back());
        idle_.pop_back();
        return renderer;
      }
    }
    return std::make_unique<Renderer>(outline_, drawings_, tools_.theme);
  }
  void give_back(std::unique_ptr<Renderer> renderer) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(renderer));
  }

 private:
  const Outline& outline_;
  const Drawings& drawings_;
  const SiteTools& tools_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Renderer>> idle_;
};

/// A line that counts pages, on a terminal only.
class Progress {
 public:
  Progress(bool on, size_t total) : on_(on && total > 2000), total_(total) {}
  void step(size_t pages) {
    if (!on_) return;
    const size_t done = done_.fetch_add(pages) + pages;
    if (done / 1000 != (done - pages) / 1000)
      print_error(fmt::format("\r\x1b[Kpages: {} of {}", done, total_));
  }
  ~Progress() {
    if (on_) print_error("\r\x1b[K");
  }

 private:
  bool on_;
  size_t total_;
  std::atomic<size_t> done_ = 0;
};

void publish_pages(const Outline& outline, const Drawings& drawings, const SiteTools& tools,
                   const SiteFolder& folder, Publisher& publisher) {
  RendererPool pool(outline, drawings, tools);
  Progress progress(tools.progress, outline.pages.size());
  for_each_range(tools.jobs, outline.pages.size(), [&](size_t first, size_t last) {
    std::unique_ptr<Renderer> renderer = pool.borrow();
    for (size_t i = first; i < last; ++i) {
      const auto page = static_cast<uint32_t>(i);
      if (!outline.is_written(page)) continue;
      const std::string& file = outline.pages[i].path.file();
      std::optional<std::string> before;
      if (folder.before) before = *folder.before + file;
      if (!publisher.write(folder.path + file, renderer->render(page), before)) break;
    }
    pool.give_back(std::move(renderer));
    progress.step(last - first);
  });
}

std::string make_search_index(const Outline& outline, unsigned jobs) {
  constexpr size_t kRun = 256;  // texts a thread reads in one go
  const size_t texts = outline.view.records.size() + outline.view.pages.size();
  const TextLimits limits = text_limits(texts);
  std::vector<TextWords> parts((texts + kRun - 1) / kRun);
  for_each_index(jobs, parts.size(), [&](size_t i) {
    parts[i] = read_texts(outline, i * kRun, std::min(texts, (i + 1) * kRun), limits);
  });
  return search_index(outline, std::move(parts));
}

/// Copies what pages refer to. A file that vanished since it was listed is left out; the link check
/// has named it.
void publish_assets(const Outline& outline, const SiteTools& tools, const std::string& folder,
                    Publisher& publisher) {
  for (size_t i = 0; i < outline.assets.size(); ++i) {
    const ViewAsset& asset = outline.view.assets[i];
    if (!asset.copied) continue;
    const FileBytes file = tools.tree.read(asset.path, tools.limits.attachment_bytes);
    if (file.error == TreeError::none) {
      publisher.write(folder + outline.assets[i].file(), file.bytes);
    }
  }
}

std::string trouble_lines(const Outline& outline, const std::vector<DrawTrouble>& troubles) {
  std::string lines;
  for (const DrawTrouble& trouble : troubles) {
    const char* why = "could not be laid out";
    if (trouble.kind == DrawTroubleKind::expired) why = "took too long to lay out";
    if (trouble.kind == DrawTroubleKind::too_large) why = "is too large, and nothing divides it";
    lines += fmt::format("warning[MP507]: the graph on {} {}; its table stands in\n",
                         outline.pages[trouble.page].path.file(), why);
  }
  return lines;
}

}  // namespace

Outline compose_pages(View view, const SiteTools& tools, const SiteFrame& frame,
                      std::unique_ptr<const Past> past) {
  const Theme& theme = tools.theme;
  Outline outline = compose_site(std::move(view), theme.words(), theme.layout(), std::move(past));
  outline.frame = frame;
  for (const std::unique_ptr<Outline>& less : outline.seen) {
    if (less != nullptr) less->frame = frame;
  }
  return outline;
}

void write_pages(const Outline& outline, Publisher& publisher, const SiteTools& tools,
                 const SiteFolder& folder, BuiltSite& built,
                 const std::function<void(const char*)>& lap) {
  built.pages += outline.document_page == kNoPage ? outline.pages.size() : 1;
  DrawOptions drawing;
  drawing.workers.program = "/proc/self/exe";
  drawing.workers.jobs = tools.jobs;
  drawing.workers.memory = &tools.layouts;
  std::vector<DrawTrouble> troubles;
  const Drawings drawings = draw_site(outline, drawing, troubles);
  built.warnings += trouble_lines(outline, troubles);
  lap("draw");
  const auto write = [&](std::string_view path, std::string_view bytes) {
    publisher.write(folder.path + std::string(path), bytes);
  };
  if (!outline.frame.versions()) {
    write(".nojekyll", "");
    for (const StaticFile& file : theme_files(tools.theme, outline.frame)) {
      write(file.path, file.bytes);
    }
  }
  write("program.json", model_json(outline));
  for (const StaticFile& file : site_files(outline, folder.addressed)) write(file.path, file.bytes);
  publish_assets(outline, tools, folder.path, publisher);
  // The index is made beside the pages: the larger part of it is the work of one thread.
  for_each_index(std::min(tools.jobs, 2u), 2, [&](size_t task) {
    if (task == 0) {
      // On one page a browser's own search finds everything.
      if (outline.document_page != kNoPage) return;
      write("search.js", make_search_index(outline, tools.jobs));
    } else {
      publish_pages(outline, drawings, tools, folder, publisher);
    }
  });
  lap("render");
}

BuiltSite build_site(View view, Publisher& publisher, const SiteTools& tools,
                     const std::function<void(const char*)>& lap) {
  BuiltSite built;
  const Outline outline = compose_pages(std::move(view), tools, {}, nullptr);
  lap("compose");
  write_pages(outline, publisher, tools, {}, built, lap);
  built.result = publisher.finish();
  lap("publish");
  return built;
}

}  // namespace milepost
