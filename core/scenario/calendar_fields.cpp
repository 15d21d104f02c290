#include "core/scenario/calendar_fields.hpp"

#include "core/scenario/field_makers.hpp"
#include "core/workload/batch_sizes.hpp"

#include <string>

namespace firn::scenario {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kMillion = 1'000'000;

Calendar* growth_calendar(Scenario& s) { return s.workload.growth ? &s.workload.growth->calendar : nullptr; }
Calendar* monthly_calendar(Scenario& s) {
    return s.workload.monthly_totals ? &s.workload.monthly_totals->calendar : nullptr;
}
Batches* growth_batches(Scenario& s) { return s.workload.growth ? &s.workload.growth->batches : nullptr; }
Batches* monthly_batches(Scenario& s) {
    return s.workload.monthly_totals ? &s.workload.monthly_totals->batches : nullptr;
}

/// What the two workloads have by default: a growth model what services show, monthly totals no bursts.
struct Defaults {
    std::string prefix;
    std::string weekdays;
    std::string hour_peak;
    std::string day_noise;
    std::string day_memory;
    std::string batch_share;
};

template <Calendar* (*kFind)(Scenario&)>
void add_hours(std::vector<Field>& table, const Defaults& defaults) {
    table.push_back(amounts_field(
        {.path = defaults.prefix + "hour_factors",
         .fallback = "cosine",
         .choices = {"cosine"},
         .help = "How busy the hours of the day (UTC) are, from 00:00 on, relative to their mean; cosine: by "
                 "hour_peak and peak_hour.",
         .length = 24},
        [](Scenario& s) { return kFind(s) ? &kFind(s)->hours : nullptr; }));
    const auto along_cosine = [](const Scenario& s) {
        const Calendar* calendar = kFind(const_cast<Scenario&>(s));  // NOLINT(*-const-cast)
        return calendar != nullptr && calendar->hours.empty();
    };
    table.push_back(millionths_field(
        {.path = defaults.prefix + "hour_peak",
         .fallback = defaults.hour_peak,
         .help = "The busiest hour against the mean hour; 1: all alike (1.6 for a growth model: assumed).",
         .applies = along_cosine,
         .only_with = "hour_factors: cosine"},
        [](Scenario& s) { return kFind(s) ? &kFind(s)->hour_peak : nullptr; }, kMillion, 2 * kMillion));
    table.push_back(count_field(
        {.path = defaults.prefix + "peak_hour",
         .fallback = "20",
         .help = "Which hour of the day (UTC) is the busiest (assumed: noon to four in the afternoon in "
                 "America).",
         .applies = along_cosine,
         .only_with = "hour_factors: cosine"},
        [](Scenario& s) { return kFind(s) ? &kFind(s)->peak_hour : nullptr; }, 0, 23));
}

template <Calendar* (*kFind)(Scenario&)>
void add_calendar(std::vector<Field>& table, const Defaults& defaults) {
    table.push_back(amounts_field(
        {.path = defaults.prefix + "weekday_factors",
         .fallback = defaults.weekdays,
         .help = "How busy the days of the week (UTC) are, Monday first, relative to their mean (a growth "
                 "model's: "
                 "Monday, Thursday and Sunday as on Wikimedia Commons 2015-16, the others assumed).",
         .length = 7},
        [](Scenario& s) { return kFind(s) ? &kFind(s)->weekdays : nullptr; }));
    add_hours<kFind>(table, defaults);
    table.push_back(millionths_field(
        {.path = defaults.prefix + "day_noise",
         .fallback = defaults.day_noise,
         .help =
             "How much days differ by chance: standard deviation of the natural logarithm of a day's files "
             "(0.3 for a growth model: assumed; Wikimedia Commons 2015-16 has 0.34)."},
        [](Scenario& s) { return kFind(s) ? &kFind(s)->day_noise : nullptr; }, 0, 3 * kMillion));
    table.push_back(millionths_field(
        {.path = defaults.prefix + "day_memory",
         .fallback = defaults.day_memory,
         .help =
             "Correlation of that chance with the day before (assumed; Wikimedia Commons 2015-16 has 0.78)."},
        [](Scenario& s) { return kFind(s) ? &kFind(s)->day_memory : nullptr; }, 0, 990'000));
}

template <Batches* (*kFind)(Scenario&)>
auto batches_have(BatchShape shape) {
    return [shape](const Scenario& s) {
        const Batches* batches = kFind(const_cast<Scenario&>(s));  // NOLINT(*-const-cast)
        return batches != nullptr && batches->shape == shape;
    };
}

template <Batches* (*kFind)(Scenario&)>
void add_batch_sizes(std::vector<Field>& table, const Defaults& defaults) {
    table.push_back(choice_field<BatchShape>(
        {.path = defaults.prefix + "batches.shape",
         .fallback = "geometric",
         .choices = {"geometric", "zeta"},
         .help =
             "How many files a batch has: geometric, each number less likely than the one before by the same "
             "ratio; zeta, as a power of the number (assumed)."},
        [](Scenario& s) { return kFind(s) ? &kFind(s)->shape : nullptr; },
        {BatchShape::geometric, BatchShape::zeta}));
    table.push_back(millionths_field(
        {.path = defaults.prefix + "batches.mean",
         .fallback = "10",
         .help = "Files of a mean batch, before the cut (assumed).",
         .applies = batches_have<kFind>(BatchShape::geometric),
         .only_with = "shape: geometric"},
        [](Scenario& s) { return kFind(s) ? &kFind(s)->mean : nullptr; }, kMillion, 10'000 * kMillion));
    table.push_back(millionths_field(
        {.path = defaults.prefix + "batches.exponent",
         .fallback = "2",
         .help = "A batch of n files is as likely as n to the power of minus this (assumed).",
         .applies = batches_have<kFind>(BatchShape::zeta),
         .only_with = "shape: zeta"},
        [](Scenario& s) { return kFind(s) ? &kFind(s)->exponent : nullptr; }, 100'000, 10 * kMillion));
    table.push_back(count_field(
        {.path = defaults.prefix + "batches.largest",
         .fallback = "5000",
         .help = "No batch has more files (assumed)."},
        [](Scenario& s) { return kFind(s) ? &kFind(s)->largest : nullptr; }, 1, workload::Batches::kLargest));
}

template <Batches* (*kFind)(Scenario&)>
void add_batches(std::vector<Field>& table, const Defaults& defaults) {
    table.push_back(percent_field(
        {.path = defaults.prefix + "batches.share",
         .fallback = defaults.batch_share,
         .help = "How many of the files come in batches (assumed)."},
        [](Scenario& s) { return kFind(s) ? &kFind(s)->share : nullptr; }, 0, 100));
    add_batch_sizes<kFind>(table, defaults);
    table.push_back(duration_field(
        {.path = defaults.prefix + "batches.spread",
         .fallback = "5 min",
         .help = "The files of a batch arrive evenly over this time (assumed)."},
        [](Scenario& s) { return kFind(s) ? &kFind(s)->spread : nullptr; }, 0s, 24h));
}

}  // namespace

void add_growth_bursts(std::vector<Field>& table) {
    const Defaults defaults{.prefix = "workload.growth.",
                            .weekdays = "1.08, 1, 0.97, 0.93, 0.95, 1, 1.07",
                            .hour_peak = "1.6",
                            .day_noise = "0.3",
                            .day_memory = "0.75",
                            .batch_share = "50 %"};
    add_calendar<growth_calendar>(table, defaults);
    add_batches<growth_batches>(table, defaults);
}

void add_monthly_bursts(std::vector<Field>& table) {
    const Defaults defaults{.prefix = "workload.monthly_totals.",
                            .weekdays = "1, 1, 1, 1, 1, 1, 1",
                            .hour_peak = "1",
                            .day_noise = "0",
                            .day_memory = "0",
                            .batch_share = "0 %"};
    add_calendar<monthly_calendar>(table, defaults);
    add_batches<monthly_batches>(table, defaults);
}

}  // namespace firn::scenario
