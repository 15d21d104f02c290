#pragma once

#include "core/report/assumption.hpp"
#include "core/report/provenance.hpp"
#include "core/restore/plan.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// A restore plan with what it rests on, to be shown.
struct RestoreReport {
    const restore::Wish& wish;
    const restore::RestorePlan& plan;
    Provenance provenance;
    std::string scenario{};                 ///< whose vault it is; empty: options alone
    std::vector<Assumption> assumptions{};  ///< about the place; those of the service are added
};

/// For a terminal: what to do as sentences, the ways, the chosen one step by step, what all of it rests on.
[[nodiscard]] std::string restore_text(const RestoreReport& report);
[[nodiscard]] std::string restore_markdown(const RestoreReport& report);
/// A row a way.
[[nodiscard]] std::string restore_csv(const RestoreReport& report);
/// The whole plan (docs/commands.md: JSON of `firn restore`).
[[nodiscard]] std::string restore_json(const RestoreReport& report);

}  // namespace firn::report
