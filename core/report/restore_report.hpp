#pragma once

#include "core/report/provenance.hpp"
#include "core/restore/plan.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// How surely something is known on which a plan rests.
enum class Certainty {
    stated,       ///< whoever asked said so
    sourced,      ///< a document of the vendor says so
    assumed,      ///< taken for granted
    unconfirmed,  ///< read or recalled somewhere, but nothing confirms it
};

/// "stated", "sourced", "assumed", "unconfirmed"
[[nodiscard]] std::string_view to_text(Certainty certainty);

/// Something on which a plan rests.
///
///     Assumption{"the service takes 1,000 requests a second", Certainty::sourced, "https://..."}
struct Assumption {
    std::string what{};
    Certainty certainty = Certainty::assumed;
    std::string source{};  ///< may be empty
};

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
