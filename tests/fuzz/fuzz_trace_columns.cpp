// Any text as the columns of a table, and as the table that they are looked for in.

#include "core/io/trace_columns.hpp"
#include "core/io/trace_reader.hpp"
#include "tests/fuzz/laws.hpp"

#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace {

void read_table(const std::string& path, const firn::io::TraceOptions& options) {
    const auto trace = firn::io::open_trace(path, options);
    if (!trace) return firn::fuzz::check_diagnostics(trace.error());
    firn::workload::TraceBlock block;
    for (auto more = trace->rows(block); !more || *more; more = trace->rows(block)) {
        if (!more) return firn::fuzz::check_diagnostics(more.error());
    }
}

}  // namespace

/// The first line says which columns are read of the rest.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = firn::fuzz::text_of(data, size);
    const std::size_t end = std::min(text.find('\n'), text.size());
    const auto columns = firn::io::parse_trace_columns(text.substr(0, end));
    if (!columns) {
        firn::fuzz::check_diagnostics(columns.error());
        return 0;
    }
    const std::string path = "fuzz_trace_columns." + std::to_string(getpid()) + ".csv";
    std::ofstream{path, std::ios::binary} << text.substr(std::min(end + 1, text.size()));
    firn::io::TraceOptions options;
    options.columns = *columns;
    options.order = firn::io::RowOrder::sorted;
    read_table(path, options);
    options.strict = true;
    read_table(path, options);
    unlink(path.c_str());
    return 0;
}
