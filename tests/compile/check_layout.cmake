# cmake -DCLANG_FORMAT=<program> -DROOT=<repository> -P check_layout.cmake
# Fails with the places where clang-format would change a source; `clang-format -i FILE` mends them.

cmake_minimum_required(VERSION 3.25)

file(GLOB_RECURSE sources "${ROOT}/core/*.[ch]pp" "${ROOT}/cli/*.[ch]pp" "${ROOT}/gui/*.[ch]pp" "${ROOT}/tests/*.[ch]pp")
execute_process(COMMAND "${CLANG_FORMAT}" --dry-run --Werror --style=file ${sources} RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "the layout differs from clang-format's: run clang-format -i on the files named above")
endif()
