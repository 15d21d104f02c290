#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace firn::sim {

/// How a customer who is being served is written as one number that orders like (end of service, order of
/// arrival): the end since the round's base, then the customer's place in the round, then the worker.
///
///     | end in microseconds | place | worker |
struct FifoKeyLayout {
    unsigned place_bits = 0;
    unsigned worker_bits = 0;

    /// For so many workers and customers of a round, those included who are being served when it begins.
    [[nodiscard]] static constexpr FifoKeyLayout of(std::size_t workers, std::size_t customers) {
        return {static_cast<unsigned>(std::bit_width(customers)),
                static_cast<unsigned>(std::bit_width(workers - 1))};
    }

    /// Bits below the time.
    [[nodiscard]] constexpr unsigned low_bits() const { return place_bits + worker_bits; }
};

/// A round of a FIFO queue before equal workers of whom none is without a customer: each new customer takes
/// the worker who is free first, and so the place of the customer whose service ends first.
///
/// All spans belong to the caller.
template <class Key>
struct FifoRound {
    FifoKeyLayout layout;
    /// Whom the workers serve, one key a worker, the worker's bits 0; in any order, at the end those of the
    /// customers who are still served.
    std::span<Key> serving;
    /// Each new customer's arrival as a key without place.
    std::span<const Key> arrivals;
    /// How long its service takes, and its place. Places are greater than those of earlier customers.
    std::span<const Key> steps;
    /// To be filled: the key of the customer whose end let this one begin. Ascending, but for the worker's
    /// bits, of which nothing is promised.
    std::span<Key> ended;
};

}  // namespace firn::sim
