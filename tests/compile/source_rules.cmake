# The rules that sources of core obey, and the search for lines that break one.
#
#   rule(<name> [FORBID_INCLUDE <regex>] [FORBID_WORD <regex>] [ONLY_IN <modules...>] [BUT_IN <modules...>] SAY <text>)
#
# FORBID_INCLUDE is matched with what stands between < > or " " of an include, from its start; FORBID_WORD with whole
# words outside comments and strings. ONLY_IN: the modules it holds in (all); BUT_IN: the modules it does not hold in.

set(rules "")

function(rule name)
  cmake_parse_arguments(PARSE_ARGV 1 r "" "FORBID_INCLUDE;FORBID_WORD;SAY" "ONLY_IN;BUT_IN")
  set(rules ${rules} ${name} PARENT_SCOPE)
  foreach(key FORBID_INCLUDE FORBID_WORD SAY ONLY_IN BUT_IN)
    set(rule_${name}_${key} "${r_${key}}" PARENT_SCOPE)
  endforeach()
endfunction()

rule(window FORBID_INCLUDE "Q" SAY "core knows no window")
rule(console FORBID_INCLUDE "iostream>|print>" SAY "core has no console")
rule(console_names FORBID_WORD "cout|cerr|clog|cin|fmt::print|fmt::println|printf|puts|putchar|getchar"
  SAY "core has no console")
rule(files FORBID_INCLUDE "fstream|filesystem|cstdio|stdio\\.h|unistd\\.h|fcntl\\.h|sys/(stat|file|types|uio|sendfile)\\.h|fmt/os\\.h" BUT_IN io
  SAY "files are opened in core/io only")
rule(file_names FORBID_WORD "fopen|freopen|fdopen|fread|fwrite|fprintf|fputs|fgets|tmpfile|ifstream|ofstream|fstream"
  BUT_IN io SAY "files are opened in core/io only")
rule(environment FORBID_WORD "getenv|secure_getenv|setenv|setlocale" SAY "core knows no environment: pass it in")
rule(zlib FORBID_INCLUDE "zlib\\.h" BUT_IN io SAY "zlib lives in core/io")
rule(yaml FORBID_INCLUDE "yaml-cpp" BUT_IN yaml SAY "yaml-cpp lives in core/yaml")
rule(eigen FORBID_INCLUDE "Eigen|eigen3" BUT_IN planner forecast SAY "Eigen lives in core/planner and core/forecast")
rule(json FORBID_INCLUDE "nlohmann" BUT_IN report SAY "nlohmann-json lives in core/report")
rule(simdjson FORBID_INCLUDE "simdjson" BUT_IN io price_lists SAY "simdjson lives in core/io and core/price_lists")
rule(nettle FORBID_INCLUDE "nettle" BUT_IN io SAY "Nettle lives in core/io")
rule(boost FORBID_INCLUDE "boost" BUT_IN units SAY "Boost lives in core/units")
rule(random123 FORBID_INCLUDE "Random123" BUT_IN random SAY "Random123 lives in core/random")
rule(command_line FORBID_INCLUDE "CLI/" SAY "CLI11 lives in cli")
rule(outside FORBID_INCLUDE "cli/|gui/|tests/" SAY "core knows neither cli nor gui nor tests")
rule(clock FORBID_WORD "system_clock|steady_clock|high_resolution_clock|utc_clock|clock_gettime|gettimeofday|std::time"
  SAY "core has no clock: time comes in as an argument")
rule(chance FORBID_INCLUDE "random>" SAY "the standard's distributions differ between machines: use core/random")
rule(chance_names FORBID_WORD "random_device|mt19937|mt19937_64|default_random_engine|std::rand|srand|rand"
  SAY "the standard's generators are no streams of ours: use core/random")
rule(money FORBID_WORD "double|float" ONLY_IN pricing price_lists usage SAY "no floating-point number ever becomes money")

# Appends to `findings` what breaks `name` at the place of `found` in `text`, both as the rule sees them.
macro(report name file text found)
  string(FIND "${text}" "${found}" place)
  string(SUBSTRING "${text}" 0 ${place} before)
  string(REGEX MATCHALL "\n" newlines "${before}")
  list(LENGTH newlines line)
  math(EXPR line "${line} + 1")
  string(APPEND findings "${file}:${line}: ${name}: ${rule_${name}_SAY}\n")
endmacro()

# Sets `applies` to whether the rule holds in the module.
function(holds_in name module)
  set(applies TRUE)
  if(rule_${name}_ONLY_IN AND NOT module IN_LIST rule_${name}_ONLY_IN)
    set(applies FALSE)
  endif()
  if(module IN_LIST rule_${name}_BUT_IN)
    set(applies FALSE)
  endif()
  set(applies ${applies} PARENT_SCOPE)
endfunction()

# Matches one file of a module with all rules that hold there.
function(check_rules module file text)
  string(REPLACE "'\"'" "' '" words "\n${text}")
  string(REGEX REPLACE "\"[^\"\n]*\"" "\"\"" words "${words}")
  string(REGEX REPLACE "//[^\n]*" "" words "${words}")
  string(SUBSTRING "${words}" 1 -1 words)
  foreach(name IN LISTS rules)
    holds_in(${name} ${module})
    set(found "")
    if(applies AND rule_${name}_FORBID_INCLUDE)
      if("\n${text}" MATCHES "\n([ \t]*#[ \t]*include[ \t]*[<\"](${rule_${name}_FORBID_INCLUDE}))")
        report(${name} "${file}" "${text}" "${CMAKE_MATCH_1}")
      endif()
    endif()
    if(applies AND rule_${name}_FORBID_WORD)
      if(" ${words} " MATCHES "[^A-Za-z0-9_]((${rule_${name}_FORBID_WORD})[^A-Za-z0-9_])")
        report(${name} "${file}" "${words} " "${CMAKE_MATCH_1}")
      endif()
    endif()
  endforeach()
  set(findings "${findings}" PARENT_SCOPE)
endfunction()

set(rule_arrow_SAY "no arrow in core/CMakeLists.txt allows this include")
set(rule_pragma_SAY "a header begins with #pragma once")

# Every include of a module's header is of the module itself or of one that it links.
function(check_arrows module file text)
  string(REGEX MATCHALL "\n[ \t]*#[ \t]*include[ \t]*[<\"]core/[a-z0-9_]+/" includes "\n${text}")
  foreach(include IN LISTS includes)
    string(REGEX REPLACE ".*core/([a-z0-9_]+)/" "\\1" used "${include}")
    if(NOT used IN_LIST arrows_of_${module} AND NOT used STREQUAL module)
      string(STRIP "${include}" include)
      report(arrow "${file}" "${text}" "${include}")
    endif()
  endforeach()
  set(findings "${findings}" PARENT_SCOPE)
endfunction()

function(check_pragma file text)
  if(file MATCHES "\\.hpp$" AND NOT text MATCHES "^#pragma once\n")
    report(pragma "${file}" "${text}" "")
    set(findings "${findings}" PARENT_SCOPE)
  endif()
endfunction()

# Reads "module: linked linked" lines into arrows_of_<module>.
macro(read_arrows path)
  file(STRINGS "${path}" arrow_lines)
  foreach(line IN LISTS arrow_lines)
    string(REGEX MATCH "^([a-z0-9_]+): *(.*)$" matched "${line}")
    string(REPLACE " " ";" arrows_of_${CMAKE_MATCH_1} "${CMAKE_MATCH_2}")
  endforeach()
endmacro()

# Sets `findings` to one line for each source below <root>/core that breaks a rule.
function(search_sources root)
  file(GLOB_RECURSE files RELATIVE "${root}" "${root}/core/*.hpp" "${root}/core/*.cpp")
  list(LENGTH files searched)
  set(findings "")
  foreach(file IN LISTS files)
    string(REGEX REPLACE "^core/([^/]+)/.*" "\\1" module "${file}")
    file(READ "${root}/${file}" text)
    # Brackets and semicolons would take part in CMake's lists.
    string(REPLACE ";" "," text "${text}")
    string(REPLACE "[" "(" text "${text}")
    string(REPLACE "]" ")" text "${text}")
    check_rules(${module} "${file}" "${text}")
    check_arrows(${module} "${file}" "${text}")
    check_pragma("${file}" "${text}")
  endforeach()
  set(findings "${findings}" PARENT_SCOPE)
  set(searched "${searched}" PARENT_SCOPE)
endfunction()
