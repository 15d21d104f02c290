#pragma once

#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <vector>

namespace firn::service {

/// Who waits for what a retrieval reads: files of one archive that were asked for together.
struct Waiter {
    static constexpr std::uint32_t kNobody = ~std::uint32_t{0};

    Duration made{};
    Bytes size{};  ///< of the files
    std::uint32_t files = 0;
    std::uint32_t line = 0;        ///< of the desk
    std::uint32_t next = kNobody;  ///< who waits for the same
};

/// Waiters in chains, one for each retrieval and destination; places are used again.
class Waiters {
  public:
    /// The end of a chain.
    static constexpr std::uint32_t kNobody = Waiter::kNobody;

    /// Puts the waiter before `waiter.next`; gives its place.
    [[nodiscard]] std::uint32_t add(const Waiter& waiter);

    /// Shows each waiter of the chain, from its first on.
    template <class Show>
    void for_each(std::uint32_t first, Show show) {
        for (std::uint32_t at = first; at != kNobody; at = waiters_[at].next)
            show(waiters_[at]);
    }
    /// The same, and then nobody waits there any more.
    template <class Show>
    void take_all(std::uint32_t first, Show show) {
        for (std::uint32_t at = first; at != kNobody;) {
            Waiter& waiter = waiters_[at];
            show(waiter);
            const std::uint32_t next = waiter.next;
            waiter.next = unused_;
            unused_ = at;
            at = next;
        }
    }
    /// One chain after the other; gives the first place of both.
    [[nodiscard]] std::uint32_t chain(std::uint32_t first, std::uint32_t others);

  private:
    std::vector<Waiter> waiters_;
    std::uint32_t unused_ = kNobody;
};

}  // namespace firn::service
