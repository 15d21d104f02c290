#pragma once

#include <string>
#include <string_view>

namespace firn {

/// A name of a file format as words in a sentence: "retrieval requests" of "retrieval_requests".
[[nodiscard]] std::string name_words(std::string_view name);

}  // namespace firn
