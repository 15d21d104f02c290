#pragma once

#include "core/workload/file_source.hpp"
#include "core/workload/trace_source.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// Arrival in microseconds and size in bytes.
using File = std::pair<std::int64_t, std::int64_t>;
using Files = std::vector<File>;

/// All files of a source, which must not fail.
inline Files files_of(const firn::workload::FileSource& source) {
    Files files;
    firn::workload::FileBlock block;
    while (source(block).value_or(false)) {
        for (std::size_t i = 0; i < block.files(); ++i) {
            files.emplace_back(block.arrivals[i].count(), block.sizes[i].count());
        }
    }
    return files;
}

/// A source of these files in blocks of `per_block`.
inline firn::workload::FileSource source_of(Files files, std::size_t per_block = 3) {
    return [files = std::move(files), per_block,
            next = std::size_t{0}](firn::workload::FileBlock& block) mutable -> firn::Result<bool> {
        block.clear();
        const std::size_t end = std::min(next + per_block, files.size());
        for (; next < end; ++next) {
            block.arrivals.emplace_back(files[next].first);
            block.sizes.emplace_back(files[next].second);
        }
        return block.files() > 0;
    };
}

/// A source that fails after these files.
inline firn::workload::FileSource failing_after(Files files) {
    return [source = source_of(std::move(files))](firn::workload::FileBlock& block) -> firn::Result<bool> {
        const auto more = source(block);
        if (more && !*more) return firn::failure({.code = "broken", .what = "broken"});
        return more;
    };
}

/// A trace of these rows (microseconds since 1970) that can be opened any number of times.
inline firn::workload::Trace trace_of(Files rows) {
    return {.name = "trace.csv",
            .open = [rows = std::move(rows)]() -> firn::Result<firn::workload::TraceSource> {
                return firn::workload::TraceSource{
                    [files = source_of(rows), read = firn::workload::FileBlock{}](
                        firn::workload::TraceBlock& block) mutable -> firn::Result<bool> {
                        const auto more = files(read);
                        block.clear();
                        for (const firn::Duration time : read.arrivals)
                            block.times.emplace_back(time);
                        block.sizes = read.sizes;
                        return more;
                    }};
            }};
}
