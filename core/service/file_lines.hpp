#pragma once

#include "core/service/backfill_line.hpp"
#include "core/service/file.hpp"
#include "core/service/live_line.hpp"
#include "core/units/time.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace firn::service {

/// Where files wait for a fetcher: live ones, and behind them those of the backfill, if there is one.
class FileLines {
  public:
    FileLines(FileStream live, std::optional<BackfillLine> backfill)
        : live_{std::move(live)}, backfill_{std::move(backfill)} {}

    /// The live file that arrives next; nullptr at the end, and after an error.
    [[nodiscard]] const File* next_arrival() const { return live_.next_arrival(); }
    /// It joins the line.
    void arrive() { live_.arrive(); }
    /// The pause after a failed attempt has ended.
    void rejoin(const File& file);

    /// Whose turn it is at `now`; nullptr: nobody's. `with_backfill`: a fetcher may take a file of it.
    [[nodiscard]] const File* first(bool with_backfill, Duration now) {
        if (!live_.empty()) return &live_.front();
        return backfill_ && with_backfill ? backfill_->front(now) : nullptr;
    }
    /// Takes away what first() gave.
    void pop(bool from_backfill) {
        if (from_backfill) {
            backfill_->pop();
        } else {
            live_.pop_front();
        }
    }
    /// Takes away the first of those that came back, live ones before the others.
    [[nodiscard]] std::optional<File> take_first_returned();

    [[nodiscard]] const LiveLine& live() const { return live_; }
    /// No file of the backfill waits, and none will but what comes back.
    [[nodiscard]] bool no_backfill() { return !backfill_ || backfill_->is_empty(); }
    /// When, after `now`, the drive of the backfill's first file is mounted; max(): nobody waits for one.
    [[nodiscard]] Duration next_mounted(Duration now) const {
        return backfill_ ? backfill_->next_mounted(now) : Duration::max();
    }

    /// Live files that waited together; as of the calls of note_length().
    [[nodiscard]] std::uint64_t longest() const { return longest_; }
    void note_length() { longest_ = std::max<std::uint64_t>(longest_, live_.size()); }

    /// nullptr: there is no backfill.
    [[nodiscard]] const BackfillLine* backfill() const { return backfill_ ? &*backfill_ : nullptr; }

  private:
    LiveLine live_;
    std::optional<BackfillLine> backfill_;
    std::uint64_t longest_ = 0;
};

}  // namespace firn::service
