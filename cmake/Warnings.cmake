# Warnings: each target of our own links firn_warnings. FIRN_WERROR makes them errors.

add_library(firn_warnings INTERFACE)
target_compile_options(firn_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  $<$<CXX_COMPILER_ID:GNU>:-Wuseless-cast -Wduplicated-cond>
  $<$<BOOL:${FIRN_WERROR}>:-Werror>)
