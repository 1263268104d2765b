// The row of stages at and right of the audience wall, for the commands that make pages or the
// model.
#pragma once

#include <string>

#include "compose/outline.h"
#include "compose/words.h"
#include "driver/program_run.h"
#include "redact/audience.h"
#include "redact/view.h"

namespace milepost {

/// Refuses a --base-url that is none: says so and gives the exit status.
int check_base_url(const CommandLine& line);

struct ViewOptions {
  Audience audience;
  std::string base_url;  // of the command line
  /// The run has no more Views to make: its program is taken out of it, which copies less. Its
  /// sources must stay.
  bool last = true;
  /// What stands for something hidden: hidden_words_of() the site's words.
  std::string hidden_words = "an internal item";
  /// Pages of those who see less than the audience are wanted, too; each is as much work as a View
  /// of what they see.
  bool readers = false;
  ViewEdition edition = {};  // what this version is called
};

/// "an internal item", in the language of the site.
std::string hidden_words_of(const Words& words);

/// What an audience may know, of what is reported, too; and if asked, what those may know who see
/// less and have a page in its site. What is computed is computed anew where
/// some of it comes from what is hidden; the analysis of the run is afterwards what it was.
View view_of(ProgramRun& run, const Report& report, const ViewOptions& options);

}  // namespace milepost
