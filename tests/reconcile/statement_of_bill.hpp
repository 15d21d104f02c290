#pragma once

#include "core/io/statement_reader.hpp"
#include "core/reconcile/compare.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/pricing/bill_of_text.hpp"

#include <string>
#include <vector>

namespace firn::reconcile {

inline statement::Statement statement_of(const std::string& text, const io::StatementOptions& options = {}) {
    const TemporaryFolder folder;
    auto read = io::read_statement({folder.write("statement.csv", text)}, options);
    INFO((read ? std::string{} : to_text(read.error())));
    REQUIRE(read);
    return std::move(read->statement);
}

/// A bill as the list of its lines, with so many decimals.
inline std::string list_of(const pricing::Bill& bill, unsigned places = 10) {
    std::string text = "month,usage_type,operation,unit,quantity,unit_price,cost\n";
    for (const pricing::PeriodBill& period : bill.periods) {
        for (const pricing::LineItem& line : period.lines) {
            text += firn::to_text(period.month) + "," + line.usage_type + "," + line.operation + "," +
                    line.unit + "," + format_fixed(line.quantity, places) + "," + to_text(line.unit_price) +
                    "," + format_fixed(line.cost_exact.amount(), places) + "\n";
        }
    }
    return text;
}

/// A bill as a cost and usage report, each line in two rows.
inline std::string cur_of(const pricing::Bill& bill, const std::string& service) {
    std::string text =
        "bill/BillingPeriodStartDate,lineItem/LineItemType,lineItem/UsageEndDate,lineItem/ProductCode,"
        "lineItem/UsageType,lineItem/Operation,lineItem/UsageAmount,lineItem/CurrencyCode,lineItem/"
        "UnblendedRate,"
        "lineItem/UnblendedCost\n";
    const auto row = [&](const pricing::PeriodBill& period, const pricing::LineItem& line,
                         const Rational& part) {
        constexpr unsigned kPlaces = 10;
        return firn::to_text(period.month.begin()) + ",Usage," + firn::to_text(period.month.end()) + "," +
               service + "," + line.usage_type + "," + line.operation + "," + format_fixed(part, kPlaces) +
               ",USD," + format_fixed(line.unit_price.per_unit(), kPlaces) + "," +
               format_fixed((line.unit_price * part).amount(), kPlaces) + "\n";
    };
    for (const pricing::PeriodBill& period : bill.periods) {
        for (const pricing::LineItem& line : period.lines) {
            const Rational half =
                round_half_up(Rational{line.quantity / 2}, line.unit == "Requests" ? 0 : 10);
            text += row(period, line, half) + row(period, line, Rational{line.quantity - half});
        }
    }
    return text;
}

}  // namespace firn::reconcile
