#pragma once

#include "core/alternatives/comparison.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// What is to be said of a demand that a run of a scenario metered.
[[nodiscard]] std::string metered_demand_sentence();

/// "glacier is the cheapest: 12,345 USD in present value over 36 months, 4,567 USD less than tape, ... ."
[[nodiscard]] std::string compare_sentence(const alternatives::Results& results);

/// What would turn the answer, a sentence each; one that says so when nothing does; none when nobody looked.
[[nodiscard]] std::vector<std::string> flip_sentences(const alternatives::Results& results);

/// What is to be known of single alternatives: a single copy, an audit that cannot be kept up.
[[nodiscard]] std::vector<std::string> warning_sentences(const alternatives::Results& results);

/// "12,345": whole units with separators; cents below a hundred.
[[nodiscard]] std::string round_amount(const Money& amount);

/// "2015-03", or "the start"
[[nodiscard]] std::string month_name(const alternatives::Results& results, std::size_t month);

}  // namespace firn::report
