#pragma once

#include "core/io/trace_reader.hpp"
#include "core/workload/key_hash.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// The size of each file and its key, which shows as the hash of its whole.
using KeyedRow = std::pair<std::int64_t, std::uint64_t>;
using KeyedRows = std::vector<KeyedRow>;

inline constexpr firn::workload::FileColumns kKeys{.owners = true, .prefix_parts = 2, .keys = true};

/// The rows of a source as one block.
inline firn::Result<firn::workload::TraceBlock> block_of(const firn::workload::TraceSource& source) {
    firn::workload::TraceBlock all;
    firn::workload::TraceBlock block;
    for (;;) {
        const auto more = source(block);
        if (!more) return more.error();
        if (!*more) return all;
        for (std::size_t i = 0; i < block.rows(); ++i) {
            all.times.push_back(block.times[i]);
            all.sizes.push_back(block.sizes[i]);
            append_key_from(block, i, all);
        }
    }
}

inline firn::Result<firn::workload::TraceBlock> block_of(const std::string& path,
                                                         const firn::io::TraceOptions& options) {
    const auto trace = firn::io::open_trace(path, options);
    if (!trace) return trace.error();
    return block_of(trace->rows);
}

inline KeyedRows keyed_rows_of(const firn::workload::TraceBlock& block) {
    KeyedRows rows;
    for (std::size_t i = 0; i < block.rows(); ++i)
        rows.emplace_back(block.sizes[i].count(), block.keys.at(i));
    return rows;
}

/// The row of a file of this size and key.
inline KeyedRow keyed(std::int64_t size, std::string_view key) {
    return {size, firn::workload::key_hash(key)};
}
