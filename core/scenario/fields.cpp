#include "core/scenario/backfill_fields.hpp"
#include "core/scenario/billing_fields.hpp"
#include "core/scenario/calendar_fields.hpp"
#include "core/scenario/field.hpp"
#include "core/scenario/field_makers.hpp"
#include "core/scenario/growth_fields.hpp"
#include "core/scenario/life_fields.hpp"
#include "core/scenario/place_fields.hpp"
#include "core/scenario/restore_fields.hpp"
#include "core/scenario/rule_fields.hpp"
#include "core/scenario/service_values.hpp"
#include "core/scenario/trace_fields.hpp"

#include <string>
#include <utility>

namespace firn::scenario {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kManyFiles = 100'000'000'000;
constexpr std::int64_t kManyWorkers = 65'536;
constexpr Bytes kLargestBundle = Bytes::from_gib(40'000);  // the largest archive of the vault service
constexpr Duration kLongestWait = std::chrono::hours{24 * 365};

void add_head(std::vector<Field>& table) {
    table.push_back(text_field(
        {.path = "name", .help = "What results and files call the scenario.", .example = "my-photos"},
        [](Scenario& s) { return &s.name; }));
    table.push_back(text_field({.path = "description",
                                .help = "For the reader; the program does nothing with it.",
                                .example = "Photos of the studio, one day late at most"},
                               [](Scenario& s) { return &s.description; }));
    table.push_back(
        instant_field({.path = "start",
                       .required = true,
                       .help = "When the scenario begins: midnight UTC of the first day of a month.",
                       .example = "2012-11-01"},
                      [](Scenario& s) { return &s.start; }));
    table.push_back(count_field(
        {.path = "months", .fallback = "12", .help = "How many months are planned: the horizon."},
        [](Scenario& s) { return &s.months; }, 1, 1200));
    table.push_back(count_field(
        {.path = "seed", .fallback = "1", .help = "From which every random number of a run follows."},
        [](Scenario& s) { return &s.seed; }, 0, INT64_MAX));
    table.push_back(text_field({.path = "price_book",
                                .fallback = "aws-glacier",
                                .help = "The price book: a name that `firn prices list` shows, or a path."},
                               [](Scenario& s) { return &s.price_book; }));
    table.push_back(
        text_field({.path = "region", .fallback = "us-east-1", .help = "The region whose prices hold."},
                   [](Scenario& s) { return &s.region; }));
    table.push_back(text_field({.path = "storage_class",
                                .fallback = "glacier",
                                .help = "The class of the price book that archives are stored in."},
                               [](Scenario& s) { return &s.storage_class; }));
}

void add_owners(std::vector<Field>& table) {
    table.push_back(count_limit_field(
        {.path = "workload.owners",
         .fallback = "none",
         .is_quiet = true,
         .help =
             "To how many people files without keys belong, to each alike; they are called 0, 1, 2 and so "
             "on. None: nobody asks. Of a trace with keys the first part of the key is the owner."},
        [](Scenario& s) { return &s.workload.owners; }, 1, kManyFiles));
}

void add_stock(std::vector<Field>& table) {
    table.push_back(count_field(
        {.path = "stock.archives",
         .fallback = "0",
         .help = "Archives that lie in the vault from the start to the end of the scenario."},
        [](Scenario& s) { return &s.stock.archives; }, 0, kManyFiles));
    table.push_back(bytes_field(
        {.path = "stock.bytes", .fallback = "0 B", .help = "What they hold together."},
        [](Scenario& s) { return &s.stock.bytes; }, Bytes{0}, Bytes::from_tib(1 << 20)));
}

Field evidence_field(std::string path, const std::string& stage, Member<Grade> member) {
    return choice_field<Grade>(
        {.path = std::move(path),
         .fallback = "assumed",
         .choices = {"assumed", "measured"},
         .help = "Where " + stage + "_latency and " + stage +
                 "_rate come from; measured: from a log, as `firn trace workers` fits them."},
        member, {Grade::assumed, Grade::measured});
}

void add_fetching(std::vector<Field>& table) {
    table.push_back(count_field(
        {.path = "pipeline.fetchers",
         .fallback = "32",
         .help = "Workers that pull files from their store (assumed)."},
        [](Scenario& s) { return &s.pipeline.fetchers; }, 1, kManyWorkers));
    table.push_back(duration_field(
        {.path = "pipeline.fetch_latency",
         .fallback = "20 ms",
         .help = "What fetching a file takes besides its bytes (assumed)."},
        [](Scenario& s) { return &s.pipeline.fetch_latency; }, 0s, kLongestWait));
    table.push_back(rate_field({.path = "pipeline.fetch_rate",
                                .fallback = "10 MB/s",
                                .help = "At which one fetcher pulls a file (assumed)."},
                               [](Scenario& s) { return &s.pipeline.fetch_rate; }));
    table.push_back(evidence_field("pipeline.fetch_evidence", "fetch",
                                   [](Scenario& s) { return &s.pipeline.fetch_evidence; }));
}

void add_bundling(std::vector<Field>& table) {
    table.push_back(bytes_field(
        {.path = "pipeline.bundle_size",
         .fallback = "25 MB",
         .help = "A bundle closes when its files reach so many bytes (25 MB: IMVU's choice of 2013, "
                 "engineering.imvu.com)."},
        [](Scenario& s) { return &s.pipeline.bundle_size; }, Bytes{1}, kLargestBundle));
    table.push_back(optional_duration_field(
        {.path = "pipeline.max_age",
         .fallback = "30 s",
         .help =
             "A bundle closes at the latest so long after its first file (assumed); none: when it is full."},
        [](Scenario& s) { return &s.pipeline.max_age; }, Duration{1}, kLongestWait));
}

void add_uploading(std::vector<Field>& table) {
    table.push_back(count_field(
        {.path = "pipeline.uploaders",
         .fallback = "8",
         .help = "Workers that send closed bundles to the vault (assumed)."},
        [](Scenario& s) { return &s.pipeline.uploaders; }, 1, kManyWorkers));
    table.push_back(duration_field(
        {.path = "pipeline.upload_latency",
         .fallback = "50 ms",
         .help = "What each call to the vault takes besides its bytes (assumed)."},
        [](Scenario& s) { return &s.pipeline.upload_latency; }, 0s, kLongestWait));
    table.push_back(rate_field({.path = "pipeline.upload_rate",
                                .fallback = "20 MB/s",
                                .help = "At which one uploader sends an archive (assumed)."},
                               [](Scenario& s) { return &s.pipeline.upload_rate; }));
    table.push_back(evidence_field("pipeline.upload_evidence", "upload",
                                   [](Scenario& s) { return &s.pipeline.upload_evidence; }));
    table.push_back(optional_bytes_field(
        {.path = "pipeline.call_size",
         .fallback = "none",
         .help = "An archive above this size is sent in calls of this size and two more, for which the "
                 "uploader waits; none: "
                 "one call an archive (parts above 4 GiB). What is billed does not depend on it."},
        [](Scenario& s) { return &s.pipeline.call_size; }, Bytes::from_mib(1), Bytes::from_gib(4)));
}

void add_service_targets(std::vector<Field>& table) {
    table.push_back(optional_duration_field(
        {.path = "targets.unprotected_age",
         .fallback = "none",
         .is_quiet = true,
         .help = "No file may have waited longer than this to be stored, at any time."},
        [](Scenario& s) { return &s.targets.unprotected_age; }, Duration{1}, kLongestWait));
    table.push_back(optional_duration_field(
        {.path = "targets.restore_file",
         .fallback = "none",
         .is_quiet = true,
         .help = "How soon 99 % of the single files that are asked for must be back."},
        [](Scenario& s) { return &s.targets.restore_file; }, Duration{1}, kLongestWait));
    table.push_back(optional_duration_field(
        {.path = "targets.restore_batch",
         .fallback = "none",
         .is_quiet = true,
         .help = "How soon each batch of files must be back as a whole."},
        [](Scenario& s) { return &s.targets.restore_batch; }, Duration{1}, 10 * kLongestWait));
}

void add_targets(std::vector<Field>& table) {
    table.push_back(optional_duration_field(
        {.path = "targets.stored_within",
         .fallback = "none",
         .help = "How soon after its arrival a file must be stored."},
        [](Scenario& s) { return &s.targets.stored_within; }, Duration{1}, kLongestWait));
    table.push_back(choice_field<LatencyQuantile>(
        {.path = "targets.stored_share",
         .fallback = "p99",
         .choices = {"p50", "p95", "p99", "max"},
         .help = "For what share of the files stored_within must hold; max: for every file."},
        [](Scenario& s) { return &s.targets.stored_share; },
        {LatencyQuantile::p50, LatencyQuantile::p95, LatencyQuantile::p99, LatencyQuantile::max}));
    table.push_back(optional_bytes_field(
        {.path = "targets.restore_read",
         .fallback = "none",
         .help = "How many bytes may be read on average to get one file back."},
        [](Scenario& s) { return &s.targets.restore_read; }, Bytes{1}, kLargestBundle));
    table.push_back(optional_bytes_field(
        {.path = "targets.at_risk",
         .fallback = "none",
         .help = "How many bytes may at most have arrived and not yet be stored."},
        [](Scenario& s) { return &s.targets.at_risk; }, Bytes{1}, Bytes::from_tib(1 << 20)));
}

std::vector<Field> make_fields() {
    std::vector<Field> table;
    add_head(table);
    add_recorded_workloads(table);
    add_monthly_bursts(table);
    add_growth(table);
    add_owners(table);
    add_stock(table);
    add_backfill(table);
    add_fetching(table);
    add_bundling(table);
    add_uploading(table);
    add_place(table);
    add_restores(table);
    add_life(table);
    add_targets(table);
    add_service_targets(table);
    add_rules(table);
    add_billing(table);
    return table;
}

std::vector<Section> make_sections() {
    std::vector<Section> sections = {
        {.path = "workload", .help = "What arrives: exactly one of its sections."},
        {.path = "workload.reference_w1",
         .help = "The generated reference workload, for measuring and checking.",
         .optional = true,
         .is_present = [](const Scenario& s) { return s.workload.reference_w1.has_value(); },
         .enter = [](Scenario& s) { s.workload.reference_w1.emplace(); }},
        {.path = "workload.trace",
         .help = "Files as they were recorded: a trace or a listing.",
         .optional = true,
         .is_present = [](const Scenario& s) { return s.workload.trace.has_value(); },
         .enter = [](Scenario& s) { s.workload.trace.emplace(); }},
        {.path = "workload.monthly_totals",
         .help = "Files of which only the number and the bytes of each month are known.",
         .optional = true,
         .is_present = [](const Scenario& s) { return s.workload.monthly_totals.has_value(); },
         .enter = [](Scenario& s) { s.workload.monthly_totals.emplace(); }},
        {.path = "workload.monthly_totals.batches", .help = "Files that come together."},
        {.path = "stock", .help = "What lies in the vault from the start, as archives."},
    };
    add_backfill_sections(sections);
    sections.push_back({.path = "pipeline", .help = "The workers between the files' store and the vault."});
    add_place_sections(sections);
    add_restore_section(sections);
    add_life_sections(sections);
    add_retrieval_section(sections);
    sections.push_back({.path = "targets", .help = "What an acceptable plan keeps to."});
    add_growth_sections(sections);
    add_billing_sections(sections);
    return sections;
}

}  // namespace

const std::vector<Field>& fields() {
    static const std::vector<Field> kFields = make_fields();
    return kFields;
}

const std::vector<Section>& sections() {
    static const std::vector<Section> kSections = make_sections();
    return kSections;
}

}  // namespace firn::scenario
