#include "core/answers/billed_months.hpp"

#include "core/catalogue/price_books.hpp"
#include "core/io/read_text_file.hpp"
#include "core/pricing/price.hpp"
#include "core/report/price_period_text.hpp"
#include "core/units/quantity_text.hpp"
#include "core/yaml/usage_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace firn::answers {

namespace {

using report::BilledMonth;

BilledMonth& month_in(std::vector<BilledMonth>& months, BillingPeriod month) {
    const auto found = std::find_if(months.begin(), months.end(),
                                    [&](const BilledMonth& billed) { return billed.month == month; });
    if (found != months.end()) return *found;
    months.push_back({.month = month});
    return months.back();
}

Result<Billed> of_usage(const std::string& path, const std::string& text) {
    const auto usage = yaml::read_usage(path, text);
    if (!usage) return usage.error();
    const auto book = catalogue::find_price_book(usage->price_book, usage->region);
    if (!book) return book.error();
    const auto bill = pricing::price(*usage, *book);
    if (!bill) return bill.error();
    Billed billed;
    for (const pricing::PeriodBill& period : bill->periods) {
        for (const pricing::LineItem& line : period.lines)
            month_in(billed.months, period.month)
                .lines.push_back({line.usage_type, line.unit, line.quantity, line.cost});
    }
    return billed;
}

/// A month that was billed in part looks like a saving, if nobody says so.
void note_open_months(const statement::Statement& statement, const std::string& path, Diagnostics& notes) {
    for (const statement::Coverage& coverage : statement.months) {
        if (!is_billed_in_part(statement, coverage)) continue;
        notes.push_back({.code = "month-not-closed",
                         .severity = Severity::warning,
                         .where = {.file = path},
                         .what = fmt::format("{} is billed until {} only, and compared as a whole month",
                                             to_text(coverage.month), to_text(*coverage.until)),
                         .remedy = fmt::format("say --through {}, its last whole day",
                                               report::last_day_text(*coverage.until))});
    }
}

Result<Billed> of_statement(const std::vector<std::string>& paths, io::StatementOptions wanted,
                            const report::Budget& budget) {
    wanted.currency = budget.currency;
    auto read = io::read_statement(paths, wanted);
    if (!read) return read.error();
    const std::vector<BillingPeriod>& named = wanted.scope.months;
    Billed billed{.months = {}, .notes = std::move(read->notes)};
    note_open_months(read->statement, paths.front(), billed.notes);
    for (const statement::Line& line : read->statement.lines) {
        const auto month =
            line.month || named.size() != 1 ? line.month : std::optional<BillingPeriod>{named.front()};
        if (!month)
            return failure({.code = "month-missing",
                            .where = {.file = paths.front()},
                            .what = "the statement names no month",
                            .expected = "the month that it bills",
                            .remedy = "name it with --month"});
        month_in(billed.months, *month)
            .lines.push_back({line.usage_type, line.unit, line.quantity, line.cost});
    }
    return billed;
}

Result<Billed> of_bill(const std::string& path, const std::string& text) {
    auto months = report::read_bill_json(path, text);
    if (!months) return months.error();
    return Billed{.months = std::move(months).value()};
}

Result<Billed> read(const std::vector<std::string>& paths, io::StatementOptions wanted,
                    const report::Budget& budget) {
    const std::string& path = paths.front();
    if (paths.size() > 1 || path.ends_with(".gz")) return of_statement(paths, std::move(wanted), budget);
    const auto text = io::read_text_file(path);
    if (!text) return text.error();
    const auto first = text->find_first_not_of(" \t\r\n");
    if (first != std::string::npos && text->at(first) == '{') return of_bill(path, *text);
    if (yaml::is_usage_text(*text)) return of_usage(path, *text);
    return of_statement(paths, std::move(wanted), budget);
}

/// The budget's unit, however a statement spells it.
void name_unit(const report::Budget& budget, forecast::BridgeLine& line) {
    for (const report::BudgetMonth& planned : budget.months) {
        for (const forecast::BridgeLine& known : planned.lines) {
            if (known.usage_type == line.usage_type) line.unit = known.unit;
        }
    }
}

}  // namespace

Result<Billed> billed_months(const std::vector<std::string>& paths, io::StatementOptions wanted,
                             const report::Budget& budget) {
    auto billed = read(paths, std::move(wanted), budget);
    if (!billed) return billed;
    std::sort(billed->months.begin(), billed->months.end(),
              [](const BilledMonth& a, const BilledMonth& b) { return a.month < b.month; });
    for (BilledMonth& month : billed->months) {
        for (forecast::BridgeLine& line : month.lines)
            name_unit(budget, line);
    }
    return billed;
}

Result<Rational> billed_share(std::string_view through, const std::vector<BilledMonth>& months) {
    if (through.empty() || months.empty()) return Rational{1};
    const std::string day{through};
    const auto begin = parse_instant(day + "T00:00Z");
    const BillingPeriod last = months.back().month;
    if (!begin || !last.contains(*begin))
        return failure({.code = "through-outside-month",
                        .what = day + " is no day of the last billed month, " + to_text(last),
                        .expected = "the last day that is billed, such as " + to_text(last) + "-20"});
    const auto passed = *begin - last.begin() + std::chrono::hours{24};
    return Rational{std::chrono::duration_cast<Duration>(passed).count(), last.length().count()};
}

}  // namespace firn::answers
