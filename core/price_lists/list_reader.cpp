#include "core/price_lists/list_reader.hpp"

#include "core/price_lists/csv_list.hpp"
#include "core/price_lists/json_list.hpp"
#include "core/price_lists/list_text.hpp"

#include <utility>

namespace firn::price_lists {

namespace {

/// What the JSON parser may read behind the text.
constexpr std::size_t kBehind = 64;

Result<ReadList> read(const std::string& file, std::string_view padded, std::size_t readable) {
    ListText text{file, padded};
    const std::size_t first = padded.find_first_not_of(" \t\r\n");
    const bool is_json = first != std::string_view::npos && (padded[first] == '{' || padded[first] == '[' ||
                                                             padded.substr(first).starts_with("\"{"));
    ReadList result;
    result.list = is_json ? read_json_list(text, readable) : read_csv_list(text);
    Diagnostics diagnostics = std::move(text).take();
    if (has_errors(diagnostics)) return diagnostics;
    result.notes = std::move(diagnostics);
    return result;
}

}  // namespace

Result<ReadList> read_price_list(const std::string& file, std::string_view text, std::size_t readable) {
    if (readable >= text.size() + kBehind) return read(file, text, readable);
    std::string copy;
    copy.reserve(text.size() + kBehind);
    copy.assign(text);
    copy.append(kBehind, '\0');
    return read(file, std::string_view{copy}.substr(0, text.size()), copy.size());
}

}  // namespace firn::price_lists
