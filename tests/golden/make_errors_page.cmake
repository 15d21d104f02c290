# cmake -DGALLERY=<tests/errors> -DMADE=<file> [-DPAGE=<file>] -P make_errors_page.cmake
# Makes docs/errors.md from the error gallery. With PAGE: fails unless that file is what would be made.

cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/compare.cmake")

# Sets `code` to that of the case's first diagnostic.
function(find_code case)
  file(READ "${GALLERY}/${case}.expected" text)
  string(REGEX MATCH "(error|warning|note): [^\n]* \\[([a-z0-9-]+)\\]\n" matched "${text}")
  set(code "${CMAKE_MATCH_2}" PARENT_SCOPE)
endfunction()

# Appends one case to `page`.
function(append_case case)
  file(READ "${GALLERY}/${case}.cmd" cmd)
  file(READ "${GALLERY}/${case}.expected" expected)
  string(REGEX MATCH "(^|\n)(firn [^\n]*)" matched "${cmd}")
  set(command "${CMAKE_MATCH_2}")
  string(REGEX MATCH "^# ([^\n]*)" matched "${cmd}")
  set(explanation "${CMAKE_MATCH_1}")
  string(REGEX REPLACE "exit code [0-9]+\n$" "" expected "${expected}")
  string(APPEND page "\n${explanation}\n\n```text\n$ ${command}\n${expected}```\n")
  set(page "${page}" PARENT_SCOPE)
endfunction()

file(GLOB cases RELATIVE "${GALLERY}" "${GALLERY}/*.expected")
list(TRANSFORM cases REPLACE "\\.expected$" "")
set(keyed "")
foreach(case IN LISTS cases)
  find_code("${case}")
  list(APPEND keyed "${code} ${case}")
endforeach()
list(SORT keyed)

set(page "# Errors\n\n<!-- Made from tests/errors by the target accept-golden; not to be edited. -->\n
Each diagnostic says where it stands, what is wrong, what was expected and what to do about it. The word in brackets is
its code: it stays the same from version to version, and is the heading under which the diagnostic is shown here. All
errors of a file are reported at once, in the order of the file. Where an error is reported, nothing is written: an
output file is there whole or not at all.

The program ends with 0 when it did its work (also with warnings), 1 when the input has an error, 2 when the command
line has one, 3 when a limit that was set is crossed, and 4 when Firn itself is at fault.\n")
set(last_code "")
foreach(pair IN LISTS keyed)
  string(REGEX MATCH "^([^ ]+) (.*)$" matched "${pair}")
  set(case "${CMAKE_MATCH_2}")
  if(NOT CMAKE_MATCH_1 STREQUAL last_code)
    set(last_code "${CMAKE_MATCH_1}")
    string(APPEND page "\n## ${last_code}\n")
  endif()
  append_case("${case}")
endforeach()

file(WRITE "${MADE}" "${page}")
if(PAGE)
  demand_equal_files("${PAGE}" "${MADE}")
endif()
