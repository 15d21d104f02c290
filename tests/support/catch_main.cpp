// Compiled once for all test programs: the framework's main is slow to build.
#define CATCH_CONFIG_MAIN
#include "tests/support/catch.hpp"
