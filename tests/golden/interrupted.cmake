# cmake -DFIRN=<program> -DSCENARIO=<file> -DWORK=<folder> -DSIGNAL=<INT|KILL> -P interrupted.cmake
#
# A run that writes files ends by a signal after two seconds, long before it is through. Files that were there are as they
# were, and no others have come.

cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE "${WORK}")
file(MAKE_DIRECTORY "${WORK}")
file(WRITE "${WORK}/series.csv" "of an earlier run\n")
execute_process(
  COMMAND timeout --signal=${SIGNAL} 2 "${FIRN}" simulate "${SCENARIO}" --files 100000000
          --series series.csv --failures failures.csv
  WORKING_DIRECTORY "${WORK}" RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE errors)

if(result EQUAL 0 OR NOT output STREQUAL "")
  message(FATAL_ERROR "the run was not interrupted: ${result}\n${output}${errors}")
endif()
file(GLOB left RELATIVE "${WORK}" "${WORK}/*" "${WORK}/.*")
# Where a file system knows no files without a name, a temporary one stays.
list(FILTER left EXCLUDE REGEX "^\\.firn-")
if(NOT left STREQUAL "series.csv")
  message(FATAL_ERROR "left behind: ${left}")
endif()
file(READ "${WORK}/series.csv" series)
if(NOT series STREQUAL "of an earlier run\n")
  message(FATAL_ERROR "an earlier file was changed: ${series}")
endif()
