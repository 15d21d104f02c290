#include "core/report/forecast_report.hpp"

#include "core/report/amounts.hpp"
#include "core/report/table.hpp"
#include "core/units/rough_text.hpp"
#include "core/usage/charge_words.hpp"

#include <fmt/format.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace firn::report {

namespace {

using forecast::Band;
using forecast::ForecastMonth;
using forecast::ModelScore;
using Titled = std::pair<std::string, Table>;

std::string shown(const Money& money) { return with_separators(to_text(money)); }

std::string percent(double share) { return fmt::format("{:.1f} %", share * 100); }

std::string gigabytes(double bytes) { return to_rough_text(Bytes{static_cast<std::int64_t>(bytes)}); }

/// What arrives: files, or archives that bills show.
std::string items_of(const ForecastReport& report) {
    return report.settings.plan.are_archives ? "archives" : "files";
}

std::string bytes_per_item_of(const ForecastReport& report) {
    return report.settings.plan.are_archives ? "bytes per archive" : "bytes per file";
}

/// The charges of any month, in the order of a bill.
std::set<usage::ChargeType> charges_of(const forecast::Forecast& forecast) {
    std::set<usage::ChargeType> charges;
    for (const ForecastMonth& month : forecast.months) {
        for (const auto& [charge, band] : month.by_charge)
            charges.insert(charge);
    }
    return charges;
}

Table months_table(const ForecastReport& report) {
    const auto charges = charges_of(report.forecast);
    Table table{
        .columns = {
            {"month", Align::left}, {items_of(report)}, {"bytes"}, {"P10"}, {"P50"}, {"P90"}, {"mean"}}};
    for (const usage::ChargeType charge : charges)
        table.columns.push_back({usage::charge_words(charge)});
    table.columns.push_back({"so far P10"});
    table.columns.push_back({"so far P90"});
    for (const ForecastMonth& month : report.forecast.months) {
        std::vector<std::string> row{
            to_text(month.month),   with_separators(fmt::format("{:.0f}", month.items)),
            gigabytes(month.bytes), shown(month.total.p10),
            shown(month.total.p50), shown(month.total.p90),
            shown(month.total.mean)};
        for (const usage::ChargeType charge : charges) {
            const auto found = month.by_charge.find(charge);
            row.push_back(found == month.by_charge.end() ? "" : shown(found->second.mean));
        }
        row.push_back(shown(month.cumulative.p10));
        row.push_back(shown(month.cumulative.p90));
        table.rows.push_back(std::move(row));
    }
    return table;
}

void add_score(Table& table, std::string_view series, const std::string& model, const ModelScore& score,
               bool is_chosen) {
    std::vector<std::string> row{std::string{series}, model, percent(score.error)};
    for (const std::size_t ahead : {std::size_t{1}, std::size_t{3}, std::size_t{6}, std::size_t{12}}) {
        std::string cell;
        for (const forecast::HorizonScore& horizon : score.horizons) {
            if (horizon.horizon == ahead) cell = percent(horizon.error);
        }
        row.push_back(std::move(cell));
    }
    row.push_back(percent(score.coverage));
    row.emplace_back(is_chosen ? "chosen" : "");
    table.rows.push_back(std::move(row));
}

Table backtest_table(const ForecastReport& report) {
    const forecast::Forecast& forecast = report.forecast;
    Table table{.columns = {{"series", Align::left},
                            {"model", Align::left},
                            {"error"},
                            {"1 ahead"},
                            {"3"},
                            {"6"},
                            {"12"},
                            {"held by the band"},
                            {"", Align::left}}};
    for (const ModelScore& score : forecast.items_test.scores)
        add_score(table, items_of(report), std::string{title_of(score.model)}, score,
                  score.model == forecast.items.model);
    for (const ModelScore& score : forecast.size_test.scores)
        add_score(table, bytes_per_item_of(report), std::string{title_of(score.model)}, score,
                  score.model == forecast.bytes_per_item.model);
    if (forecast.bytes_test) add_score(table, "bytes", "both chosen", *forecast.bytes_test, false);
    return table;
}

Table tornado_table(const ForecastReport& report) {
    Table table{.columns = {{"what changes", Align::left}, {"from"}, {"to"}, {"total from"}, {"total to"}}};
    for (const TornadoBar& bar : report.tornado)
        table.rows.push_back({bar.what, bar.low, bar.high, shown(bar.at_low), shown(bar.at_high)});
    return table;
}

Table held_out_table(const forecast::HeldOut& held_out) {
    Table table{
        .columns = {{"month", Align::left}, {"came"}, {"forecast"}, {"P10"}, {"P90"}, {"", Align::left}}};
    for (const forecast::HeldOutMonth& month : held_out.months)
        table.rows.push_back({to_text(month.month), gigabytes(month.actual), gigabytes(month.forecast),
                              gigabytes(month.p10), gigabytes(month.p90),
                              month.is_inside ? "inside" : (month.actual < month.p10 ? "below" : "above")});
    return table;
}

std::string first_sentence(const ForecastReport& report) {
    const forecast::Forecast& forecast = report.forecast;
    const Band& total = forecast.months.back().cumulative;
    return fmt::format("From {} to {} {} will cost {} {} (P50), with 80 % of the draws between {} and {}.",
                       to_text(forecast.months.front().month), to_text(forecast.months.back().month),
                       report.name, shown(total.p50), forecast.central.currency, shown(total.p10),
                       shown(total.p90));
}

std::string year_sentence(const forecast::BudgetYear& year, const std::string& currency) {
    std::string text = fmt::format(
        "Budget of the fiscal year from {}: {} {} (P50), and {} beside it to be safe in 80 % of the draws, "
        "{} in 90 %.",
        to_text(year.first), shown(year.total.p50), currency, shown(year.to_p80), shown(year.to_p90));
    if (year.months < forecast::kSeason)
        text += fmt::format(" Only {} of its 12 months {} forecast.", year.months,
                            year.months == 1 ? "is" : "are");
    return text;
}

std::vector<Titled> tables_of(const ForecastReport& report) {
    const std::string& currency = report.forecast.central.currency;
    std::vector<Titled> tables;
    tables.emplace_back(fmt::format("Months in {}, charges as means", currency), months_table(report));
    tables.emplace_back("Back-test: errors as shares of what came, by months ahead", backtest_table(report));
    tables.emplace_back(fmt::format("What moves the total, in {}", currency), tornado_table(report));
    if (report.held_out) tables.emplace_back("Held-out months, bytes", held_out_table(*report.held_out));
    return tables;
}

}  // namespace

std::string back_test_sentence(const ModelScore& bytes_test) {
    return fmt::format(
        "In the back-test the bytes of a month were off by {}, and the band from P10 to P90 held {} of them "
        "(80 % "
        "is nominal).",
        percent(bytes_test.error), percent(bytes_test.coverage));
}

std::vector<std::string> forecast_sentences(const ForecastReport& report) {
    const forecast::Forecast& forecast = report.forecast;
    std::vector<std::string> sentences{first_sentence(report)};
    if (report.year) sentences.push_back(year_sentence(*report.year, forecast.central.currency));
    if (report.limit && report.limit->month)
        sentences.push_back(fmt::format("The limit {} is crossed in {} with {}.", report.limit->text,
                                        to_text(*report.limit->month), shown(report.limit->amount)));
    else if (report.limit)
        sentences.push_back(fmt::format("The limit {} is kept.", report.limit->text));
    sentences.push_back(fmt::format("{} go on as {}, {} as {}, from {} of history.",
                                    report.settings.plan.are_archives ? "Archives" : "Files",
                                    title_of(forecast.items.model), bytes_per_item_of(report),
                                    title_of(forecast.bytes_per_item.model),
                                    counted(forecast.items.history, "month", "months")));
    if (forecast.bytes_test) sentences.push_back(back_test_sentence(*forecast.bytes_test));
    if (report.held_out)
        sentences.push_back(fmt::format("Of {} held-out months {} lay within their band ({}).",
                                        report.held_out->months.size(), report.held_out->inside,
                                        percent(static_cast<double>(report.held_out->inside) /
                                                static_cast<double>(report.held_out->months.size()))));
    return sentences;
}

std::string forecast_text(const ForecastReport& report) {
    std::string text;
    for (const std::string& sentence : forecast_sentences(report))
        text += sentence + '\n';
    for (const auto& [title, table] : tables_of(report))
        text += fmt::format("\n{}:\n\n{}", title, to_plain_text(table));
    return text + "\nThis rests on:\n\n" + assumption_list(whole_basis(report));
}

std::string forecast_markdown(const ForecastReport& report) {
    std::string text = "# Forecast\n\n";
    for (const std::string& sentence : forecast_sentences(report))
        text += "- " + sentence + '\n';
    for (const auto& [title, table] : tables_of(report))
        text += fmt::format("\n## {}\n\n{}", title, to_markdown(table));
    return text + "\n## This rests on\n\n" + assumption_list(whole_basis(report));
}

std::string forecast_csv(const ForecastReport& report) {
    Table table{.columns = {{"month"},
                            {"p10"},
                            {"p50"},
                            {"p90"},
                            {"mean"},
                            {"cumulative_p10"},
                            {"cumulative_p50"},
                            {"cumulative_p90"},
                            {"cumulative_mean"},
                            {"currency"}}};
    for (const ForecastMonth& month : report.forecast.months) {
        std::vector<std::string> row{to_text(month.month)};
        for (const Band* band : {&month.total, &month.cumulative}) {
            for (const Money* money : {&band->p10, &band->p50, &band->p90, &band->mean})
                row.push_back(format_decimal(money->amount()));
        }
        row.push_back(report.forecast.central.currency);
        table.rows.push_back(std::move(row));
    }
    return to_csv(table);
}

}  // namespace firn::report
