# FIRN_CLANG_TIDY: run clang-tidy on each of our own sources while it is compiled (rules: .clang-tidy).

option(FIRN_CLANG_TIDY "Run clang-tidy while compiling" OFF)

if(FIRN_CLANG_TIDY)
  find_program(FIRN_CLANG_TIDY_PROGRAM NAMES clang-tidy-14 clang-tidy REQUIRED)
endif()

# Turns clang-tidy on for one target, where the option asks for it.
function(firn_analyse target)
  if(FIRN_CLANG_TIDY)
    set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY "${FIRN_CLANG_TIDY_PROGRAM};--quiet")
  endif()
endfunction()
