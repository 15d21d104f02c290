// Any text as the rows of a CSV trace: what the quick reader takes is what the thorough reader says.

#include "core/io/csv_line.hpp"
#include "core/io/csv_row.hpp"
#include "core/io/plain_rows.hpp"
#include "tests/fuzz/laws.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace {

using namespace firn;
using fuzz::require;

struct Taken {
    workload::TraceBlock block;
    std::size_t bytes = 0;
};

Taken take_quickly(const io::CsvLayout& layout, std::string_view text) {
    io::PlainRows plain{layout.time, layout.size, layout.delimiter};
    Taken taken;
    Instant latest{};
    taken.bytes = plain.take(text, true, text.size(), latest, taken.block).bytes;
    return taken;
}

void check(const io::CsvLayout& layout, std::string_view text) {
    while (!text.empty()) {
        const Taken taken = take_quickly(layout, text);
        for (std::size_t i = 0; i < taken.block.rows(); ++i) {
            const std::size_t end = text.find('\n') + 1;
            const io::TraceRow row = io::parse_csv_row(layout, io::without_line_end(text.substr(0, end)));
            require(row.kind == io::RowKind::row && row.remarks == 0, "a usual row is a row");
            require(row.time == taken.block.times[i] && row.size == taken.block.sizes[i],
                    "both read the same");
            text.remove_prefix(end);
        }
        const std::size_t end = std::min(text.find('\n'), text.size());
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = fuzz::text_of(data, size);
    check({.time = 0, .size = 1}, text);
    check({.time = 3, .size = 1}, text);
    check({.time = 1, .size = 0, .delimiter = '\t'}, text);
    return 0;
}
