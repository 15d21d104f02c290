# What the golden tests share.

# Fails with the difference unless both files hold the same bytes.
function(demand_equal_files expected actual)
  execute_process(COMMAND "${CMAKE_COMMAND}" -E compare_files "${expected}" "${actual}"
    RESULT_VARIABLE different OUTPUT_QUIET ERROR_QUIET)
  if(NOT different)
    return()
  endif()
  find_program(DIFF diff)
  if(DIFF AND EXISTS "${expected}")
    execute_process(COMMAND "${DIFF}" -u "${expected}" "${actual}")
  elseif(EXISTS "${actual}")
    execute_process(COMMAND "${CMAKE_COMMAND}" -E cat "${actual}")
  endif()
  message(FATAL_ERROR "${expected} is not what the program prints now (above). Where the new text is right, build the "
                      "target accept-golden and read the difference.")
endfunction()

# Runs the program with arguments as a shell would split them, in a fixed time zone and locale; sets `exit_code`.
# Standard output and standard error go into the two files. `surroundings` are further variables of the environment,
# `most_blocks` the size to which a file may grow, where they are set.
function(run_program program arguments folder output errors)
  separate_arguments(words UNIX_COMMAND "${arguments}")
  if(most_blocks)
    set(limit sh -c "ulimit -f ${most_blocks} && exec \"$@\"" sh)
  endif()
  execute_process(
    COMMAND "${CMAKE_COMMAND}" -E env TZ=UTC LC_ALL=C.UTF-8 ${surroundings} ${limit} "${program}" ${words}
    WORKING_DIRECTORY "${folder}" OUTPUT_FILE "${output}" ERROR_FILE "${errors}"
    RESULT_VARIABLE result TIMEOUT 900)
  set(exit_code "${result}" PARENT_SCOPE)
endfunction()
