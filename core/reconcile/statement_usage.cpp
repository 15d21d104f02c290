#include "core/reconcile/statement_usage.hpp"

#include "core/reconcile/book_names.hpp"
#include "core/reconcile/metered_month.hpp"
#include "core/reconcile/versions.hpp"
#include "core/statement/scope.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace firn::reconcile {

using firn::to_text;

namespace {

using pricing::PriceBook;
using pricing::Tariff;
using statement::Line;
using statement::LineType;
using statement::Statement;

bool is_in_force(const Tariff& tariff, BillingPeriod month) {
    return std::any_of(tariff.periods.begin(), tariff.periods.end(), [&](const pricing::PricePeriod& period) {
        return period.from < month.end() && month.begin() < period.until;
    });
}

bool has_price(const Tariff& tariff, BillingPeriod month, const UnitPrice& price) {
    for (const pricing::PricePeriod& period : tariff.periods) {
        if (period.from >= month.end() || month.begin() >= period.until) continue;
        const bool found = std::any_of(period.bands.begin(), period.bands.end(),
                                       [&](const pricing::Band& band) { return band.price == price; });
        if (found) return true;
    }
    return false;
}

/// The price of a line, as printed or as its cost tells.
std::optional<UnitPrice> price_of(const Line& line) {
    if (line.rate) return line.rate;
    if (!line.quantity || *line.quantity == 0) return std::nullopt;
    constexpr unsigned kPlaces = 10;
    return UnitPrice{round_half_up(Rational{line.cost.amount() / *line.quantity}, kPlaces)};
}

/// Among the tariffs that a usage type may be billed by, those of the month; of several that with the line's
/// price, and of several of those the first: the statement does not tell them apart.
const Tariff* tariff_of(const PriceBook& book, const Line& line, const std::string& name,
                        BillingPeriod month) {
    const Tariff* first = nullptr;
    const auto price = price_of(line);
    for (const Tariff* tariff : tariffs_of(book, name, line.operation)) {
        if (!is_in_force(*tariff, month)) continue;
        if (price && has_price(*tariff, month, *price)) return tariff;
        if (first == nullptr) first = tariff;
    }
    return first;
}

Diagnostic fault(const Statement& statement, std::string code, std::string what, std::string expected,
                 std::string remedy) {
    return {.code = std::move(code),
            .where = {.file = statement.files.front()},
            .what = std::move(what),
            .expected = std::move(expected),
            .remedy = std::move(remedy)};
}

Diagnostic nothing_of(const Statement& statement, const std::string& books) {
    return fault(statement, "usage-types-unknown",
                 fmt::format("no usage type of the statement is one {}", books),
                 "usage types such as TimedStorage-ByteHrs, with the prefix of the region",
                 "name the price book and the region: --price-book, --region");
}

/// A statement on its way to a usage.
class Turning {
  public:
    Turning(const Statement& statement, const PriceBook& book, std::optional<BillingPeriod> month_of_list)
        : statement_{statement}, book_{book}, month_of_list_{month_of_list} {}

    Result<StatementUsage> run() && {
        if (Diagnostics faults = check(); !faults.empty()) return faults;
        for (const std::size_t index : versions_of(statement_).held)
            take(statement_.lines[index]);
        if (months_.empty()) return nothing_known();
        StatementUsage result;
        result.usage.price_book = book_.name;
        result.usage.region = book_.region;
        note_what_is_left_out();
        for (const auto& [month, metered] : months_)
            result.usage.periods.push_back(metered.finish(remarks_));
        if (!remarks_.faults().empty()) return remarks_.faults();
        append(notes_, remarks_.notes());
        note_open_months();
        for (Diagnostic& note : notes_)
            note.where.file = statement_.files.front();
        result.notes = std::move(notes_);
        return result;
    }

  private:
    Diagnostics check() const {
        Diagnostics faults;
        if (!statement_.has_usage_types) {
            faults.push_back(
                fault(statement_, "statement-without-usage-types",
                      "the statement has the costs of whole services, not of usage types",
                      "usage types with their quantities",
                      "take a cost and usage report; in Cost Explorer nothing tells quantities of "
                      "several usage types at once"));
        } else if (!statement_.has_quantities) {
            faults.push_back(
                fault(statement_, "statement-without-quantities",
                      "the statement has costs only: how much was used does not follow from them",
                      "usage types with their quantities",
                      "take a cost and usage report, FOCUS, or a list usage_type,quantity,cost"));
        }
        const bool names_no_month = std::any_of(statement_.lines.begin(), statement_.lines.end(),
                                                [](const Line& line) { return !line.month; });
        if (names_no_month && !month_of_list_) {
            faults.push_back(fault(statement_, "month-missing", "the statement names no month",
                                   "a column month", "name the month of the list: --month 2026-08"));
        }
        return faults;
    }

    void take(const Line& line) {
        if (line.type != LineType::usage) {
            adjustments_ += line.cost;
            ++adjustment_lines_;
            return;
        }
        const BillingPeriod month = line.month ? *line.month : *month_of_list_;
        const auto name = own_name(book_, line.usage_type);
        const Tariff* tariff = name ? tariff_of(book_, line, *name, month) : nullptr;
        if (tariff == nullptr) {
            unknown_[line.operation.empty() ? line.usage_type : line.usage_type + " " + line.operation] +=
                line.cost;
            return;
        }
        const auto entry = months_.try_emplace(month, month, book_, statement_.quantity_places).first;
        if (line.quantity)
            entry->second.add(*tariff, line);
        else
            unmetered_[line.usage_type] += line.cost;
    }

    Diagnostics nothing_known() const {
        return failure(nothing_of(statement_, fmt::format("of {} in {}", book_.name, book_.region)));
    }

    void note(std::string code, Severity severity, std::string what, std::string remedy) {
        notes_.push_back({.code = std::move(code),
                          .severity = severity,
                          .what = std::move(what),
                          .remedy = std::move(remedy)});
    }

    const std::string& currency() const {
        return statement_.currency.empty() ? book_.currency : statement_.currency;
    }

    void note_what_is_left_out() {
        for (const statement::LeftOut& out : statement_.left_out) {
            note("statement-left-out", Severity::note,
                 fmt::format("{} of {}, {} {}, {} left out",
                             out.rows == 1 ? "1 row" : fmt::format("{} rows", out.rows), to_text(out.scoped),
                             format_decimal(out.cost.amount(), 4), currency(), out.rows == 1 ? "is" : "are"),
                 "");
        }
        for (const auto& [name, cost] : unknown_) {
            note("usage-type-left-out", Severity::warning,
                 fmt::format("{} is not in {} of {}: {} {} are left out", name, book_.name, book_.region,
                             format_decimal(cost.amount(), 4), currency()),
                 "");
        }
        for (const auto& [name, cost] : unmetered_) {
            note("usage-type-left-out", Severity::warning,
                 fmt::format("{} has rows without a quantity: {} {} are left out", name,
                             format_decimal(cost.amount(), 4), currency()),
                 "");
        }
        if (adjustment_lines_ == 0) return;
        note("adjustments-left-out", Severity::note,
             fmt::format("{} of taxes, credits, discounts and fees, {} {}, are no usage and left out",
                         adjustment_lines_ == 1 ? "1 line" : fmt::format("{} lines", adjustment_lines_),
                         format_decimal(adjustments_.amount(), 4), currency()),
             "state them under billing: in the usage file");
    }

    void note_open_months() {
        for (const statement::Coverage& coverage : statement_.months) {
            const bool open =
                is_open(statement_, coverage) && coverage.until && *coverage.until < coverage.month.end();
            if (!open || months_.count(coverage.month) == 0) continue;
            note("month-not-closed", Severity::warning,
                 fmt::format("the statement covers {} only until {}", to_text(coverage.month),
                             to_text(*coverage.until)),
                 "the usage of the rest of the month is not in it");
        }
    }

    const Statement& statement_;
    const PriceBook& book_;
    std::optional<BillingPeriod> month_of_list_;
    std::map<BillingPeriod, MeteredMonth> months_;
    std::map<std::string, Money> unknown_;
    std::map<std::string, Money> unmetered_;
    Money adjustments_;
    int adjustment_lines_ = 0;
    MonthRemarks remarks_;
    Diagnostics notes_;
};

bool is_of(const Line& line, const PriceBook& book) {
    if (line.type != LineType::usage) return false;
    const auto services = services_of(book.name);
    const bool same_service = line.service.empty() || services.empty() ||
                              std::any_of(services.begin(), services.end(), [&](const std::string& service) {
                                  return statement::is_same_service(service, line.service);
                              });
    const auto own = own_name(book, line.usage_type);
    return same_service && own && !tariffs_of(book, *own, line.operation).empty();
}

}  // namespace

Result<StatementUsage> usage_of(const Statement& statement, const PriceBook& book,
                                std::optional<BillingPeriod> month_of_list) {
    return Turning{statement, book, month_of_list}.run();
}

Result<std::size_t> best_book(const Statement& statement, const std::vector<PriceBook>& books) {
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < books.size(); ++i) {
        std::set<std::pair<std::string, std::string>> known;
        for (const Line& line : statement.lines) {
            if (is_of(line, books[i])) known.emplace(line.usage_type, line.operation);
        }
        if (known.size() <= most) continue;
        most = known.size();
        best = i;
    }
    // What lacks usage types altogether is told by usage_of().
    if (most == 0 && statement.has_usage_types) return failure(nothing_of(statement, "of a price book"));
    return best;
}

}  // namespace firn::reconcile
