#include "core/workload/standing_files.hpp"

#include "core/units/rational.hpp"

#include <limits>
#include <utility>

namespace firn::workload {

namespace {

using Wide = UInt128;

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

/// The trace over and over.
class StandingFiles {
  public:
    StandingFiles(Trace trace, Duration spread, std::int64_t copies, std::int64_t files)
        : trace_{std::move(trace)}, spread_{spread}, copies_{copies}, files_{files} {}

    Result<bool> read(FileBlock& block) {
        block.clear();
        for (;;) {
            if (!rows_) {
                if (copy_ + 1 >= copies_) return false;
                ++copy_;
                auto rows = trace_.open();
                if (!rows) return rows.error();
                rows_ = std::move(rows).value();
            }
            const Result<bool> more = rows_(read_);
            if (!more) return more.error();
            if (*more) break;
            rows_ = nullptr;
        }
        std::swap(block.sizes, read_.sizes);
        swap_keys(block, read_);
        make_copy(block, copy_);
        for (std::size_t i = 0; i < block.sizes.size(); ++i)
            block.arrivals.push_back(next_arrival());
        return true;
    }

  private:
    Duration next_arrival() {
        if (files_ == 0) return Duration{0};
        const auto since =
            static_cast<Wide>(next_++) * static_cast<Wide>(spread_.count()) / static_cast<Wide>(files_);
        return Duration{static_cast<std::int64_t>(since)};
    }

    Trace trace_;
    Duration spread_;
    std::int64_t copies_;
    std::int64_t copy_ = -1;  ///< that is being read
    std::int64_t files_;      ///< of all copies; 0: not needed
    std::int64_t next_ = 0;
    TraceSource rows_;
    TraceBlock read_;
};

Result<std::int64_t> count_rows(const Trace& trace) {
    auto rows = trace.open();
    if (!rows) return rows.error();
    std::int64_t count = 0;
    TraceBlock block;
    for (;;) {
        const Result<bool> more = (*rows)(block);
        if (!more) return more.error();
        if (!*more) return count;
        count += static_cast<std::int64_t>(block.rows());
    }
}

void append_keys(const TraceBlock& block, StandingKeys& known) {
    known.owners.insert(known.owners.end(), block.owners.begin(), block.owners.end());
    known.keys.insert(known.keys.end(), block.keys.begin(), block.keys.end());
}

/// What is known of the first copy, of all of them.
void copy_keys(std::vector<std::uint64_t>& hashes, std::int64_t copies) {
    const std::size_t first = hashes.size();
    for (std::int64_t copy = 1; copy < copies; ++copy) {
        for (std::size_t i = 0; i < first; ++i)
            hashes.push_back(hash_of_copy(hashes[i], copy));
    }
}

Diagnostics too_many_bytes(const Trace& trace) {
    return failure({.code = "too-many-bytes",
                    .where = {.file = trace.name},
                    .what = "the archives of the trace together have more than 2^63 - 1 bytes",
                    .remedy = "check the sizes of its largest files"});
}

}  // namespace

Result<FileSource> standing_files(const Trace& trace, Duration spread, std::int64_t copies) {
    std::int64_t files = 0;
    if (spread > Duration{0}) {
        const auto rows = count_rows(trace);
        if (!rows) return rows.error();
        files = *rows * copies;
    }
    return FileSource{[standing = StandingFiles{trace, spread, copies, files}](FileBlock& block) mutable {
        return standing.read(block);
    }};
}

Result<StandingArchives> standing_archives(const Trace& trace, Instant start, std::int64_t copies) {
    auto rows = trace.open();
    if (!rows) return rows.error();
    StandingArchives all;
    TraceBlock block;
    for (;;) {
        const Result<bool> more = (*rows)(block);
        if (!more) return more.error();
        if (!*more) break;
        for (std::size_t i = 0; i < block.rows(); ++i) {
            if (block.sizes[i].count() > kMost / copies - all.bytes.count()) return too_many_bytes(trace);
            all.bytes += block.sizes[i];
            if (block.times[i] > start) ++all.after_start;
        }
        all.archives += static_cast<std::int64_t>(block.rows());
        append_keys(block, all.known);
    }
    copy_keys(all.known.owners, copies);
    copy_keys(all.known.keys, copies);
    all.bytes = Bytes{all.bytes.count() * copies};
    all.archives *= copies;
    all.after_start *= copies;
    return all;
}

}  // namespace firn::workload
