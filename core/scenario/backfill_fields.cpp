#include "core/scenario/backfill_fields.hpp"

#include "core/scenario/service_values.hpp"
#include "core/workload/size_mixture.hpp"

namespace firn::scenario {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kManyFiles = 100'000'000'000;
constexpr Duration kYear = std::chrono::hours{24 * 365};

StockPart* last_part(Scenario& s) { return s.stock.parts.empty() ? nullptr : &s.stock.parts.back(); }

void add_parts(std::vector<Field>& table) {
    table.push_back(
        text_field({.path = "stock.parts.class",
                    .help = "Their storage class; left out: the scenario's.",
                    .example = "glacier"},
                   [](Scenario& s) { return last_part(s) ? &last_part(s)->storage_class : nullptr; }));
    table.push_back(count_field(
        {.path = "stock.parts.archives",
         .required = true,
         .help = "How many archives of this class and age lie in the vault at the start.",
         .example = "1000"},
        [](Scenario& s) { return last_part(s) ? &last_part(s)->archives : nullptr; }, 1, kManyFiles));
    table.push_back(bytes_field(
        {.path = "stock.parts.bytes",
         .required = true,
         .help = "What they hold together; each has the same part of it.",
         .example = "25 GB"},
        [](Scenario& s) { return last_part(s) ? &last_part(s)->bytes : nullptr; }, Bytes{0},
        Bytes::from_tib(1 << 20)));
    table.push_back(duration_field(
        {.path = "stock.parts.age",
         .fallback = "0 s",
         .help = "How long they have lain there at the start: it decides early deletion."},
        [](Scenario& s) { return last_part(s) ? &last_part(s)->age : nullptr; }, 0s, 100 * kYear));
}

Backfill* backfill_of(Scenario& s) { return s.backfill ? &*s.backfill : nullptr; }
Drives* drives_of(Scenario& s) { return s.backfill && s.backfill->drives ? &*s.backfill->drives : nullptr; }

void add_files(std::vector<Field>& table) {
    table.push_back(stated_path_field(
        {.path = "backfill.file",
         .help = "A listing or trace of the files, relative to the scenario's folder; their times do not "
                 "count.",
         .example = "old-files.txt"},
        [](Scenario& s) { return backfill_of(s) ? &backfill_of(s)->file : nullptr; }));
    table.push_back(stated_count_field(
        {.path = "backfill.files",
         .help = "In place of file: how many files there are; their sizes are drawn.",
         .example = "40000000"},
        [](Scenario& s) { return backfill_of(s) ? &backfill_of(s)->files : nullptr; }, 1, kMostDrawnFiles));
    table.push_back(bytes_field(
        {.path = "backfill.mean_size",
         .fallback = "100 kB",
         .help = "The mean of the drawn sizes, which is met exactly; they are lognormal with deviation 1.5 "
                 "(assumed).",
         .applies = [](const Scenario& s) { return s.backfill && s.backfill->file.empty(); },
         .only_with = "files or drives"},
        [](Scenario& s) { return backfill_of(s) ? &backfill_of(s)->mean_size : nullptr; }, Bytes{1},
        workload::kLargestDrawnFile));
}

void add_order(std::vector<Field>& table) {
    table.push_back(fine_percent_field(
        {.path = "backfill.share",
         .fallback = "50 %",
         .help = "Of the workers at most so many are busy with the backfill, rounded down but at least one; "
                 "live files go first (assumed)."},
        [](Scenario& s) { return backfill_of(s) ? &backfill_of(s)->share : nullptr; }, 1'000'000,
        100'000'000));
    table.push_back(choice_field<Verification>(
        {.path = "backfill.verification",
         .fallback = "checksum",
         .choices = {"checksum", "audit"},
         .help = "When an archive is verified: when it is stored and its checksum was compared, or when an "
                 "audit or a restore has read it."},
        [](Scenario& s) { return backfill_of(s) ? &backfill_of(s)->verification : nullptr; },
        {Verification::checksum, Verification::audit}));
}

void add_drives(std::vector<Field>& table) {
    table.push_back(count_field(
        {.path = "backfill.drives.count", .required = true, .help = "How many drives.", .example = "30"},
        [](Scenario& s) { return drives_of(s) ? &drives_of(s)->count : nullptr; }, 1, 100'000));
    table.push_back(bytes_field(
        {.path = "backfill.drives.bytes", .required = true, .help = "What lies on each.", .example = "2 TB"},
        [](Scenario& s) { return drives_of(s) ? &drives_of(s)->bytes : nullptr; }, Bytes{1},
        Bytes::from_tib(64)));
    table.push_back(thousandths_field(
        {.path = "backfill.drives.years",
         .fallback = "0",
         .help = "How many years old they are: a drive is dead with the chance 1 - (1 - "
                 "yearly_failures)^years."},
        [](Scenario& s) { return drives_of(s) ? &drives_of(s)->years : nullptr; }, 100));
    table.push_back(fine_percent_field(
        {.path = "backfill.drives.yearly_failures",
         .fallback = "1.4 %",
         .help = "How many drives die a year (assumed; about what fleets of disks report)."},
        [](Scenario& s) { return drives_of(s) ? &drives_of(s)->yearly_failures : nullptr; }, 0, 100'000'000));
    table.push_back(count_field(
        {.path = "backfill.drives.at_once", .fallback = "1", .help = "How many are mounted at a time."},
        [](Scenario& s) { return drives_of(s) ? &drives_of(s)->at_once : nullptr; }, 1, 1'000));
    table.push_back(duration_field(
        {.path = "backfill.drives.swap_time",
         .fallback = "1 h",
         .help = "From the last file of a drive to the first of the next in its place (assumed)."},
        [](Scenario& s) { return drives_of(s) ? &drives_of(s)->swap_time : nullptr; }, 0s, kYear));
}

}  // namespace

void add_backfill(std::vector<Field>& table) {
    add_parts(table);
    add_files(table);
    add_order(table);
    add_drives(table);
}

void add_backfill_sections(std::vector<Section>& sections) {
    sections.push_back({.path = "stock.parts",
                        .help = "Archives of other classes and ages, besides those above.",
                        .repeats = true,
                        .most_items = 1'000,
                        .items = [](const Scenario& s) { return s.stock.parts.size(); },
                        .resize = [](Scenario& s, std::size_t n) { s.stock.parts.resize(n); }});
    sections.push_back({.path = "backfill",
                        .help = "Files that lie in the old place and are to be stored beside the live ones: "
                                "exactly one of file, files and drives.",
                        .optional = true,
                        .is_present = [](const Scenario& s) { return s.backfill.has_value(); },
                        .enter = [](Scenario& s) { s.backfill.emplace(); }});
    sections.push_back({.path = "backfill.drives",
                        .help = "Drives on which the files lie.",
                        .optional = true,
                        .is_present = [](const Scenario& s) { return s.backfill && s.backfill->drives; },
                        .enter = [](Scenario& s) { s.backfill->drives.emplace(); }});
}

}  // namespace firn::scenario
