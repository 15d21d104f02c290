# FIRN_SANITIZE: a list such as "address;undefined". A finding ends the program, so that a test sees it.

set(FIRN_SANITIZE "" CACHE STRING "Sanitizers to build with, as a list: address;undefined")

if(FIRN_SANITIZE)
  list(JOIN FIRN_SANITIZE "," firn_sanitizers)
  target_compile_options(firn_options INTERFACE
    -fsanitize=${firn_sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(firn_options INTERFACE -fsanitize=${firn_sanitizers})
endif()
