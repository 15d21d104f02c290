#include "core/report/workers_report.hpp"

#include "core/report/amounts.hpp"
#include "core/report/json_value.hpp"
#include "core/report/table.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <utility>

namespace firn::report {

namespace {

using planner::TransferFit;
using workload::Stage;

/// Rounded to four digits: more than any fit is sure of.
std::int64_t four_digits(std::int64_t value) {
    std::int64_t step = 1;
    while (value / step >= 10'000)
        step *= 10;
    return (value / step + (value % step * 2 >= step ? 1 : 0)) * step;
}

struct UnitName {
    std::int64_t least;
    const char* name;
};

/// "19.98 ms": exact, in the largest of the units that the value reaches.
template <std::size_t N>
std::string in_units(std::int64_t value, const UnitName (&units)[N]) {
    std::size_t unit = 0;
    while (unit + 1 < N && value < units[unit].least)
        ++unit;
    return fmt::format("{} {}", format_decimal(Rational{value, units[unit].least}), units[unit].name);
}

std::string setting_text(Duration duration) {
    constexpr UnitName kUnits[]{{1'000'000, "s"}, {1'000, "ms"}, {1, "us"}};
    return in_units(four_digits(duration.count()), kUnits);
}

std::string setting_text(ByteRate rate) {
    constexpr UnitName kUnits[]{{1'000'000, "MB/s"}, {1'000, "kB/s"}, {1, "B/s"}};
    return in_units(four_digits(rate.bytes_per_second()), kUnits);
}

std::string rough_rate(std::int64_t bytes_per_second) {
    return to_rough_text(Bytes{bytes_per_second}) + "/s";
}

/// With its sign: "-1.20 ms", "+3.40 ms".
std::string difference_text(Duration difference) {
    if (difference < Duration{0}) return "-" + to_rough_text(-difference);
    return "+" + to_rough_text(difference);
}

std::string with_error(const TransferFit& fit) {
    return fit.through_origin
               ? std::string{"taken as 0"}
               : fmt::format("{} ± {}", setting_text(fit.latency), to_rough_text(fit.latency_error));
}

std::string r_squared_text(const TransferFit& fit) { return fmt::format("{:.4f}", fit.r_squared); }

std::string counted_transfers(const StageFit& of) {
    return of.stage == Stage::fetch ? counted(of.fit.transfers, "fetch", "fetches")
                                    : counted(of.fit.transfers, "upload", "uploads");
}

std::string sentence(const WorkersReport& report, const StageFit& of) {
    const TransferFit& fit = of.fit;
    const std::string outliers =
        fit.outliers > 0 ? fmt::format(", without {}", counted(fit.outliers, "outlier", "outliers")) : "";
    return fmt::format("{} takes {} and its bytes at {}, measured on {} in {}{}.",
                       of.stage == Stage::fetch ? "A fetch" : "An upload", setting_text(fit.latency),
                       setting_text(fit.rate), counted_transfers(of), report.name, outliers);
}

Table figures_table(const WorkersReport& report) {
    Table table{.columns = {{"figure", Align::left}},
                .rows = {{"transfers"},
                         {"looked at"},
                         {"outliers left out"},
                         {"smallest"},
                         {"largest"},
                         {"latency ± standard error"},
                         {"rate ± standard error"},
                         {"R²"},
                         {"longer than fitted, p1"},
                         {"longer than fitted, p5"},
                         {"longer than fitted, p25"},
                         {"longer than fitted, p50"},
                         {"longer than fitted, p75"},
                         {"longer than fitted, p95"},
                         {"longer than fitted, p99"}}};
    const auto count = [](std::uint64_t n) { return with_separators(std::to_string(n)); };
    for (const StageFit& of : report.stages) {
        const TransferFit& fit = of.fit;
        table.columns.push_back({std::string{workload::to_text(of.stage)}});
        std::vector<std::string> cells{count(fit.transfers),
                                       count(fit.used),
                                       count(fit.outliers),
                                       to_rough_text(fit.smallest),
                                       to_rough_text(fit.largest),
                                       with_error(fit),
                                       setting_text(fit.rate) + " ± " + rough_rate(fit.rate_error),
                                       r_squared_text(fit)};
        const planner::ResidualQuantiles& r = fit.residuals;
        for (const Duration residual : {r.p1, r.p5, r.p25, r.p50, r.p75, r.p95, r.p99})
            cells.push_back(difference_text(residual));
        for (std::size_t i = 0; i < cells.size(); ++i)
            table.rows[i].push_back(std::move(cells[i]));
    }
    return table;
}

bool has_outliers(const WorkersReport& report) {
    for (const StageFit& of : report.stages) {
        if (!of.fit.oddest.empty()) return true;
    }
    return false;
}

Table outliers_table(const WorkersReport& report) {
    Table table{.columns = {{"line"}, {"stage", Align::left}, {"size"}, {"took"}, {"fitted"}}};
    for (const StageFit& of : report.stages) {
        for (const planner::OddTransfer& odd : of.fit.oddest) {
            table.rows.push_back({std::to_string(odd.transfer.line), std::string{workload::to_text(of.stage)},
                                  to_rough_text(odd.transfer.size), to_rough_text(odd.transfer.duration),
                                  to_rough_text(odd.expected)});
        }
    }
    return table;
}

Json residuals_json(const planner::ResidualQuantiles& residuals) {
    return {{"p1", residuals.p1.count()},   {"p5", residuals.p5.count()},   {"p25", residuals.p25.count()},
            {"p50", residuals.p50.count()}, {"p75", residuals.p75.count()}, {"p95", residuals.p95.count()},
            {"p99", residuals.p99.count()}};
}

Json stage_json(const StageFit& of) {
    const TransferFit& fit = of.fit;
    Json json{{"stage", workload::to_text(of.stage)},
              {"evidence", "measured"},
              {"transfers", fit.transfers},
              {"used", fit.used},
              {"outliers", fit.outliers},
              {"latency_us", fit.latency.count()},
              {"latency_error_us", fit.latency_error.count()},
              {"rate_bytes_per_second", fit.rate.bytes_per_second()},
              {"rate_error_bytes_per_second", fit.rate_error},
              {"through_origin", fit.through_origin},
              {"size_bytes", {{"min", fit.smallest.count()}, {"max", fit.largest.count()}}},
              {"r_squared", r_squared_text(fit)},
              {"residual_us", residuals_json(fit.residuals)},
              {"largest_outliers", Json::array()}};
    for (const planner::OddTransfer& odd : fit.oddest) {
        json["largest_outliers"].push_back({{"line", odd.transfer.line},
                                            {"size_bytes", odd.transfer.size.count()},
                                            {"duration_us", odd.transfer.duration.count()},
                                            {"expected_us", odd.expected.count()}});
    }
    return json;
}

/// The name of the log on one line of a comment.
std::string one_line(std::string text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20U || c == 0x7F) c = '?';
    }
    return text;
}

}  // namespace

std::string workers_text(const WorkersReport& report) {
    std::string text;
    for (const StageFit& of : report.stages)
        text += sentence(report, of) + '\n';
    text += '\n' + to_plain_text(figures_table(report));
    if (has_outliers(report))
        text += "\nThe outliers farthest off:\n\n" + to_plain_text(outliers_table(report));
    return text + "\nFor the scenario (--format yaml):\n\n" + workers_yaml(report);
}

std::string workers_markdown(const WorkersReport& report) {
    std::string text;
    for (const StageFit& of : report.stages)
        text += "- " + sentence(report, of) + '\n';
    text += '\n' + to_markdown(figures_table(report));
    if (has_outliers(report))
        text += "\n## The outliers farthest off\n\n" + to_markdown(outliers_table(report));
    return text + "\n## For the scenario\n\n```yaml\n" + workers_yaml(report) + "```\n";
}

std::string workers_csv(const WorkersReport& report) {
    Table table;
    for (const char* heading :
         {"stage", "transfers", "used", "outliers", "latency_us", "latency_error_us", "rate_bytes_per_second",
          "rate_error_bytes_per_second", "size_min_bytes", "size_max_bytes", "r_squared", "residual_p5_us",
          "residual_p50_us", "residual_p95_us"}) {
        table.columns.push_back({heading});
    }
    for (const StageFit& of : report.stages) {
        const TransferFit& fit = of.fit;
        std::vector<std::string> row{std::string{workload::to_text(of.stage)}};
        for (const std::uint64_t number : {fit.transfers, fit.used, fit.outliers})
            row.push_back(std::to_string(number));
        for (const std::int64_t number :
             {fit.latency.count(), fit.latency_error.count(), fit.rate.bytes_per_second(), fit.rate_error,
              fit.smallest.count(), fit.largest.count()})
            row.push_back(std::to_string(number));
        row.push_back(r_squared_text(fit));
        for (const Duration residual : {fit.residuals.p5, fit.residuals.p50, fit.residuals.p95})
            row.push_back(std::to_string(residual.count()));
        table.rows.push_back(std::move(row));
    }
    return to_csv(table);
}

std::string workers_json(const WorkersReport& report) {
    Json json;
    json["firn"] = provenance_json(report.provenance);
    json["log"] = report.name;
    json["answer"] = Json::array();
    for (const StageFit& of : report.stages)
        json["answer"].push_back(sentence(report, of));
    json["stages"] = Json::array();
    for (const StageFit& of : report.stages)
        json["stages"].push_back(stage_json(of));
    return json_text(json);
}

std::string workers_yaml(const WorkersReport& report) {
    std::string text = "pipeline:\n";
    for (const StageFit& of : report.stages) {
        const TransferFit& fit = of.fit;
        const std::string_view stage = workload::to_text(of.stage);
        text += fmt::format("  # fitted to {} in {}, R² {}\n", counted_transfers(of), one_line(report.name),
                            r_squared_text(fit));
        text += fmt::format("  {}_latency: {}  # {}\n", stage, setting_text(fit.latency),
                            fit.through_origin ? std::string{"the fit was below 0"}
                                               : "± " + to_rough_text(fit.latency_error));
        text +=
            fmt::format("  {}_rate: {}  # ± {}\n", stage, setting_text(fit.rate), rough_rate(fit.rate_error));
        text += fmt::format("  {}_evidence: measured\n", stage);
    }
    return text;
}

}  // namespace firn::report
