#include "core/io/trace_writer.hpp"

#include "core/io/output_file.hpp"

#include <fmt/format.h>

#include <cstddef>

namespace firn::io {

namespace {

void append_number(std::string& text, std::int64_t number) {
    const fmt::format_int digits{number};
    text.append(digits.data(), digits.size());
}

}  // namespace

void append_rows(std::string& text, const workload::FileBlock& block, Instant start, TraceTimes times) {
    for (std::size_t i = 0; i < block.files(); ++i) {
        const Instant time = start + block.arrivals[i];
        if (times == TraceTimes::rfc3339) {
            text += to_text(time);
        } else {
            append_number(text, time.time_since_epoch().count());
        }
        text += ',';
        append_number(text, block.sizes[i].count());
        text += '\n';
    }
}

Result<std::int64_t> write_trace(const std::string& path, const workload::FileSource& files, Instant start,
                                 TraceTimes times) {
    Result<OutputFile> file = OutputFile::create(path);
    if (!file) return file.error();
    std::int64_t rows = 0;
    workload::FileBlock block;
    std::string text{kTraceHeader};
    for (;;) {
        const Result<Bytes> appended = file->append(text);
        if (!appended) return appended.error();
        const Result<bool> more = files(block);
        if (!more) return more.error();
        if (!*more) break;
        rows += static_cast<std::int64_t>(block.files());
        text.clear();
        append_rows(text, block, start, times);
    }
    const Result<Bytes> written = file->commit();
    if (!written) return written.error();
    return rows;
}

}  // namespace firn::io
