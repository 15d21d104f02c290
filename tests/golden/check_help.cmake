# cmake -DFIRN=<program> -DHELP=<tests/golden/help> -P check_help.cmake
# Fails unless the help of each command, and of each command of a command, is a golden file.

cmake_minimum_required(VERSION 3.25)

# Demands the line for `words`, and goes on to the commands that its help lists.
function(check words)
  string(REPLACE " " ";" arguments "${words}")
  execute_process(COMMAND "${FIRN}" ${arguments} --help OUTPUT_VARIABLE help COMMAND_ERROR_IS_FATAL ANY)
  string(STRIP "firn ${words}" command)
  string(FIND "\n${golden}" ": ${command} --help\n" found)
  if(found EQUAL -1)
    message(SEND_ERROR "${HELP}/commands lacks: ${command} --help")
  endif()
  string(REGEX MATCH "\nSubcommands:\n(  [^\n]*\n)+" subcommands "${help}")
  string(REGEX MATCHALL "\n  [a-z-]+" names "${subcommands}")
  foreach(name IN LISTS names)
    string(STRIP "${name}" name)
    string(STRIP "${words} ${name}" next)
    check("${next}")
  endforeach()
endfunction()

file(READ "${HELP}/commands" golden)
check("")
