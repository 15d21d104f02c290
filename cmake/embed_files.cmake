# cmake -DLIST=<file with one path a line> -DROOT=<folder> -DOUT=<file.cpp> -P embed_files.cmake
# Writes a table of the files' texts, as raw string literals; names are relative to ROOT. Long files are cut into
# pieces, because a compiler may limit one literal.

cmake_minimum_required(VERSION 3.25)

set(piece_length 8000)

# Ends `piece` behind its last line, where it has one, so that no character is cut in two.
macro(cut_at_line_end)
  string(FIND "${piece}" "\n" line_end REVERSE)
  if(NOT line_end EQUAL -1)
    math(EXPR length "${line_end} + 1")
    string(SUBSTRING "${piece}" 0 ${length} piece)
  endif()
endmacro()

# Appends one file's entry to `text`.
function(append_entry path)
  file(RELATIVE_PATH name "${ROOT}" "${path}")
  file(READ "${path}" rest)
  string(LENGTH "${rest}" left)
  string(APPEND text "    EmbeddedFile{\"${name}\",\n")
  if(left EQUAL 0)
    string(APPEND text "\"\"sv\n")
  endif()
  while(left GREATER 0)
    string(SUBSTRING "${rest}" 0 ${piece_length} piece)
    cut_at_line_end()
    string(LENGTH "${piece}" taken)
    string(SUBSTRING "${rest}" ${taken} -1 rest)
    math(EXPR left "${left} - ${taken}")
    string(APPEND text "R\"firn-text(${piece})firn-text\"sv\n")
  endwhile()
  string(APPEND text "},\n")
  set(text "${text}" PARENT_SCOPE)
endfunction()

file(STRINGS "${LIST}" paths ENCODING UTF-8)
list(LENGTH paths count)
set(text "// Made by cmake/embed_files.cmake; not to be edited.\n#include \"core/catalogue/embedded_price_books.hpp\"\n\n")
string(APPEND text "#include <array>\n\nusing namespace std::literals;\n\nnamespace firn {\nnamespace {\n")
string(APPEND text "constexpr std::array<EmbeddedFile, ${count}> kFiles{\n")
foreach(path IN LISTS paths)
  append_entry("${path}")
endforeach()
string(APPEND text "};\n}  // namespace\n\n")
string(APPEND text "std::span<const EmbeddedFile> embedded_price_books() { return kFiles; }\n}  // namespace firn\n")
file(WRITE "${OUT}" "${text}")
