#include "cli/ages.hpp"

#include "core/scenario/field.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace firn::cli {

namespace {

constexpr const char* kOption = "--ages";

Diagnostic refused(QuantityError error) {
    return {.code = std::move(error.code),
            .where = {kOption, 0, 0},
            .what = std::move(error.what),
            .expected = std::move(error.expected),
            .remedy = std::move(error.remedy)};
}

std::vector<std::string> split(const std::string& list) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= list.size()) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        parts.push_back(list.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

}  // namespace

Result<std::vector<planner::MaxAge>> parse_ages(const std::string& list) {
    const scenario::Field& field = *scenario::find_field("pipeline.max_age");
    scenario::Scenario scratch = scenario::default_scenario();
    std::vector<planner::MaxAge> ages;
    Diagnostics diagnostics;
    for (const std::string& part : split(list)) {
        if (auto error = field.set(scratch, part)) diagnostics.push_back(refused(std::move(*error)));
        ages.push_back(scratch.pipeline.max_age);
    }
    if (ages.size() > kMostAges) {
        diagnostics.push_back(refused({.code = "ages-too-many",
                                       .what = fmt::format("{} ages are named", ages.size()),
                                       .expected = fmt::format("at most {}", kMostAges),
                                       .remedy = "name those between which the choice is"}));
    }
    if (!diagnostics.empty()) return diagnostics;
    return ages;
}

}  // namespace firn::cli
