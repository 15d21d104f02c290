#include "cli/statement_options.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/units/number_refusal.hpp"
#include "core/units/quantity_text.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <utility>

namespace firn::cli {

namespace {

/// The heading of these options in the help.
constexpr const char* kScope = "What of the statement is read";

Diagnostic tag_malformed(const std::string& text) {
    return {.code = "tag-malformed",
            .where = {.file = "--tag"},
            .what = fmt::format("{} is not a tag with its value", firn::quoted(text)),
            .expected = "KEY=VALUE, for example project=backup"};
}

/// Adds what the text says, or what is wrong with it.
void read_month(const std::string& text, std::vector<BillingPeriod>& months, Diagnostics& faults) {
    const auto month = parse_month(text);
    if (month) {
        months.push_back(*month);
        return;
    }
    const QuantityError& error = month.error();
    faults.push_back({.code = error.code,
                      .where = {.file = "--month"},
                      .what = error.what,
                      .expected = error.expected,
                      .remedy = error.remedy});
}

std::vector<std::string> wanted_services(const StatementTexts& texts, const std::vector<std::string>& usual) {
    if (texts.services.empty()) return usual;
    const bool all = std::find(texts.services.begin(), texts.services.end(), "all") != texts.services.end();
    return all ? std::vector<std::string>{} : texts.services;
}

CLI::Validator known_format() {
    const auto check = [](const std::string& text) -> std::string {
        if (io::statement_format_named(text)) return {};
        return firn::quoted(text) + " is not " + one_of(io::statement_format_names());
    };
    return CLI::Validator{check, ""};
}

}  // namespace

void add_statement_options(CLI::App& command, StatementTexts& texts) {
    command
        .add_option("--from", texts.format, "The statement's format: " + one_of(io::statement_format_names()))
        ->check(known_format())
        ->option_text("FORMAT [by its headings]")
        ->group(kScope);
    add_statement_scope(command, texts);
}

void add_statement_scope(CLI::App& command, StatementTexts& texts) {
    const std::string group = kScope;
    command
        .add_option("--service", texts.services,
                    "Only this service, as the statement names it; may be repeated; all: every service")
        ->option_text("NAME [those of the price book]")
        ->expected(1)
        ->take_all()
        ->group(group);
    command.add_option("--bucket", texts.bucket, "Only this bucket or vault")
        ->option_text("NAME")
        ->group(group);
    command.add_option("--tag", texts.tag, "Only what bears this tag")
        ->option_text("KEY=VALUE")
        ->group(group);
    command.add_option("--account", texts.account, "Only this account, the user's or the payer's")
        ->option_text("ID")
        ->group(group);
    command
        .add_option("--month", texts.months,
                    "Only this month; may be repeated; it is also the month of a list that names none")
        ->option_text("MONTH")
        ->expected(1)
        ->take_all()
        ->group(group);
}

Result<io::StatementOptions> statement_options(const StatementTexts& texts,
                                               const std::vector<std::string>& usual_services) {
    io::StatementOptions options{.format = io::statement_format_named(texts.format)};
    Diagnostics faults;
    options.scope.services = wanted_services(texts, usual_services);
    if (!texts.bucket.empty()) options.scope.bucket = texts.bucket;
    if (!texts.account.empty()) options.scope.account = texts.account;
    if (!texts.tag.empty()) {
        const auto equals = texts.tag.find('=');
        if (equals == 0 || equals == std::string::npos) faults.push_back(tag_malformed(texts.tag));
        options.scope.tag = {texts.tag.substr(0, equals),
                             texts.tag.substr(std::min(equals, texts.tag.size() - 1) + 1)};
    }
    for (const std::string& month : texts.months)
        read_month(month, options.scope.months, faults);
    if (!faults.empty()) return faults;
    return options;
}

Result<reconcile::Tolerance> parse_tolerance(const std::string& text) {
    if (text.empty()) return reconcile::Tolerance{};
    const bool is_share = text.ends_with('%');
    const auto amount =
        parse_amount(firn::trimmed(std::string_view{text}.substr(0, text.size() - (is_share ? 1 : 0))));
    if (amount && is_share) return reconcile::Tolerance{reconcile::Share{Rational{*amount / 100}}};
    if (amount) return reconcile::Tolerance{Money{*amount}};
    return failure({.code = "tolerance-malformed",
                    .where = {.file = "--tolerance"},
                    .what = fmt::format("{} is not a tolerance", firn::quoted(text)),
                    .expected = "an amount such as 0.50, or a share such as \"1 %\""});
}

}  // namespace firn::cli
