#include "core/planner/service_simulation.hpp"

#include "core/planner/life_of.hpp"
#include "core/planner/pipeline_of.hpp"
#include "core/planner/place_of.hpp"
#include "core/service/file.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

namespace firn::planner {

namespace {

/// What is known of the last archives of the stock that the scenario states.
void add_known(const scenario::Scenario& scenario, const service::ServiceFiles& files,
               std::vector<service::StandingArchives>& standing) {
    if (scenario.stock.archives == 0 || standing.empty()) return;
    service::StandingArchives& stock = standing.front();
    stock.owners = files.stock.owners;
    for (const std::uint64_t key : files.stock.keys) {
        const auto watched = files.watched.find(key);
        stock.watched.push_back(watched == files.watched.end() ? service::kNotWatched : watched->second);
    }
    assert(stock.owners.size() <= stock.archives && stock.watched.size() <= stock.archives);
}

}  // namespace

service::ServiceSettings service_of(const scenario::Scenario& scenario, const pricing::PriceBook& book,
                                    const service::ServiceFiles& files) {
    service::ServiceSettings settings;
    settings.pipeline = pipeline_of(scenario, book);
    settings.place = place_of(scenario);
    settings.traits = traits_of(scenario);
    settings.traits.watched = files.watched;
    settings.life = life_of(scenario, book);
    for (std::size_t i = 0; i < files.requests.size(); ++i)
        settings.life.restores[i].requests = files.requests[i];
    settings.life.watched_deletions = files.deletions;
    const std::vector<service::StandingArchives> standing = standing_of(scenario);
    std::copy_if(standing.begin(), standing.end(), std::back_inserter(settings.standing),
                 [&](const auto& part) { return part.storage_class == scenario.storage_class; });
    add_known(scenario, files, settings.standing);
    settings.seed = static_cast<std::uint64_t>(scenario.seed);
    return settings;
}

}  // namespace firn::planner
