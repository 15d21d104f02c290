#include "core/scenario/trace_fields.hpp"

#include "core/scenario/field_makers.hpp"
#include "core/workload/replay.hpp"

#include <string>

namespace firn::scenario {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kManyFiles = 100'000'000'000;
constexpr Duration kLongestWait = std::chrono::hours{24 * 365};

void add_reference_w1(std::vector<Field>& table) {
    table.push_back(count_field(
        {.path = "workload.reference_w1.files",
         .fallback = "1000000",
         .help = "How many files are generated."},
        [](Scenario& s) { return s.workload.reference_w1 ? &s.workload.reference_w1->files : nullptr; }, 1,
        kManyFiles));
    table.push_back(count_field(
        {.path = "workload.reference_w1.replicate",
         .fallback = "0",
         .help = "Which of the independent repetitions; the seed has no part in this workload."},
        [](Scenario& s) { return s.workload.reference_w1 ? &s.workload.reference_w1->replicate : nullptr; },
        0, INT64_MAX));
}

/// The names of the formats that core/io reads; a test compares.
std::vector<std::string> trace_formats() {
    return {"auto",      "csv",       "tsv",           "find",       "ls-l",         "tar-tv",
            "aws-s3-ls", "aws-s3api", "rclone-lsjson", "rclone-lsl", "s3-inventory", "folder"};
}

void add_trace(std::vector<Field>& table) {
    const auto member = [](Scenario& s) { return s.workload.trace ? &s.workload.trace->file : nullptr; };
    table.push_back(text_field({.path = "workload.trace.file",
                                .kind = FieldKind::path,
                                .required = true,
                                .help = "The trace, relative to the scenario's folder; gzip is recognised.",
                                .example = "uploads.csv.gz"},
                               member));
    table.push_back(choice_field<std::string>(
        {.path = "workload.trace.format",
         .fallback = "auto",
         .choices = trace_formats(),
         .help = "What wrote the trace; auto looks at its first lines."},
        [](Scenario& s) { return s.workload.trace ? &s.workload.trace->format : nullptr; }, trace_formats()));
    table.push_back(
        text_field({.path = "workload.trace.columns",
                    .help = "Columns of a CSV or TSV trace, by name or number from 1, where they are not "
                            "timestamp_utc, size_bytes and key; time=none: the files have no times.",
                    .example = "time=uploaded,size=bytes"},
                   [](Scenario& s) { return s.workload.trace ? &s.workload.trace->columns : nullptr; }));
    table.push_back(choice_field<TraceReading>(
        {.path = "workload.trace.as",
         .fallback = "auto",
         .choices = {"auto", "arrivals", "stock", "archives"},
         .help = "What the rows are: arrivals (files that arrive at their times), stock (files that all lie "
                 "there "
                 "at the start, to be stored in the order of their times), archives (each lies in the vault "
                 "already); auto: arrivals, or stock where there are no times."},
        [](Scenario& s) { return s.workload.trace ? &s.workload.trace->as : nullptr; },
        {TraceReading::automatic, TraceReading::arrivals, TraceReading::stock, TraceReading::archives}));
    table.push_back(choice_field<StartsAt>(
        {.path = "workload.trace.starts_at",
         .fallback = "recorded",
         .choices = {"recorded", "scenario"},
         .help = "recorded: files arrive at the times of the trace; scenario: the trace is shifted so that "
                 "its first "
                 "file arrives at the start."},
        [](Scenario& s) { return s.workload.trace ? &s.workload.trace->starts_at : nullptr; },
        {StartsAt::recorded, StartsAt::scenario}));
    table.push_back(duration_field(
        {.path = "workload.trace.spread",
         .fallback = "0 s",
         .help = "Files of one instant arrive evenly over this time instead of all at once."},
        [](Scenario& s) { return s.workload.trace ? &s.workload.trace->spread : nullptr; }, 0s,
        kLongestWait));
    table.push_back(count_field(
        {.path = "workload.trace.copies",
         .fallback = "1",
         .help = "So many copies of the trace run beside each other, each shifted by up to a week: "
                 "the shape of a small service at a larger size. Each has owners and keys of its own; "
                 "those of the trace are the first copy's."},
        [](Scenario& s) { return s.workload.trace ? &s.workload.trace->copies : nullptr; }, 1,
        workload::kMostCopies));
}

void add_monthly_totals(std::vector<Field>& table) {
    table.push_back(text_field(
        {.path = "workload.monthly_totals.file",
         .kind = FieldKind::path,
         .required = true,
         .help = "CSV with the columns month,items,bytes, relative to the scenario's folder.",
         .example = "monthly.csv"},
        [](Scenario& s) { return s.workload.monthly_totals ? &s.workload.monthly_totals->file : nullptr; }));
    table.push_back(choice_field<SizeShape>(
        {.path = "workload.monthly_totals.sizes",
         .fallback = "lognormal",
         .choices = {"lognormal", "constant"},
         .help = "How the sizes of a month's files differ; the month's count and bytes are met exactly "
                 "either way."},
        [](Scenario& s) { return s.workload.monthly_totals ? &s.workload.monthly_totals->sizes : nullptr; },
        {SizeShape::lognormal, SizeShape::constant}));
    table.push_back(thousandths_field(
        {.path = "workload.monthly_totals.deviation",
         .fallback = "1.5",
         .help = "Standard deviation of the natural logarithm of the size (assumed; three recorded services "
                 "of small "
                 "files have 1.5 to 1.9)."},
        [](Scenario& s) {
            return s.workload.monthly_totals ? &s.workload.monthly_totals->deviation : nullptr;
        },
        3));
}

}  // namespace

void add_recorded_workloads(std::vector<Field>& table) {
    add_reference_w1(table);
    add_trace(table);
    add_monthly_totals(table);
}

}  // namespace firn::scenario
