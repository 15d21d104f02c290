#pragma once

#include "core/units/bytes.hpp"
#include "core/units/time.hpp"
#include "core/workload/file_source.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace firn::backup {

/// Bytes that arrived as a function of time, over a window that moves with the replay.
class ArrivedBytes {
  public:
    void append(const workload::FileBlock& block);

    /// Forgets what is only needed for instants before `until`.
    void forget_before(Duration until);

    /// Bytes of all files that arrived before the instant. `cursor` is where the last, earlier instant was
    /// found: 0 after each change of the window.
    [[nodiscard]] std::uint64_t before(Duration instant, std::size_t& cursor) const;

    /// Draws a grid over the window's times, for most_before(): worth it where many ask.
    void draw_grid();

    /// No less than before(instant), and with a grid little more; without, all bytes of the window.
    [[nodiscard]] std::uint64_t most_before(Duration instant) const {
        if (grid_.empty()) return bytes_before_.back();
        const std::int64_t line = (instant - grid_begin_).count() >> grid_shift_;
        const auto last = static_cast<std::int64_t>(grid_.size()) - 1;
        return grid_[static_cast<std::size_t>(std::clamp(line, std::int64_t{0}, last))];
    }

  private:
    std::vector<Duration> times_;
    /// One entry more than times_: bytes before each of them, and all.
    std::vector<std::uint64_t> bytes_before_{0};

    /// Bytes of all files that arrived before the end of each piece of time; pieces of equal length, the last
    /// one without end.
    std::vector<std::uint64_t> grid_;
    Duration grid_begin_{};
    unsigned grid_shift_ = 0;
};

/// The largest amount of bytes that had arrived and were not yet confirmed.
///
/// That amount grows with arrivals and falls when an upload ends, so its largest value is found just before
/// an upload ends. Uploads wait here until all arrivals before their end are known and no earlier end can
/// come.
class AtRiskMeter {
  public:
    /// These bytes are confirmed at that time. Times come in any order, but never one below an `until` of the
    /// past.
    void confirm(Duration done, Bytes bytes);

    /// Looks at all ends of uploads up to `until`: no earlier one comes any more, and `arrived` is complete
    /// up to it.
    void advance(const ArrivedBytes& arrived, Duration until);

    [[nodiscard]] Bytes maximum() const { return Bytes{static_cast<std::int64_t>(maximum_)}; }

  private:
    struct Confirmation {
        Duration done{};
        std::uint64_t bytes = 0;
    };
    static bool earlier(const Confirmation& a, const Confirmation& b) { return a.done < b.done; }
    /// In order of their ends. They nearly come in that order: each only overtakes what is uploaded at the
    /// same time.
    std::vector<Confirmation> waiting_;
    std::uint64_t confirmed_ = 0;
    std::uint64_t maximum_ = 0;
};

}  // namespace firn::backup
