#pragma once

#include "core/pricing/price.hpp"
#include "core/yaml/usage_reader.hpp"
#include "tests/pricing/shipped_books.hpp"

#include <string>
#include <utility>
#include <vector>

namespace firn::pricing {

/// What `firn bill` does with a usage file: read, find the prices of its region, price.
inline Result<Bill> try_bill(const std::string& text, PricingOptions options = {}) {
    const auto usage = yaml::read_usage("usage.yaml", text);
    if (!usage) return usage.error();
    return price(*usage, shipped_book(usage->region, usage->price_book), options);
}

inline Bill bill_of(const std::string& text, Rounding rounding = Rounding::invoice) {
    auto bill = try_bill(text, {.rounding = rounding, .explain = true});
    INFO((bill ? std::string{} : to_text(bill.error())));
    REQUIRE(bill);
    return std::move(bill).value();
}

/// A usage file of one month: head, then `entries` below its month, each line indented by four blanks.
inline std::string month_of(const std::string& month, const std::string& entries,
                            const std::string& head = "region: us-east-1") {
    return "usage: 1\n" + head + "\nperiods:\n  - month: " + month + "\n" + entries;
}

/// The only line of a charge in the first month of a bill.
inline const LineItem& line_of(const Bill& bill, ChargeType charge) {
    const LineItem* found = nullptr;
    std::size_t count = 0;
    for (const LineItem& line : bill.periods.at(0).lines) {
        if (line.charge != charge) continue;
        found = &line;
        ++count;
    }
    REQUIRE(count == 1);
    return *found;
}

/// Names lines of a bill; an empty part may be anything.
struct LineName {
    ChargeType charge{};
    std::string storage_class{};
    std::string kind{};
    std::string tier{};
};

/// The lines of the first month that a name fits, in the order of the bill.
inline std::vector<LineItem> lines_like(const Bill& bill, const LineName& name) {
    const auto fits = [](const std::string& wanted, const std::string& has) {
        return wanted.empty() || wanted == has;
    };
    std::vector<LineItem> found;
    for (const LineItem& line : bill.periods.at(0).lines) {
        if (line.charge == name.charge && fits(name.storage_class, line.storage_class) &&
            fits(name.kind, line.kind) && fits(name.tier, line.tier))
            found.push_back(line);
    }
    return found;
}

/// The only line that a name fits.
inline LineItem line_like(const Bill& bill, const LineName& name) {
    const auto found = lines_like(bill, name);
    REQUIRE(found.size() == 1);
    return found.front();
}

inline std::string exact_of(const LineItem& line) { return format_decimal(line.cost_exact.amount()); }
inline std::string shown_of(const LineItem& line, const Bill& bill) {
    return to_text(line.cost, bill.rounding);
}

/// The unrounded total of a bill.
inline std::string exact_total_of(const Bill& bill) { return format_decimal(bill.total_exact.amount()); }

/// A month of S3's classes, as month_of().
inline std::string s3_month_of(const std::string& month, const std::string& entries,
                               const std::string& region = "us-east-1") {
    return month_of(month, entries, "price_book: aws-s3-glacier\nregion: " + region);
}

inline std::string cost_of(const Bill& bill, ChargeType charge) {
    return to_text(line_of(bill, charge).cost, bill.rounding);
}

inline std::string exact_cost_of(const Bill& bill, ChargeType charge) {
    return format_decimal(line_of(bill, charge).cost_exact.amount());
}

inline std::string quantity_of(const Bill& bill, ChargeType charge) {
    return format_decimal(line_of(bill, charge).quantity);
}

inline std::string total_of(const Bill& bill) { return to_text(bill.total, bill.rounding); }

/// All steps of a line as one text.
inline std::string steps_of(const LineItem& line) {
    std::string text;
    for (const std::string& step : line.steps)
        text += step + "\n";
    return text;
}

/// The codes of what is wrong with a usage file, in order of place.
inline std::string codes_of(const std::string& text) {
    const auto bill = try_bill(text);
    REQUIRE_FALSE(bill);
    std::string codes;
    for (const Diagnostic& diagnostic : bill.error())
        codes += (codes.empty() ? "" : " ") + diagnostic.code;
    return codes;
}

}  // namespace firn::pricing
