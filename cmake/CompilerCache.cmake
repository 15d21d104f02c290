# ccache makes a second build of the same text quick; it is used where it is installed. Its store lies in the
# repository's own build folder: a build reads and writes nothing elsewhere.

find_program(FIRN_CCACHE ccache)
mark_as_advanced(FIRN_CCACHE)

if(FIRN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
    "${CMAKE_COMMAND}" -E env "CCACHE_DIR=${PROJECT_SOURCE_DIR}/build/ccache"
    # What precompiled headers define is part of their text, which ccache compares.
    CCACHE_SLOPPINESS=pch_defines,time_macros "${FIRN_CCACHE}")
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()
