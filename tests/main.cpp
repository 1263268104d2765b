// Runs every test that is linked into milepost_tests.
#define CATCH_CONFIG_RUNNER
#include <string_view>

#include "catch.h"
#include "draw/layout_worker.h"

int main(int argc, char* argv[]) {
  // The tests start themselves as the program does, to lay out graphs.
  if (argc == 2 && std::string_view(argv[1]) == milepost::kLayoutWorker) {
    return milepost::run_layout_worker();
  }
  return Catch::Session().run(argc, argv);
}
