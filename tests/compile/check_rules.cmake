# cmake -DARROWS=<file> -DFIXTURES=<folder> -P check_rules.cmake
# Each file of fixtures/broken/core/<module>/<rule>.hpp must be found by the rule it is named after, at the line that
# says "here", and by no other; nothing in fixtures/clean may be found; each rule must have a fixture.

cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/source_rules.cmake")

read_arrows("${ARROWS}")

search_sources("${FIXTURES}/clean")
if(findings OR searched EQUAL 0)
  message(FATAL_ERROR "found in sources that obey:\n${findings}")
endif()

search_sources("${FIXTURES}/broken")
file(GLOB_RECURSE files RELATIVE "${FIXTURES}/broken" "${FIXTURES}/broken/core/*.hpp")
set(expected "")
set(proved "")
foreach(file IN LISTS files)
  get_filename_component(name "${file}" NAME_WE)
  list(APPEND proved ${name})
  file(STRINGS "${FIXTURES}/broken/${file}" lines)
  list(TRANSFORM lines REPLACE ".*// here$" "// here")
  list(FIND lines "// here" place)
  math(EXPR line "${place} + 1")
  string(APPEND expected "${file}:${line}: ${name}: ${rule_${name}_SAY}\n")
endforeach()
if(NOT findings STREQUAL expected)
  message(FATAL_ERROR "expected:\n${expected}\nfound:\n${findings}")
endif()

foreach(name IN LISTS rules ITEMS arrow pragma)
  if(NOT name IN_LIST proved)
    message(FATAL_ERROR "no fixture proves that the rule ${name} finds anything")
  endif()
endforeach()
