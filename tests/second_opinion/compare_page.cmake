# cmake -DPROGRAM=<firn_second_opinion> -DROOT=<repository> -DPAGE=<file> -DMADE=<file> -P compare_page.cmake
# Fails unless the page is what the program makes now.

cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/../golden/compare.cmake")

execute_process(COMMAND "${PROGRAM}" "${ROOT}" "${MADE}" COMMAND_ERROR_IS_FATAL ANY)
demand_equal_files("${PAGE}" "${MADE}")
