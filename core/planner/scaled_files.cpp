#include "core/planner/scaled_files.hpp"

#include <algorithm>
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

constexpr unsigned kWeightBits = 32;

/// What the changes know of the files that were read before.
struct Progress {
    std::uint64_t files = 0;
    std::uint64_t weight = 0;  ///< below one file, in 2^32nds
};

void keep_every_second(FileBlock& block, std::uint64_t first) {
    std::vector<std::size_t> even;
    for (std::size_t row = first % 2; row < block.files(); row += 2)
        even.push_back(row);
    pick(block, even);
}

void grow(FileBlock& block, FileChange change, std::uint64_t& weight) {
    std::vector<std::size_t> copies;
    for (std::size_t row = 0; row < block.files(); ++row) {
        weight += growth_weight(change, block.arrivals[row]);
        copies.insert(copies.end(), weight >> kWeightBits, row);
        weight &= (std::uint64_t{1} << kWeightBits) - 1;
    }
    pick(block, copies);
}

void double_each(FileBlock& block) {
    std::vector<std::size_t> twice;
    for (std::size_t row = 0; row < block.files(); ++row)
        twice.insert(twice.end(), 2, row);
    pick(block, twice);
}

void change_block(FileBlock& block, FileChange change, Progress& progress) {
    switch (change) {
        case FileChange::none:
            return;
        case FileChange::half_as_many:
            return keep_every_second(block, progress.files);
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
        case FileChange::more_each_year:
        case FileChange::fewer_each_year:
            return grow(block, change, progress.weight);
    }
}

workload::FileSource changed_source(workload::FileSource files, FileChange change) {
    return
        [files = std::move(files), change, progress = Progress{}](FileBlock& block) mutable -> Result<bool> {
            while (true) {
                auto more = files(block);
                if (!more || !*more) return more;
                const std::uint64_t read = block.files();
                change_block(block, change, progress);
                progress.files += read;
                if (block.files() > 0) return true;
            }
        };
}

}  // namespace

std::uint64_t growth_weight(FileChange change, Duration arrival) {
    const auto [numerator, denominator] = change == FileChange::more_each_year
                                              ? std::pair<std::uint64_t, std::uint64_t>{5, 4}
                                              : std::pair<std::uint64_t, std::uint64_t>{4, 5};
    const auto since = static_cast<std::uint64_t>(std::max(arrival, Duration{}).count());
    const auto year = static_cast<std::uint64_t>(kYearOfGrowth.count());
    constexpr std::uint64_t kMostYears = 40;  // beyond, it stays as it is
    std::uint64_t weight = std::uint64_t{1} << kWeightBits;
    for (std::uint64_t years = std::min(since / year, kMostYears); years > 0; --years)
        weight = weight * numerator / denominator;
    if (since / year >= kMostYears) return weight;
    const std::uint64_t next = weight * numerator / denominator;
    const auto rest = static_cast<Int128>(since % year);
    const auto step = static_cast<Int128>(next) - static_cast<Int128>(weight);
    return weight +
           static_cast<std::uint64_t>(static_cast<std::int64_t>(step * rest / static_cast<Int128>(year)));
}

OpenFiles changed(OpenFiles open, FileChange change) {
    if (change == FileChange::none) return open;
    return [open = std::move(open), change]() -> Result<workload::FileSource> {
        auto files = open();
        if (!files) return files.error();
        return changed_source(std::move(files).value(), change);
    };
}

}  // namespace firn::planner
