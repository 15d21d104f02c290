# cmake -DARROWS=<file> -DROOT=<repository> -P check_sources.cmake
# Fails with file, line and rule for each line of core that breaks a rule of source_rules.cmake.

cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/source_rules.cmake")

read_arrows("${ARROWS}")
search_sources("${ROOT}")
if(searched EQUAL 0)
  message(FATAL_ERROR "no sources found below ${ROOT}/core")
elseif(findings)
  message(NOTICE "${findings}")
  message(FATAL_ERROR "core breaks rules that tests/compile/source_rules.cmake states")
endif()
message(NOTICE "${searched} sources obey")
