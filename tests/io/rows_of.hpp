#pragma once

#include "core/io/trace_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// Microseconds since 1970 and bytes.
using Row = std::pair<std::int64_t, std::int64_t>;
using Rows = std::vector<Row>;

inline firn::Result<Rows> rows_of(const firn::workload::TraceSource& source) {
    Rows rows;
    firn::workload::TraceBlock block;
    for (;;) {
        const auto more = source(block);
        if (!more) return more.error();
        if (!*more) return rows;
        for (std::size_t i = 0; i < block.rows(); ++i) {
            rows.emplace_back(block.times[i].time_since_epoch().count(), block.sizes[i].count());
        }
    }
}

/// All rows of the trace in this file, or what is wrong with it.
inline firn::Result<Rows> rows_of(const std::string& path, const firn::io::TraceOptions& options = {}) {
    const auto trace = firn::io::open_trace(path, options);
    if (!trace) return trace.error();
    return rows_of(trace->rows);
}
