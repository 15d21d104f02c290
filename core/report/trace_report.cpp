#include "core/report/trace_report.hpp"

#include "core/report/json_value.hpp"
#include "core/report/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace firn::report {

namespace {

using workload::TraceSummary;

std::string count_text(std::int64_t count) { return with_separators(std::to_string(count)); }

std::string bytes_text(Bytes bytes) {
    return fmt::format("{} ({} B)", to_rough_text(bytes), count_text(bytes.count()));
}

/// "87.3 %"; of nothing nothing.
std::string percent(double part, double whole) {
    return whole > 0 ? fmt::format("{:.1f} %", 100 * part / whole) : "0.0 %";
}

std::string share_text(const workload::FileShare& share, const TraceSummary& summary) {
    return fmt::format(
        "{} of the files, {} of the bytes",
        percent(static_cast<double>(share.files), static_cast<double>(summary.files)),
        percent(static_cast<double>(share.bytes.count()), static_cast<double>(summary.bytes.count())));
}

std::string growth_text(const std::optional<double>& growth) {
    return growth ? fmt::format("{:+.0f} % a year", 100 * *growth) : "too few months";
}

std::size_t busiest_hour_of_day(const TraceSummary& summary) {
    const auto busiest = std::max_element(summary.hours_of_day.begin(), summary.hours_of_day.end(),
                                          [](const auto& a, const auto& b) { return a.bytes < b.bytes; });
    return static_cast<std::size_t>(busiest - summary.hours_of_day.begin());
}

std::string when_text(const TraceReport& report) {
    if (!report.has_times) return ", without times";
    return fmt::format(", from {} to {}", firn::to_text(report.summary.first),
                       firn::to_text(report.summary.last));
}

std::string sentence(const TraceReport& report) {
    const TraceSummary& summary = report.summary;
    if (summary.files == 0) return fmt::format("{} ({}) holds no file.\n", report.name, report.format);
    return fmt::format("{} ({}) holds {}, {}{}; read as {}.\n", report.name, report.format,
                       counted(static_cast<std::uint64_t>(summary.files), "file", "files"),
                       to_rough_text(summary.bytes), when_text(report), report.reading);
}

void add_times(const TraceSummary& summary, Table& table) {
    const workload::YearlyGrowth growth = workload::yearly_growth(summary.months);
    const workload::TraceHour& hour = summary.busiest_hour;
    const std::size_t of_day = busiest_hour_of_day(summary);
    const std::vector<std::vector<std::string>> rows{
        {"first file", firn::to_text(summary.first)},
        {"last file", firn::to_text(summary.last)},
        {"growth of files", growth_text(growth.files)},
        {"growth of bytes", growth_text(growth.bytes)},
        {"busiest hour", firn::to_text(hour.begin)},
        {"files, bytes in it",
         fmt::format("{}, {}", count_text(hour.share.files), to_rough_text(hour.share.bytes))},
        {"busiest hour of the day",
         fmt::format("{:02}:00 UTC, {}", of_day, share_text(summary.hours_of_day[of_day], summary))},
        {"days with a file", count_text(summary.days_with_files)},
        {"largest batch at one instant", count_text(summary.largest_batch.files)}};
    table.rows.insert(table.rows.end(), rows.begin(), rows.end());
}

Table figures_table(const TraceReport& report) {
    const TraceSummary& summary = report.summary;
    Table table{.columns = {{"figure", Align::left}, {"value"}}};
    table.rows = {{"files", count_text(summary.files)},
                  {"bytes", bytes_text(summary.bytes)},
                  {"size, mean", bytes_text(summary.mean_size())},
                  {"size, min", bytes_text(summary.sizes.min)},
                  {"size, p10", bytes_text(summary.sizes.p10)},
                  {"size, median", bytes_text(summary.sizes.median)},
                  {"size, p90", bytes_text(summary.sizes.p90)},
                  {"size, p99", bytes_text(summary.sizes.p99)},
                  {"size, max", bytes_text(summary.sizes.max)},
                  {"below 128 KiB", share_text(summary.below_128_kib, summary)},
                  {"below 1 MiB", share_text(summary.below_1_mib, summary)},
                  {"empty files", count_text(summary.empty_files)}};
    if (report.has_times && summary.files > 0) add_times(summary, table);
    for (const auto& [name, count] : report.remarks)
        table.rows.push_back({"left out or guessed: " + name, count_text(count)});
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

Json share_json(const workload::FileShare& share) {
    return {{"files", share.files}, {"bytes", share.bytes.count()}};
}

/// Rounded to a thousandth: an estimate has no more to say.
Json growth_json(const workload::YearlyGrowth& growth) {
    const auto rounded = [](const std::optional<double>& value) {
        return value ? Json(fmt::format("{:.3f}", *value)) : Json(nullptr);
    };
    return {{"files", rounded(growth.files)}, {"bytes", rounded(growth.bytes)}};
}

Json hour_json(const TraceReport& report) {
    if (report.summary.files == 0 || !report.has_times) return nullptr;
    const workload::TraceHour& hour = report.summary.busiest_hour;
    Json json = share_json(hour.share);
    json["begin"] = firn::to_text(hour.begin);
    return json;
}

}  // namespace

std::string trace_text(const TraceReport& report) {
    const std::string text = sentence(report) + '\n' + to_plain_text(figures_table(report));
    return report.has_times ? text + '\n' + to_plain_text(months_table(report.summary)) : text;
}

std::string trace_markdown(const TraceReport& report) {
    const std::string text = sentence(report) + '\n' + to_markdown(figures_table(report));
    return report.has_times ? text + '\n' + to_markdown(months_table(report.summary)) : text;
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
    json["reading"] = report.reading;
    json["has_times"] = report.has_times;
    json["files"] = summary.files;
    json["bytes"] = summary.bytes.count();
    const bool has_span = summary.files > 0 && report.has_times;
    json["first"] = has_span ? Json(firn::to_text(summary.first)) : Json(nullptr);
    json["last"] = has_span ? Json(firn::to_text(summary.last)) : Json(nullptr);
    json["size_bytes"] = {{"mean", summary.mean_size().count()}, {"min", summary.sizes.min.count()},
                          {"p10", summary.sizes.p10.count()},    {"p50", summary.sizes.median.count()},
                          {"p90", summary.sizes.p90.count()},    {"p99", summary.sizes.p99.count()},
                          {"max", summary.sizes.max.count()},    {"quantiles_exact", summary.sizes.exact}};
    json["empty_files"] = summary.empty_files;
    json["days_with_files"] = summary.days_with_files;
    json["largest_batch"] = Json::object();
    json["largest_batch"]["at"] =
        summary.files > 0 ? Json(firn::to_text(summary.largest_batch.time)) : Json(nullptr);
    json["largest_batch"]["files"] = summary.largest_batch.files;
    json["below_128_kib"] = share_json(summary.below_128_kib);
    json["below_1_mib"] = share_json(summary.below_1_mib);
    json["growth_per_year"] = growth_json(workload::yearly_growth(summary.months));
    json["busiest_hour"] = hour_json(report);
    json["hours_of_day"] = Json::array();
    for (const workload::FileShare& share : summary.hours_of_day)
        json["hours_of_day"].push_back(share_json(share));
    json["left_out_or_guessed"] = Json::object();
    for (const auto& [name, count] : report.remarks)
        json["left_out_or_guessed"][name] = count;
    json["months"] = Json::array();
    for (const workload::MonthTotal& month : summary.months) {
        json["months"].push_back(
            {{"month", firn::to_text(month.month)}, {"items", month.items}, {"bytes", month.bytes.count()}});
    }
    return json_text(json);
}

}  // namespace firn::report
