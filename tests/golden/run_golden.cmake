# cmake -DFIRN=<program> -DARGUMENTS=<text> -DFOLDER=<working folder> -DEXPECTED=<file> -DACTUAL=<file> [-DACCEPT=ON]
#       [-DWRITTEN_BY=--freeze] -P run_golden.cmake
# Runs the program; what it prints, or writes by an option, must be the expected file. With ACCEPT it becomes the expected file.

cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/compare.cmake")

get_filename_component(actual_folder "${ACTUAL}" DIRECTORY)
file(MAKE_DIRECTORY "${actual_folder}")
set(printed "${ACTUAL}")
if(DEFINED WRITTEN_BY)
  string(APPEND ARGUMENTS " ${WRITTEN_BY} \"${ACTUAL}\"")
  set(printed "${ACTUAL}.out")
endif()
run_program("${FIRN}" "${ARGUMENTS}" "${FOLDER}" "${printed}" "${ACTUAL}.err")
if(NOT exit_code STREQUAL "0")
  execute_process(COMMAND "${CMAKE_COMMAND}" -E cat "${ACTUAL}.err")
  message(FATAL_ERROR "firn${ARGUMENTS} ends with ${exit_code}")
endif()

if(ACCEPT)
  configure_file("${ACTUAL}" "${EXPECTED}" COPYONLY)
else()
  demand_equal_files("${EXPECTED}" "${ACTUAL}")
endif()
