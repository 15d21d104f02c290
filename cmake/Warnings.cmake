# Warnings: each target of our own links firn_warnings. FIRN_WERROR makes them errors.
# GCC 12 warns of uninitialised and overlapping memory where an optimised std::string is destroyed or assigned
# (bugs 105562 and 105651 of GCC), of overflow in one whose code comes from a precompiled header, and of array
# bounds in loops that it unrolls for a size that never reaches them; asan-ubsan finds the real ones. With -O3 it
# takes more of what it inlined for ours: there its guesses about memory are off, the other presets have them.

add_library(firn_warnings INTERFACE)
target_compile_options(firn_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  $<$<CXX_COMPILER_ID:GNU>:-Wuseless-cast -Wduplicated-cond -Wno-maybe-uninitialized -Wno-restrict
    -Wno-array-bounds -Wno-stringop-overflow>
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-stringop-overread -Wno-free-nonheap-object
    -Wno-dangling-pointer -Wno-use-after-free>
  $<$<BOOL:${FIRN_WERROR}>:-Werror>)
