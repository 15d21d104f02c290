#include "core/restore/same_ways.hpp"

#include <algorithm>

namespace firn::restore {

namespace {

bool is_same_round(const Round& a, const Round& b) {
    return a.at == b.at && a.tier == b.tier && a.first == b.first && a.archives == b.archives;
}

bool is_same_schedule(const Way& a, const Way& b) {
    return std::equal(a.rounds.begin(), a.rounds.end(), b.rounds.begin(), b.rounds.end(), is_same_round);
}

/// Whether `way` says nothing that `shown` does not.
bool is_covered(const Way& way, const Way& shown) {
    if (way.tiers != shown.tiers || way.capacity.units != shown.capacity.units || way.cost != shown.cost)
        return false;
    if (is_same_schedule(way, shown)) return true;
    const bool are_spread = way.pacing == Pacing::deadline && shown.pacing == Pacing::deadline;
    return are_spread && way.copies_last == shown.copies_last && way.longest.ends >= shown.longest.ends &&
           way.typical.ends >= shown.typical.ends;
}

}  // namespace

std::vector<std::size_t> stands_for(const std::vector<Way>& ways) {
    std::vector<std::size_t> by;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        std::size_t shown = 0;
        while (shown < i && (by[shown] != shown || !is_covered(ways[i], ways[shown])))
            ++shown;
        by.push_back(shown);
    }
    return by;
}

}  // namespace firn::restore
