#include "core/scenario/growth_fields.hpp"

#include "core/scenario/calendar_fields.hpp"
#include "core/scenario/field_makers.hpp"
#include "core/workload/size_mixture.hpp"

#include <string>
#include <utility>

namespace firn::scenario {

namespace {

constexpr std::int64_t kMillion = 1'000'000;

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
    add_inflow(table);
    add_growth_bursts(table);
    add_sizes(table);
    add_steps(table);
    add_event(table);
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
