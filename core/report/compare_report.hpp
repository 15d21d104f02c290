#pragma once

#include "core/alternatives/comparison.hpp"
#include "core/diag/diagnostic.hpp"
#include "core/report/provenance.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// A comparison with what it rests on.
struct CompareReport {
    const alternatives::Results& results;
    Provenance provenance;
    std::string name{};                ///< of the scenario or file
    std::vector<std::string> notes{};  ///< what holds for the demand
    bool monthly = false;              ///< the terminal has the sums of every month, not only of years
    bool full = false;                 ///< and every pair, purpose and assumption, with sources
};

/// By which rules it is reckoned, a sentence each.
[[nodiscard]] std::vector<std::string> compare_conventions(const CompareReport& report);

/// Begins with the answer: which alternative is cheapest, by how much, from which month, and what would turn
/// it. Then tables, then the assumptions with their grades.
[[nodiscard]] std::string compare_text(const CompareReport& report);
[[nodiscard]] std::string compare_markdown(const CompareReport& report);

/// `alternatives`, `break_even`, `ranking`, `flips`, `assumptions` (docs/alternatives.md).
[[nodiscard]] std::string compare_json(const CompareReport& report);

/// A row a month and alternative: cash, cumulative, capital, running, hours.
[[nodiscard]] std::string compare_csv(const CompareReport& report);

}  // namespace firn::report
