#include "core/answers/billed_months.hpp"

#include "core/answers/billed_files.hpp"
#include "core/answers/usage_file.hpp"
#include "core/catalogue/price_books.hpp"
#include "core/pricing/price.hpp"
#include "core/reconcile/book_names.hpp"
#include "core/report/price_period_text.hpp"
#include "core/units/quantity_text.hpp"
#include "core/yaml/usage_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace firn::answers {

namespace {

using forecast::BilledMonth;

BilledMonth& month_in(std::vector<BilledMonth>& months, BillingPeriod month) {
    const auto found = std::find_if(months.begin(), months.end(),
                                    [&](const BilledMonth& billed) { return billed.month == month; });
    if (found != months.end()) return *found;
    months.push_back({.month = month});
    return months.back();
}

/// What is wrong with a file that has no place yet is placed in it.
Diagnostics placed_in(const std::string& path, Diagnostics faults) {
    for (Diagnostic& fault : faults) {
        if (fault.where.file.empty()) fault.where.file = path;
    }
    return faults;
}

Result<std::vector<BilledMonth>> of_usage(const std::string& path) {
    auto text = read_plain_or_packed(path);
    if (!text) return text.error();
    const auto usage = yaml::read_usage(path, *std::move(text));
    if (!usage) return usage.error();
    const auto book = catalogue::find_price_book(usage->price_book, usage->region);
    if (!book) return book.error();
    const auto bill = pricing::price(*usage, *book);
    if (!bill) return bill.error();
    std::vector<BilledMonth> months;
    for (const pricing::PeriodBill& period : bill->periods) {
        month_in(months, period.month).currency = bill->currency;
        for (const pricing::LineItem& line : period.lines)
            month_in(months, period.month)
                .lines.push_back({line.usage_type, line.unit, line.quantity, line.cost, line.charge});
    }
    return months;
}

Result<std::vector<BilledMonth>> of_bill(const std::string& path) {
    const auto text = read_plain_or_packed(path);
    if (!text) return text.error();
    return report::read_bill_json(path, *text);
}

Diagnostic billed_twice(const std::string& path, BillingPeriod month, const std::string& other) {
    return {.code = "month-billed-twice",
            .where = {.file = path},
            .what = fmt::format("{} is billed here, and in {} as well", to_text(month), other),
            .expected = "each month in one file",
            .remedy = "leave one of the two files out"};
}

Diagnostic other_currency(const std::string& path, const std::string& currency, const std::string& wanted) {
    return {.code = "currency-differs",
            .where = {.file = path},
            .what = fmt::format("the costs are in {}, not in {}", currency, wanted),
            .expected = fmt::format("costs in {}, in which the budget is", wanted),
            .remedy = "compare with bills in that currency; Firn does not guess an exchange rate"};
}

/// Files that each bill months of their own. All that is wrong is told at once.
class OwnMonths {
  public:
    explicit OwnMonths(const std::string& currency) : currency_{currency} {}

    void add(const std::string& path, Result<std::vector<BilledMonth>> months) {
        if (!months) {
            append(faults_, placed_in(path, std::move(months).error()));
            return;
        }
        const std::string& currency = months->empty() ? currency_ : months->front().currency;
        if (!currency.empty() && !currency_.empty() && currency != currency_)
            faults_.push_back(other_currency(path, currency, currency_));
        std::map<BillingPeriod, std::string> own;
        for (const BilledMonth& month : *months)
            if (is_first(path, month.month)) {
                own.emplace(month.month, path);
                keep(month);
            }
        files_.merge(own);
    }

    [[nodiscard]] Result<Billed> finish() && {
        if (!faults_.empty()) return faults_;
        return std::move(billed_);
    }

  private:
    /// No file before this one bills the month.
    bool is_first(const std::string& path, BillingPeriod month) {
        const auto other = files_.find(month);
        if (other == files_.end()) return true;
        faults_.push_back(billed_twice(path, month, other->second));
        return false;
    }

    void keep(const BilledMonth& month) {
        auto& lines = month_in(billed_.months, month.month).lines;
        lines.insert(lines.end(), month.lines.begin(), month.lines.end());
    }

    const std::string& currency_;
    std::map<BillingPeriod, std::string> files_;
    Billed billed_;
    Diagnostics faults_;
};

template <class Read>
Result<Billed> of_each(const std::vector<std::string>& paths, const forecast::Budget& budget,
                       Read read_months) {
    OwnMonths months{budget.currency};
    for (const std::string& path : paths)
        months.add(path, read_months(path));
    return std::move(months).finish();
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
                            const forecast::Budget& budget) {
    wanted.currency = budget.currency;
    auto read = io::read_statement(paths, wanted);
    if (!read) return read.error();
    const std::vector<BillingPeriod>& named = wanted.scope.months;
    Billed billed{.months = {},
                  .notes = std::move(read->notes),
                  .services = std::move(read->statement.services),
                  .left_out = std::move(read->statement.left_out)};
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

Result<Billed> read(const BilledFiles& files, io::StatementOptions wanted, const forecast::Budget& budget) {
    switch (files.kind) {
        case BilledKind::usage:
            return of_each(files.paths, budget, of_usage);
        case BilledKind::bill:
        case BilledKind::budget:
            return of_each(files.paths, budget, of_bill);
        case BilledKind::statement:
            return of_statement(files.paths, std::move(wanted), budget);
    }
    return Billed{};
}

/// What the budget's book says of lines that the budget does not have.
class BookCharges {
  public:
    explicit BookCharges(const forecast::Budget& budget)
        : book_{catalogue::find_price_book(budget.price_book, budget.region)} {}

    void name(forecast::BridgeLine& line) const {
        if (line.charge || !book_) return;
        const auto name = reconcile::own_name(*book_, line.usage_type);
        if (!name) return;
        const auto tariffs = reconcile::tariffs_of(*book_, *name, "");
        if (!tariffs.empty()) line.charge = tariffs.front()->charge;
    }

  private:
    Result<pricing::PriceBook> book_;
};

/// The budget's unit, however a statement spells it; false: the budget has no such line.
bool name_unit(const forecast::Budget& budget, forecast::BridgeLine& line) {
    bool is_known = false;
    for (const forecast::BudgetMonth& planned : budget.months) {
        for (const forecast::BridgeLine& known : planned.lines) {
            if (known.usage_type != line.usage_type) continue;
            line.unit = known.unit;
            is_known = true;
        }
    }
    return is_known;
}

}  // namespace

Result<Billed> billed_months(const std::vector<std::string>& paths, io::StatementOptions wanted,
                             const forecast::Budget& budget) {
    const auto files = billed_files(paths);
    if (!files) return files.error();
    auto billed = read(*files, std::move(wanted), budget);
    if (!billed) return billed;
    const BookCharges charges{budget};
    std::sort(billed->months.begin(), billed->months.end(),
              [](const BilledMonth& a, const BilledMonth& b) { return a.month < b.month; });
    for (BilledMonth& month : billed->months) {
        for (forecast::BridgeLine& line : month.lines)
            if (!name_unit(budget, line)) charges.name(line);
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
