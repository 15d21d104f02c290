#include "core/report/trace_report.hpp"

#include "core/report/json_value.hpp"
#include "core/report/table.hpp"

#include <fmt/format.h>

namespace firn::report {

namespace {

using workload::TraceSummary;

std::string count_text(std::int64_t count) { return with_separators(std::to_string(count)); }

std::string bytes_text(Bytes bytes) {
    return fmt::format("{} ({} B)", to_rough_text(bytes), count_text(bytes.count()));
}

std::string sentence(const TraceReport& report) {
    const TraceSummary& summary = report.summary;
    if (summary.files == 0) return fmt::format("{} ({}) holds no file.\n", report.name, report.format);
    return fmt::format("{} ({}) holds {} files, {}, from {} to {}.\n", report.name, report.format,
                       count_text(summary.files), to_rough_text(summary.bytes), firn::to_text(summary.first),
                       firn::to_text(summary.last));
}

Table figures_table(const TraceSummary& summary) {
    Table table{.columns = {{"figure", Align::left}, {"value"}}};
    table.rows = {{"files", count_text(summary.files)},
                  {"bytes", bytes_text(summary.bytes)},
                  {"first file", firn::to_text(summary.first)},
                  {"last file", firn::to_text(summary.last)},
                  {"size, mean", bytes_text(summary.mean_size())},
                  {"size, min", bytes_text(summary.sizes.min)},
                  {"size, median", bytes_text(summary.sizes.median)},
                  {"size, p90", bytes_text(summary.sizes.p90)},
                  {"size, p99", bytes_text(summary.sizes.p99)},
                  {"size, max", bytes_text(summary.sizes.max)},
                  {"empty files", count_text(summary.empty_files)},
                  {"days with a file", count_text(summary.days_with_files)},
                  {"largest batch at one instant", count_text(summary.largest_batch.files)}};
    return table;
}

Table months_table(const TraceSummary& summary) {
    Table table{.columns = {{"month", Align::left}, {"files"}, {"bytes"}}};
    for (const workload::MonthTotal& month : summary.months) {
        table.rows.push_back(
            {firn::to_text(month.month), count_text(month.items), count_text(month.bytes.count())});
    }
    return table;
}

}  // namespace

std::string trace_text(const TraceReport& report) {
    return sentence(report) + '\n' + to_plain_text(figures_table(report.summary)) + '\n' +
           to_plain_text(months_table(report.summary));
}

std::string trace_markdown(const TraceReport& report) {
    return sentence(report) + '\n' + to_markdown(figures_table(report.summary)) + '\n' +
           to_markdown(months_table(report.summary));
}

std::string trace_csv(const TraceReport& report) {
    Table table{.columns = {{"month"}, {"items"}, {"bytes"}}};
    for (const workload::MonthTotal& month : report.summary.months) {
        table.rows.push_back(
            {firn::to_text(month.month), std::to_string(month.items), std::to_string(month.bytes.count())});
    }
    return to_csv(table);
}

std::string trace_json(const TraceReport& report) {
    const TraceSummary& summary = report.summary;
    Json json;
    json["firn"] = provenance_json(report.provenance);
    json["trace"] = report.name;
    json["format"] = report.format;
    json["files"] = summary.files;
    json["bytes"] = summary.bytes.count();
    json["first"] = summary.files > 0 ? Json(firn::to_text(summary.first)) : Json(nullptr);
    json["last"] = summary.files > 0 ? Json(firn::to_text(summary.last)) : Json(nullptr);
    json["size_bytes"] = {{"mean", summary.mean_size().count()},   {"min", summary.sizes.min.count()},
                          {"p50", summary.sizes.median.count()},   {"p90", summary.sizes.p90.count()},
                          {"p99", summary.sizes.p99.count()},      {"max", summary.sizes.max.count()},
                          {"quantiles_exact", summary.sizes.exact}};
    json["empty_files"] = summary.empty_files;
    json["days_with_files"] = summary.days_with_files;
    json["largest_batch"] = Json::object();
    json["largest_batch"]["at"] =
        summary.files > 0 ? Json(firn::to_text(summary.largest_batch.time)) : Json(nullptr);
    json["largest_batch"]["files"] = summary.largest_batch.files;
    json["months"] = Json::array();
    for (const workload::MonthTotal& month : summary.months) {
        json["months"].push_back(
            {{"month", firn::to_text(month.month)}, {"items", month.items}, {"bytes", month.bytes.count()}});
    }
    return json_text(json);
}

}  // namespace firn::report
