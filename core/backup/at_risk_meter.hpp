#pragma once

#include "core/units/bytes.hpp"
#include "core/units/time.hpp"
#include "core/workload/file_source.hpp"

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

    /// Arrival of the last file.
    [[nodiscard]] Duration last() const { return times_.back(); }

  private:
    std::vector<Duration> times_;
    /// One entry more than times_: bytes before each of them, and all.
    std::vector<std::uint64_t> bytes_before_{0};
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
    static bool later(const Confirmation& a, const Confirmation& b) { return a.done > b.done; }

    /// A heap with the earliest on top.
    std::vector<Confirmation> waiting_;
    std::uint64_t confirmed_ = 0;
    std::uint64_t maximum_ = 0;
};

}  // namespace firn::backup
