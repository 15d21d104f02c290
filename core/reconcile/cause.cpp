#include "core/reconcile/cause.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace firn::reconcile {

namespace {

Rational half_of_place(unsigned places) {
    Rational half{1, 2};
    for (unsigned i = 0; i < places; ++i)
        half /= 10;
    return half;
}

Rational size_of(const Rational& value) { return value < 0 ? Rational{-value} : value; }

Rational quantity_of(const ExpectedSide& expected) {
    Rational sum = 0;
    for (const Rung& rung : expected.ladder)
        sum += rung.quantity;
    return sum;
}

bool has_free_rung(const ExpectedSide& expected) {
    return std::any_of(expected.ladder.begin(), expected.ladder.end(),
                       [](const Rung& rung) { return rung.price.per_unit() == 0; });
}

/// What the model's prices make of another quantity: its bands fill in their order, the last one goes on.
Money cost_at(const ExpectedSide& expected, const Rational& quantity) {
    Rational rest = quantity;
    Money cost;
    for (const Rung& rung : expected.ladder) {
        const bool is_last = &rung == &expected.ladder.back();
        const Rational taken = is_last ? rest : std::min(rest, rung.quantity);
        cost += rung.price * taken;
        rest -= taken;
    }
    return cost;
}

Rational highest_price(const ExpectedSide& expected) {
    Rational highest = 0;
    for (const Rung& rung : expected.ladder)
        highest = std::max(highest, rung.price.per_unit());
    return highest;
}

/// What a unit counts, whatever its spelling: "GB-Mo" and "GB-Month" are one, so are "Requests" and "Count".
/// 0: not known.
char kind_of_unit(std::string_view unit) {
    constexpr std::array<std::pair<std::string_view, char>, 14> kUnits{{{"gbmo", 'm'},
                                                                        {"gbmonth", 'm'},
                                                                        {"gbmonths", 'm'},
                                                                        {"gb", 'g'},
                                                                        {"gigabytes", 'g'},
                                                                        {"gbhrs", 'h'},
                                                                        {"gbhours", 'h'},
                                                                        {"bytehrs", 'b'},
                                                                        {"bytehours", 'b'},
                                                                        {"bytes", 'y'},
                                                                        {"requests", 'r'},
                                                                        {"request", 'r'},
                                                                        {"apicalls", 'r'},
                                                                        {"count", 'r'}}};
    std::string letters;
    for (const char c : unit) {
        if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
        if (c >= 'a' && c <= 'z') letters += c;
    }
    for (const auto& [word, kind] : kUnits) {
        if (word == letters) return kind;
    }
    return 0;
}

bool units_differ(const ExpectedSide& expected, const BilledSide& billed) {
    const char ours = kind_of_unit(expected.unit);
    const char theirs = kind_of_unit(billed.unit);
    return ours != 0 && theirs != 0 && ours != theirs;
}

/// One line of the model against one of the statement.
class LineRules {
  public:
    LineRules(const ExpectedSide& expected, const BilledSide& billed, const Precision& precision)
        : expected_{expected}, billed_{billed}, precision_{precision} {}

    [[nodiscard]] Finding find() const {
        Finding finding{.difference = billed_.cost - expected_.shown, .parts = parts()};
        if (has_quantities() && units_differ(expected_, billed_)) {
            finding.cause = Cause::unit;
        } else if (!finding.difference.is_zero()) {
            finding.cause = cause(finding);
        } else if (do_parts_offset(finding.parts)) {
            finding.cause = Cause::quantity_and_price;
        }
        return finding;
    }

    /// The model agrees with what an earlier version of the invoice said, and the later one says something
    /// else.
    [[nodiscard]] bool is_superseded() const {
        if (!billed_.superseded) return false;
        const auto agree = [&](const Money& a, const Money& b) {
            return size_of((a - b).amount()) <= cost_slack();
        };
        return agree(*billed_.superseded, expected_.exact) && !agree(*billed_.superseded, billed_.cost);
    }

  private:
    [[nodiscard]] Rational billed_quantity() const { return *compared_quantity(expected_, billed_); }

    [[nodiscard]] bool has_quantities() const { return billed_.quantity && !expected_.ladder.empty(); }

    [[nodiscard]] Parts parts() const {
        Parts parts;
        if (has_quantities()) {
            const Money at_our_prices = cost_at(expected_, billed_quantity());
            parts.by_quantity = at_our_prices - expected_.exact;
            parts.by_price = billed_.cost - at_our_prices;
        }
        const Money known = parts.by_quantity + parts.by_price;
        parts.by_rounding = billed_.cost - expected_.shown - known;
        return parts;
    }

    /// Each printed number was rounded.
    [[nodiscard]] std::int64_t rows() const { return std::max<std::int64_t>(billed_.rows, 1); }

    [[nodiscard]] Rational quantity_slack() const {
        constexpr unsigned kPlacesOfBills = 3;
        return rows() * half_of_place(std::max(precision_.quantity_places, kPlacesOfBills));
    }

    [[nodiscard]] Rational cost_slack() const {
        constexpr unsigned kCents = 2;
        return rows() * half_of_place(std::max(precision_.cost_places, kCents)) +
               highest_price(expected_) * quantity_slack();
    }

    /// A line above zero costs at least a cent on an invoice.
    [[nodiscard]] bool is_smallest_cost() const {
        constexpr unsigned kCents = 2;
        const Rational smallest = billed_.rows * half_of_place(kCents) * 2;
        const bool is_small_billed =
            !has_quantities() || cost_at(expected_, billed_quantity()).amount() < smallest;
        return precision_.cost_places <= kCents && expected_.exact.amount() > 0 && is_small_billed &&
               expected_.exact.amount() < smallest && billed_.cost.amount() == smallest;
    }

    [[nodiscard]] Rational missing_quantity() const { return quantity_of(expected_) - billed_quantity(); }

    /// The cost is the expected one, though neither the quantity nor the price is.
    [[nodiscard]] bool do_parts_offset(const Parts& parts) const {
        return has_quantities() && size_of(missing_quantity()) > quantity_slack() &&
               size_of(parts.by_price.amount()) > cost_slack();
    }

    /// The statement prints the model's price: its cost is then not the product of its own numbers.
    [[nodiscard]] bool is_same_rate() const {
        return billed_.rates.size() == 1 && expected_.ladder.size() == 1 &&
               billed_.rates.front() == expected_.ladder.front().price;
    }

    [[nodiscard]] Cause cause(const Finding& finding) const {
        if (is_superseded()) return Cause::reissued;
        if (is_smallest_cost()) return Cause::rounding;
        if (!has_quantities()) {
            const bool is_small = size_of((billed_.cost - expected_.exact).amount()) <= cost_slack();
            return is_small ? Cause::rounding : open_or(Cause::amount, finding.difference < Money{});
        }
        const Rational missing = missing_quantity();
        const bool quantities_agree = size_of(missing) <= quantity_slack();
        const bool prices_agree = size_of(finding.parts.by_price.amount()) <= cost_slack();
        if (quantities_agree && prices_agree) return Cause::rounding;
        if (quantities_agree) return is_same_rate() ? Cause::amount : Cause::price;
        if (prices_agree) return open_or(Cause::quantity, missing > 0);
        const bool by_quantity =
            size_of(finding.parts.by_quantity.amount()) >= size_of(finding.parts.by_price.amount());
        return open_or(Cause::quantity_and_price, missing > 0 && by_quantity);
    }

    /// In an open month less than expected may still grow.
    [[nodiscard]] Cause open_or(Cause cause, bool is_less) const {
        return precision_.is_open && is_less ? Cause::month_open : cause;
    }

    const ExpectedSide& expected_;
    const BilledSide& billed_;
    const Precision& precision_;
};

Finding only_billed(const BilledSide& billed) {
    Finding finding{.difference = billed.cost};
    if (billed.is_rounding) {
        finding.parts.by_rounding = billed.cost;
    } else {
        finding.parts.by_quantity = billed.cost;
    }
    if (!billed.cost.is_zero()) finding.cause = billed.is_rounding ? Cause::rounding : Cause::missing_here;
    return finding;
}

Finding only_expected(const ExpectedSide& expected, const Precision& precision) {
    const Money difference = Money{} - expected.shown;
    Finding finding{.difference = difference, .parts = {.by_quantity = difference}};
    if (!expected.shown.is_zero())
        finding.cause = precision.is_open ? Cause::month_open : Cause::missing_at_vendor;
    return finding;
}

}  // namespace

std::optional<Rational> compared_quantity(const ExpectedSide& expected, const BilledSide& billed) {
    if (!billed.quantity || has_free_rung(expected)) return billed.quantity;
    Rational paid = *billed.quantity - billed.free;
    const bool is_certain = !billed.rates.empty() && paid > 0;
    const Rational wanted = quantity_of(expected);
    const bool is_nearer = size_of(Rational{paid - wanted}) < size_of(Rational{*billed.quantity - wanted});
    return is_certain || is_nearer ? paid : *billed.quantity;
}

Finding find_cause(const std::optional<ExpectedSide>& expected, const std::optional<BilledSide>& billed,
                   const Precision& precision) {
    if (!expected) return only_billed(*billed);
    if (!billed) return only_expected(*expected, precision);
    if (billed->rows == 0 && !LineRules{*expected, *billed, precision}.is_superseded())
        return only_expected(*expected, precision);
    return LineRules{*expected, *billed, precision}.find();
}

}  // namespace firn::reconcile
