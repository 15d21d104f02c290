#pragma once

#include "core/random/exponential.hpp"
#include "core/random/stream.hpp"
#include "tests/service/slow_case.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace firn::service::slow {

/// Times at which something is out, as pairs of begin and end. Those that come by chance are drawn as far as
/// anybody asks.
class Outages {
  public:
    Outages(const Place& place, std::vector<Resource> of, std::uint64_t seed) {
        const auto concerns = [&](Resource resource) {
            return std::find(of.begin(), of.end(), resource) != of.end();
        };
        for (const PlannedOutage& outage : place.planned_outages) {
            if (!concerns(outage.resource)) continue;
            spans_.emplace_back(count_of(outage.begin), count_of(outage.begin + outage.length));
        }
        for (std::size_t i = 0; i < place.random_outages.size(); ++i) {
            if (!concerns(place.random_outages[i].resource)) continue;
            chances_.push_back(
                {random::Stream{seed, "backup/outages/" + std::to_string(i)}, place.random_outages[i]});
        }
    }

    /// The first instant from t on at which nothing is out.
    Count resume(Count t) {
        draw_until(t);
        for (bool found = true; found;) {
            found = false;
            for (const auto& [begin, end] : spans_) {
                if (t < begin || t >= end) continue;
                t = end;
                found = true;
            }
            draw_until(t);
        }
        return t;
    }

    /// The least begin of an outage in (after, before); kNotYet if there is none.
    Count next_begin(Count after, Count before) {
        draw_until(before);
        Count next = kNotYet;
        for (const auto& [begin, end] : spans_) {
            if (begin > after && begin < before && begin < end) next = std::min(next, begin);
        }
        return next;
    }

    /// When an attempt of that length ends, which begins anew at the end of each outage that cuts it.
    Count end_of(Count start, Count length) {
        start = resume(start);
        while (true) {
            const Count cut = next_begin(start, start + length);
            if (cut == kNotYet) return start + length;
            start = resume(cut);
        }
    }

  private:
    struct ByChance {
        random::Stream stream;
        RandomOutages settings;
        Count drawn = 0;
        Count end = 0;
    };

    void draw_until(Count t) {
        for (ByChance& by : chances_) {
            while (by.end <= t) {
                const Duration gap = random::exponential(by.stream.at(2 * by.drawn), by.settings.every);
                const Duration length =
                    by.settings.exponential
                        ? random::exponential(by.stream.at(2 * by.drawn + 1), by.settings.lasts)
                        : by.settings.lasts;
                spans_.emplace_back(by.end + count_of(gap), by.end + count_of(gap + length));
                by.end = spans_.back().second;
                ++by.drawn;
            }
        }
    }

    std::vector<std::pair<Count, Count>> spans_;
    std::vector<ByChance> chances_;
};

}  // namespace firn::service::slow
