// Any text as the manifest of an inventory, and as the lines of its files: a layout whose columns exist, rows
// whose times are known, or diagnostics.

#include "core/io/csv_line.hpp"
#include "core/io/inventory_manifest.hpp"
#include "core/io/inventory_row.hpp"
#include "tests/fuzz/laws.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace {

using namespace firn;
using fuzz::require;

void check_layout(const io::InventoryLayout& layout) {
    require(layout.size < layout.columns && layout.time < layout.columns, "the columns are there");
    require(layout.is_latest.value_or(0) < layout.columns, "the column of versions is there");
    require(layout.is_delete_marker.value_or(0) < layout.columns, "the column of delete markers is there");
}

void check_row(const io::InventoryLayout& layout, std::string_view line) {
    const io::InventoryRow row = io::parse_inventory_row(layout, line);
    require(row.time >= Instant{} && row.size >= Bytes{}, "neither time nor size is negative");
    require(row.fault.empty() || !io::wording_of(row, layout).code.empty(), "a fault has words");
    require(row.fault.empty() ||
                (row.fault.data() >= line.data() && row.fault.data() <= line.data() + line.size()),
            "a fault lies in its line");
}

void check_lines(const io::InventoryLayout& layout, std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        check_row(layout, io::without_line_end(text.substr(0, end)));
        text.remove_prefix(end);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = fuzz::text_of(data, size);
    const auto manifest = io::parse_inventory_manifest("manifest.json", text);
    io::InventoryLayout layout{.columns = 8, .size = 5, .time = 6, .is_latest = 3, .is_delete_marker = 4};
    if (manifest) {
        check_layout(manifest->layout);
        layout = manifest->layout;
    } else {
        fuzz::check_diagnostics(manifest.error());
    }
    check_lines(layout, text);
    return 0;
}
