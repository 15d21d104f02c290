#include "core/reconcile/compare.hpp"

#include "core/reconcile/book_names.hpp"
#include "core/reconcile/line_groups.hpp"
#include "core/reconcile/versions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace firn::reconcile {

using firn::to_text;

namespace {

using pricing::Bill;
using pricing::PriceBook;
using statement::Line;
using statement::LineType;
using statement::Scoped;
using statement::Statement;

Money size_of(const Money& money) { return money < Money{} ? Money{} - money : money; }

Rational share_of(const Money& money, const Share& share) { return size_of(money).amount() * share.of_one; }

bool is_within(const Money& difference, const Money& expected, const Tolerance& tolerance) {
    if (const auto* amount = std::get_if<Money>(&tolerance)) return size_of(difference) <= *amount;
    if (const auto* share = std::get_if<Share>(&tolerance))
        return size_of(difference).amount() <= share_of(expected, *share);
    return round_half_up(difference.amount(), 2) == 0;
}

/// The groups of both sides come together here.
class Comparing {
  public:
    Comparing(const Bill& bill, const Statement& statement, const PriceBook& book,
              const CompareOptions& options)
        : bill_{bill},
          statement_{statement},
          book_{book},
          options_{options},
          detail_{bill, book, statement} {}

    Result<Comparison> run() && {
        if (Diagnostics faults = check(); !faults.empty()) return faults;
        describe();
        choose_months();
        if (result_.months.empty()) return months_differ();
        take_bill();
        take_statement();
        for (auto& [key, group] : groups_)
            finish(key, group);
        add_up();
        return std::move(result_);
    }

  private:
    Diagnostics check() const {
        Diagnostics faults;
        if (!statement_.currency.empty() && statement_.currency != bill_.currency) {
            faults.push_back(
                {.code = "currency-differs",
                 .where = {.file = statement_.files.front()},
                 .what = fmt::format("the costs are in {}, not in {}", statement_.currency, bill_.currency),
                 .expected = fmt::format("costs in {}, in which the prices are stated", bill_.currency),
                 .remedy = "compare with the report in that currency; Firn does not guess an "
                           "exchange rate"});
        }
        if (statement_names_no_month() && !only_month()) {
            faults.push_back({.code = "month-missing",
                              .where = {.file = statement_.files.front()},
                              .what = "the statement names no month, and the model has several",
                              .expected = "a column month, or a model of one month",
                              .remedy = "name the month of the list: --month 2026-08"});
        }
        return faults;
    }

    void describe() {
        result_.price_book = bill_.price_book;
        result_.region = bill_.region;
        result_.currency = bill_.currency;
        result_.rounding = bill_.rounding;
        result_.format = statement_.format;
        result_.tolerance = options_.tolerance;
        result_.has_quantities = statement_.has_quantities;
        left_out_ = statement_;
        left_out_.lines.clear();
    }

    bool statement_names_no_month() const {
        return std::any_of(statement_.lines.begin(), statement_.lines.end(),
                           [](const Line& line) { return !line.month; });
    }

    bool is_wanted(BillingPeriod month) const {
        return options_.months.empty() ||
               std::find(options_.months.begin(), options_.months.end(), month) != options_.months.end();
    }

    /// The month of lines that name none.
    std::optional<BillingPeriod> only_month() const {
        std::optional<BillingPeriod> only;
        for (const pricing::PeriodBill& period : bill_.periods) {
            if (!is_wanted(period.month)) continue;
            if (only) return std::nullopt;
            only = period.month;
        }
        return only;
    }

    BillingPeriod month_of(const Line& line) const { return line.month ? *line.month : *only_month(); }

    void choose_months() {
        std::set<BillingPeriod> stated;
        for (const statement::Coverage& coverage : statement_.months)
            stated.insert(coverage.month);
        if (statement_names_no_month()) stated.insert(*only_month());
        for (const pricing::PeriodBill& period : bill_.periods) {
            if (!is_wanted(period.month)) continue;
            const bool is_there = stated.count(period.month) > 0;
            (is_there ? result_.months : result_.months_without_statement).push_back(period.month);
        }
        for (const statement::Coverage& coverage : statement_.months) {
            if (statement::is_open(statement_, coverage) && is_compared(coverage.month))
                result_.open_months.push_back(coverage.month);
        }
    }

    bool is_compared(BillingPeriod month) const {
        return std::find(result_.months.begin(), result_.months.end(), month) != result_.months.end();
    }

    bool is_open(BillingPeriod month) const {
        const auto& open = result_.open_months;
        return std::find(open.begin(), open.end(), month) != open.end();
    }

    Diagnostics months_differ() const {
        const auto span = [](const auto& entries) {
            if (entries.empty()) return std::string{"no month"};
            const std::string first = to_text(entries.front().month);
            const std::string last = to_text(entries.back().month);
            return first == last ? first : fmt::format("{} to {}", first, last);
        };
        const std::string both =
            fmt::format("the statement has {}, the model {}", span(statement_.months), span(bill_.periods));
        std::string asked;
        for (const BillingPeriod month : options_.months)
            asked += (asked.empty() ? "" : ", ") + to_text(month);
        return failure({.code = "months-differ",
                        .where = {.file = statement_.files.front()},
                        .what = asked.empty() ? both : fmt::format("{} is not in both: {}", asked, both),
                        .expected = "at least one month that both have",
                        .remedy = asked.empty() ? "" : "name another month: --month"});
    }

    /// A wanted month that the statement does not have is expected all the same.
    void take_bill() {
        for (const pricing::PeriodBill& period : bill_.periods) {
            if (!is_wanted(period.month)) continue;
            for (const pricing::LineItem& line : period.lines) {
                const GroupKey key = detail_.key_of(line, period.month);
                if (!detail_.is_compared(line)) {
                    result_.fees_not_compared += line.cost;
                    continue;
                }
                add_expected(groups_[key], key, line);
            }
        }
    }

    /// Lines of other months and regions are left out; the others of the invoices that hold are compared.
    void take_statement() {
        const Versions versions = versions_of(statement_);
        for (const std::size_t index : versions.held) {
            const Line& line = statement_.lines[index];
            if (const auto reason = why_left_out(line)) {
                leave_out(left_out_, *reason, line.rows, line.cost);
            } else {
                const GroupKey key = detail_.key_of(line, month_of(line));
                add_billed(groups_[key], key, line);
            }
        }
        for (const std::size_t index : versions.superseded) {
            const Line& line = statement_.lines[index];
            if (!why_left_out(line)) add_superseded(groups_[detail_.key_of(line, month_of(line))], line);
        }
        result_.superseded_invoices = versions.superseded_invoices;
    }

    std::optional<Scoped> why_left_out(const Line& line) const {
        if (!is_compared(month_of(line))) return Scoped::months;
        if (!line.usage_type.empty() && !own_name(book_, line.usage_type)) return Scoped::regions;
        return std::nullopt;
    }

    void finish(const GroupKey& key, const Group& group) {
        const Precision precision{statement_.cost_places, statement_.quantity_places, is_open(key.month)};
        const Finding finding = find_cause(group.expected, group.billed, precision);
        ComparedLine line{.month = key.month,
                          .type = key.type,
                          .usage_type = key.usage_type,
                          .operation = key.operation,
                          .unit = unit_of(group, finding.cause),
                          .difference = finding.difference,
                          .parts = finding.parts,
                          .cause = finding.cause};
        if (group.expected) line.expected = amount_of(*group.expected);
        if (group.billed && group.billed->rows > 0) line.billed = amount_of(*group.billed, group.expected);
        if (group.billed) {
            line.superseded = group.billed->superseded;
            line.rows = group.billed->rows;
        }
        result_.lines.push_back(std::move(line));
    }

    static std::string unit_of(const Group& group, Cause cause) {
        const std::string ours = group.expected ? group.expected->unit : "";
        const std::string theirs = group.billed ? group.billed->unit : "";
        if (cause == Cause::unit) return fmt::format("{}, billed in {}", ours, theirs);
        return ours.empty() ? theirs : ours;
    }

    static Amount amount_of(const ExpectedSide& side) {
        Amount amount{.cost = side.shown};
        if (side.ladder.empty()) return amount;
        Rational quantity = 0;
        for (const Rung& rung : side.ladder)
            quantity += rung.quantity;
        if (side.ladder.size() == 1) {
            amount.unit_price = side.ladder.front().price;
        } else if (quantity != 0) {
            amount.unit_price = UnitPrice{Rational{side.exact.amount() / quantity}};
        }
        amount.quantity = std::move(quantity);
        return amount;
    }

    static Amount amount_of(const BilledSide& side, const std::optional<ExpectedSide>& expected) {
        Amount amount{.quantity = expected ? compared_quantity(*expected, side) : side.quantity,
                      .cost = side.cost};
        if (side.rates.size() == 1) {
            amount.unit_price = side.rates.front();
        } else if (amount.quantity && *amount.quantity != 0) {
            amount.unit_price = UnitPrice{Rational{side.cost.amount() / *amount.quantity}};
        }
        return amount;
    }

    void add_up() {
        for (const ComparedLine& line : result_.lines) {
            if (line.expected) result_.expected += line.expected->cost;
            if (line.billed) result_.billed += line.billed->cost;
            if (line.cause != Cause::none) count(line);
            if (line.cause != Cause::none && line.cause != Cause::rounding)
                result_.in_question += weight_of(line);
        }
        result_.difference = result_.billed - result_.expected;
        result_.is_within_tolerance = is_within(result_.difference, result_.expected, options_.tolerance) &&
                                      is_within(result_.in_question, result_.expected, options_.tolerance);
        result_.left_out = std::move(left_out_.left_out);
        std::stable_sort(
            result_.lines.begin(), result_.lines.end(),
            [](const ComparedLine& a, const ComparedLine& b) { return weight_of(a) > weight_of(b); });
        std::stable_sort(result_.causes.begin(), result_.causes.end(),
                         [](const CauseTotal& a, const CauseTotal& b) { return a.absolute > b.absolute; });
    }

    void count(const ComparedLine& line) {
        auto& causes = result_.causes;
        auto found = std::find_if(causes.begin(), causes.end(),
                                  [&](const CauseTotal& total) { return total.cause == line.cause; });
        if (found == causes.end()) found = causes.insert(found, {.cause = line.cause});
        ++found->lines;
        found->difference += line.difference;
        found->absolute += weight_of(line);
        found->parts.by_quantity += line.parts.by_quantity;
        found->parts.by_price += line.parts.by_price;
        found->parts.by_rounding += line.parts.by_rounding;
    }

    const Bill& bill_;
    const Statement& statement_;
    const PriceBook& book_;
    const CompareOptions& options_;
    Detail detail_;
    Groups groups_;
    Statement left_out_;  ///< only what is left out
    Comparison result_;
};

}  // namespace

pricing::Rounding rounding_of(const Statement& statement) {
    constexpr unsigned kCents = 2;
    return statement.cost_places <= kCents ? pricing::Rounding::invoice : pricing::Rounding::report;
}

Result<Comparison> compare(const Bill& bill, const Statement& statement, const PriceBook& book,
                           const CompareOptions& options) {
    return Comparing{bill, statement, book, options}.run();
}

}  // namespace firn::reconcile
