#pragma once

#include <span>
#include <string_view>

namespace firn {

/// A file that was built into the program, for example {"aws-glacier/us-east-1.yaml", "price_book: …"}.
struct EmbeddedFile {
    std::string_view path;  ///< below scenarios/price_books, with forward slashes
    std::string_view text;  ///< the whole file, as it was when the program was built
};

/// The price books built into the program, ordered by path; they live as long as the program.
[[nodiscard]] std::span<const EmbeddedFile> embedded_price_books();

}  // namespace firn
