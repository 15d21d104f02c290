#include "core/restore/timeline.hpp"

#include <algorithm>
#include <numeric>

namespace firn::restore {

namespace {

/// When the first and the last archive of a round are ready.
struct ReadySpan {
    Duration first{};
    Duration last{};
};

/// The time that n requests take from the first to the last.
Duration requests_last(std::int64_t n, std::optional<std::int64_t> rate) {
    if (!rate || n < 2) return {};
    constexpr Int128 kSecond = 1'000'000;
    return Duration{static_cast<std::int64_t>(((n - 1) * kSecond + *rate - 1) / *rate)};
}

/// The time between two requests, rounded up.
Duration request_gap(std::optional<std::int64_t> rate) { return requests_last(2, rate); }

std::vector<ReadySpan> retrieve(const std::vector<Round>& rounds,
                                const std::vector<storage::RetrievalTime>& tiers, const Wish& wish,
                                Speed speed, Timeline& timeline) {
    std::vector<ReadySpan> spans;
    Duration next_request{};
    for (const Round& round : rounds) {
        const Duration begin = std::max(round.at, next_request);
        const Duration end = begin + requests_last(round.archives, wish.request_rate);
        const storage::RetrievalTime& tier = tiers[round.tier];
        const Duration shortest = speed == Speed::typical ? tier.shortest : tier.longest;
        spans.push_back({begin + shortest, end + tier.longest});
        timeline.rounds.push_back({.requested = end, .ready = spans.back().last});
        next_request = end + request_gap(wish.request_rate);
    }
    return spans;
}

std::vector<std::size_t> order_of(const std::vector<ReadySpan>& spans) {
    std::vector<std::size_t> order(spans.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return spans[a].first < spans[b].first; });
    return order;
}

/// Bytes of a round that are ready at an instant or later: at its end still one archive.
Int128 bytes_from(Duration instant, const Round& round, const ReadySpan& span, const Wish& wish) {
    if (instant <= span.first) return round.bytes.count();
    if (instant > span.last) return 0;
    const auto length = (span.last - span.first).count();
    if (wish.sizes) {
        // Those that are ready before the instant, by ready_at().
        const Int128 after = (instant - span.first).count() - 1;
        const auto gone = static_cast<std::int64_t>((round.archives - 1) * after / length) + 1;
        const std::int64_t end = round.first + round.archives;
        return (bytes_before(wish, end) - bytes_before(wish, round.first + gone)).count();
    }
    const auto left = static_cast<Int128>(round.bytes.count()) * (span.last - instant).count() / length;
    return std::max<Int128>(left, round.bytes.count() / round.archives);
}

/// When an archive of a round is ready, by its place in it.
Duration ready_at(std::int64_t place, const Round& round, const ReadySpan& span) {
    if (round.archives == 1) return span.last;
    const std::int64_t steps = round.archives - 1;
    const Int128 after = (static_cast<Int128>((span.last - span.first).count()) * place + steps - 1) / steps;
    return span.first + Duration{static_cast<std::int64_t>(after)};
}

/// Archives of different sizes are looked at one by one; of long rounds in about so many groups, each as one
/// that is ready with the last of its archives, so that nothing is told too early.
constexpr std::int64_t kGroups = 1024;

/// Shows the places of each group's first and last archive.
template <class Show>
void for_each_group(std::int64_t archives, std::int64_t groups, Show show) {
    const std::int64_t group = (archives + groups - 1) / groups;
    for (std::int64_t first = 0; first < archives; first += group)
        show(first, std::min(first + group, archives) - 1);
}

/// What of all rounds is ready at an instant or later.
class ReadyFrom {
  public:
    ReadyFrom(const std::vector<Round>& rounds, const std::vector<ReadySpan>& spans, const Wish& wish)
        : rounds_{rounds}, spans_{spans}, wish_{wish}, order_{order_of(spans)}, after_(rounds.size() + 1) {
        for (std::size_t i = order_.size(); i-- > 0;) {
            after_[i] = after_[i + 1] + rounds_[order_[i]].bytes.count();
            longest_ = std::max(longest_, spans_[order_[i]].last - spans_[order_[i]].first);
        }
    }

    /// Those that begin later count whole; only the few that began shortly before are looked at.
    [[nodiscard]] Bytes bytes(Duration instant) const {
        const auto later = std::partition_point(
            order_.begin(), order_.end(), [&](std::size_t round) { return spans_[round].first < instant; });
        auto at = static_cast<std::size_t>(later - order_.begin());
        Int128 bytes = after_[at];
        for (; at > 0 && spans_[order_[at - 1]].first + longest_ >= instant; --at)
            bytes += bytes_from(instant, rounds_[order_[at - 1]], spans_[order_[at - 1]], wish_);
        return Bytes{static_cast<std::int64_t>(bytes)};
    }

  private:
    const std::vector<Round>& rounds_;
    const std::vector<ReadySpan>& spans_;
    const Wish& wish_;
    std::vector<std::size_t> order_;
    /// Bytes of the rounds from that place of the order on.
    std::vector<Int128> after_;
    Duration longest_{};
};

/// When a link that is never idle while something is ready has downloaded everything: for every instant, what
/// is ready from then on takes its time from then on, and the one that takes longest decides.
Duration downloaded_of(const std::vector<Round>& rounds, const std::vector<ReadySpan>& spans,
                       const Wish& wish) {
    Duration end{};
    const ReadyFrom ready{rounds, spans, wish};
    const auto consider = [&](Duration from, Duration begin) {
        end = std::max(end, begin + time_for(ready.bytes(from), wish.link));
    };
    const std::int64_t groups = std::max<std::int64_t>(1, kGroups / static_cast<std::int64_t>(rounds.size()));
    for (std::size_t i = 0; i < rounds.size(); ++i) {
        consider(spans[i].first, spans[i].first);
        consider(spans[i].last, spans[i].last);
        if (!wish.sizes) continue;
        for_each_group(rounds[i].archives, groups, [&](std::int64_t first, std::int64_t last) {
            consider(ready_at(first, rounds[i], spans[i]), ready_at(last, rounds[i], spans[i]));
        });
    }
    return end;
}

/// When the archives of a round are downloaded over a link that is free for them: for each of them, when it
/// is ready and what takes its turn from it on.
Duration latest_of(const Round& round, const ReadySpan& span, const Wish& wish) {
    const std::int64_t end = round.first + round.archives;
    Duration latest{};
    for_each_group(round.archives, kGroups, [&](std::int64_t first, std::int64_t last) {
        const Bytes left = bytes_before(wish, end) - bytes_before(wish, round.first + first);
        latest = std::max(latest, ready_at(last, round, span) + time_for(left, wish.link));
    });
    return latest;
}

}  // namespace

Round round_of(const Wish& wish, Duration at, std::size_t tier, std::int64_t first, std::int64_t archives) {
    return {.at = at,
            .tier = tier,
            .first = first,
            .archives = archives,
            .bytes = bytes_before(wish, first + archives) - bytes_before(wish, first)};
}

// The archives of a round become ready evenly, so the link either never runs dry after its first archive or
// waits for its last one.
Timeline timeline_of(const std::vector<Round>& rounds, const std::vector<storage::RetrievalTime>& tiers,
                     const Wish& wish, Speed speed) {
    Timeline timeline;
    const std::vector<ReadySpan> spans = retrieve(rounds, tiers, wish, speed, timeline);
    const Duration last_archive = time_for(largest_archive(wish), wish.link);
    Duration link_is_free{};
    for (const std::size_t i : order_of(spans)) {
        RoundTimes& times = timeline.rounds[i];
        times.download_begins = std::max(link_is_free, spans[i].first);
        times.downloaded = std::max(
            times.download_begins + time_for(rounds[i].bytes, wish.link),
            wish.sizes ? latest_of(rounds[i], spans[i], wish) : Duration{spans[i].last + last_archive});
        link_is_free = times.downloaded;
    }
    for (const RoundTimes& times : timeline.rounds) {
        timeline.requested = std::max(timeline.requested, times.requested);
        timeline.ready = std::max(timeline.ready, times.ready);
        timeline.downloaded = std::max(timeline.downloaded, times.downloaded);
    }
    // In typical times rounds become ready among each other: one after the other they would seem slower.
    if (speed == Speed::typical) timeline.downloaded = downloaded_of(rounds, spans, wish);
    timeline.ends = timeline.downloaded + time_for(largest_archive(wish), wish.unpack_rate);
    return timeline;
}

}  // namespace firn::restore
