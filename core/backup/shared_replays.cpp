#include "core/backup/shared_replays.hpp"

#include "core/backup/latest_time.hpp"
#include "core/backup/with_policy.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace firn::backup {
namespace {

/// Policies in ascending order, sizes last.
std::vector<std::size_t> ascending(const std::vector<BundlePolicy>& policies) {
    std::vector<std::size_t> order(policies.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto key = [&](std::size_t i) {
        return std::tuple{policies[i].packing, policies[i].max_age, policies[i].size};
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    return order;
}

}  // namespace

SharedReplays::SharedReplays(const PipelineSettings& settings, std::span<const BundlePolicy> policies,
                             const ReplayOptions& options, LatencyStore store,
                             std::span<const SentArchiveCallback> on_sent)
    : policies_{policies.begin(), policies.end()},
      order_{ascending(policies_)},
      places_(policies.size()),
      replays_(policies.size()) {
    for (std::size_t place = 0; place < order_.size(); ++place) {
        const std::size_t policy = order_[place];
        places_[policy] = place;
        const bool is_first = place == 0 || !may_share(policies_[order_[place - 1]], policies_[policy]);
        if (!is_first && on_sent.empty()) continue;
        replays_[place].emplace(with_policy(settings, policies_[policy]), options, store,
                                latest_time(options.start));
        if (!on_sent.empty()) replays_[place]->tell(on_sent[policy]);
    }
}

bool SharedReplays::may_share(const BundlePolicy& smaller, const BundlePolicy& larger) {
    return smaller.packing == Packing::bundled && larger.packing == Packing::bundled &&
           smaller.max_age == larger.max_age;
}

std::vector<std::size_t> SharedReplays::slowest_first() const {
    std::vector<std::size_t> found;
    for (std::size_t place = 0; place < replays_.size(); ++place) {
        if (replays_[place]) found.push_back(place);
    }
    // The work of a replay is mostly its archives.
    std::sort(found.begin(), found.end(), [&](std::size_t a, std::size_t b) {
        return replays_[a]->archives() > replays_[b]->archives();
    });
    return found;
}

void SharedReplays::take(std::size_t replay, const FetchedFiles& files) {
    while (replay + 1 < replays_.size() && !replays_[replay + 1] &&
           replays_[replay]->would_be_filled(files)) {
        part(replay);
        replays_[replay]->take(files);
        ++replay;
    }
    replays_[replay]->take(files);
}

/// Leaves a copy to the next larger size.
void SharedReplays::part(std::size_t replay) {
    replays_[replay + 1] = replays_[replay];
    replays_[replay + 1]->set_bundle_size(policies_[order_[replay + 1]].size);
}

void SharedReplays::start_sketch() {
    for (auto& replay : replays_) {
        if (replay) replay->start_sketch();
    }
}

std::optional<Trouble> SharedReplays::first_trouble() const {
    for (std::size_t policy = 0; policy < policies_.size(); ++policy) {
        if (const auto& trouble = replays_[replay_of(policy)]->trouble()) return trouble;
    }
    return std::nullopt;
}

std::uint64_t SharedReplays::first_open_file() const {
    std::uint64_t first = std::numeric_limits<std::uint64_t>::max();
    for (const auto& replay : replays_) {
        if (replay) first = std::min(first, replay->first_open_file());
    }
    return first;
}

std::size_t SharedReplays::replay_of(std::size_t policy) const {
    std::size_t place = places_[policy];
    while (!replays_[place]) {
        --place;
    }
    return place;
}

ReplayResult SharedReplays::result(std::size_t policy, const FetchedFiles& files) const {
    ReplayResult result = replays_[replay_of(policy)]->result(files);
    result.bundle_size = policies_[policy].size;
    return result;
}

}  // namespace firn::backup
