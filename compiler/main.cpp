// The program: hands its arguments to driver/.
#include "driver/commands.h"

int main(int argc, char** argv) {
  return milepost::run(argc, argv);
}
