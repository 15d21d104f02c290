# ccache makes a second build of the same text quick; it is used where it is installed.

find_program(FIRN_CCACHE ccache)
mark_as_advanced(FIRN_CCACHE)

if(FIRN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${FIRN_CCACHE}")
endif()
