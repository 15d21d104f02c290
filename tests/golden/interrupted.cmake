# cmake -DFIRN=<program> -DSCENARIO=<file> -DWORK=<folder> -DSIGNAL=<INT|KILL> -P interrupted.cmake
#
# A run that has begun to write its files ends by a signal, long before it is through. Files that were there are as they were,
# and no others have come.

cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE "${WORK}")
file(MAKE_DIRECTORY "${WORK}")
file(WRITE "${WORK}/series.csv" "of an earlier run\n")

# Of a shell with job control, which leaves the signals of what it starts as they are.
set(script [[
set -m
"$1" simulate "$2" --files 100000000 --series series.csv --failures failures.csv >output 2>&1 &
for _ in $(seq 600); do
    ls -l /proc/$!/fd | grep -q "$PWD/[^o]" && writes=yes && break
    sleep 0.1
done
[[ ${writes-} ]] && kill -s "$3" $! && ! wait $!
]])
execute_process(COMMAND bash -c "${script}" bash "${FIRN}" "${SCENARIO}" "${SIGNAL}"
  WORKING_DIRECTORY "${WORK}" RESULT_VARIABLE result OUTPUT_QUIET ERROR_VARIABLE errors)
file(READ "${WORK}/output" output)
if(NOT result EQUAL 0 OR output MATCHES "files become")
  message(FATAL_ERROR "the run was not interrupted: ${result}\n${output}${errors}")
endif()

file(GLOB left RELATIVE "${WORK}" "${WORK}/*" "${WORK}/.*")
list(REMOVE_ITEM left output)
# Where a file system knows no files without a name, a temporary one stays.
list(FILTER left EXCLUDE REGEX "^\\.firn-")
if(NOT left STREQUAL "series.csv")
  message(FATAL_ERROR "left behind: ${left}")
endif()
file(READ "${WORK}/series.csv" series)
if(NOT series STREQUAL "of an earlier run\n")
  message(FATAL_ERROR "an earlier file was changed: ${series}")
endif()
