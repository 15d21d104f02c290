#pragma once

#include "core/planner/move_plan.hpp"
#include "core/planner/move_stock.hpp"
#include "core/pricing/price_book.hpp"
#include "core/usage/usage.hpp"

#include <cstdint>
#include <string>

namespace firn::planner {

/// Where the objects of a stock go: each is in one of the three.
struct Placement {
    MoveStock stays;
    MoveStock moved;  ///< one by one, by a lifecycle rule
    MoveStock bundled;
    std::string to{};  ///< the class of what is moved and bundled
};

/// Archives that bundles of the wished size make: the bytes of the files by it, rounded up.
[[nodiscard]] std::int64_t archives_of(const Placement& placement, const MoveWish& wish);

/// What a move uses once: requests, what is retrieved to be bundled, early deletion where it lies, and what
/// lies in both places meanwhile. `from` are the terms of the class in which the stock lies.
[[nodiscard]] usage::Usage usage_of_moving(const Placement& placement, const MoveWish& wish,
                                           const pricing::PriceBook& book, const pricing::ClassTerms& from);

/// What lies where in each month afterwards.
[[nodiscard]] usage::Usage usage_afterwards(const Placement& placement, const MoveWish& wish,
                                            const pricing::PriceBook& book);

}  // namespace firn::planner
