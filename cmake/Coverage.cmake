# FIRN_COVERAGE: count executed lines; the target `coverage` writes a page from the counts of the last test run.

option(FIRN_COVERAGE "Count the lines that the tests execute" OFF)

if(FIRN_COVERAGE)
  target_compile_options(firn_options INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(firn_options INTERFACE --coverage)

  find_program(FIRN_GENINFO geninfo REQUIRED)
  find_program(FIRN_LCOV lcov REQUIRED)
  find_program(FIRN_GENHTML genhtml REQUIRED)
  # Perl warns of geninfo itself; -X keeps it silent.
  set(count_lines perl -X "${FIRN_GENINFO}" --quiet --no-external --base-directory "${PROJECT_SOURCE_DIR}"
    "${PROJECT_BINARY_DIR}" --output-filename)

  # The lines that there are, then those that ran: a source that no test reaches counts too.
  add_custom_target(coverage
    COMMAND ${count_lines} there_are.info --initial
    COMMAND ${count_lines} ran.info
    COMMAND "${FIRN_LCOV}" --quiet --add-tracefile there_are.info --add-tracefile ran.info --output-file all.info
    COMMAND "${FIRN_LCOV}" --quiet --extract all.info "${PROJECT_SOURCE_DIR}/core/*" "${PROJECT_SOURCE_DIR}/cli/*"
            --output-file coverage.info
    COMMAND "${FIRN_GENHTML}" --quiet coverage.info --output-directory coverage
    COMMAND "${FIRN_LCOV}" --summary coverage.info
    COMMENT "Coverage page: ${PROJECT_BINARY_DIR}/coverage/index.html"
    WORKING_DIRECTORY "${PROJECT_BINARY_DIR}"
    VERBATIM)
endif()
