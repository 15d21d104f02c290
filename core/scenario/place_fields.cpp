#include "core/scenario/place_fields.hpp"

#include "core/scenario/service_values.hpp"

namespace firn::scenario {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kAll = 100'000'000;  // millionths of a percent
constexpr std::int64_t kManyWorkers = 65'536;
constexpr std::size_t kMostItems = 1'000;
constexpr Duration kYear = std::chrono::hours{24 * 365};

void add_limits(std::vector<Field>& table) {
    table.push_back(optional_bytes_field(
        {.path = "pipeline.staging",
         .fallback = "none",
         .is_quiet = true,
         .help = "The disk for files from the start of their fetch to the end of their upload; fetchers wait "
                 "while it is full; none: as large as it must be."},
        [](Scenario& s) { return &s.place.staging; }, Bytes{1}, Bytes::from_tib(1 << 20)));
    table.push_back(rate_limit_field(
        {.path = "pipeline.link",
         .fallback = "none",
         .is_quiet = true,
         .help = "The line that all uploads and all downloads of restores share; none: each has its own rate "
                 "whatever the others do."},
        [](Scenario& s) { return &s.place.link; }));
}

void add_failures(std::vector<Field>& table) {
    table.push_back(fine_percent_field(
        {.path = "pipeline.fetch_failure",
         .fallback = "0 %",
         .is_quiet = true,
         .help = "How many attempts to fetch a file fail, each after the time that it takes."},
        [](Scenario& s) { return &s.place.faults.fetch_failure; }, 0, kAll));
    table.push_back(fine_percent_field(
        {.path = "pipeline.upload_failure",
         .fallback = "0 %",
         .is_quiet = true,
         .help = "How many attempts to upload an archive fail, each after the time that it takes."},
        [](Scenario& s) { return &s.place.faults.upload_failure; }, 0, kAll));
    table.push_back(fine_percent_field(
        {.path = "pipeline.vanished",
         .fallback = "0 %",
         .is_quiet = true,
         .help = "How many files are gone before they are fetched."},
        [](Scenario& s) { return &s.place.faults.vanished; }, 0, kAll));
}

Field with_failures(Field field) {
    field.applies = [](const Scenario& s) { return s.place.faults.can_fail(); };
    field.only_with = "fetch_failure or upload_failure";
    return field;
}

void add_retries(std::vector<Field>& table) {
    table.push_back(count_field(
        with_failures({.path = "pipeline.attempts",
                       .fallback = "5",
                       .help = "Failed attempts after which a file or an archive is given up (assumed)."}),
        [](Scenario& s) { return &s.place.faults.attempts; }, 1, 60));
    table.push_back(duration_field(
        with_failures({.path = "pipeline.pause",
                       .fallback = "1 s",
                       .help = "The pause after the first failure; each further one is twice as long "
                               "(assumed)."}),
        [](Scenario& s) { return &s.place.faults.pause; }, 0s, kYear));
    table.push_back(duration_field(
        with_failures(
            {.path = "pipeline.longest_pause", .fallback = "5 min", .help = "No pause is longer (assumed)."}),
        [](Scenario& s) { return &s.place.faults.longest_pause; }, 0s, kYear));
    table.push_back(fine_percent_field(
        with_failures({.path = "pipeline.jitter",
                       .fallback = "50 %",
                       .help = "Up to this part of a pause is taken off, drawn evenly, so that not all come "
                               "back at once (assumed)."}),
        [](Scenario& s) { return &s.place.faults.jitter; }, 0, kAll));
}

auto groups_by(GroupBy by) {
    return [by](const Scenario& s) { return s.place.bundling.by == by; };
}

void add_groups(std::vector<Field>& table) {
    table.push_back(choice_field<GroupBy>(
        {.path = "pipeline.group_by",
         .fallback = "arrival",
         .is_quiet = true,
         .choices = {"arrival", "owner", "prefix", "expiry"},
         .help = "Which files share an archive: those that arrive one after the other (IMVU's way of 2013, "
                 "engineering.imvu.com), those of one owner or of one prefix of the key, or those whose "
                 "retention ends together."},
        [](Scenario& s) { return &s.place.bundling.by; },
        {GroupBy::arrival, GroupBy::owner, GroupBy::prefix, GroupBy::expiry}));
    table.push_back(count_field(
        {.path = "pipeline.prefix_parts",
         .fallback = "1",
         .help = "How many parts of the key (up to a \"/\") are its prefix.",
         .applies = groups_by(GroupBy::prefix),
         .only_with = "group_by: prefix"},
        [](Scenario& s) { return &s.place.bundling.prefix_parts; }, 1, 16));
    table.push_back(duration_field(
        {.path = "pipeline.expiry_step",
         .fallback = "1 day",
         .help = "Files whose retention ends within the same step share an archive.",
         .applies = groups_by(GroupBy::expiry),
         .only_with = "group_by: expiry"},
        [](Scenario& s) { return &s.place.bundling.expiry_step; }, Duration{1}, 10 * kYear));
}

void add_shape_of_archives(std::vector<Field>& table) {
    table.push_back(optional_bytes_field(
        {.path = "pipeline.alone_above",
         .fallback = "none",
         .is_quiet = true,
         .help = "A larger file is an archive of its own, as it is; none: every file is bundled."},
        [](Scenario& s) { return &s.place.bundling.alone_above; }, Bytes{0}, Bytes::from_gib(40'000)));
    table.push_back(fine_percent_field(
        {.path = "pipeline.compression",
         .fallback = "100 %",
         .is_quiet = true,
         .help = "What is left of an archive's bytes when it is sent; 100 %: it is not compressed."},
        [](Scenario& s) { return &s.place.bundling.compression; }, 1, kAll));
}

WorkerChange* last_change(Scenario& s) {
    return s.place.schedule.empty() ? nullptr : &s.place.schedule.back();
}

void add_schedule(std::vector<Field>& table) {
    table.push_back(
        stated_instant_field({.path = "pipeline.schedule.from",
                              .help = "From this instant on. All entries have it, or all have an hour.",
                              .example = "2013-06-01"},
                             [](Scenario& s) { return last_change(s) ? &last_change(s)->from : nullptr; }));
    table.push_back(stated_count_field(
        {.path = "pipeline.schedule.hour",
         .help = "In place of from: every day from this hour on (UTC), until the next of the list.",
         .example = "22"},
        [](Scenario& s) { return last_change(s) ? &last_change(s)->hour : nullptr; }, 0, 23));
    table.push_back(stated_count_field(
        {.path = "pipeline.schedule.fetchers",
         .help = "So many fetchers from then on; left out: as before.",
         .example = "8"},
        [](Scenario& s) { return last_change(s) ? &last_change(s)->fetchers : nullptr; }, 1, kManyWorkers));
    table.push_back(stated_count_field(
        {.path = "pipeline.schedule.uploaders",
         .help = "So many uploaders from then on; left out: as before.",
         .example = "2"},
        [](Scenario& s) { return last_change(s) ? &last_change(s)->uploaders : nullptr; }, 1, kManyWorkers));
}

Outage* last_outage(Scenario& s) { return s.place.outages.empty() ? nullptr : &s.place.outages.back(); }

bool comes_by_chance(const Scenario& s) {
    return !s.place.outages.empty() && s.place.outages.back().is_random();
}

void add_outages(std::vector<Field>& table) {
    table.push_back(choice_field<Resource>(
        {.path = "outages.resource",
         .required = true,
         .choices = {"store", "network", "service"},
         .help = "What is out: the files' store (no fetches), the network, or the vault's service (no "
                 "uploads, retrievals and downloads).",
         .example = "service"},
        [](Scenario& s) { return last_outage(s) ? &last_outage(s)->resource : nullptr; },
        {Resource::store, Resource::network, Resource::service}));
    table.push_back(stated_instant_field(
        {.path = "outages.at", .help = "When a planned outage begins.", .example = "2013-03-05T02:00Z"},
        [](Scenario& s) { return last_outage(s) ? &last_outage(s)->at : nullptr; }));
    table.push_back(stated_duration_field(
        {.path = "outages.for", .help = "How long a planned outage lasts.", .example = "4 h"},
        [](Scenario& s) { return last_outage(s) ? &last_outage(s)->length : nullptr; }, Duration{1},
        100 * kYear));
    table.push_back(stated_duration_field(
        {.path = "outages.every",
         .help = "In place of at: the mean time from the end of an outage to the begin of the next; it comes "
                 "by chance, after exponential times.",
         .example = "30 days"},
        [](Scenario& s) { return last_outage(s) ? &last_outage(s)->every : nullptr; }, 1s, 100 * kYear));
    table.push_back(stated_duration_field(
        {.path = "outages.lasts",
         .help = "With every: how long an outage lasts, or the mean of it.",
         .example = "1 h"},
        [](Scenario& s) { return last_outage(s) ? &last_outage(s)->lasts : nullptr; }, Duration{1},
        100 * kYear));
    table.push_back(choice_field<bool>(
        {.path = "outages.lasts_spread",
         .fallback = "fixed",
         .choices = {"fixed", "exponential"},
         .help = "Whether outages by chance all last as long, or exponential times.",
         .applies = comes_by_chance,
         .only_with = "every"},
        [](Scenario& s) { return last_outage(s) ? &last_outage(s)->exponential : nullptr; }, {false, true}));
}

}  // namespace

void add_place(std::vector<Field>& table) {
    add_limits(table);
    add_failures(table);
    add_retries(table);
    add_groups(table);
    add_shape_of_archives(table);
    add_schedule(table);
    add_outages(table);
}

void add_place_sections(std::vector<Section>& sections) {
    sections.push_back({.path = "pipeline.schedule",
                        .help = "Workers that change, on certain days or every day at certain hours.",
                        .repeats = true,
                        .most_items = kMostItems,
                        .items = [](const Scenario& s) { return s.place.schedule.size(); },
                        .resize = [](Scenario& s, std::size_t n) { s.place.schedule.resize(n); }});
    sections.push_back({.path = "outages",
                        .help = "Times in which store, network or service do nothing.",
                        .repeats = true,
                        .most_items = kMostItems,
                        .items = [](const Scenario& s) { return s.place.outages.size(); },
                        .resize = [](Scenario& s, std::size_t n) { s.place.outages.resize(n); }});
}

}  // namespace firn::scenario
