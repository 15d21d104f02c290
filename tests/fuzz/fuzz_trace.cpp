// Any bytes as a trace (CSV, listings, gzip, by their first line): rows in the order of their times, or
// diagnostics.

#include "core/io/trace_reader.hpp"
#include "core/workload/file_source.hpp"
#include "tests/fuzz/laws.hpp"

#include <unistd.h>

#include <fstream>

namespace {

using firn::fuzz::require;

/// The file that the reader opens, one a process.
std::string kept_in_file(const std::uint8_t* data, std::size_t size) {
    std::string path = "fuzz_trace." + std::to_string(getpid()) + ".trace";
    std::ofstream{path, std::ios::binary} << firn::fuzz::text_of(data, size);
    return path;
}

void check_rows(firn::workload::TraceSource& rows) {
    firn::workload::TraceBlock block;
    firn::Instant latest{};
    for (auto more = rows(block); !more || *more; more = rows(block)) {
        if (!more) return firn::fuzz::check_diagnostics(more.error());
        require(block.times.size() == block.sizes.size(), "each row has a time and a size");
        for (const firn::Instant time : block.times) {
            require(time >= latest, "rows come in the order of their times");
            latest = time;
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string path = kept_in_file(data, size);
    auto trace = firn::io::open_trace(path);
    if (trace) {
        check_rows(trace->rows);
    } else {
        firn::fuzz::check_diagnostics(trace.error());
    }
    unlink(path.c_str());
    return 0;
}
