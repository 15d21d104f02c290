#include "core/scenario/growth_fields.hpp"

#include "core/scenario/field_makers.hpp"
#include "core/workload/batch_sizes.hpp"
#include "core/workload/size_mixture.hpp"

#include <string>
#include <utility>

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

void add_inflow(std::vector<Field>& table) {
    table.push_back(inflow_field(
        {.path = "workload.growth.inflow",
         .fallback = "2 TB/week",
         .help =
             "What arrives in a mean week or on a mean day at the start, as bytes or as files (assumed)."},
        [](Scenario& s) { return s.workload.growth ? &s.workload.growth->inflow : nullptr; }));
    table.push_back(optional_bytes_field(
        {.path = "workload.growth.mean_size",
         .fallback = "none",
         .help =
             "The mean file at the start: all sizes are multiplied so that they have this mean; none: sizes "
             "as stated."},
        [](Scenario& s) { return s.workload.growth ? &s.workload.growth->mean_size : nullptr; }, Bytes{1},
        workload::kLargestDrawnFile));
    table.push_back(percent_field(
        {.path = "workload.growth.file_growth",
         .fallback = "15 %",
         .help = "How many more files arrive a year later (assumed; arXiv's submissions grew by 9.3 % a year "
                 "from 2010 to 2024, uploads to Wikimedia Commons by 21 % from 2008 to 2016)."},
        [](Scenario& s) { return s.workload.growth ? &s.workload.growth->file_growth : nullptr; }, -99,
        1000));
    table.push_back(percent_field(
        {.path = "workload.growth.size_growth",
         .fallback = "12 %",
         .help =
             "How much larger a file is a year later (assumed; arXiv's grew by 15.5 % a year from 2010 to "
             "2024)."},
        [](Scenario& s) { return s.workload.growth ? &s.workload.growth->size_growth : nullptr; }, -99,
        1000));
    table.push_back(amounts_field(
        {.path = "workload.growth.month_factors",
         .fallback = "1.1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.1",
         .help = "How busy the months are, January first, relative to their mean (assumed: holidays fill a "
                 "leisure site; arXiv's range from 0.92 to 1.08).",
         .length = 12},
        [](Scenario& s) { return s.workload.growth ? &s.workload.growth->months : nullptr; }));
}

SizeComponent* last_component(Scenario& s) {
    if (!s.workload.growth || s.workload.growth->sizes.empty()) return nullptr;
    return &s.workload.growth->sizes.back();
}

auto component_has(ComponentShape shape) {
    return [shape](const Scenario& s) {
        return s.workload.growth && !s.workload.growth->sizes.empty() &&
               s.workload.growth->sizes.back().shape == shape;
    };
}

void add_size_shapes(std::vector<Field>& table) {
    table.push_back(millionths_field(
        {.path = "workload.growth.sizes.deviation",
         .fallback = "1.5",
         .help =
             "Standard deviation of the natural logarithm of the size (assumed; recorded services of small "
             "files have 1.5 to 1.9).",
         .applies = component_has(ComponentShape::lognormal),
         .only_with = "shape: lognormal"},
        [](Scenario& s) { return last_component(s) ? &last_component(s)->deviation : nullptr; }, 0,
        3 * kMillion));
    table.push_back(millionths_field(
        {.path = "workload.growth.sizes.exponent",
         .fallback = "1.3",
         .help = "How quickly large files become rare: files above x fall as x to the power of minus this "
                 "(assumed).",
         .applies = component_has(ComponentShape::pareto),
         .only_with = "shape: pareto"},
        [](Scenario& s) { return last_component(s) ? &last_component(s)->exponent : nullptr; }, 100'000,
        10 * kMillion));
    table.push_back(bytes_field(
        {.path = "workload.growth.sizes.largest",
         .fallback = "50 MB",
         .help = "No file of the component is larger (assumed).",
         .applies = component_has(ComponentShape::pareto),
         .only_with = "shape: pareto"},
        [](Scenario& s) { return last_component(s) ? &last_component(s)->largest : nullptr; }, Bytes{1},
        workload::kLargestDrawnFile));
}

void add_sizes(std::vector<Field>& table) {
    table.push_back(millionths_field(
        {.path = "workload.growth.sizes.share",
         .fallback = "1",
         .help = "How many of the files are of this kind, relative to the other components of the list."},
        [](Scenario& s) { return last_component(s) ? &last_component(s)->share : nullptr; }, 0,
        1'000 * kMillion));
    table.push_back(choice_field<ComponentShape>(
        {.path = "workload.growth.sizes.shape",
         .fallback = "lognormal",
         .choices = {"lognormal", "pareto", "constant"},
         .help = "How the sizes differ: lognormal around a median, pareto from a smallest size on, or not at "
                 "all."},
        [](Scenario& s) { return last_component(s) ? &last_component(s)->shape : nullptr; },
        {ComponentShape::lognormal, ComponentShape::pareto, ComponentShape::constant}));
    table.push_back(bytes_field(
        {.path = "workload.growth.sizes.size",
         .required = true,
         .help = "The median of lognormal, the smallest of pareto, or the one size.",
         .example = "60 kB"},
        [](Scenario& s) { return last_component(s) ? &last_component(s)->size : nullptr; }, Bytes{0},
        workload::kLargestDrawnFile));
    add_size_shapes(table);
}

GrowthStep* last_step(Scenario& s) {
    if (!s.workload.growth || s.workload.growth->steps.empty()) return nullptr;
    return &s.workload.growth->steps.back();
}

void add_steps(std::vector<Field>& table) {
    table.push_back(instant_field({.path = "workload.growth.steps.at",
                                   .required = true,
                                   .help = "From this day (UTC) on the step is in force.",
                                   .example = "2013-06-01"},
                                  [](Scenario& s) { return last_step(s) ? &last_step(s)->at : nullptr; }));
    table.push_back(millionths_field(
        {.path = "workload.growth.steps.files", .fallback = "1", .help = "So many times the files."},
        [](Scenario& s) { return last_step(s) ? &last_step(s)->files : nullptr; }, 0, 1'000 * kMillion));
    table.push_back(millionths_field(
        {.path = "workload.growth.steps.bytes",
         .fallback = "1",
         .help = "Each file so many times as large (above 1: raised photo quality)."},
        [](Scenario& s) { return last_step(s) ? &last_step(s)->bytes : nullptr; }, 1, 1'000 * kMillion));
}

YearlyEvent* event_of(Scenario& s) {
    return s.workload.growth && s.workload.growth->event ? &*s.workload.growth->event : nullptr;
}

void add_event(std::vector<Field>& table) {
    table.push_back(count_field(
        {.path = "workload.growth.event.month",
         .fallback = "10",
         .help = "The month with whose first day the event begins (10: arXiv's Octobers "
                 "of 2010 to 2013)."},
        [](Scenario& s) { return event_of(s) ? &event_of(s)->month : nullptr; }, 1, 12));
    table.push_back(count_field(
        {.path = "workload.growth.event.days", .fallback = "31", .help = "How many days it lasts (assumed)."},
        [](Scenario& s) { return event_of(s) ? &event_of(s)->days : nullptr; }, 1, 365));
    table.push_back(millionths_field(
        {.path = "workload.growth.event.bytes",
         .fallback = "2",
         .help = "Files are so many times as large during it, and as many as usual "
                 "(arXiv's Octobers: 2)."},
        [](Scenario& s) { return event_of(s) ? &event_of(s)->bytes : nullptr; }, 1, 1'000 * kMillion));
}

Section size_section() {
    return {
        .path = "workload.growth.sizes",
        .help =
            "How the sizes of files differ: one or more kinds of files. By default photos, product files "
            "and a tail of large files (assumed).",
        .repeats = true,
        .most_items = workload::SizeMixture::kMostComponents,
        .items = [](const Scenario& s) { return s.workload.growth ? s.workload.growth->sizes.size() : 0; },
        .resize = [](Scenario& s, std::size_t n) { s.workload.growth->sizes.resize(n); },
        .default_items =
            {
                {{"share", "70"}, {"size", "60 kB"}, {"deviation", "1"}},
                {{"share", "25"}, {"size", "20 kB"}, {"deviation", "1.6"}},
                {{"share", "5"}, {"shape", "pareto"}, {"size", "300 kB"}, {"exponent", "1.3"}},
            }};
}

Section step_section() {
    return {
        .path = "workload.growth.steps",
        .help = "What changes at once on certain days, and stays changed.",
        .repeats = true,
        .most_items = 1'000,
        .items = [](const Scenario& s) { return s.workload.growth ? s.workload.growth->steps.size() : 0; },
        .resize = [](Scenario& s, std::size_t n) { s.workload.growth->steps.resize(n); }};
}

}  // namespace

void add_growth(std::vector<Field>& table) {
    const Defaults defaults{.prefix = "workload.growth.",
                            .weekdays = "1.08, 1, 0.97, 0.93, 0.95, 1, 1.07",
                            .hour_peak = "1.6",
                            .day_noise = "0.3",
                            .day_memory = "0.75",
                            .batch_share = "50 %"};
    add_inflow(table);
    add_calendar<growth_calendar>(table, defaults);
    add_batches<growth_batches>(table, defaults);
    add_sizes(table);
    add_steps(table);
    add_event(table);
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

void add_growth_sections(std::vector<Section>& sections) {
    sections.push_back({.path = "workload.growth",
                        .help = "Files of a service that grows, drawn from a model of it.",
                        .optional = true,
                        .is_present = [](const Scenario& s) { return s.workload.growth.has_value(); },
                        .enter = [](Scenario& s) { s.workload.growth.emplace(); }});
    sections.push_back({.path = "workload.growth.batches", .help = "Files that come together."});
    sections.push_back(size_section());
    sections.push_back(step_section());
    sections.push_back(
        {.path = "workload.growth.event",
         .help = "Days of each year on which files are larger, such as a contest.",
         .optional = true,
         .is_present = [](const Scenario& s) { return s.workload.growth && s.workload.growth->event; },
         .enter = [](Scenario& s) { s.workload.growth->event.emplace(); }});
}

}  // namespace firn::scenario
