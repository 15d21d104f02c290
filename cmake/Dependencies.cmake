# Third-party libraries, all from the system's packages (cmake/packages.txt). Imported targets are system
# headers: their warnings do not count. Each has one home, which tests/compile checks.

find_package(Boost 1.74 REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(yaml-cpp 0.7 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(simdjson 3 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(CLI11 2.1 REQUIRED)
find_package(Threads REQUIRED)

# Random123 is headers without a CMake package.
find_path(FIRN_RANDOM123_INCLUDE_DIR Random123/philox.h REQUIRED)
mark_as_advanced(FIRN_RANDOM123_INCLUDE_DIR)
add_library(firn_random123 INTERFACE)
target_include_directories(firn_random123 SYSTEM INTERFACE "${FIRN_RANDOM123_INCLUDE_DIR}")

# Nettle has no CMake package either.
find_path(FIRN_NETTLE_INCLUDE_DIR nettle/md5.h REQUIRED)
find_library(FIRN_NETTLE_LIBRARY nettle REQUIRED)
mark_as_advanced(FIRN_NETTLE_INCLUDE_DIR FIRN_NETTLE_LIBRARY)
add_library(firn_nettle INTERFACE)
target_include_directories(firn_nettle SYSTEM INTERFACE "${FIRN_NETTLE_INCLUDE_DIR}")
target_link_libraries(firn_nettle INTERFACE "${FIRN_NETTLE_LIBRARY}")

# yaml-cpp 0.7 names its target without a namespace.
add_library(firn_yaml_cpp INTERFACE)
target_link_libraries(firn_yaml_cpp INTERFACE yaml-cpp)

# Who only wants the program needs no test packages: without them the tests are left out, with a word.
if(FIRN_TESTS)
  find_package(Catch2 2.13 QUIET)
  find_package(rapidcheck QUIET)
  find_package(benchmark QUIET)
  if(NOT Catch2_FOUND OR NOT rapidcheck_FOUND OR (FIRN_BENCH AND NOT benchmark_FOUND))
    message(STATUS "The tests are left out: their packages are missing (cmake/install-packages.sh test)")
    set(FIRN_TESTS OFF)
  endif()
endif()
