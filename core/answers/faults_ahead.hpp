#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/pricing/price_book.hpp"
#include "core/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace firn::answers {

/// What would end a run, and the setting that is to blame: "restores.2.trace", "stock.parts.1.class".
struct FaultAhead {
    std::string setting{};
    std::string stated{};  ///< the value that it has
    Diagnostic fault{};    ///< of a file: its place is that file
};

/// What is wrong with a valid scenario beside its files and its price book, all of it, before anything is
/// read: files that are not there or cannot be opened (`file-missing`, `file-not-readable`,
/// `file-is-directory`, `file-empty`), and `class-unknown` of the scenario's class and of the parts of its
/// stock. `folder` as in LoadedScenario.
[[nodiscard]] std::vector<FaultAhead> faults_ahead(const scenario::Scenario& scenario,
                                                   const std::string& folder, const pricing::PriceBook& book);

}  // namespace firn::answers
