#pragma once

#include "core/report/service_report.hpp"
#include "core/scenario/scenario.hpp"

#include <optional>
#include <string>
#include <vector>

namespace firn::report {

/// What nobody knows of the archives that lie there at the start, and which of them the life leaves out.
[[nodiscard]] std::vector<std::string> stock_sentences(const ServiceTold& told);

/// Of these the archives of another class; nullopt: the life leaves none out.
[[nodiscard]] std::optional<std::string> other_classes_sentence(const scenario::Scenario& scenario);

}  // namespace firn::report
