# cmake -DROOT=<repository> -P check_glossary.cmake
# Fails unless each name in the second column of docs/glossary.md stands in a header of core or of the window.

cmake_minimum_required(VERSION 3.25)

set(declared "")
file(GLOB_RECURSE headers "${ROOT}/core/*.hpp" "${ROOT}/gui/*.hpp")
foreach(header IN LISTS headers)
  file(READ "${header}" text)
  string(APPEND declared "${text}")
endforeach()

file(READ "${ROOT}/docs/glossary.md" page)
string(REGEX MATCHALL "\n\\| [^|]* \\| `[A-Za-z_]+` \\|" rows "${page}")
list(LENGTH rows count)
if(count LESS 30)
  message(FATAL_ERROR "only ${count} names found in docs/glossary.md: has its layout changed?")
endif()
foreach(row IN LISTS rows)
  string(REGEX REPLACE ".*`([A-Za-z_]+)`.*" "\\1" name "${row}")
  if(NOT declared MATCHES "[^A-Za-z_]${name}[^A-Za-z_]")
    message(SEND_ERROR "docs/glossary.md names ${name}, which no header has")
  endif()
endforeach()
