# Optimised builds see the files of the simulator as one: an event passes through a dozen of its small functions, which live
# in files of their own so that they can be read.

include(CheckIPOSupported)
check_ipo_supported(RESULT FIRN_HAS_IPO LANGUAGES CXX)

# Where the compiler can, for modules of core.
function(firn_optimise_together)
  if(NOT FIRN_HAS_IPO)
    return()
  endif()
  foreach(module IN LISTS ARGN)
    set_target_properties(firn_${module} PROPERTIES INTERPROCEDURAL_OPTIMIZATION_RELEASE ON)
  endforeach()
endfunction()
