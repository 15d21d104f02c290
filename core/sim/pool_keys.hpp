#pragma once

#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <bit>
#include <cstdint>
#include <limits>

namespace firn::sim {

// A worker of a pool as one number that orders like the time at which it is free. The lowest bits tell the
// worker, so that the least of many such numbers also says whose it is.

/// 64 bits: the time, then the worker. Workers that are free at the same time come in any order.
///
/// Signed although never negative: minimum and maximum are then single instructions on x86-64 (the
/// conditional moves for "above" need one more than those for "greater"), a quarter of the time of a
/// tournament.
class NarrowKeys {
  public:
    using Key = std::int64_t;
    static constexpr Key kNever = std::numeric_limits<Key>::max();

    explicit constexpr NarrowKeys(std::uint32_t workers)
        : worker_bits_{std::bit_width(workers - 1)}, worker_mask_{(Key{1} << worker_bits_) - 1} {}

    /// Times at and above the limit do not fit: 9100 years with 32 workers, 4.4 years with 65,536.
    [[nodiscard]] constexpr Duration limit() const { return Duration{kNever >> worker_bits_}; }
    [[nodiscard]] constexpr Key key(Duration time, std::uint64_t /*order*/, std::uint32_t worker) const {
        return (time.count() << worker_bits_) | worker;
    }
    [[nodiscard]] constexpr Duration time(Key key) const { return Duration{key >> worker_bits_}; }
    [[nodiscard]] constexpr std::uint32_t worker(Key key) const {
        return static_cast<std::uint32_t>(key & worker_mask_);
    }

  private:
    unsigned worker_bits_;
    Key worker_mask_;
};

/// 128 bits: the time, then the order in which workers were occupied, then the worker. All times fit; workers
/// that are free at the same time come in the order in which they were occupied, those never occupied first.
class WideKeys {
  public:
    using Key = UInt128;
    static constexpr Key kNever = ~Key{0};
    static constexpr unsigned kWorkerBits = 20;

    explicit constexpr WideKeys(std::uint32_t /*workers*/) {}

    [[nodiscard]] static constexpr Duration limit() { return Duration::max(); }
    /// `order` is below 2^44.
    [[nodiscard]] static constexpr Key key(Duration time, std::uint64_t order, std::uint32_t worker) {
        return (static_cast<Key>(time.count()) << 64U) | (order << kWorkerBits) | worker;
    }
    [[nodiscard]] static constexpr Duration time(Key key) {
        return Duration{static_cast<std::int64_t>(key >> 64U)};
    }
    [[nodiscard]] static constexpr std::uint32_t worker(Key key) {
        return static_cast<std::uint32_t>(key) & ((1U << kWorkerBits) - 1);
    }
};

}  // namespace firn::sim
