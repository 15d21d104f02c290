#include "core/planner/scaled_files.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace firn::planner {

namespace {

using workload::FileBlock;

/// The rows that `picked` names, in its order; a column that was not asked for stays empty.
template <class T>
std::vector<T> picked_of(const std::vector<T>& column, const std::vector<std::size_t>& picked) {
    std::vector<T> rows;
    if (column.empty()) return rows;
    rows.reserve(picked.size());
    for (const std::size_t row : picked)
        rows.push_back(column[row]);
    return rows;
}

void pick(FileBlock& block, const std::vector<std::size_t>& picked) {
    block.arrivals = picked_of(block.arrivals, picked);
    block.sizes = picked_of(block.sizes, picked);
    block.owners = picked_of(block.owners, picked);
    block.prefixes = picked_of(block.prefixes, picked);
    block.keys = picked_of(block.keys, picked);
}

/// `first`: the number of the block's first file in the workload.
void keep_every_second(FileBlock& block, std::uint64_t first) {
    std::vector<std::size_t> even;
    for (std::size_t row = first % 2; row < block.files(); row += 2)
        even.push_back(row);
    pick(block, even);
}

void double_each(FileBlock& block) {
    std::vector<std::size_t> twice;
    for (std::size_t row = 0; row < block.files(); ++row)
        twice.insert(twice.end(), 2, row);
    pick(block, twice);
}

void change_block(FileBlock& block, FileChange change, std::uint64_t first) {
    switch (change) {
        case FileChange::none:
            return;
        case FileChange::half_as_many:
            return keep_every_second(block, first);
        case FileChange::twice_as_many:
            return double_each(block);
        case FileChange::half_as_large:
            for (Bytes& size : block.sizes)
                size = Bytes{size.count() / 2};
            return;
        case FileChange::twice_as_large:
            for (Bytes& size : block.sizes)
                size += size;
            return;
    }
}

workload::FileSource changed_source(workload::FileSource files, FileChange change) {
    return [files = std::move(files), change,
            first = std::uint64_t{0}](FileBlock& block) mutable -> Result<bool> {
        while (true) {
            auto more = files(block);
            if (!more || !*more) return more;
            const std::uint64_t read = block.files();
            change_block(block, change, first);
            first += read;
            if (block.files() > 0) return true;
        }
    };
}

}  // namespace

OpenFiles changed(OpenFiles open, FileChange change) {
    if (change == FileChange::none) return open;
    return [open = std::move(open), change]() -> Result<workload::FileSource> {
        auto files = open();
        if (!files) return files.error();
        return changed_source(std::move(files).value(), change);
    };
}

}  // namespace firn::planner
