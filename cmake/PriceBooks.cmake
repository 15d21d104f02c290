# The price books of scenarios/price_books are built into the program: library firn_price_books.

set(firn_price_book_dir "${PROJECT_SOURCE_DIR}/scenarios/price_books")
set(firn_price_book_cpp "${PROJECT_BINARY_DIR}/embedded_price_books.cpp")
file(GLOB_RECURSE firn_price_book_files CONFIGURE_DEPENDS "${firn_price_book_dir}/*.yaml")

# The list of names stands in a file of its own, so that a removed book is noticed too.
set(firn_price_book_list "${PROJECT_BINARY_DIR}/price_books.txt")
list(JOIN firn_price_book_files "\n" firn_price_book_names)
file(CONFIGURE OUTPUT "${firn_price_book_list}" CONTENT "@firn_price_book_names@\n" @ONLY)

add_custom_command(OUTPUT "${firn_price_book_cpp}"
  COMMAND "${CMAKE_COMMAND}" "-DLIST=${firn_price_book_list}" "-DROOT=${firn_price_book_dir}"
          "-DOUT=${firn_price_book_cpp}" -P "${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake"
  DEPENDS ${firn_price_book_files} "${firn_price_book_list}" "${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake"
  COMMENT "Embedding the price books"
  VERBATIM)

# Generated text: neither warnings nor clang-tidy look at it.
add_library(firn_price_books STATIC "${firn_price_book_cpp}")
target_link_libraries(firn_price_books PUBLIC firn_options)
