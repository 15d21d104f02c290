#include "cli/forecast_options.hpp"

#include "cli/forecast_tornado.hpp"
#include "cli/run_options.hpp"
#include "core/units/number_refusal.hpp"
#include "core/units/quantity_text.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include <array>
#include <string_view>
#include <utility>

namespace firn::cli {

namespace {

constexpr std::array<std::string_view, 4> kQuantiles{"p10", "p50", "p90", "mean"};

Diagnostic malformed(std::string code, const std::string& option, const std::string& text,
                     std::string expected) {
    return {.code = std::move(code),
            .where = {.file = option},
            .what = fmt::format("{} cannot be read", firn::quoted(text)),
            .expected = std::move(expected)};
}

std::optional<BillingPeriod> read_month(const std::string& option, const std::string& text,
                                        Diagnostics& faults) {
    if (text.empty()) return std::nullopt;
    const auto month = parse_month(text);
    if (month) return *month;
    faults.push_back({.code = month.error().code,
                      .where = {.file = option},
                      .what = month.error().what,
                      .expected = month.error().expected,
                      .remedy = month.error().remedy});
    return std::nullopt;
}

/// A size of an event: bytes, or a share such as "20 %" or "-5 %".
struct EventSize {
    bool is_share = false;
    double value = 0;
};

std::optional<EventSize> read_size(std::string_view text) {
    text = firn::trimmed(text);
    if (text.ends_with('%')) {
        const auto share = parse_decimal(firn::trimmed(text.substr(0, text.size() - 1)));
        if (!share || *share < -100) return std::nullopt;
        return EventSize{true, static_cast<double>(Rational{*share / 100})};
    }
    const auto bytes = parse_bytes(text);
    if (!bytes) return std::nullopt;
    return EventSize{false, static_cast<double>(bytes->count())};
}

/// The parts between "..", which must be `count`.
std::vector<std::string> ranged(std::string_view text) {
    std::vector<std::string> parts;
    for (;;) {
        const auto dots = text.find("..");
        parts.emplace_back(firn::trimmed(text.substr(0, dots)));
        if (dots == std::string_view::npos) return parts;
        text.remove_prefix(dots + 2);
    }
}

/// "2014-03 100GB..200GB..400GB scans of the attic"
std::optional<forecast::PlannedEvent> read_event(std::string_view text) {
    const auto month = parse_month(text.substr(0, std::min<std::size_t>(7, text.size())));
    if (!month || text.size() < 9 || text[7] != ' ') return std::nullopt;
    std::string_view rest = text.substr(8);
    const auto last = rest.rfind("..");
    if (last == std::string_view::npos) return std::nullopt;
    const auto blank = rest.find(' ', rest.find_first_not_of(' ', last + 2));
    const auto sizes = ranged(rest.substr(0, blank));
    if (sizes.size() != 3) return std::nullopt;
    const auto low = read_size(sizes[0]);
    const auto likely = read_size(sizes[1]);
    const auto high = read_size(sizes[2]);
    if (!low || !likely || !high || low->is_share != high->is_share || low->is_share != likely->is_share)
        return std::nullopt;
    if (low->value > likely->value || likely->value > high->value) return std::nullopt;
    forecast::PlannedEvent event{.month = *month,
                                 .is_share = low->is_share,
                                 .low = low->value,
                                 .likely = likely->value,
                                 .high = high->value};
    if (blank != std::string_view::npos) event.name = firn::trimmed(rest.substr(blank));
    return event;
}

/// "500/month@p90", "20000/total", "500"
std::optional<SpendingLimit> read_limit(std::string_view text) {
    SpendingLimit limit;
    if (const auto at = text.find('@'); at != std::string_view::npos) {
        limit.quantile = text.substr(at + 1);
        text = text.substr(0, at);
        if (std::find(kQuantiles.begin(), kQuantiles.end(), limit.quantile) == kQuantiles.end())
            return std::nullopt;
    }
    if (const auto slash = text.find('/'); slash != std::string_view::npos) {
        const std::string_view span = text.substr(slash + 1);
        if (span != "month" && span != "total") return std::nullopt;
        limit.is_total = span == "total";
        text = text.substr(0, slash);
    }
    const auto amount = parse_amount(text);
    if (!amount) return std::nullopt;
    limit.most = Money{*amount};
    return limit;
}

/// Adds what the text varies, or what is wrong with it.
void read_varied(const std::string& text, std::vector<VariedKey>& keys, Diagnostics& faults) {
    const auto equals = text.find('=');
    const auto values = ranged(std::string_view{text}.substr(std::min(equals, text.size() - 1) + 1));
    if (equals == 0 || equals == std::string::npos || values.size() != 2) {
        faults.push_back(
            malformed("vary-malformed", "--vary", text, "KEY=FROM..TO, such as bundle_size=10MB..1GB"));
        return;
    }
    if (auto key = varied_key(text.substr(0, equals), values[0], values[1])) {
        keys.push_back(*std::move(key));
        return;
    }
    faults.push_back({.code = "vary-malformed",
                      .where = {.file = "--vary"},
                      .what = fmt::format("{} from {} to {} is no range of what can be varied",
                                          firn::quoted(text.substr(0, equals)), firn::quoted(values[0]),
                                          firn::quoted(values[1])),
                      .expected =
                          "files, bytes_per_file or a charge by -100% to 1000%, bundle_size by bytes, "
                          "FROM not above TO"});
}

CLI::Validator known_model() {
    std::vector<std::string> names;
    for (const forecast::Model model : forecast::all_models())
        names.emplace_back(to_text(model));
    return CLI::IsMember(names).description("");
}

void add_model_options(CLI::App& command, ForecastOptions& options) {
    command
        .add_option(
            "--items-model", options.items_model,
            "How the number of files goes on: seasonal_naive, linear, exponential, log_linear_months, holt, "
            "holt_winters_additive, holt_winters_multiplicative")
        ->check(known_model())
        ->option_text("MODEL [by the back-test]");
    command.add_option("--size-model", options.size_model, "The same of the bytes per file")
        ->check(known_model())
        ->option_text("MODEL [by the back-test]");
    command
        .add_option("--history-from", options.history_from,
                    "Leave out what came before, such as before a level break")
        ->option_text("MONTH");
    command
        .add_option("--history-until", options.history_until,
                    "The last month of the history; what comes after it is held out and compared")
        ->option_text("MONTH");
}

}  // namespace

void add_forecast_options(CLI::App& command, ForecastOptions& options) {
    add_scenario_options(command, options.scenario);
    command.get_option("scenario")->required(false)->option_text("SCENARIO|FILES|USAGE");
    command
        .add_option("--usage-from", options.usage_from,
                    "The history is what these bills state: usage files, or what the vendor reports as firn "
                    "reconcile reads it (--from: its format)")
        ->option_text("FILE...");
    add_statement_scope(command, options.statement);
    add_model_options(command, options);
    command.add_option("--draws", options.draws, "How many possible futures are drawn and priced")
        ->check(CLI::Range(std::size_t{10}, std::size_t{100'000}).description(""))
        ->option_text("N [1000]");
    command
        .add_option(
            "--event", options.events,
            "Something planned, of a size between low, likely and high: bytes that come once (\"2014-03 "
            "100GB..200GB..400GB the attic\"), or inflow that grows from then on (\"2014-03 5%..10%..30%\"); "
            "may be repeated")
        ->option_text("\"MONTH LOW..LIKELY..HIGH [NAME]\"")
        ->expected(1)
        ->take_all();
    command
        .add_option("--fiscal-year", options.fiscal_year,
                    "The first month of a fiscal year: one number for its budget, and contingency beside it")
        ->option_text("MONTH");
    command
        .add_option("--fail-above", options.fail_above,
                    "Exit code 3 when a month, or the total, is above this: 500/month@p90, 20000/total@p50")
        ->option_text("AMOUNT[/month|/total][@p10|@p50|@p90|@mean]");
    command
        .add_option("--vary", options.varied,
                    "A bar more of the tornado: files, bytes_per_file or the price of a charge by shares "
                    "(storage=-20%..10%), bundle_size by bytes; may be repeated")
        ->option_text("KEY=FROM..TO")
        ->expected(1)
        ->take_all();
    command
        .add_option("--freeze", options.freeze,
                    "Keep the forecast with everything it rests on as a budget, for firn variance")
        ->option_text("FILE");
    add_rounding_option(command, options.rounding);
    add_threads_option(command, options.threads);
    add_answer_options(command, options.answer);
}

Result<ForecastWishes> read_wishes(const ForecastOptions& options) {
    Diagnostics faults;
    ForecastWishes wishes{.history_from = read_month("--history-from", options.history_from, faults),
                          .history_until = read_month("--history-until", options.history_until, faults),
                          .items_model = forecast::parse_model(options.items_model),
                          .size_model = forecast::parse_model(options.size_model),
                          .fiscal_year = read_month("--fiscal-year", options.fiscal_year, faults)};
    for (const std::string& text : options.events) {
        if (auto event = read_event(text))
            wishes.events.push_back(*std::move(event));
        else
            faults.push_back(
                malformed("event-malformed", "--event", text,
                          "\"MONTH LOW..LIKELY..HIGH [NAME]\", rising, all bytes or all per cent: "
                          "\"2014-03 100GB..200GB..400GB the attic\""));
    }
    for (const std::string& text : options.varied)
        read_varied(text, wishes.varied, faults);
    if (!options.fail_above.empty()) {
        wishes.limit = read_limit(options.fail_above);
        if (!wishes.limit)
            faults.push_back(malformed("limit-malformed", "--fail-above", options.fail_above,
                                       "AMOUNT[/month|/total][@p10|@p50|@p90|@mean], such as 500/month@p90"));
    }
    if (!faults.empty()) return faults;
    return wishes;
}

}  // namespace firn::cli
