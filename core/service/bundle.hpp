#pragma once

#include "core/service/stored_archive.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <vector>

namespace firn::service {

/// The numbers of the backfill's archives begin here; live ones are numbered from 0. So a live archive has
/// the draws that it would have without a backfill.
inline constexpr std::uint64_t kFirstBackfillArchive = std::uint64_t{1} << 40U;

/// Files that share an archive: an open directory, and once it is closed what is sent.
struct Bundle {
    Duration closed{};
    /// Of the archive, in order of closing; those of the backfill apart.
    std::uint64_t number = 0;
    bool by_age = false;
    bool from_backfill = false;
    std::uint8_t failed_attempts = 0;
    /// Bytes of the files.
    Bytes raw{};
    /// As it is sent; of an open directory its tar so far.
    Bytes archive{};
    /// Of the files in the order in which they joined; their number is that of the files.
    std::vector<Duration> arrivals{};
    /// The same, where the run needs to know where in an archive a file lies, or which it is.
    std::vector<Bytes> sizes{};
    std::vector<std::uint64_t> numbers{};
    std::vector<DyingFiles> dying{};
    std::vector<SelectedFiles> selected{};
    std::vector<WatchedFile> watched{};

    [[nodiscard]] std::uint64_t files() const { return arrivals.size(); }

    /// Empty again; what memory it has stays.
    void clear() {
        closed = {};
        number = 0;
        by_age = from_backfill = false;
        failed_attempts = 0;
        raw = archive = {};
        arrivals.clear();
        sizes.clear();
        numbers.clear();
        dying.clear();
        selected.clear();
        watched.clear();
    }
};

}  // namespace firn::service
