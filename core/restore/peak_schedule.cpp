#include "core/restore/peak_schedule.hpp"

#include "core/restore/archive_line.hpp"

#include <algorithm>
#include <optional>

namespace firn::restore {

namespace {

constexpr std::int64_t kDay = 24;
constexpr std::int64_t kNoLimit = std::int64_t{1} << 62;

/// How one day of a schedule is used.
struct DayUse {
    enum class Kind {
        unused,
        free,
        by_hours,  ///< billed, its allowance shared by so many hours
        by_total,  ///< billed, with at most so many bytes: the less, the more of an hour is free (first FAQ)
    };
    Kind kind = Kind::by_hours;
    std::int64_t hours = kDay;
    Rational total{};
};

/// The window in days, and what an archive is.
///
/// Where archives differ, `archives` and `archive_bytes` are those of pieces that all of them are made of.
struct Shape {
    std::int64_t archives = 0;
    Rational archive_bytes{};
    const PeakTerms& terms;
    PeakWindow window;
    const ArchiveSizes* sizes = nullptr;

    /// Hours in which something can be retrieved: jobs of the last hour included.
    [[nodiscard]] std::int64_t covered() const { return window.hours + terms.job_hours - 1; }
    [[nodiscard]] std::int64_t day_of(std::int64_t hour) const { return (window.first_hour + hour) / kDay; }
    [[nodiscard]] std::int64_t days() const { return day_of(covered() - 1) + 1; }
    /// The first covered hour of a day and the one after its last.
    [[nodiscard]] std::int64_t begin_of(std::int64_t day) const {
        return std::max<std::int64_t>(0, day * kDay - window.first_hour);
    }
    [[nodiscard]] std::int64_t end_of(std::int64_t day) const {
        return std::min(covered(), (day + 1) * kDay - window.first_hour);
    }
    [[nodiscard]] std::int64_t hours_of(std::int64_t day) const { return end_of(day) - begin_of(day); }
};

/// Job-hours of archives, rounded down, that an amount of bytes is: a job of four hours puts one of its
/// four into each.
std::int64_t in_job_hours(const Rational& bytes, const Shape& shape) {
    const Integer count = floor_of(Rational{bytes * Rational{shape.terms.job_hours} / shape.archive_bytes});
    return count > kNoLimit ? kNoLimit : static_cast<std::int64_t>(count);
}

/// What each hour and each day may hold, in job-hours of archives.
struct Limits {
    std::vector<std::int64_t> hour{};
    std::vector<std::int64_t> day{};
};

/// Which of a day's hours may be used: of the first day the last ones, of a later one the first ones.
bool is_used(std::int64_t hour, std::int64_t day, const DayUse& use, const Shape& shape) {
    if (use.kind == DayUse::Kind::unused) return false;
    if (use.kind == DayUse::Kind::free || shape.terms.rule == usage::RetrievalRule::first_faq) return true;
    if (day == 0 && shape.days() > 1) return hour >= shape.end_of(day) - use.hours;
    return hour < shape.begin_of(day) + use.hours;
}

/// The most bytes of an hour with which its billable rate is at most so much.
Rational hourly_limit(const DayUse& use, std::int64_t billable, const Shape& shape) {
    const Rational& allowance = shape.terms.daily_allowance;
    if (use.kind == DayUse::Kind::by_total)
        return Rational{billable} * use.total / Rational{use.total - allowance};
    const bool is_first = shape.terms.rule == usage::RetrievalRule::first_faq;
    const std::int64_t by = is_first ? use.hours : std::min(kDay, std::max(shape.terms.job_hours, use.hours));
    return Rational{billable} + allowance / by;
}

/// The most job-hours of a day.
std::int64_t daily_limit(const DayUse& use, std::int64_t billable, const Shape& shape) {
    const Rational& allowance = shape.terms.daily_allowance;
    switch (use.kind) {
        case DayUse::Kind::unused:
            return 0;
        case DayUse::Kind::free:
            return in_job_hours(allowance, shape);
        case DayUse::Kind::by_total:
            return in_job_hours(use.total, shape);
        case DayUse::Kind::by_hours:
            break;
    }
    if (shape.terms.rule == usage::RetrievalRule::reworked_faq) return kNoLimit;
    return in_job_hours(Rational{allowance + Rational{use.hours} * billable}, shape);
}

void limit_day(std::int64_t day, const DayUse& use, std::int64_t billable, const Shape& shape,
               Limits& limits) {
    const bool is_billed = use.kind == DayUse::Kind::by_hours || use.kind == DayUse::Kind::by_total;
    const std::int64_t most = is_billed ? in_job_hours(hourly_limit(use, billable, shape), shape) : kNoLimit;
    for (std::int64_t hour = shape.begin_of(day); hour < shape.end_of(day); ++hour)
        limits.hour[static_cast<std::size_t>(hour)] = is_used(hour, day, use, shape) ? most : 0;
    limits.day[static_cast<std::size_t>(day)] = daily_limit(use, billable, shape);
}

/// How the first and the last day are used, and all days between them.
struct EdgeUse {
    DayUse first{};
    DayUse last{};
    DayUse between{};
};

Limits limits_of(const EdgeUse& edges, std::int64_t billable, const Shape& shape) {
    Limits limits{std::vector<std::int64_t>(static_cast<std::size_t>(shape.covered())),
                  std::vector<std::int64_t>(static_cast<std::size_t>(shape.days()))};
    for (std::int64_t day = 0; day < shape.days(); ++day) {
        const bool is_last = day + 1 == shape.days();
        const DayUse use = day == 0 ? edges.first : is_last ? edges.last : edges.between;
        limit_day(day, use, billable, shape, limits);
    }
    return limits;
}

/// Takes an hour's jobs out of what their hours and days may still hold.
void take(std::int64_t hour, std::int64_t archives, const Shape& shape, Limits& limits) {
    for (std::int64_t h = hour; h < hour + shape.terms.job_hours; ++h) {
        limits.hour[static_cast<std::size_t>(h)] -= archives;
        limits.day[static_cast<std::size_t>(shape.day_of(h))] -= archives;
    }
}

/// Most archives of which may be asked in this hour.
std::int64_t most_in(std::int64_t hour, const Shape& shape, const Limits& limits) {
    const std::int64_t end = hour + shape.terms.job_hours;
    const auto first = limits.hour.begin() + hour;
    std::int64_t most = *std::min_element(first, first + shape.terms.job_hours);
    for (std::int64_t day = shape.day_of(hour); day <= shape.day_of(end - 1); ++day) {
        const std::int64_t hours = std::min(end, shape.end_of(day)) - std::max(hour, shape.begin_of(day));
        most = std::min(most, limits.day[static_cast<std::size_t>(day)] / hours);
    }
    return std::max<std::int64_t>(0, most);
}

/// As much as the limits allow, hour by hour. Sums over neighbouring hours are limited, so that what is asked
/// for first is never in the way of more than what would be asked for next; days that are limited as a whole
/// are filled better from one side or from the other.
std::optional<std::vector<std::int64_t>> fill(Limits limits, const Shape& shape, Direction direction) {
    std::vector<std::int64_t> requests(static_cast<std::size_t>(shape.window.hours));
    std::int64_t left = shape.archives;
    std::optional<ArchiveLine> line;
    if (shape.sizes != nullptr)
        line.emplace(*shape.sizes, Bytes{static_cast<std::int64_t>(floor_of(shape.archive_bytes))},
                     direction);
    for (std::int64_t i = 0; i < shape.window.hours && left > 0; ++i) {
        const std::int64_t hour = direction == Direction::forward ? i : shape.window.hours - 1 - i;
        const std::int64_t most = std::min(left, most_in(hour, shape, limits));
        const std::int64_t archives = line ? line->take(most) : most;
        take(hour, archives, shape, limits);
        requests[static_cast<std::size_t>(hour)] = archives;
        left -= archives;
    }
    if (left > 0) return std::nullopt;
    return requests;
}

std::optional<std::vector<std::int64_t>> fill_either_way(const Limits& limits, const Shape& shape) {
    auto requests = fill(limits, shape, Direction::forward);
    return requests ? requests : fill(limits, shape, Direction::backward);
}

/// Totals of a day that are tried: quarters of an archive where there are few, else even parts of all bytes.
void add_totals(std::int64_t most, const Shape& shape, std::vector<DayUse>& uses) {
    const std::int64_t parts = std::min(most, shape.archives * shape.terms.job_hours);
    const Rational all = shape.archive_bytes * shape.archives;
    for (std::int64_t part = 1; part <= parts; ++part) {
        const Rational total = all * Rational{part, parts};
        if (total > shape.terms.daily_allowance) uses.push_back({DayUse::Kind::by_total, 0, total});
    }
}

/// The ways to use a day at the edge. In a long window few of them are tried.
std::vector<DayUse> uses_of(std::int64_t day, const Shape& shape) {
    constexpr std::int64_t kFewDays = 2;
    constexpr std::int64_t kManyTotals = 64;
    constexpr std::int64_t kFewTotals = 8;
    const std::int64_t hours = shape.hours_of(day);
    const bool is_short = shape.days() <= kFewDays;
    const std::int64_t step = is_short ? 1 : shape.terms.job_hours;
    std::vector<DayUse> uses{{DayUse::Kind::by_hours, hours, {}}};
    for (std::int64_t n = step; n < hours; n += step)
        uses.push_back({DayUse::Kind::by_hours, n, {}});
    uses.push_back({DayUse::Kind::free, 0, {}});
    uses.push_back({DayUse::Kind::unused, 0, {}});
    if (shape.terms.rule == usage::RetrievalRule::first_faq)
        add_totals(is_short ? kManyTotals : kFewTotals, shape, uses);
    return uses;
}

/// The best schedule so far: its billable rate in whole bytes an hour.
struct Best {
    std::int64_t billable = 0;
    std::vector<std::int64_t> requests{};
};

/// Looks for a smaller billable rate with the edges used this way.
void improve(const EdgeUse& edges, const Shape& shape, Best& best) {
    std::int64_t too_low = -1;
    std::int64_t enough = best.billable - 1;
    if (enough < 0) return;
    auto found = fill_either_way(limits_of(edges, enough, shape), shape);
    if (!found) return;
    while (enough - too_low > 1) {
        const std::int64_t middle = too_low + (enough - too_low) / 2;
        auto tried = fill_either_way(limits_of(edges, middle, shape), shape);
        (tried ? enough : too_low) = middle;
        if (tried) found = std::move(tried);
    }
    best = {enough, *std::move(found)};
}

/// What is asked for in each hour, in pieces.
std::vector<std::int64_t> least_peak_of(const Shape& shape) {
    Best best;
    best.requests.assign(static_cast<std::size_t>(shape.window.hours), 0);
    best.requests.front() = shape.archives;
    best.billable = static_cast<std::int64_t>(
        ceil_of(billable_peak(best.requests, shape.archive_bytes, shape.terms, shape.window)));
    const std::vector<DayUse> last_uses =
        shape.days() > 1 ? uses_of(shape.days() - 1, shape) : std::vector<DayUse>{DayUse{}};
    std::vector<DayUse> between_uses{DayUse{}};
    if (shape.days() > 2) between_uses.push_back({DayUse::Kind::free, 0, {}});
    for (const DayUse& first : uses_of(0, shape)) {
        for (const DayUse& last : last_uses) {
            for (const DayUse& between : between_uses)
                improve({first, last, between}, shape, best);
        }
    }
    return best.requests;
}

}  // namespace

std::vector<std::int64_t> least_peak(std::int64_t archives, const Rational& archive_bytes,
                                     const PeakTerms& terms, PeakWindow window) {
    return least_peak_of({archives, archive_bytes, terms, window});
}

std::vector<std::int64_t> least_peak(const ArchiveSizes& sizes, const PeakTerms& terms, PeakWindow window) {
    const Bytes piece = sizes.common_divisor();
    const std::int64_t archives = sizes.count();
    const std::int64_t pieces = sizes.bytes_before(archives).count() / piece.count();
    std::vector<std::int64_t> requests =
        least_peak_of({pieces, Rational{piece.count()}, terms, window, &sizes});
    std::int64_t asked = 0;
    for (std::int64_t& of_hour : requests) {
        of_hour = sizes.fitting(asked, archives, Bytes{of_hour * piece.count()});
        asked += of_hour;
    }
    return requests;
}

Rational billable_peak(const std::vector<std::int64_t>& requests, const Rational& archive_bytes,
                       const PeakTerms& terms, PeakWindow window) {
    const Shape shape{0, archive_bytes, terms, window};
    std::vector<std::int64_t> rates(static_cast<std::size_t>(shape.covered()));
    for (std::size_t hour = 0; hour < requests.size(); ++hour) {
        for (std::int64_t h = 0; h < terms.job_hours; ++h)
            rates[hour + static_cast<std::size_t>(h)] += requests[hour];
    }
    const Rational unit = archive_bytes / terms.job_hours;
    Rational largest{0};
    for (std::int64_t day = 0; day < shape.days(); ++day) {
        const auto begin = rates.begin() + shape.begin_of(day);
        const auto end = rates.begin() + shape.end_of(day);
        std::int64_t sum = 0;
        for (auto rate = begin; rate != end; ++rate)
            sum += *rate;
        const Rational total = unit * sum;
        if (total <= terms.daily_allowance) continue;
        const Rational rate = unit * *std::max_element(begin, end);
        const std::int64_t used = shape.hours_of(day) - std::count(begin, end, 0);
        const Rational free =
            terms.rule == usage::RetrievalRule::first_faq
                ? Rational{terms.daily_allowance * rate / total}
                : Rational{terms.daily_allowance / std::min(kDay, std::max(terms.job_hours, used))};
        largest = std::max(largest, Rational{rate - free});
    }
    return largest;
}

}  // namespace firn::restore
