#pragma once

#include "core/service/backfill_line.hpp"
#include "core/service/file.hpp"
#include "core/service/waiting_line.hpp"
#include "core/units/time.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace firn::service {

/// Where files wait for a fetcher: live ones, and behind them those of the backfill, if there is one.
class FileLines {
  public:
    explicit FileLines(std::optional<BackfillLine> backfill) : backfill_{std::move(backfill)} {}

    /// A live file has arrived.
    void join(const File& file) { live_.join(file); }
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

    [[nodiscard]] bool no_live() const { return live_.empty(); }
    [[nodiscard]] std::uint64_t live() const { return live_.size(); }
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
    WaitingLine live_;
    std::optional<BackfillLine> backfill_;
    std::uint64_t longest_ = 0;
};

}  // namespace firn::service
