# Language level and code generation. Each target of our own links firn_options; nothing global is changed.
# No -march and no -ffast-math, ever: the same input gives the same bytes on every machine.

add_library(firn_options INTERFACE)
target_compile_features(firn_options INTERFACE cxx_std_20)
target_include_directories(firn_options INTERFACE "${PROJECT_SOURCE_DIR}")

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
