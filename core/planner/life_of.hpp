#pragma once

#include "core/pricing/price_book.hpp"
#include "core/scenario/scenario.hpp"
#include "core/service/file_traits.hpp"
#include "core/service/life_settings.hpp"

#include <vector>

namespace firn::planner {

/// What happens to the archives of a valid scenario once they are stored. The tiers are those of its class at
/// its start, the usual one first; a class without known times has the vault's. Restores and deletions by
/// trace stay without requests: whoever reads their files adds them.
[[nodiscard]] service::Life life_of(const scenario::Scenario& scenario, const pricing::PriceBook& book);

/// Which files the batches of the restores ask for, in the order of the list: `Restore::selection` of
/// life_of() counts them. One of `workload.owners` is its number, another owner of a trace the hash of its
/// name.
[[nodiscard]] std::vector<service::Selection> selections_of(const scenario::Scenario& scenario);

/// What is to be known of each file; nothing is watched.
[[nodiscard]] service::FileTraits traits_of(const scenario::Scenario& scenario);

/// What lies in the vault at the start: the stock, if it has archives, and its parts, each with its class.
[[nodiscard]] std::vector<service::StandingArchives> standing_of(const scenario::Scenario& scenario);

}  // namespace firn::planner
