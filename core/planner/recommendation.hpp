#pragma once

#include "core/planner/size_outcome.hpp"
#include "core/units/bytes.hpp"
#include "core/units/money.hpp"
#include "core/usage/charge_type.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace firn::planner {

/// Neighbouring sizes of the grid around the cheapest one that all cost nearly the same.
struct FlatRegion {
    Bytes from;
    Bytes to;
    friend bool operator==(const FlatRegion&, const FlatRegion&) = default;
};

/// Why a plan does not go smaller or larger.
struct Limit {
    enum class Side { smaller, larger };
    Side side = Side::smaller;
    std::string cause;        ///< "cost", the missed target's field, or "none"
    std::optional<Bytes> at;  ///< the nearest size that the cause excludes
    std::string reason;       ///< as a sentence
    /// What the size costs more than the cheapest one, below zero where it costs less, and the charges in
    /// which they differ: these add up to it exactly. Absent where nothing is excluded.
    std::optional<Money> extra{};
    std::vector<std::pair<usage::ChargeType, Money>> extra_by_charge{};
};

/// Which bundle size to take.
///
/// Candidates are the sizes that meet all targets; if none does, the recommendation says so and takes all of
/// them. Recommended is the smallest candidate within 1 % of the cheapest candidate. A flat region holds the
/// cheapest candidate and its neighbours among the sizes as long as they are candidates and within 1 % or 5 %
/// of it.
struct Recommendation {
    std::size_t size = 0;      ///< index into the outcomes
    std::size_t cheapest = 0;  ///< likewise
    bool targets_met = true;
    FlatRegion flat_1pct;
    FlatRegion flat_5pct;
    std::vector<Limit> limits;  ///< of the smaller side, then of the larger
};

/// `outcomes` ascending by size, at least one.
[[nodiscard]] Recommendation recommend(std::span<const SizeOutcome> outcomes);

/// The same where the sizes are one age's of several and `cheapest` is the cheapest candidate of all ages:
/// 1 % and 5 % are of what that costs. At least one of the sizes is a candidate within 1 % of it.
[[nodiscard]] Recommendation recommend_against(std::span<const SizeOutcome> outcomes,
                                               const SizeOutcome& cheapest);

/// Whether a cost is at most so many per cent above the cheapest one.
[[nodiscard]] bool within_percent(const Money& cost, const Money& cheapest, int percent);

}  // namespace firn::planner
