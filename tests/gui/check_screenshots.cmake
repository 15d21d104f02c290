# cmake -DPROGRAM=<firn-gui> -DSCENARIO=<file> -DBESIDE=<file> -DFOLDER=<folder> -P check_screenshots.cmake
# Draws every page once and once more at double density; each must be a PNG of the right size.

cmake_minimum_required(VERSION 3.25)

# The width and height of a PNG stand in its bytes 16 to 23.
function(check_size file width height)
  if(NOT EXISTS "${file}")
    message(FATAL_ERROR "${file} was not drawn")
  endif()
  file(READ "${file}" head LIMIT 24 HEX)
  string(SUBSTRING "${head}" 32 8 width_hex)
  string(SUBSTRING "${head}" 40 8 height_hex)
  math(EXPR drawn_width "0x${width_hex}")
  math(EXPR drawn_height "0x${height_hex}")
  if(NOT drawn_width EQUAL width OR NOT drawn_height EQUAL height)
    message(FATAL_ERROR "${file} is ${drawn_width}x${drawn_height}, not ${width}x${height}")
  endif()
endfunction()

foreach(scale IN ITEMS 1 2)
  set(folder "${FOLDER}/${scale}")
  file(REMOVE_RECURSE "${folder}")
  execute_process(COMMAND "${PROGRAM}" --screenshots "${folder}" --scale ${scale} --beside "${BESIDE}" "${SCENARIO}"
                  RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "firn-gui failed: ${failed}")
  endif()
  math(EXPR width "1280 * ${scale}")
  math(EXPR height "720 * ${scale}")
  foreach(page IN ITEMS scenario bundle-size bills compare pipeline pipeline-pools restore reconcile variance side-by-side)
    check_size("${folder}/${page}.png" ${width} ${height})
  endforeach()
endforeach()
