#include "core/report/assumption_json.hpp"
#include "core/report/bill_json.hpp"
#include "core/report/forecast_report.hpp"
#include "core/report/json_value.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

namespace firn::report {

namespace {

using forecast::Band;
using forecast::ForecastMonth;
using forecast::ModelScore;
using forecast::SeriesBacktest;

/// An estimate with eight digits: what comes after them differs between machines. A whole number is an
/// integer.
Json estimate(double value) {
    constexpr double kMostExact = 9e15;
    Json digits = Json::parse(fmt::format("{:.8g}", value));
    const auto rounded = digits.get<double>();
    if (std::abs(rounded) < kMostExact && rounded == std::floor(rounded))
        return static_cast<std::int64_t>(rounded);
    return digits;
}

std::string_view name_of(forecast::DrawsBy draws_by) {
    switch (draws_by) {
        case forecast::DrawsBy::monthly_usage:
            return "monthly_usage";
        case forecast::DrawsBy::runs:
            return "runs";
        case forecast::DrawsBy::response:
            return "response";
    }
    return "";
}

std::string amount(const Money& money) { return format_decimal(money.amount()); }

Json band_json(const Band& band) {
    return {{"p10", amount(band.p10)},
            {"p50", amount(band.p50)},
            {"p90", amount(band.p90)},
            {"mean", amount(band.mean)}};
}

Json month_json(const ForecastMonth& month) {
    Json json{{"month", to_text(month.month)}};
    json.update(band_json(month.total));
    json["by_charge"] = Json::object();
    json["bands_by_charge"] = Json::object();
    for (const auto& [charge, band] : month.by_charge) {
        json["by_charge"][std::string{usage::to_text(charge)}] = amount(band.mean);
        json["bands_by_charge"][std::string{usage::to_text(charge)}] = band_json(band);
    }
    json["items"] = estimate(month.items);
    json["bytes"] = estimate(month.bytes);
    json["bytes_p10"] = estimate(month.bytes_p10);
    json["bytes_p90"] = estimate(month.bytes_p90);
    return json;
}

Json model_json(std::string_view series, const forecast::FittedModel& fitted) {
    Json json{{"series", series}, {"model", to_text(fitted.model)}, {"history_months", fitted.history}};
    json["numbers"] = Json::object();
    for (const forecast::FitNumber& number : numbers_of(fitted))
        json["numbers"][number.name] = estimate(number.value);
    return json;
}

Json score_json(std::string_view series, std::string_view model, const ModelScore& score, bool is_chosen) {
    Json json{{"series", series},
              {"model", model},
              {"chosen", is_chosen},
              {"error", estimate(score.error)},
              {"coverage", estimate(score.coverage)},
              {"nominal_coverage", forecast::kNominalCoverage}};
    json["horizons"] = Json::array();
    for (const forecast::HorizonScore& horizon : score.horizons)
        json["horizons"].push_back({{"months_ahead", horizon.horizon},
                                    {"forecasts", horizon.forecasts},
                                    {"error", estimate(horizon.error)},
                                    {"coverage", estimate(horizon.coverage)}});
    return json;
}

void add_scores(Json& json, std::string_view series, const SeriesBacktest& test, forecast::Model chosen) {
    for (const ModelScore& score : test.scores)
        json.push_back(score_json(series, to_text(score.model), score, score.model == chosen));
}

Json backtest_json(const forecast::Forecast& forecast) {
    Json json = Json::array();
    add_scores(json, "items", forecast.items_test, forecast.items.model);
    add_scores(json, "bytes_per_item", forecast.size_test, forecast.bytes_per_item.model);
    if (forecast.bytes_test) json.push_back(score_json("bytes", "chosen", *forecast.bytes_test, true));
    return json;
}

Json year_json(const forecast::BudgetYear& year) {
    Json json{{"first_month", to_text(year.first)}, {"months", year.months}};
    json.update(band_json(year.total));
    json["p80"] = amount(year.p80);
    json["contingency_to_p80"] = amount(year.to_p80);
    json["contingency_to_p90"] = amount(year.to_p90);
    return json;
}

Json held_out_json(const forecast::HeldOut& held_out) {
    Json json{{"inside", held_out.inside}, {"error", estimate(held_out.error)}};
    json["coverage"] =
        estimate(static_cast<double>(held_out.inside) / static_cast<double>(held_out.months.size()));
    json["months"] = Json::array();
    for (const forecast::HeldOutMonth& month : held_out.months)
        json["months"].push_back({{"month", to_text(month.month)},
                                  {"bytes", estimate(month.actual)},
                                  {"forecast", estimate(month.forecast)},
                                  {"p10", estimate(month.p10)},
                                  {"p90", estimate(month.p90)},
                                  {"inside", month.is_inside}});
    return json;
}

Json tornado_json(const std::vector<TornadoBar>& bars) {
    Json json = Json::array();
    for (const TornadoBar& bar : bars)
        json.push_back({{"what", bar.what},
                        {"from", bar.low},
                        {"to", bar.high},
                        {"total_from", amount(bar.at_low)},
                        {"total_to", amount(bar.at_high)}});
    return json;
}

Json warnings_json(const Diagnostics& warnings) {
    Json json = Json::array();
    for (const Diagnostic& warning : warnings)
        json.push_back({{"code", warning.code}, {"what", warning.what}});
    return json;
}

Json forecast_object(const ForecastReport& report) {
    const forecast::Forecast& forecast = report.forecast;
    Json json{{"firn", provenance_json(report.provenance)},
              {"name", report.name},
              {"currency", forecast.central.currency},
              {"draws", report.settings.draws},
              {"draws_by", name_of(forecast.draws_by)}};
    json["months"] = Json::array();
    json["cumulative"] = Json::array();
    for (const ForecastMonth& month : forecast.months) {
        json["months"].push_back(month_json(month));
        Json cumulative{{"month", to_text(month.month)}};
        cumulative.update(band_json(month.cumulative));
        json["cumulative"].push_back(cumulative);
    }
    json["total"] = band_json(forecast.months.back().cumulative);
    json["models"] = {model_json("items", forecast.items),
                      model_json("bytes_per_item", forecast.bytes_per_item)};
    json["backtest"] = backtest_json(forecast);
    if (report.year) json["fiscal_year"] = year_json(*report.year);
    if (report.held_out) json["held_out"] = held_out_json(*report.held_out);
    json["tornado"] = tornado_json(report.tornado);
    if (report.limit)
        json["limit"] = {
            {"text", report.limit->text},
            {"crossed", report.limit->month.has_value()},
            {"month", report.limit->month ? Json(to_text(*report.limit->month)) : Json(nullptr)}};
    json["assumptions"] = assumptions_json(whole_basis(report));
    json["unconfirmed_percent"] = unconfirmed_percent(forecast.unconfirmed, forecast.central.total_exact);
    json["warnings"] = warnings_json(forecast.warnings);
    return json;
}

Json history_json(const forecast::History& history) {
    Json json = Json::array();
    for (std::size_t i = 0; i < history.items.values.size(); ++i)
        json.push_back({{"month", to_text(history.items.first.plus_months(static_cast<int>(i)))},
                        {"items", estimate(history.items.values[i])},
                        {"bytes_per_item", estimate(history.bytes_per_item.values[i])}});
    return json;
}

}  // namespace

std::string forecast_json(const ForecastReport& report) { return json_text(forecast_object(report)); }

std::string budget_json(const ForecastReport& report) {
    Json json{{"budget", 1}};
    json.update(forecast_object(report));
    json["bundle_bytes"] = report.settings.plan.bundle_size.count();
    json["history"] = history_json(report.history);
    json["central"] = Json::array();
    for (const pricing::PeriodBill& period : report.forecast.central.periods)
        json["central"].push_back(period_bill_json(period, report.forecast.central.rounding));
    return json_text(json);
}

}  // namespace firn::report
