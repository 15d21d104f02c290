# cmake -DFIRN=<program> -DGALLERY=<tests/errors> -DWORK=<folder> -DCASE=<name> [-DACCEPT=ON] -P run_error_case.cmake
#
# Runs one case of the error gallery in a folder of its own, with copies of the files <name>.* in it. What the program
# says on standard error and its exit code must be <name>.expected; standard output must be empty, and nothing may be
# left behind. With ACCEPT, <name>.expected is written.
#
# <name>.cmd:  # what is wrong, for docs/errors.md
#              copy <file of the gallery> | folder <name> | read-only <name>     (preparations, any number)
#              firn <arguments>

cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/compare.cmake")

set(folder "${WORK}/${CASE}")
set(output "${WORK}/${CASE}.out")
set(errors "${WORK}/${CASE}.err")
set(actual "${WORK}/${CASE}.actual")

# A folder for the case; an earlier one may hold read-only folders.
function(make_folder)
  if(EXISTS "${folder}")
    file(CHMOD_RECURSE "${folder}" DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
    file(REMOVE_RECURSE "${folder}")
  endif()
  file(MAKE_DIRECTORY "${folder}")
  file(GLOB inputs "${GALLERY}/${CASE}.*")
  list(FILTER inputs EXCLUDE REGEX "\\.(cmd|expected)$")
  if(inputs)
    file(COPY ${inputs} DESTINATION "${folder}")
  endif()
endfunction()

function(prepare step argument)
  if(step STREQUAL "copy")
    file(COPY "${GALLERY}/${argument}" DESTINATION "${folder}")
  elseif(step STREQUAL "folder")
    file(MAKE_DIRECTORY "${folder}/${argument}")
  elseif(step STREQUAL "read-only")
    file(CHMOD "${folder}/${argument}" PERMISSIONS OWNER_READ OWNER_EXECUTE)
  else()
    message(FATAL_ERROR "${CASE}.cmd: \"${step}\" is no preparation")
  endif()
endfunction()

# The name of a case begins with the code of the first diagnostic.
function(check_name text)
  if(text MATCHES "(error|warning|note): [^\n]* \\[([a-z0-9-]+)\\]\n")
    set(code "${CMAKE_MATCH_2}")
    if(NOT "${CASE}-" MATCHES "^${code}-")
      message(FATAL_ERROR "the case ${CASE} shows the diagnostic ${code}: name it so")
    endif()
  else()
    message(FATAL_ERROR "the case ${CASE} shows no diagnostic:\n${text}")
  endif()
endfunction()

make_folder()
set(arguments "")
file(STRINGS "${GALLERY}/${CASE}.cmd" steps REGEX "^[^#]")
foreach(step IN LISTS steps)
  string(REGEX MATCH "^([^ ]+) (.*)$" matched "${step}")
  if(CMAKE_MATCH_1 STREQUAL "firn")
    set(arguments "${CMAKE_MATCH_2}")
  else()
    prepare("${CMAKE_MATCH_1}" "${CMAKE_MATCH_2}")
  endif()
endforeach()
if(arguments STREQUAL "")
  message(FATAL_ERROR "${CASE}.cmd has no line \"firn arguments...\"")
endif()

file(GLOB_RECURSE before LIST_DIRECTORIES true RELATIVE "${folder}" "${folder}/*")
run_program("${FIRN}" "${arguments}" "${folder}" "${output}" "${errors}")
file(GLOB_RECURSE after LIST_DIRECTORIES true RELATIVE "${folder}" "${folder}/*")

file(READ "${errors}" text)
configure_file("${errors}" "${actual}" COPYONLY)
file(APPEND "${actual}" "exit code ${exit_code}\n")

if(NOT exit_code MATCHES "^[0-3]$")
  message(FATAL_ERROR "${CASE} ends with ${exit_code}:\n${text}")
endif()
if(NOT exit_code STREQUAL "0")
  file(SIZE "${output}" printed)
  if(printed GREATER 0)
    message(FATAL_ERROR "${CASE}: in spite of the error there is an answer, in ${output}")
  elseif(NOT before STREQUAL after)
    message(FATAL_ERROR "${CASE}: before there were the files ${before}, now there are ${after}")
  endif()
endif()
check_name("${text}")

if(ACCEPT)
  configure_file("${actual}" "${GALLERY}/${CASE}.expected" COPYONLY)
else()
  demand_equal_files("${GALLERY}/${CASE}.expected" "${actual}")
endif()
