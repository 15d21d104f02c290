#include "core/planner/restore_requests.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace firn::planner {

std::optional<Rational> restore_requests_of(const scenario::Scenario& scenario,
                                            const Simulation& simulation) {
    if (!simulation.service) return std::nullopt;
    const service::LifeResult& life = simulation.service->life;
    const std::vector<scenario::Restore>& asked = scenario.life.restores;
    std::uint64_t requests = life.tests_to_store.requests;
    for (std::size_t i = 0; i < std::min(asked.size(), life.restores.size()); ++i) {
        const std::uint64_t files = life.restores[i].requests;
        requests += asked[i].batch ? std::min<std::uint64_t>(1, files) : files;
    }
    return Rational{requests};
}

}  // namespace firn::planner
