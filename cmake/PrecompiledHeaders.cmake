# FIRN_PRECOMPILE: the libraries that nearly every source reads (exact numbers, text, the standard library) are parsed
# once and not once a source, which halves the time of a build. Two sets: one for the program, one for the tests.
# tests/compile builds every header without them, so that no header leans on them.

option(FIRN_PRECOMPILE "Parse the common library headers once" ON)

if(FIRN_CLANG_TIDY)
  set(FIRN_PRECOMPILE OFF)  # clang-tidy reads sources as they stand
endif()

set(firn_common_headers
  <boost/multiprecision/cpp_int.hpp> <fmt/format.h>
  <algorithm> <array> <charconv> <chrono> <compare> <cstdint> <deque> <functional> <map> <memory> <optional> <set> <span>
  <sstream> <string> <string_view> <unordered_map> <utility> <variant> <vector>)

# firn_precompiled_set(<target> LIBS <libraries...> HEADERS <headers...>)
function(firn_precompiled_set target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LIBS;HEADERS")
  set(source "${PROJECT_BINARY_DIR}/${target}.cpp")
  file(CONFIGURE OUTPUT "${source}" CONTENT "// Carries precompiled headers.\n")
  # The warnings count: GCC defines other macros with -Wpedantic.
  add_library(${target} OBJECT "${source}")
  target_link_libraries(${target} PRIVATE firn_options firn_warnings Boost::headers fmt::fmt ${arg_LIBS})
  target_precompile_headers(${target} PRIVATE ${arg_HEADERS})
endfunction()

if(FIRN_PRECOMPILE)
  firn_precompiled_set(firn_precompiled HEADERS ${firn_common_headers})
  if(FIRN_TESTS)
    firn_precompiled_set(firn_precompiled_tests LIBS Catch2::Catch2 HEADERS ${firn_common_headers} <catch2/catch.hpp>)
  endif()
endif()

# firn_precompile(<target> [<set>]): lets a target that links fmt read a set, firn_precompiled if none is named.
function(firn_precompile target)
  if(FIRN_PRECOMPILE)
    set(headers firn_precompiled)
    if(ARGC GREATER 1)
      set(headers ${ARGV1})
    endif()
    target_precompile_headers(${target} REUSE_FROM ${headers})
  endif()
endfunction()
