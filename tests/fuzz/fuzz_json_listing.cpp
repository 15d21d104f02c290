// Any bytes as a listing in JSON, of either tool: rows, or diagnostics; the same rows when read once more.

#include "core/io/json_listing.hpp"
#include "tests/fuzz/laws.hpp"

#include <unistd.h>

#include <fstream>
#include <utility>

namespace {

using firn::fuzz::require;

/// The file that the reader opens, one a process.
std::string kept_in_file(const std::uint8_t* data, std::size_t size) {
    std::string path = "fuzz_json_listing." + std::to_string(getpid()) + ".json";
    std::ofstream{path, std::ios::binary} << firn::fuzz::text_of(data, size);
    return path;
}

/// The number of rows; none after a fault.
std::size_t rows_of(const std::string& path, firn::io::TraceFormat format) {
    auto bytes = firn::io::ByteStream::open(path);
    if (!bytes) {
        firn::fuzz::check_diagnostics(bytes.error());
        return 0;
    }
    firn::io::JsonListing listing{firn::io::JsonScanner{std::move(*bytes)}, format,
                                  std::make_shared<firn::io::ReadingTally>()};
    std::size_t rows = 0;
    firn::workload::TraceBlock block;
    for (;;) {
        const auto more = listing.read(block);
        if (!more) {
            firn::fuzz::check_diagnostics(more.error());
            return 0;
        }
        if (!*more) return rows;
        require(block.times.size() == block.sizes.size(), "each row has a time and a size");
        rows += block.rows();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string path = kept_in_file(data, size);
    for (const auto format : {firn::io::TraceFormat::aws_s3api, firn::io::TraceFormat::rclone_lsjson})
        require(rows_of(path, format) == rows_of(path, format), "a listing reads the same each time");
    unlink(path.c_str());
    return 0;
}
