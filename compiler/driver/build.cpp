// `milepost build`: the whole row of stages, to a site on disk.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "driver/audience_option.h"
#include "driver/audience_report.h"
#include "driver/commands.h"
#include "driver/output.h"
#include "driver/program_run.h"
#include "driver/release_gate.h"
#include "driver/run_report.h"
#include "driver/site_build.h"
#include "driver/site_run.h"
#include "driver/theme_run.h"
#include "driver/version_build.h"
#include "driver/version_run.h"
#include "driver/zip_option.h"
#include "publish/publish.h"
#include "publish/site_folder.h"
#include "publish/site_zip.h"
#include "threads/for_each.h"

namespace milepost {
namespace {

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
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

struct Site {
  Audience audience;
  std::optional<OutputTarget> target;
  std::string folder;   // as the user names it
  std::string place;    // absolute
  std::string zip;      // empty: none is wanted
  bool leaks = false;   // then it is not written, nor
  bool unread = false;  // if what is hidden from it is not known
  std::unique_ptr<Publisher> publisher;
  BuiltSite built;
  std::string zip_problem;  // why there is none
  std::string told;         // of old versions: lines for standard error
};

int refused(const Refusal& refusal) {
  print_error(fmt::format("error[MP501]: {}\n      = help: {}\n", refusal.message, refusal.help));
  return kUsage;
}

/// One site, where the output folder says; its place is checked before anything is read.
int find_place(const CommandLine& line, const TargetContext& context, std::vector<Site>& sites) {
  TargetCheck check = check_target(line.output, context);
  if (check.refusal) return refused(*check.refusal);
  Site& site = sites.emplace_back();
  site.target = std::move(check.target);
  site.place = fmt::format("{}/{}", site.target->parent, site.target->name);
  site.folder = line.output;
  return kDone;
}

/// Sites of several audiences, each in a folder of the output folder.
int find_places(const CommandLine& line, const TargetContext& context,
                std::vector<Audience> audiences, std::vector<Site>& sites) {
  std::vector<std::string> names;
  for (const Audience& audience : audiences) names.push_back(audience.name);
  SiteFolderCheck check = check_site_folder(line.output, names, context);
  if (check.refusal) return refused(*check.refusal);
  for (size_t i = 0; i < names.size(); ++i) {
    Site& site = sites.emplace_back();
    site.target = std::move(check.targets[i]);
    site.place = fmt::format("{}/{}", site.target->parent, site.target->name);
    site.folder = fmt::format("{}/{}", line.output, names[i]);
    site.audience = std::move(audiences[i]);
  }
  return kDone;
}

/// Where the zips go.
int find_zips(const CommandLine& line, const TargetContext& context, std::vector<Site>& sites) {
  std::vector<std::string> audiences, places;
  for (Site& site : sites) {
    audiences.push_back(site.audience.name);
    places.push_back(site.place);
    site.zip = zip_of(line, site.audience.name);
  }
  const std::optional<Refusal> refusal = check_zips(line, context, audiences, places);
  return refusal ? refused(*refusal) : kDone;
}

/// Says which sites would tell what they may not; the number of those that are left.
size_t print_leaks(const std::vector<Site>& sites) {
  size_t left = 0;
  for (const Site& site : sites) {
    left += site.leaks || site.unread ? 0 : 1;
    if (site.unread) {
      print_unread_labels(site.audience, " to " + site.folder);
      continue;
    }
    if (!site.leaks) continue;
    print_error(
        fmt::format("milepost: nothing was written to {}: the site would tell `{}` what it may not "
                    "know\n",
                    site.folder, site.audience.name));
  }
  return left;
}

/// Builds the sites one after the other. Beside the one that is rendered the View of the next is
/// made: much of that is the work of one thread.
void build_sites(std::vector<Site*>& sites, const CommandLine& line, ProgramRun& run,
                 const Report& report, const SiteTools& tools,
                 const std::function<void(const char*)>& lap) {
  const auto view = [&](size_t i) {
    return view_of(run, report,
                   {sites[i]->audience,
                    line.base_url,
                    i + 1 == sites.size(),
                    hidden_words_of(tools.theme.words()),
                    tools.theme.layout() != SiteLayout::document,
                    {line.label, {}, run.values.as_of, {}}});
  };
  std::optional<View> next = view(0);
  lap("redact");
  for (size_t i = 0; i < sites.size(); ++i) {
    View now = std::move(*next);
    next.reset();
    for_each_index(std::min(tools.jobs, 2u), 2, [&](size_t task) {
      if (task == 0) {
        Site& site = *sites[i];
        site.built = build_site(std::move(now), *site.publisher, tools, lap);
        const PublishResult& result = site.built.result;
        if (site.zip.empty() || !result.problem.empty()) return;
        site.zip_problem = write_zip(site.place, result.paths, site.zip);
        lap("zip");
      } else if (i + 1 < sites.size()) {
        next = view(i + 1);
      }
    });
  }
}

/// Builds the versions of each site, and what of its zip there is to say.
void build_sites_of_versions(std::vector<Site*>& sites, const std::vector<VersionSource>& versions,
                             ProgramRun& run, const Report& report, const Theme& theme,
                             const VersionTools& tools) {
  std::vector<VersionedSite> built;
  for (Site* site : sites) built.push_back({site->audience, site->publisher.get(), {}, {}});
  build_versions(versions, run, report, theme, tools, built);
  for (size_t i = 0; i < sites.size(); ++i) {
    Site& site = *sites[i];
    site.built = std::move(built[i].built);
    site.told = std::move(built[i].told);
    const PublishResult& result = site.built.result;
    if (site.zip.empty() || !result.problem.empty()) continue;
    site.zip_problem = write_zip(site.place, result.paths, site.zip);
  }
}

std::string absolute_or_empty(const std::string& path) {
  std::error_code error;
  const std::filesystem::path real = std::filesystem::canonical(path, error);
  return error ? std::string() : real.string();
}

}  // namespace

int run_build(const CommandLine& said, const Environment& environment) {
  CommandLine line = said;
  Located located = locate_program(line.program, environment);
  if (!located.problem.empty()) {
    print_error(fmt::format("milepost: {}\n", located.problem));
    return kUsage;
  }
  TargetContext context{environment.working_directory, environment.home, {located.absolute}};
  if (!line.theme.empty() && !is_builtin_theme(line.theme))
    context.sources.push_back(absolute_or_empty(line.theme));
  std::vector<Site> sites;
  const bool several = means_all(line);
  if (!several) {
    if (const int status = find_place(line, context, sites); status != kDone) return status;
  }
  if (const int status = check_base_url(line); status != kDone) return status;
  if (const int status = check_label(line); status != kDone) return status;

  ProgramRun run;
  if (const int status = open_program(line, environment, Stage::check, run); status != kDone)
    return status;
  if (line.publish) {
    const PublishSettings publish = publish_settings_of(*run.tree, run.options);
    line.audience = publish.audience;
    if (publish.refused) {
      print_error(fmt::format("milepost: nothing was written: {}\n      = help: {}\n",
                              sees_too_much(publish.audience),
                              fmt::format("{}; or let `audiences: {}:` see `public` alone",
                                          kWhoMayOpenIt, publish.audience)));
      return kProblems;
    }
  }
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
  std::optional<std::vector<Audience>> audiences = audiences_of(line, run.values.program);
  if (!audiences) return kUsage;
  const std::vector<bool> unread = labels_unread(run.values, *audiences);
  std::vector<bool> leaks(audiences->size());
  if (!line.audience.empty()) leaks = report_leaks(run.values, *audiences, run.jobs);
  if (several) {
    const int status = find_places(line, context, std::move(*audiences), sites);
    if (status != kDone) return status;
  } else {
    sites.front().audience = std::move(audiences->front());
  }
  if (const int status = find_zips(line, context, sites); status != kDone) return status;
  for (size_t i = 0; i < sites.size(); ++i) {
    sites[i].leaks = leaks[i];
    sites[i].unread = unread[i];
  }
  const Settings& settings = run.values.program.set.settings;
  const bool versioned = wants_versions(line, settings);
  std::vector<VersionSource> versions;
  if (versioned) {
    Settings chosen = settings;
    chosen.versions = versions_of(line, settings);
    versions = find_versions(chosen, run.located, open_repository(run.located), run.values.as_of,
                             run.values.sink);
  }
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
  const std::string totals = fmt::format(
      "{}{}\n", report_totals(report),
      known == 0 ? std::string() : fmt::format("; {} known ones of the baseline left out", known));
  lap("report");
  if (print_leaks(sites) == 0) {
    print_error(totals);
    return kProblems;
  }

  int status = kDone;
  std::vector<Site*> open;
  for (Site& site : sites) {
    if (site.leaks || site.unread) continue;
    Publisher::Opened opened = Publisher::open(std::move(*site.target));
    if (!opened.publisher) {
      print_error(fmt::format("error[MP502]: {}\n", opened.problem));
      status = kEnvironment;
      continue;
    }
    site.publisher = std::move(opened.publisher);
    open.push_back(&site);
  }
  if (open.empty()) return status;
  const Limits limits = run.values.program.set.settings.limits;
  LayoutMemory layouts;
  const SiteTools tools{theme,   *run.tree, limits,
                        layouts, run.jobs,  !several && environment.error_is_terminal};
  if (versioned) {
    build_sites_of_versions(open, versions, run, report, theme, {line, layouts, tools.progress});
    lap("versions");
  } else {
    build_sites(open, line, run, report, tools,
                several ? [](const char*) {} : std::function<void(const char*)>(lap));
    if (several) lap("sites");
  }
  for (const Site* site : open) {
    const PublishResult& result = site->built.result;
    if (!result.problem.empty()) {
      print_error(fmt::format("error[MP503]: {}; the old site is untouched\n", result.problem));
      status = kEnvironment;
      continue;
    }
    if (!result.warning.empty()) print_error(fmt::format("warning[MP504]: {}\n", result.warning));
    print_error(site->told);
    print_error(site->built.warnings);
    if (!site->zip_problem.empty()) {
      print_error(fmt::format("error[MP502]: cannot write the zip `{}`: {}\n", site->zip,
                              site->zip_problem));
      status = kEnvironment;
    }
  }
  if (status == kEnvironment && open.size() == 1) return status;
  if (line.timings) print_timings(run.values.times);
  print_error(totals);
  for (const Site* site : open) {
    const PublishResult& result = site->built.result;
    if (!result.problem.empty()) continue;
    const std::string reader = line.publish ? fmt::format(", for `{}`", line.audience) : "";
    print_out(fmt::format("{}/index.html: {} pages, {} files, {} of them written{}\n", site->folder,
                          site->built.pages, result.files, result.written, reader));
    if (!site->zip.empty() && site->zip_problem.empty()) print_out(site->zip + "\n");
  }
  tell_short_history(run);
  print_error(gate.message);
  if (open.size() < sites.size() && status == kDone) status = kProblems;
  return std::max({status, status_of(report, line.strict, line.fail_on), gate.status});
}

}  // namespace milepost
