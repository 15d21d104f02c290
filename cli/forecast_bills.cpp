#include "cli/forecast_bills.hpp"

#include "cli/made_scenario.hpp"
#include "cli/placed.hpp"
#include "cli/price_books.hpp"
#include "cli/statement_usage.hpp"
#include "core/answers/billed_files.hpp"
#include "core/answers/usage_file.hpp"
#include "core/scenario/field.hpp"
#include "core/units/utf8_text.hpp"
#include "core/yaml/usage_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace firn::cli {

namespace {

/// Overrides that go with a history of bills; all others are about files and workers.
constexpr std::array<std::string_view, 5> kUseful{"--seed", "--months", "--region", "--price-book", "--from"};
constexpr std::array<std::string_view, 7> kUsefulSettings{
    "seed", "months", "region", "price_book", "storage_class", "name", "description"};

std::string text_of(const ScenarioOptions& options, const std::string& option) {
    const auto found = options.texts.find(option);
    return found == options.texts.end() ? "" : found->second;
}

std::string file_name(const std::string& path) {
    std::string name = path.substr(path.rfind('/') + 1);
    return name.substr(0, name.find('.', 1));
}

/// What bills state, with the book that prices it.
struct Bills {
    usage::Usage usage;
    pricing::PriceBook book;
};

Diagnostic differs(const usage::Usage& first, const usage::Usage& other, const std::string& path) {
    return {.code = "usage-files-differ",
            .where = {.file = path},
            .what = fmt::format("this usage is of {} in {}, the first file's of {} in {}", other.price_book,
                                other.region, first.price_book, first.region),
            .expected = "one price book and one region",
            .remedy = "forecast them apart, or name both with --price-book and --region"};
}

/// Usage files, one after the other; entries of the same month add up.
Result<Bills> usage_files(const ForecastOptions& options) {
    std::optional<usage::Usage> all;
    Diagnostics faults;
    const std::string book = text_of(options.scenario, "--price-book");
    const std::string region = text_of(options.scenario, "--region");
    for (const std::string& path : options.usage_from) {
        auto text = answers::read_plain_or_packed(path);
        if (!text) return text.error();
        auto usage = yaml::read_usage(path, *text);
        if (!usage) {
            append(faults, std::move(usage).error());
            continue;
        }
        if (!book.empty()) usage->price_book = book;
        if (!region.empty()) usage->region = region;
        if (all && (all->price_book != usage->price_book || all->region != usage->region))
            faults.push_back(differs(*all, *usage, path));
        else if (all)
            all->periods.insert(all->periods.end(), usage->periods.begin(), usage->periods.end());
        else
            all = std::move(usage).value();
    }
    if (!faults.empty()) return faults;
    auto found = find_price_book(all->price_book, all->region);
    if (!found) return placed(found.error(), options.usage_from.front());
    return Bills{*std::move(all), std::move(found).value()};
}

/// A report of the vendor, without the months that it covers in part only.
Result<Bills> report(const ForecastOptions& options, Console& console) {
    StatementTexts texts = options.statement;
    texts.format = text_of(options.scenario, "--from");
    auto reported = reported_usage({options.usage_from, text_of(options.scenario, "--price-book"),
                                    text_of(options.scenario, "--region")},
                                   texts, options.answer, console);
    if (!reported) return reported.error();
    auto& periods = reported->usage.periods;
    Diagnostics notes;
    for (const BillingPeriod month : reported->open) {
        const auto open =
            std::remove_if(periods.begin(), periods.end(), [&](const auto& p) { return p.month == month; });
        if (open == periods.end()) continue;
        periods.erase(open, periods.end());
        notes.push_back(
            {.code = "month-not-closed",
             .severity = Severity::note,
             .where = {.file = options.usage_from.front()},
             .what = to_text(month) + " is billed in part only, so it is no month of the history"});
    }
    show_notes(notes, options.answer, console);
    return Bills{std::move(reported->usage), std::move(reported->book)};
}

/// Settings about files and workers would change nothing.
Diagnostics settings_beside(const ForecastOptions& options) {
    Diagnostics faults;
    for (const std::string& setting : options.scenario.settings) {
        const std::string path = setting.substr(0, setting.find('='));
        const bool is_useful =
            path.starts_with("billing.") || path.starts_with("rules.") ||
            std::find(kUsefulSettings.begin(), kUsefulSettings.end(), path) != kUsefulSettings.end();
        if (is_useful || scenario::find_field(path) == nullptr) continue;
        faults.push_back({.code = "setting-without-effect",
                          .where = {.file = "--set"},
                          .what = fmt::format("{} has no effect on a history of bills", path),
                          .expected = "storage_class, seed, or a setting of billing or rules",
                          .remedy = "bills show archives as they were sent: forecast a scenario to change "
                                    "how files are bundled"});
    }
    return faults;
}

/// Bills show archives as they were sent: no other size of bundles can be tried.
Diagnostics varied_beside(const ForecastOptions& options) {
    for (const std::string& varied : options.varied) {
        if (!varied.starts_with("bundle_size")) continue;
        return failure({.code = "vary-malformed",
                        .where = {.file = "--vary"},
                        .what = "a history of bills has archives as they were sent, no bundle size",
                        .expected = "files, bytes_per_file or a charge by per cent"});
    }
    return {};
}

/// What chooses among the rows of a report chooses nothing of a usage file.
Diagnostics scoped_beside_usage(const ForecastOptions& options) {
    std::optional<std::string> scoped = option_without_bills(options);
    if (!scoped && options.scenario.texts.contains("--from")) scoped = "--from";
    if (!scoped) return {};
    return {rows_beside(*scoped, answers::words_of(answers::BilledKind::usage))};
}

/// A scenario that says nothing of files: only what its bills are priced by and how far they go on.
Expected<ChosenScenario, ScenarioTrouble> scenario_of(const ForecastOptions& options, const Bills& bills) {
    ChosenScenario chosen{scenario::default_scenario(), options.usage_from.front(), "", {}, false, {}};
    scenario::Scenario& scenario = chosen.scenario;
    scenario.name = file_name(options.usage_from.front());
    scenario.price_book = bills.usage.price_book;
    scenario.region = bills.usage.region;
    scenario.rules = bills.usage.rules;
    scenario.billing = bills.usage.billing;
    scenario.storage_class.clear();
    ScenarioOptions own = options.scenario;
    own.texts.erase("--from");  // the format of the bills, which are no trace
    ScenarioTrouble trouble = apply_settings(own, chosen);
    if (!trouble.diagnostics.empty()) return trouble;
    chosen.was_made = true;
    return chosen;
}

}  // namespace

std::optional<std::string> option_beside_bills(const ForecastOptions& options) {
    for (const auto& [option, text] : options.scenario.texts) {
        if (std::find(kUseful.begin(), kUseful.end(), option) == kUseful.end()) return option;
    }
    return std::nullopt;
}

std::optional<std::string> option_without_bills(const ForecastOptions& options) {
    return option_of_rows(options.statement);
}

Expected<BilledHistory, ScenarioTrouble> read_bills(const ForecastOptions& given, Console& console) {
    Diagnostics faults = settings_beside(given);
    append(faults, varied_beside(given));
    if (!faults.empty()) return ScenarioTrouble{std::move(faults), ExitCode::usage_error};
    if (const auto wanted = statement_options(given.statement, {}); !wanted)
        return ScenarioTrouble{wanted.error(), ExitCode::usage_error};
    auto files = answers::billed_files(given.usage_from);
    if (!files) return ScenarioTrouble{std::move(files).error()};
    ForecastOptions options = given;
    options.usage_from = std::move(files->paths);
    const bool are_usage = files->kind == answers::BilledKind::usage;
    if (are_usage) {
        if (Diagnostics scoped = scoped_beside_usage(options); !scoped.empty())
            return ScenarioTrouble{std::move(scoped), ExitCode::usage_error};
    }
    auto bills = are_usage ? usage_files(options) : report(options, console);
    if (!bills) return ScenarioTrouble{std::move(bills).error()};
    auto chosen = scenario_of(options, *bills);
    if (!chosen) return std::move(chosen).error();
    auto history = forecast::history_of_usage(bills->usage, bills->book, chosen->scenario.storage_class);
    if (!history) {
        Diagnostics wrong = std::move(history).error();
        for (Diagnostic& fault : wrong)
            fault.where.file = options.usage_from.front();
        return ScenarioTrouble{std::move(wrong)};
    }
    chosen->scenario.storage_class = history->storage_class;
    return BilledHistory{std::move(chosen).value(), std::move(bills->book), std::move(history).value()};
}

}  // namespace firn::cli
