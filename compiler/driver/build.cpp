// `milepost build`: the whole row of stages, to a site on disk.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <mutex>

#include "compose/compose.h"
#include "draw/draw.h"
#include "driver/audience_option.h"
#include "driver/audience_report.h"
#include "driver/commands.h"
#include "driver/output.h"
#include "driver/program_run.h"
#include "driver/release_gate.h"
#include "driver/run_report.h"
#include "driver/site_run.h"
#include "driver/theme_run.h"
#include "publish/publish.h"
#include "render/model_json.h"
#include "render/render.h"
#include "render/search_index.h"
#include "threads/for_each.h"

namespace milepost {
namespace {

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Renderers that threads borrow: templates are compiled once a thread, not once a page.
class RendererPool {
 public:
  RendererPool(const Outline& outline, const Drawings& drawings, const Theme& theme)
      : outline_(outline), drawings_(drawings), theme_(theme) {}

  std::unique_ptr<Renderer> borrow() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        std::unique_ptr<Renderer> renderer = std::move(idle_.back());
        idle_.pop_back();
        return renderer;
      }
    }
    return std::make_unique<Renderer>(outline_, drawings_, theme_);
  }
  void give_back(std::unique_ptr<Renderer> renderer) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(renderer));
  }

 private:
  const Outline& outline_;
  const Drawings& drawings_;
  const Theme& theme_;
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

void publish_pages(const Outline& outline, const Drawings& drawings, const Theme& theme,
                   const Environment& environment, unsigned jobs, Publisher& publisher) {
  RendererPool pool(outline, drawings, theme);
  Progress progress(environment.error_is_terminal, outline.pages.size());
  for_each_range(jobs, outline.pages.size(), [&](size_t first, size_t last) {
    std::unique_ptr<Renderer> renderer = pool.borrow();
    for (size_t i = first; i < last; ++i) {
      const auto page = static_cast<uint32_t>(i);
      if (!outline.is_written(page)) continue;
      if (!publisher.write(outline.pages[i].path.file(), renderer->render(page))) break;
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
void publish_assets(const Outline& outline, const SourceTree& tree, const Limits& limits,
                    Publisher& publisher) {
  for (size_t i = 0; i < outline.assets.size(); ++i) {
    const ViewAsset& asset = outline.view.assets[i];
    if (!asset.copied) continue;
    const FileBytes file = tree.read(asset.path, limits.attachment_bytes);
    if (file.error == TreeError::none) publisher.write(outline.assets[i].file(), file.bytes);
  }
}

void print_timings(const std::vector<StageTime>& times) {
  double total = 0;
  for (const StageTime& time : times) total += time.seconds;
  std::string out;
  for (const StageTime& time : times) {
    out += fmt::format("{:<10} {:>9.1f} ms {:>5.1f} %\n", time.name, time.seconds * 1000,
                       100 * time.seconds / total);
  }
  struct rusage usage {};
  ::getrusage(RUSAGE_SELF, &usage);
  out += fmt::format("{:<10} {:>9.1f} ms, {} MB at most\n", "all", total * 1000,
                     usage.ru_maxrss / 1024);
  print_error(out);
}

void print_troubles(const Outline& outline, const std::vector<DrawTrouble>& troubles) {
  for (const DrawTrouble& trouble : troubles) {
    const char* why = "could not be laid out";
    if (trouble.kind == DrawTroubleKind::expired) why = "took too long to lay out";
    if (trouble.kind == DrawTroubleKind::too_large) why = "is too large, and nothing divides it";
    print_error(fmt::format("warning[MP507]: the graph on {} {}; its table stands in\n",
                            outline.pages[trouble.page].path.file(), why));
  }
}

std::string absolute_or_empty(const std::string& path) {
  std::error_code error;
  const std::filesystem::path real = std::filesystem::canonical(path, error);
  return error ? std::string() : real.string();
}

}  // namespace

int run_build(const CommandLine& line, const Environment& environment) {
  Located located = locate_program(line.program, environment);
  if (!located.problem.empty()) {
    print_error(fmt::format("milepost: {}\n", located.problem));
    return kUsage;
  }
  TargetContext context{environment.working_directory, environment.home, {located.absolute}};
  if (!line.theme.empty() && !is_builtin_theme(line.theme))
    context.sources.push_back(absolute_or_empty(line.theme));
  TargetCheck target = check_target(line.output, context);
  if (target.refusal) {
    print_error(fmt::format("error[MP501]: {}\n      = help: {}\n", target.refusal->message,
                            target.refusal->help));
    return kUsage;
  }
  if (const int status = check_base_url(line); status != kDone) return status;

  ProgramRun run;
  if (const int status = open_program(line, environment, Stage::check, run); status != kDone)
    return status;
  double last = seconds_now();
  const auto lap = [&](const char* name) {
    const double now = seconds_now();
    run.values.times.push_back({name, now - last});
    last = now;
  };
  std::optional<ThemeRun> theme_run;
  if (const std::string problem = open_theme(line, run, theme_run); !problem.empty()) {
    print_error(fmt::format("milepost: {}\n", problem));
    return kUsage;
  }
  const Theme& theme = theme_run->theme;
  const std::optional<Audience> audience = audience_of(line, run.values.program);
  if (!audience) return kUsage;
  std::vector<bool> leaks = {false};
  if (!line.audience.empty()) leaks = report_leaks(run.values, {&*audience, 1});
  Report report = report_of(run);
  const Places places = places_of(run, *theme_run);
  const ReleaseGate gate = judge_release_gate(line, run.values, places);
  if (gate.status == kUsage) {
    print_error(gate.message);
    return kUsage;
  }
  size_t known = 0;
  if (const int status = leave_out_baseline(line, run, report, places, known); status != kDone)
    return status;
  print_report(line, environment, report, places);
  lap("report");
  if (leaks.front()) {
    print_error(fmt::format(
        "{}\nmilepost: nothing was written: the site would tell `{}` what it may not know\n",
        report_totals(report), audience->name));
    return kProblems;
  }

  Publisher::Opened opened = Publisher::open(std::move(*target.target));
  if (!opened.publisher) {
    print_error(fmt::format("error[MP502]: {}\n", opened.problem));
    return kEnvironment;
  }
  Publisher& publisher = *opened.publisher;
  const Limits limits = run.values.program.set.settings.limits;
  View view =
      view_of(run, report, {*audience, line.base_url, true, hidden_words_of(theme.words())});
  lap("redact");
  const Outline outline = compose_site(std::move(view), theme.words(), theme.layout());
  lap("compose");
  DrawOptions drawing;
  drawing.workers.program = "/proc/self/exe";
  drawing.workers.jobs = run.jobs;
  std::vector<DrawTrouble> troubles;
  const Drawings drawings = draw_site(outline, drawing, troubles);
  lap("draw");
  for (const StaticFile& file : static_files(theme)) publisher.write(file.path, file.bytes);
  publisher.write("program.json", model_json(outline));
  for (const StaticFile& file : site_files(outline)) publisher.write(file.path, file.bytes);
  publish_assets(outline, *run.tree, limits, publisher);
  // The index is made beside the pages: the larger part of it is the work of one thread.
  for_each_index(std::min(run.jobs, 2u), 2, [&](size_t task) {
    if (task == 0) {
      // On one page a browser's own search finds everything.
      if (outline.document_page != kNoPage) return;
      publisher.write("search.js", make_search_index(outline, run.jobs));
    } else {
      publish_pages(outline, drawings, theme, environment, run.jobs, publisher);
    }
  });
  lap("render");
  const PublishResult result = publisher.finish();
  lap("publish");
  if (!result.problem.empty()) {
    print_error(fmt::format("error[MP503]: {}; the old site is untouched\n", result.problem));
    return kEnvironment;
  }
  if (!result.warning.empty()) print_error(fmt::format("warning[MP504]: {}\n", result.warning));
  print_troubles(outline, troubles);
  if (line.timings) print_timings(run.values.times);
  print_error(fmt::format(
      "{}{}\n", report_totals(report),
      known == 0 ? std::string() : fmt::format("; {} known ones of the baseline left out", known)));
  print_out(fmt::format("{}/index.html: {} pages, {} files, {} of them written\n", line.output,
                        outline.document_page == kNoPage ? outline.pages.size() : 1, result.files,
                        result.written));
  print_error(gate.message);
  return std::max(status_of(report, line.strict, line.fail_on), gate.status);
}

}  // namespace milepost
