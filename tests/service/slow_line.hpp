#pragma once

#include "core/service/life_result.hpp"
#include "core/service/life_settings.hpp"
#include "core/service/retrieval_range.hpp"
#include "core/units/rational.hpp"
#include "tests/service/slow_vault.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// Who waits for what is retrieved, and in which line it stands.
namespace firn::service::slow_life {

inline constexpr Duration kHour = std::chrono::hours{1};
inline constexpr Duration kDay = std::chrono::hours{24};

struct Line;

/// Who waits for what is retrieved.
struct Waiter {
    Line* line = nullptr;
    Duration made{};
    std::uint64_t files = 1;
    Bytes bytes{};
    Destination destination = Destination::outside;
};

enum class Stage { stands, started, ready, given_up };

struct Retrieval {
    Index archive = 0;
    std::size_t tier = 0;
    bool whole = true;
    RetrievalRange range{};
    std::vector<Waiter> waiters{};
    Stage stage = Stage::stands;
    Line* line = nullptr;       ///< that started it
    std::uint64_t readied = 0;  ///< so many were ready before it
    Duration copy_until{};
    bool is_read = false;
    bool was_damaged = false;
};
using Shared = std::shared_ptr<Retrieval>;

/// How much of a day's amount has been asked for.
struct Pace {
    struct Taken {
        Duration at{};
        Bytes bytes{};
        bool fills_day = false;  ///< it was more than a day's amount
    };
    std::vector<Taken> all{};
    Duration began_to_wait{};

    /// The hour in which the line that was empty had something again counts as the first; but what was taken
    /// in this hour already is not forgotten, nor what filled this day.
    void begin_to_wait(Duration now) {
        const bool is_remembered = std::any_of(all.begin(), all.end(), [&](const Taken& taken) {
            const Duration span = taken.fills_day ? kDay : kHour;
            return taken.at / span == now / span;
        });
        if (!is_remembered) began_to_wait = now / kHour * kHour;
    }
    [[nodiscard]] Duration account_begins(Duration now) const {
        return std::max(began_to_wait, now / kDay * kDay);
    }
    [[nodiscard]] Bytes taken_by(Duration now) const {
        Bytes sum{};
        for (const Taken& taken : all)
            sum += taken.at >= account_begins(now) ? taken.bytes : Bytes{};
        return sum;
    }

    /// When so many bytes that came into the line then may be asked for, by the amount of an hour; after the
    /// next midnight it must be asked again.
    [[nodiscard]] Duration earliest(Bytes bytes, Duration came, Duration now, const Rational& amount) const {
        const Duration midnight = now / kDay * kDay;
        const Bytes before = taken_by(now);
        if (exceeds_day(bytes, amount)) {
            const Duration first_midnight_in_line = (came + kDay - Duration{1}) / kDay * kDay;
            if (now < first_midnight_in_line) return first_midnight_in_line;
            return before == Bytes{} ? now : midnight + kDay;
        }
        const Duration begin = account_begins(now);
        for (int hour = 0; begin + kHour * hour < midnight + kDay; ++hour) {
            const bool fits = Rational{(before + bytes).count()} <= amount * (hour + 1);
            if (fits) return std::max(now, begin + kHour * hour);
        }
        return midnight + kDay;
    }
    void take(Bytes bytes, Duration now, const Rational& amount) {
        all.push_back({now, bytes, exceeds_day(bytes, amount)});
    }
    [[nodiscard]] static bool exceeds_day(Bytes bytes, const Rational& amount) {
        return Rational{bytes.count()} > amount * 24;
    }
};

/// A restore of the list, or a destination of the restore tests.
struct Line {
    std::string name{};
    Restore restore{};  ///< tier, ranges, pacing, within
    By by = By::restore;
    std::deque<Shared> queue{};
    std::map<Shared, Duration> came{};  ///< since when they stand in it
    std::optional<Duration> planned{};
    RestoreOutcome counts{};
    struct Restored {
        Duration made{};
        Duration time{};
    };
    std::vector<Restored> restored{};
    std::vector<Duration> made{};  ///< when each file was asked for
    std::vector<Duration> lost{};  ///< the same of those that nobody found
    std::uint64_t drawn = 0;
    struct Standing {
        Index archive = 0;
        Bytes bytes{};
    };
    std::vector<Standing> standing{};  ///< of a batch of a share: archives of the stock that are in it
    std::optional<Duration> last{};    ///< of a batch: its lookup, or a file restored later
    Pace pace{};
    Rational hour_amount{};  ///< of the pacing, where it is known beforehand
};

struct Download {
    Shared retrieval{};
    Line* line = nullptr;
    Destination destination = Destination::outside;
    RetrievalRange range{};
    bool whole = true;
    std::vector<Waiter> waiters{};
};

/// A quantile q is the value of rank ceil(q * n), counted from 1.
inline backup::LatencySummary summary(std::vector<Duration> times) {
    backup::LatencySummary summary;
    if (times.empty()) return summary;
    std::sort(times.begin(), times.end());
    const auto rank = [&](std::size_t percent) { return times[(percent * times.size() + 99) / 100 - 1]; };
    for (const Duration time : times)
        summary.sum += static_cast<UInt128>(time.count());
    summary.mean = Duration{static_cast<std::int64_t>(summary.sum / times.size())};
    summary.p50 = rank(50);
    summary.p95 = rank(95);
    summary.p99 = rank(99);
    summary.max = times.back();
    return summary;
}

inline std::vector<Duration> times_of(const Line& line) {
    std::vector<Duration> times;
    for (const Line::Restored& file : line.restored)
        times.push_back(file.time);
    return times;
}

/// One that is not back in time is overdue, if it is found and there was so much time.
inline std::uint64_t overdue(const Line& line, Duration within, Duration horizon) {
    const auto is_due = [&](Duration made) { return horizon - made >= within; };
    const auto due = std::count_if(line.made.begin(), line.made.end(), is_due) -
                     std::count_if(line.lost.begin(), line.lost.end(), is_due);
    const auto in_time =
        std::count_if(line.restored.begin(), line.restored.end(),
                      [&](const Line::Restored& file) { return is_due(file.made) && file.time <= within; });
    return static_cast<std::uint64_t>(due - in_time);
}

inline std::uint64_t in_time(const Line& line, Duration within) {
    return static_cast<std::uint64_t>(
        std::count_if(line.restored.begin(), line.restored.end(),
                      [&](const Line::Restored& file) { return file.time <= within; }));
}

inline RestoreOutcome outcome(const Line& line, Duration horizon) {
    RestoreOutcome outcome = line.counts;
    outcome.not_found = line.lost.size();
    if (line.restore.within) {
        outcome.in_time = in_time(line, *line.restore.within);
        outcome.overdue = overdue(line, *line.restore.within, horizon);
    }
    outcome.restored = line.restored.size();
    outcome.open = outcome.requests - outcome.not_found - outcome.restored;
    outcome.time = summary(times_of(line));
    const bool is_batch = line.by == By::restore && line.restore.origin == Restore::Origin::batch;
    if (!is_batch || !line.last || outcome.open > 0) return outcome;
    outcome.complete = line.last;
    outcome.batch_time = *line.last - line.restore.at;
    return outcome;
}

}  // namespace firn::service::slow_life
