#pragma once

#include "core/workload/file_columns.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace firn::workload {

// The columns `owners`, `prefixes` and `keys` that a FileBlock and a TraceBlock have alike, taken together.

/// What the three columns say of one file; zero where a column is not asked for.
struct FileKey {
    std::uint64_t owner = 0;
    std::uint64_t prefix = 0;
    std::uint64_t key = 0;

    friend constexpr bool operator==(const FileKey&, const FileKey&) = default;
    friend constexpr auto operator<=>(const FileKey&, const FileKey&) = default;
};

/// Of a file with this key, which is taken without what bare_key() leaves out.
[[nodiscard]] FileKey file_key(std::string_view key, const FileColumns& columns);

/// The same hash in copy `copy` of a trace, so that copies are other people: copy 0 is the trace itself.
[[nodiscard]] std::uint64_t hash_of_copy(std::uint64_t hash, std::int64_t copy);

/// Pointers to the three columns of a block.
template <class Block>
[[nodiscard]] constexpr auto key_columns(Block& block) {
    return std::array{&block.owners, &block.prefixes, &block.keys};
}

/// Which columns a block has; a prefix counts as one of one part.
template <class Block>
[[nodiscard]] FileColumns columns_of(const Block& block) {
    return {.owners = !block.owners.empty(),
            .prefix_parts = block.prefixes.empty() ? 0U : 1U,
            .keys = !block.keys.empty()};
}

/// Of file `i` of the block.
template <class Block>
[[nodiscard]] FileKey file_key_at(const Block& block, std::size_t i) {
    return {.owner = block.owners.empty() ? 0 : block.owners[i],
            .prefix = block.prefixes.empty() ? 0 : block.prefixes[i],
            .key = block.keys.empty() ? 0 : block.keys[i]};
}

/// Appends one file to the columns that are asked for.
template <class Block>
void append_key(Block& block, const FileKey& key, const FileColumns& columns) {
    if (columns.owners) block.owners.push_back(key.owner);
    if (columns.prefix_parts > 0) block.prefixes.push_back(key.prefix);
    if (columns.keys) block.keys.push_back(key.key);
}

/// Appends file `i` of a block to the same columns of another.
template <class Block>
void append_key_from(const Block& from, std::size_t i, Block& block) {
    if (!from.owners.empty()) block.owners.push_back(from.owners[i]);
    if (!from.prefixes.empty()) block.prefixes.push_back(from.prefixes[i]);
    if (!from.keys.empty()) block.keys.push_back(from.keys[i]);
}

template <class Block>
void clear_keys(Block& block) {
    for (auto* column : key_columns(block))
        column->clear();
}

/// Leaves the first `files` of each column.
template <class Block>
void cut_keys(Block& block, std::size_t files) {
    for (auto* column : key_columns(block)) {
        if (!column->empty()) column->resize(files);
    }
}

/// The two blocks change their columns.
template <class One, class Other>
void swap_keys(One& one, Other& other) {
    std::swap(one.owners, other.owners);
    std::swap(one.prefixes, other.prefixes);
    std::swap(one.keys, other.keys);
}

/// The columns become those of copy `copy`.
template <class Block>
void make_copy(Block& block, std::int64_t copy) {
    if (copy == 0) return;
    for (auto* column : key_columns(block)) {
        for (std::uint64_t& hash : *column)
            hash = hash_of_copy(hash, copy);
    }
}

}  // namespace firn::workload
