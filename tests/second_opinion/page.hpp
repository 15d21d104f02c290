#pragma once

#include "tests/second_opinion/doubts.hpp"
#include "tests/second_opinion/opinion.hpp"
#include "tests/second_opinion/verdict.hpp"

#include <string>
#include <vector>

namespace firn::second_opinion {

/// An opinion with the verdict on each of its figures, in their order.
struct JudgedOpinion {
    const Opinion* opinion = nullptr;
    const Voice* voice = nullptr;
    std::string question{};
    std::vector<Judged> judged{};
};

/// docs/second-opinion.md
[[nodiscard]] std::string page_of(const Collection& collection, const std::vector<JudgedOpinion>& opinions,
                                  const std::vector<Doubt>& doubts);

}  // namespace firn::second_opinion
