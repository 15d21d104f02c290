# cmake -DROOT=<repository> -DGALLERY=<tests/errors> -P check_codes.cmake
# Fails unless each code of a diagnostic in core and cli is shown by a case of the error gallery.

cmake_minimum_required(VERSION 3.25)

# Codes that no case provokes on every machine: a full disk, a file that only the superuser may read, a disk that fails,
# a file of more than 64 MiB. And those that guard a function which no command calls in such a way: an earlier check
# refuses its input. Folders that change while they are read or that hide something. And one that takes a person at a terminal (tests/cli).
set(without_case answers-ended files-vanished foreign-times-dropped not-readable-dropped file-not-readable
  file-read-failed file-too-large output-disk-full output-failed
  charge-ambiguous copies-out-of-range totals-before-start)

set(codes "")
file(GLOB_RECURSE sources "${ROOT}/core/*.cpp" "${ROOT}/cli/*.cpp")
foreach(source IN LISTS sources)
  file(READ "${source}" text)
  string(REGEX MATCHALL "(\\.code = |Error{|return {|remarks\\.add\\()\"[a-z]+-[a-z0-9-]+\"" found "${text}")
  foreach(place IN LISTS found)
    string(REGEX REPLACE ".*\"([^\"]*)\"" "\\1" code "${place}")
    list(APPEND codes ${code})
  endforeach()
endforeach()
list(REMOVE_DUPLICATES codes)
list(SORT codes)

set(shown "")
file(GLOB expected "${GALLERY}/*.expected")
foreach(file IN LISTS expected)
  file(READ "${file}" text)
  string(REGEX MATCHALL " \\[[a-z0-9-]+\\]\n" found "${text}")
  foreach(place IN LISTS found)
    string(REGEX REPLACE "[^a-z0-9-]" "" code "${place}")
    list(APPEND shown "${code}")
  endforeach()
endforeach()

set(missing "")
foreach(code IN LISTS codes)
  if(NOT code IN_LIST shown AND NOT code IN_LIST without_case)
    string(APPEND missing "  ${code}\n")
  endif()
endforeach()
if(missing)
  message(FATAL_ERROR "no case of tests/errors shows these codes:\n${missing}")
endif()
