#pragma once

#include "core/random/stream.hpp"
#include "core/service/file.hpp"
#include "core/service/file_cursor.hpp"
#include "core/service/place_settings.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace firn::service {

/// The files of the backfill that still lie in the old place, in their order, and behind them those that come
/// back after a failure.
///
/// On drives they can be taken only while their drive is mounted.
class BackfillLine {
  public:
    BackfillLine(FileCursor files, const std::optional<Drives>& drives, std::uint64_t seed);

    /// The file that stands first and can be taken at `now`; nullptr: none can.
    [[nodiscard]] const File* front(Duration now);
    /// Takes away what front() gave.
    void pop();
    void rejoin(const File& file) { returned_.push_back(file); }
    /// Takes away the first of those that came back; none: nobody did.
    [[nodiscard]] std::optional<File> take_first_returned();

    /// When, after `now`, the drive of the first file is mounted; max(): it is, or there are no drives.
    [[nodiscard]] Duration next_mounted(Duration now) const {
        return mounted_at_ > now ? mounted_at_ : Duration::max();
    }
    /// Whether nothing stands in line and nothing will but what comes back.
    [[nodiscard]] bool is_empty();

    [[nodiscard]] const std::optional<Diagnostics>& error() const { return files_.error(); }
    [[nodiscard]] std::uint64_t lost_files() const { return lost_files_; }
    [[nodiscard]] Bytes lost_bytes() const { return lost_bytes_; }
    [[nodiscard]] std::uint32_t dead_drives() const { return dead_drives_; }

  private:
    [[nodiscard]] const File* next_readable();
    void put_on_drive(const File& file);
    void leave_drive();

    FileCursor files_;
    std::optional<Drives> drives_;
    random::Stream deaths_;
    std::deque<File> returned_;
    bool first_came_back_ = false;

    // Of drives: the one on which the first file lies, and what of it came so far.
    std::uint64_t drive_ = 0;
    Bytes filled_{};
    bool placed_ = false;  ///< the first file's drive is known
    bool dead_ = false;
    /// From when on another drive can be read in each of the places, ascending.
    std::vector<Duration> free_at_;
    Duration mounted_at_ = Duration::max();
    Duration asked_at_{};   ///< the last call of front()
    Duration last_left_{};  ///< when a file was taken from a drive

    std::uint64_t lost_files_ = 0;
    Bytes lost_bytes_{};
    std::uint32_t dead_drives_ = 0;
};

}  // namespace firn::service
