# FIRN_COVERAGE: count executed lines; the target `coverage` writes a page from the counts of the last test run.

option(FIRN_COVERAGE "Count the lines that the tests execute" OFF)

if(FIRN_COVERAGE)
  target_compile_options(firn_options INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(firn_options INTERFACE --coverage)

  find_program(FIRN_LCOV lcov REQUIRED)
  find_program(FIRN_GENHTML genhtml REQUIRED)
  set(firn_counts "${PROJECT_BINARY_DIR}/coverage.info")
  add_custom_target(coverage
    COMMAND ${FIRN_LCOV} --quiet --capture --no-external --base-directory "${PROJECT_SOURCE_DIR}"
            --directory "${PROJECT_BINARY_DIR}" --output-file "${firn_counts}"
    COMMAND ${FIRN_LCOV} --quiet --extract "${firn_counts}" "${PROJECT_SOURCE_DIR}/core/*"
            "${PROJECT_SOURCE_DIR}/cli/*" --output-file "${firn_counts}"
    COMMAND ${FIRN_GENHTML} --quiet "${firn_counts}" --output-directory "${PROJECT_BINARY_DIR}/coverage"
    COMMAND ${FIRN_LCOV} --summary "${firn_counts}"
    COMMENT "Coverage page: ${PROJECT_BINARY_DIR}/coverage/index.html"
    VERBATIM)
endif()
