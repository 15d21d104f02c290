#include "core/io/first_line.hpp"

#include "core/io/csv_line.hpp"
#include "core/io/file_head.hpp"
#include "core/io/input_file.hpp"

#include <algorithm>
#include <utility>

namespace firn::io {

Result<FirstLine> read_first_line(const std::string& path) {
    const Result<bool> again = check_can_be_opened_again(path);
    if (!again) return again.error();
    Result<LineBlocks> blocks = LineBlocks::open(path);
    if (!blocks) return blocks.error();
    FirstLine first{.blocks = std::move(*blocks), .line = {}};
    for (;;) {
        const Result<bool> more = first.blocks.next();
        if (!more) return more.error();
        if (!*more) return empty_file(path);
        first.number = first.blocks.first_line();
        first.next = 0;
        const std::string_view text = first.blocks.text();
        for (; first.next < text.size(); ++first.number) {
            const std::size_t end = std::min(text.find('\n', first.next), text.size() - 1) + 1;
            first.line = without_line_end(text.substr(first.next, end - first.next));
            first.next = end;
            if (!trimmed(first.line).empty()) return first;
        }
    }
}

Result<bool> for_each_further_line(
    FirstLine& first, const std::function<void(std::size_t number, std::string_view line)>& take) {
    std::size_t number = first.number;
    std::string_view rest = first.blocks.text().substr(first.next);
    for (;;) {
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
            take(++number, without_line_end(rest.substr(0, end)));
            rest.remove_prefix(end);
        }
        const Result<bool> more = first.blocks.next();
        if (!more) return more.error();
        if (!*more) return true;
        rest = first.blocks.text();
    }
}

}  // namespace firn::io
