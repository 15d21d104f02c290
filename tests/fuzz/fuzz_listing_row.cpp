// Any line as a row of each tool's listing: a row, a reason to leave it out, or a fault that lies within the
// line.

#include "core/io/csv_row.hpp"
#include "core/io/listing_row.hpp"
#include "core/io/trace_format.hpp"
#include "tests/fuzz/laws.hpp"

#include <functional>
#include <string_view>

namespace {

using firn::fuzz::require;
using firn::io::RowKind;
using firn::io::TraceRow;

void check(const TraceRow& row, std::string_view line) {
    if (row.kind == RowKind::row) {
        require(row.size.count() >= 0, "a size is not negative");
        require(row.time >= firn::Instant{} && row.time <= firn::io::kLastInstant,
                "a time is within its range");
    }
    if (row.kind == RowKind::left_out) require(row.remarks != 0, "what is left out has a reason");
    if (row.fault.data() == nullptr) return;
    const std::less_equal<const char*> not_after;
    require(not_after(line.data(), row.fault.data()) &&
                not_after(row.fault.data() + row.fault.size(), line.data() + line.size()),
            "a fault lies within its line");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = firn::fuzz::text_of(data, size);
    check(firn::io::parse_find_row(text), text);
    check(firn::io::parse_aws_s3_ls_row(text), text);
    check(firn::io::parse_rclone_lsl_row(text), text);
    check(firn::io::parse_ls_l_row(text), text);
    check(firn::io::parse_tar_tv_row(text), text);
    check(firn::io::parse_csv_row({}, text), text);
    check(firn::io::parse_csv_row({.time = 2, .size = 0, .delimiter = '\t'}, text), text);
    check(firn::io::parse_csv_row({.time = firn::io::CsvLayout::kNone, .size = 1}, text), text);
    const auto recognised = firn::io::recognise_text(text);
    require(!firn::io::name_of(recognised.format).empty(), "every format has a name");
    return 0;
}
