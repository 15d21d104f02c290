#pragma once

#include "core/planner/simulation.hpp"
#include "core/restore/wish.hpp"
#include "core/scenario/scenario.hpp"
#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"

#include <cstdint>
#include <vector>

namespace firn::planner {

/// What lies in a scenario's vault when its months are over.
struct StoredArchives {
    Bytes bytes{};
    std::int64_t archives = 0;
    /// Of each, in the order in which they were stored, a stock first; empty where the run kept none.
    std::vector<Bytes> sizes{};
};

/// Of a run of this scenario; its stock included.
[[nodiscard]] StoredArchives stored_after(const scenario::Scenario& scenario, const Simulation& simulation);

/// The wish to have archives of a scenario back when its months are over: a share of them, in per cent, the
/// first ones by number. Link, workers, request rate, rules and what changes prices are the scenario's; what
/// stands on a bill anyway is no cost of a restore. Without deadline and budget.
[[nodiscard]] restore::Wish restore_wish_of(const scenario::Scenario& scenario, const StoredArchives& stored,
                                            const Rational& share_percent = Rational{100});

}  // namespace firn::planner
