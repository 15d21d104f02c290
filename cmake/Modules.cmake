# How a library of our own is made, and how a core module states what it may use.

# Links what every target of ours links: options, warnings, analysis.
function(firn_set_up target)
  target_link_libraries(${target} PRIVATE firn_warnings)
  firn_analyse(${target})
endfunction()

# firn_library(<target> SOURCES <files...> [LINKS <libraries...>] [PRIVATE_LIBS <libraries...>])
# A static library; without sources, an interface library with the same links.
function(firn_library target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS;PRIVATE_LIBS")
  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    target_link_libraries(${target} PUBLIC firn_options ${arg_LINKS} PRIVATE ${arg_PRIVATE_LIBS})
    firn_set_up(${target})
    firn_precompile(${target})
  else()
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE firn_options ${arg_LINKS})
  endif()
endfunction()

# firn_module(<name> [LINKS <modules...>] [PUBLIC_LIBS <libraries...>] [PRIVATE_LIBS <libraries...>])
# The core module core/<name> as library firn_<name>, alias firn::<name>. LINKS are the only modules whose
# headers it may include; they are recorded in the property FIRN_ARROWS, from which tests/compile checks it.
function(firn_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS;PUBLIC_LIBS;PRIVATE_LIBS")
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp")
  list(TRANSFORM arg_LINKS PREPEND firn:: OUTPUT_VARIABLE modules)
  firn_library(firn_${name} SOURCES ${sources} LINKS ${modules} ${arg_PUBLIC_LIBS}
    PRIVATE_LIBS ${arg_PRIVATE_LIBS})
  add_library(firn::${name} ALIAS firn_${name})
  list(JOIN arg_LINKS " " arrow)
  set_property(GLOBAL APPEND PROPERTY FIRN_MODULES ${name})
  set_property(GLOBAL APPEND_STRING PROPERTY FIRN_ARROWS "${name}: ${arrow}\n")
endfunction()
