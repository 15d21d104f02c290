#include "core/report/growth_fit_report.hpp"

#include "core/report/json_value.hpp"
#include "core/report/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace firn::report {

namespace {

using planner::FitQuality;
using planner::FittedSetting;
using workload::MonthTotal;

constexpr std::array<std::pair<const char*, double>, 3> kQuantiles{
    {{"median", 0.5}, {"p90", 0.9}, {"p99", 0.99}}};

std::string count_text(std::int64_t count) { return with_separators(std::to_string(count)); }

/// "+3.1 %" of a model's number against a trace's.
std::string difference(std::int64_t model, std::int64_t trace) {
    if (trace == 0) return "";
    return fmt::format("{:+.1f} %", 100.0 * static_cast<double>(model - trace) / static_cast<double>(trace));
}

std::string_view grade_of(const FittedSetting& setting) {
    if (setting.limited) return "limited";
    return setting.estimated ? "estimated" : "assumed";
}

std::string source_of(const FittedSetting& setting) {
    return fmt::format("{}: {}", grade_of(setting), setting.why);
}

std::string sentence(const GrowthFitReport& report) {
    const scenario::GrowthWorkload& growth = *report.fit.scenario.workload.growth;
    const auto value = [&](const std::string& key) {
        const auto setting = std::find_if(report.fit.settings.begin(), report.fit.settings.end(),
                                          [&](const FittedSetting& s) { return s.path == key; });
        return fmt::format("{} ({})", setting->value, grade_of(*setting));
    };
    return fmt::format(
        "{} ({}) resembles a service with {:.1f} files a day of {} each at {}, whose files grow by {} and "
        "sizes by {} "
        "a year.\n",
        report.name, report.format, growth.inflow.files.convert_to<double>(),
        to_rough_text(growth.mean_size.value_or(Bytes{0})),
        firn::to_text(report.fit.scenario.start).substr(0, 10), value("file_growth"), value("size_growth"));
}

Table settings_table(const planner::GrowthFit& fit) {
    Table table{.columns = {{"setting", Align::left}, {"value", Align::left}, {"from", Align::left}}};
    for (const FittedSetting& setting : fit.settings)
        table.rows.push_back({setting.path, setting.value, source_of(setting)});
    return table;
}

Table quality_table(const planner::GrowthFit& fit) {
    Table table{.columns = {{"regression", Align::left}, {"periods"}, {"R²"}, {"residual sd (ln)"}}};
    for (const FitQuality& quality : fit.qualities) {
        table.rows.push_back({quality.of, std::to_string(quality.periods),
                              fmt::format("{:.3f}", quality.r_squared),
                              fmt::format("{:.3f}", quality.residual_deviation)});
    }
    return table;
}

Table sizes_table(const GrowthFitReport& report) {
    Table table{.columns = {{"size", Align::left}, {"trace"}, {"model"}, {"difference"}}};
    for (const auto& [name, q] : kQuantiles) {
        const Bytes trace = workload::size_quantile(report.trace, q);
        const Bytes model = workload::size_quantile(report.model, q);
        table.rows.push_back(
            {name, to_rough_text(trace), to_rough_text(model), difference(model.count(), trace.count())});
    }
    return table;
}

MonthTotal total_of(const workload::MonthlyTotals& months, BillingPeriod month) {
    const auto found =
        std::find_if(months.begin(), months.end(), [&](const MonthTotal& m) { return m.month == month; });
    return found == months.end() ? MonthTotal{.month = month, .items = 0, .bytes = {}} : *found;
}

Table months_table(const GrowthFitReport& report) {
    Table table{.columns = {{"month", Align::left},
                            {"files"},
                            {"model"},
                            {"difference"},
                            {"bytes"},
                            {"model"},
                            {"difference"}}};
    for (const MonthTotal& month : report.trace.months) {
        const MonthTotal model = total_of(report.model.months, month.month);
        table.rows.push_back({firn::to_text(month.month), count_text(month.items), count_text(model.items),
                              difference(model.items, month.items), to_rough_text(month.bytes),
                              to_rough_text(model.bytes),
                              difference(model.bytes.count(), month.bytes.count())});
    }
    return table;
}

template <class Print>
std::string tables(const GrowthFitReport& report, Print print) {
    std::string text =
        sentence(report) + '\n' + print(settings_table(report.fit)) + '\n' + print(quality_table(report.fit));
    if (!report.trace.days.empty())
        text +=
            "\nSizes of the trace, and of the files that the model draws:\n\n" + print(sizes_table(report));
    return text + "\nMonths of the trace, and one draw of the model:\n\n" + print(months_table(report));
}

Json month_json(const MonthTotal& month, const MonthTotal& model) {
    return {{"month", firn::to_text(month.month)},
            {"files", month.items},
            {"bytes", month.bytes.count()},
            {"model_files", model.items},
            {"model_bytes", model.bytes.count()}};
}

}  // namespace

std::string growth_fit_text(const GrowthFitReport& report) { return tables(report, to_plain_text); }
std::string growth_fit_markdown(const GrowthFitReport& report) { return tables(report, to_markdown); }
std::string growth_fit_csv(const GrowthFitReport& report) { return to_csv(settings_table(report.fit)); }

std::string growth_fit_json(const GrowthFitReport& report) {
    Json json;
    json["firn"] = provenance_json(report.provenance);
    json["trace"] = report.name;
    json["format"] = report.format;
    json["start"] = firn::to_text(report.fit.scenario.start);
    json["settings"] = Json::array();
    for (const FittedSetting& setting : report.fit.settings) {
        json["settings"].push_back({{"setting", setting.path},
                                    {"value", setting.value},
                                    {"estimated", setting.estimated},
                                    {"limited", setting.limited},
                                    {"from", setting.why}});
    }
    json["regressions"] = Json::array();
    for (const FitQuality& quality : report.fit.qualities) {
        json["regressions"].push_back(
            {{"of", quality.of},
             {"periods", quality.periods},
             {"r_squared", fmt::format("{:.6f}", quality.r_squared)},
             {"residual_deviation", fmt::format("{:.6f}", quality.residual_deviation)}});
    }
    json["sizes"] = Json::object();
    for (const auto& [name, q] : kQuantiles) {
        json["sizes"][name] = {{"trace", workload::size_quantile(report.trace, q).count()},
                               {"model", workload::size_quantile(report.model, q).count()}};
    }
    if (report.trace.days.empty()) json["sizes"] = nullptr;
    json["months"] = Json::array();
    for (const MonthTotal& month : report.trace.months)
        json["months"].push_back(month_json(month, total_of(report.model.months, month.month)));
    return json_text(json);
}

std::string growth_fit_heading(const GrowthFitReport& report) {
    std::string text = fmt::format("A growth model estimated from {} ({}).\n", report.name, report.format);
    text += "Estimated, everything else is assumed:";
    for (const FittedSetting& setting : report.fit.settings) {
        if (setting.estimated)
            text += fmt::format("\n- {} ({}from {})", setting.path, setting.limited ? "limited, " : "",
                                setting.why);
    }
    return text;
}

}  // namespace firn::report
