#pragma once

#include "core/workload/file_source.hpp"
#include "core/workload/trace_source.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

/// The key columns that the tests give a file of this size: the size itself, and more by one, two thousand.
inline firn::workload::FileKey key_of_size(firn::Bytes size) {
    const auto number = static_cast<std::uint64_t>(size.count());
    return {.owner = number, .prefix = number + 1'000, .key = number + 2'000};
}

inline constexpr firn::workload::FileColumns kAllColumns{.owners = true, .prefix_parts = 1, .keys = true};

template <class Block>
void add_keys(Block& block) {
    for (const firn::Bytes size : block.sizes)
        append_key(block, key_of_size(size), kAllColumns);
}

/// The source with key_of_size() of each file.
inline firn::workload::FileSource keyed(firn::workload::FileSource source) {
    return [source = std::move(source)](firn::workload::FileBlock& block) {
        auto more = source(block);
        add_keys(block);
        return more;
    };
}

/// The trace with key_of_size() of each row.
inline firn::workload::Trace keyed(firn::workload::Trace trace) {
    const auto open = trace.open;
    trace.open = [open]() -> firn::Result<firn::workload::TraceSource> {
        return firn::workload::TraceSource{[rows = *open()](firn::workload::TraceBlock& block) {
            auto more = rows(block);
            add_keys(block);
            return more;
        }};
    };
    return trace;
}

/// All files of a source in one block; the source must not fail.
inline firn::workload::FileBlock all_of(const firn::workload::FileSource& source) {
    firn::workload::FileBlock all;
    firn::workload::FileBlock block;
    while (source(block).value_or(false)) {
        for (std::size_t i = 0; i < block.files(); ++i) {
            all.arrivals.push_back(block.arrivals[i]);
            all.sizes.push_back(block.sizes[i]);
            append_key_from(block, i, all);
        }
    }
    return all;
}

/// What the three columns say of each file.
inline std::vector<firn::workload::FileKey> keys_in(const firn::workload::FileBlock& block) {
    std::vector<firn::workload::FileKey> keys;
    for (std::size_t i = 0; i < block.files(); ++i)
        keys.push_back(file_key_at(block, i));
    return keys;
}

/// What they should say.
inline std::vector<firn::workload::FileKey> keys_by_size(const firn::workload::FileBlock& block) {
    std::vector<firn::workload::FileKey> keys;
    for (const firn::Bytes size : block.sizes)
        keys.push_back(key_of_size(size));
    return keys;
}
